import type { INodeProperties, INodePropertyOptions } from 'n8n-workflow';

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
export async function listZones(): Promise<INodePropertyOptions[]> {
	const names = Intl.supportedValuesOf('timeZone').filter((name) => name !== 'UTC');
	// The editor knows only the zone of the instance, which may not be the workflow's: so no zone is named.
	const workflowZone = { name: "The Workflow's", value: '' };
	return await Promise.resolve([workflowZone, ...[...names, 'UTC'].map((name) => ({ name, value: name }))]);
}
