import { readFileSync } from 'node:fs';
import path from 'node:path';
import { conpeek } from '../../../nodes/Conpeek/service';
import { conversations } from '../../../nodes/Twilio/Conversations/service';
import { frontline } from '../../../nodes/Twilio/Frontline/service';
import { taskRouter } from '../../../nodes/Twilio/TaskRouter/service';
import type { Field, Operation, Service } from '../../../nodes/shared/operation/operation';
import { voipNow } from '../../../nodes/VoipNow/service';

/** Each vendor's page and the service it describes. */
export const pages: Array<[page: string, service: Service]> = [
	['docs/twilio-taskrouter.md', taskRouter],
	['docs/twilio-frontline.md', frontline],
	['docs/twilio-conversations.md', conversations],
	['docs/voipnow.md', voipNow],
	['docs/conpeek.md', conpeek],
];

const root = path.resolve(__dirname, '../../..');
export const textOf = (file: string): string => readFileSync(path.join(root, file), 'utf8');

/** From here on a page is made from the operations themselves, by `npm run docs`. */
export const MARK = '<!-- Made from the operations by `npm run docs` -->';

/** A page's text with its reference renewed; what people wrote above the mark is kept. */
export function renewed(page: string, service: Service): string {
	const written = textOf(page).split(MARK)[0]?.trimEnd() ?? '';
	return `${written}\n\n${MARK}\n\n${service.resources.flatMap(sections).join('\n')}`;
}

const sections = ({ option, operations }: Service['resources'][number]): string[] =>
	operations.map((operation) =>
		[
			`## ${option.name}: ${operation.option.name}`,
			'',
			sentence(operation.option.description),
			'',
			'| Field | Sent as | What it is |',
			'|---|---|---|',
			...rows(operation, operation.fields),
			'',
		].join('\n'),
	);

function rows(operation: Operation, fields: Field[], group = ''): string[] {
	return fields.flatMap((field) => {
		if (field.type === 'notice') return [];
		if (field.type === 'collection') {
			const members = (field.options ?? []).filter((option): option is Field => 'type' in option);
			return rows(operation, members, field.displayName);
		}
		const place = group === '' || group === 'Update Fields' ? '' : ` *(${group})*`;
		return [`| ${field.displayName}${place} | ${sentAs(operation, field)} | ${meaning(field)} |`];
	});
}

function sentAs({ request }: Operation, { name, routing }: Field): string {
	const { property = '', type } = routing?.send ?? {};
	if (property !== '') return type === 'query' ? `query \`${property}\`` : `\`${property}\``;
	const [header] = Object.keys(routing?.request?.headers ?? {});
	if (header !== undefined) return `header \`${header}\``;
	return request.path.includes(`{${name}}`) ? 'path' : '';
}

function meaning({ description = '', type, options = [] }: Field): string {
	if (type !== 'options') return description;
	const names = options.map(({ name }) => name).join(', ');
	return `${sentence(description)} One of: ${names}`;
}

const sentence = (text: string): string => (text.endsWith('.') ? text : `${text}.`);
