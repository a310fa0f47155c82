import type { Precheck } from '../../../../shared/operation/operation';
import { canonicalText } from '../../../../shared/values/canonicalJson';
import { attributesOf } from '../../../attributes';
import { calledOf } from '../../worker';

/** Attributes that Flex itself relies on, and what becomes of it. */
const consequences: Record<string, string> = {
	contact_uri: 'calls reach the agent by it, and stop if it is wrong',
	team_sid: 'Flex Teams keeps the team of the agent there, and it is reserved for Flex',
};

/** Update replaces all attributes: whoever sends some of them takes the others away. */
export const flexAttributesPrecheck: Precheck = {
	applies: ({ attributes }) => attributes !== undefined,
	path: '/v1/Workspaces/{workspace}/Workers/{worker}',
	warning: (worker, { attributes }) => flexWarning(calledOf(worker).label, worker.attributes, attributes),
};

/**
 * What an update does to the attributes that Flex relies on.
 *
 * @param agent for the message
 * @param before the attributes that the worker has, as text
 * @param after those that replace them
 */
export function flexWarning(agent: string, before: unknown, after: unknown): string | undefined {
	const [old = {}, next = {}] = [attributesOf(before), attributesOf(after)];
	const told = Object.entries(consequences).flatMap(([key, consequence]) => {
		if (!Object.hasOwn(old, key)) return [];
		const was = canonicalText(old[key]);
		if (!Object.hasOwn(next, key)) return [`leave out '${key}' (now ${was}): ${consequence}`];
		const is = canonicalText(next[key]);
		return is === was ? [] : [`change '${key}' from ${was} to ${is}: ${consequence}`];
	});
	return told.length === 0
		? undefined
		: `The new attributes of ${agent} ${told.join('; they ')}. Use 'Merge Attributes' to change some attributes and keep the others.`;
}
