import type { IExecuteFunctions, ILoadOptionsFunctions, INodeProperties, INodePropertyOptions } from 'n8n-workflow';
import { showHints } from './hints';
import { readText } from './parameters';

/** A time zone to choose, by the method `getZones`. Each node says in front of the description what it is for. */
export const timeZoneField = {
	displayName: 'Time Zone Name or ID',
	name: 'zone',
	type: 'options',
	typeOptions: { loadOptionsMethod: 'getZones' },
	default: '',
	description:
		'Choose from the list, or specify an ID using an <a href="https://docs.n8n.io/code/expressions/">expression</a>',
} as const satisfies INodeProperties;

/** What `getZones` lists. */
export async function listZones(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const names = Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC');
	// The editor knows the zone of the instance alone: what the workflow's settings say it does not hand over.
	const description = `The one in the settings of this workflow. If none is chosen there, the one of this n8n: ${this.getTimezone()}.`;
	const workflowZone = { name: "The Workflow's", value: '', description };
	return await Promise.resolve([workflowZone, ...[...names, 'UTC'].map((name) => ({ name, value: name }))]);
}

/** The zone that a node's form names, or else the workflow's. Someone who tries the node is told if nobody chose it. */
export function readZone(context: IExecuteFunctions): string {
	const own = readText(context, timeZoneField.name);
	if (own !== '') return own;
	const zone = context.getTimezone();
	if (context.getWorkflowSettings().timezone === undefined && context.getMode() === 'manual') {
		showHints(context, 'warning', [
			`Times are in ${zone}, the time zone of this n8n: neither this node nor the workflow has one of its own. If yours is another one, choose it under 'Time Zone Name or ID'.`,
		]);
	}
	return zone;
}
