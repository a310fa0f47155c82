import type { Client } from '../../../shared/http/client';
import type { Failure } from '../../../shared/http/failure';
import { textIn } from '../../twilio';
import { failedWith, found, post, readRecord, type Asked } from './requests';

/** The one address to which a workspace sends its events, and the events that it sends; empty: none, and all. */
export interface Callback {
	url: string;
	filter: string;
}

const pathOf = (workspace: string): string => `/v1/Workspaces/${workspace}`;

const filterOf = (events: readonly string[]): string => events.join(',');

export async function readCallback(client: Client, workspace: string): Promise<Asked<Callback | undefined>> {
	const read = await readRecord(client, pathOf(workspace));
	if (read.kind === 'failed' || !read.found) return read.kind === 'failed' ? read : found(undefined);
	const { event_callback_url: url, events_filter: filter } = read.found;
	return found({ url: textIn(url), filter: textIn(filter) });
}

/** Whether the callback is ours, with those events. */
export const isTaken = ({ url, filter }: Callback, ours: string, events: readonly string[]): boolean =>
	url === ours && filterOf([...filter.split(',').map((one) => one.trim())].sort()) === filterOf(events);

/**
 * Takes the callback of a workspace.
 *
 * @param ours addresses of this trigger, the present one first: those that it had before are ours, too
 * @param kept what was there before this trigger took it, if it did
 * @returns what is to be put back
 */
export async function takeCallback(
	client: Client,
	workspace: string,
	ours: readonly [url: string, ...before: string[]],
	events: readonly string[],
	{ kept, replaces }: { kept: Callback | undefined; replaces: boolean },
): Promise<Asked<Callback>> {
	const current = await readCallback(client, workspace);
	if (current.kind === 'failed') return current;
	if (!current.found) return failedWith('The workspace does not exist any more');
	const isOurs = ours.includes(current.found.url);
	if (!isOurs && current.found.url !== '' && !replaces) return failedWith(...takenBy(current.found.url));
	const previous = isOurs ? (kept ?? { url: '', filter: '' }) : current.found;
	const failure = await writeCallback(client, workspace, { url: ours[0], filter: filterOf(events) });
	if (!failure) return found(previous);
	// The answer may have been lost on its way.
	const left = await giveBack(client, workspace, ours, previous);
	return failedWith(
		left ? `${failure.message}. The event callback of the workspace may be left changed` : failure.message,
		failure.advice,
	);
}

/** Puts back what was there, if the callback is still ours. */
export async function giveBack(
	client: Client,
	workspace: string,
	ours: readonly string[],
	previous: Callback,
): Promise<Failure | undefined> {
	const current = await readCallback(client, workspace);
	if (current.kind === 'failed') return current.failure;
	// Someone else has taken it meanwhile, or the workspace is gone.
	if (!current.found || !ours.includes(current.found.url)) return undefined;
	return await writeCallback(client, workspace, previous);
}

async function writeCallback(
	client: Client,
	workspace: string,
	{ url, filter }: Callback,
): Promise<Failure | undefined> {
	const sent = await post(
		client,
		pathOf(workspace),
		{ EventCallbackUrl: url, EventsFilter: filter },
		{ idempotent: true },
	);
	if (sent.kind === 'failed') return sent.failure;
	const written = textIn(sent.found?.event_callback_url);
	return written === url
		? undefined
		: failedWith('Twilio answered that it changed the event callback of the workspace, but did not').failure;
}

/** The address may hold a password: only its host is told. */
function takenBy(url: string): [message: string, advice: string] {
	const host = URL.canParse(url) ? new URL(url).host : 'another address';
	return [
		`The workspace already sends its events to ${host}, and it can send them to one address only`,
		"Choose Event Streams under 'Listen Through', which disturbs nothing else, or set 'If the Callback Is Taken' to Replace It.",
	];
}
