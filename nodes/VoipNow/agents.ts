import { isRecord } from '../shared/values/record';
import { textOf } from '../shared/values/text';

/**
 * The queue agents in any of the shapes that VoipNow's pages show: an array (Update), `{entry: []}` (version 3
 * lists), `[{entry: []}]` (version 5 lists), a single agent, or no body at all (204).
 */
export function agentsIn(body: unknown): Array<Record<string, unknown>> {
	if (Array.isArray(body)) return body.flatMap(agentsIn);
	if (!isRecord(body)) return [];
	return 'entry' in body ? agentsIn(body.entry) : [body];
}

/** Whether a list has a next page. The link is never followed: on VoipNow's pages it leads to another host. */
export function hasNextPage(body: unknown): boolean {
	if (Array.isArray(body)) return body.some(hasNextPage);
	return isRecord(body) && typeof body.next === 'string' && body.next !== '';
}

/** Longer numbers without an asterisk are public ones; extensions have three or four digits. */
const MAX_EXTENSION_LENGTH = 6;

/** Whether a number is an extension, in its long form (0003*211) or its short one (211). */
export const isExtension = (number: string): boolean =>
	number.includes('*') || (/^\d+$/.test(number) && number.length <= MAX_EXTENSION_LENGTH);

/**
 * What an address takes for an agent: the extension of a local agent, the agent ID of a remote one. `agentNumber` of a
 * remote agent is a public number, and the ID is in `identifier` (version 5; Update QueueAgents says "an Id").
 *
 * @returns `undefined` where the record is not an agent
 */
export function agentIdOf({ agentNumber, identifier, type }: Record<string, unknown>): string | undefined {
	const [number, id] = [textOf(agentNumber), textOf(identifier)];
	const isRemote = textOf(type).toLowerCase() === 'remote' || !isExtension(number);
	return (isRemote && id !== '' ? id : number) || undefined;
}

/**
 * All words that mean an agent: the ID, and of a remote agent the public number with and without its plus; of a local
 * one both forms of the extension. A short extension is that of the queue's own account, if the queue tells it.
 *
 * @param queue the number of the queue, in either form
 * @returns the ID first; nothing where the record is not an agent
 */
export function wordsFor(agent: Record<string, unknown>, queue: string): string[] {
	const id = agentIdOf(agent);
	if (id === undefined) return [];
	const number = textOf(agent.agentNumber);
	const digits = number.replace(/^\+/, '');
	if (digits === '') return [id];
	if (!isExtension(number) || id !== number) return [id, digits, `+${digits}`];
	if (number.includes('*')) return [number, shortForm(number)].filter((word) => word !== '');
	return [number, queue.includes('*') ? longForm(number, queue) : anyAccount(number)];
}

/** The words that a text which names an agent may be found by: a long extension, also by an answer in the short form. */
export const spellingsOf = (text: string): string[] =>
	text.includes('*') ? [text, anyAccount(shortForm(text))] : [text];

/** The agent that a text names, among those of an answer. */
export const agentNamed = (agents: Array<Record<string, unknown>>, text: string, queue: string) => {
	const spellings = spellingsOf(text);
	return agents.find((agent) => wordsFor(agent, queue).some((word) => spellings.includes(word)));
};

/** `0003*211` is `211` within its account. */
export const shortForm = (extension: string): string => extension.slice(extension.indexOf('*') + 1);
const longForm = (short: string, queue: string): string => queue.slice(0, queue.indexOf('*') + 1) + short;

/** Stands for a short extension whose account nobody tells. Nobody can type it: no agent's word has a question mark. */
const anyAccount = (short: string): string => `?*${short}`;
