import ts from 'typescript';
import { read, sourcesIn } from '../../architecture/imports';
import { textOf } from './reference';

/** What n8n 2.40 calls its own buttons, fields and nodes. */
const OF_N8N = [
	...['Add', 'Binary', 'Continue', 'Copy to editor', 'Data tables', 'Execute step', 'Execute workflow', 'Executions'],
	...['Import', 'From file', 'From URL', 'Publish', 'On Error', 'View', '…'],
	...[
		'Schedule Trigger',
		'Google Sheets',
		'Google Calendar',
		'HTTP Request',
		'Extract from File',
		'Data table',
		'Merge',
	],
	...['Read/Write Files from Disk', 'Slack', 'Microsoft Teams', 'Send Email', 'Filter', 'Switch'],
	...['Download Attachments', 'Mapping Column Mode', 'Send Message To', 'Return All', 'Max Attendees', 'Limit'],
];

/** Beginnings of paragraphs. */
const LEADS = /[:.?]$|^What comes out$/;

/** What is printed in bold on a page: the labels that a reader looks for on the screen. */
export const labelsOn = (page: string): string[] =>
	[...new Set([...textOf(page).matchAll(/\*\*([^*]+)\*\*/g)].map(([, label = '']) => label))].filter(
		(label) => !LEADS.test(label),
	);

/** Every text of the sources that may be a label. */
export function knownLabels(): Set<string> {
	const found = new Set(OF_N8N);
	for (const file of sourcesIn('nodes', 'credentials')) {
		const visit = (node: ts.Node): void => {
			if (ts.isStringLiteralLike(node)) found.add(node.text);
			ts.forEachChild(node, visit);
		};
		visit(ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true));
	}
	return found;
}

/** A field of one service in a node for all services is called such as "VoipNow: Queues". */
export const isKnown = (label: string, known: ReadonlySet<string>): boolean =>
	known.has(label) || (label.includes(': ') && label.split(': ').every((part) => known.has(part)));
