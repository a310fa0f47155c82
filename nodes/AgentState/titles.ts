import type { Adapter } from '../shared/state/adapter';

/** What all services have in common in their names, such as `Twilio`; empty in the package of all services. */
export function commonName(adapters: readonly Adapter[]): string {
	const [first = [], ...others] = adapters.map(({ vendor }) => vendor.name.split(' '));
	const end = first.findIndex((word, at) => others.some((words) => words[at] !== word));
	return first.slice(0, end === -1 ? first.length : end).join(' ');
}

/** `Twilio Agent State` in a package of Twilio alone: such packages stand side by side in n8n's list of nodes. */
export const nodeTitle = (title: string, adapters: readonly Adapter[]): string =>
	`${commonName(adapters)} ${title}`.trim();

/** The service that is chosen at first: TaskRouter where the package has it. */
export const usualService = (adapters: readonly Adapter[]): string =>
	(adapters.find(({ id }) => id === 'twilioTaskRouter') ?? adapters[0])?.id ?? '';
