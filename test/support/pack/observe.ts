import type { IDataObject, INode, INodeParameters } from 'n8n-workflow';
import type { Bench } from '../bench/bench';
import type { Recorder, Wired } from './recorder';
import { playVendor, subjectOf, withState } from './vendors';

export interface Observed {
	requests: Array<
		Pick<Wired, 'method' | 'path'> & { headers: Record<string, unknown>; body: Record<string, unknown> }
	>;
	output: unknown[];
	maxInFlight: number;
}

/** What a run happens in, besides its parameters. */
export interface Around {
	items?: IDataObject[];
	onError?: INode['onError'];
	/** Answers instead of the vendor's usual ones. */
	reply?: Recorder['reply'];
	staticData?: IDataObject;
	/** How long each answer takes; a test of how many are under way at once needs long ones on a busy machine. */
	delayMs?: number;
}

/** Headers of the connection rather than of the request. */
const TRANSPORT = ['host', 'connection', 'content-length', 'accept-encoding', 'user-agent'];

function bodyOf({ body, headers }: Wired): Record<string, unknown> {
	if (body === '') return {};
	const isJson = headers['content-type']?.startsWith('application/json');
	return isJson ? (JSON.parse(body) as Record<string, unknown>) : Object.fromEntries(new URLSearchParams(body));
}

/** All that can be seen of a run from outside, but for when it was and how long it took. */
export async function observeRun(
	bench: Bench,
	recorder: Recorder,
	node: string,
	parameters: INodeParameters,
	{ items = [{}], reply, delayMs = 0, ...around }: Around = {},
): Promise<Observed> {
	playVendor(recorder, node);
	if (reply) recorder.reply = reply;
	if (node === 'agentState' || parameters.operation === 'setState') recorder.reply = withState(recorder.reply);
	recorder.delayMs = delayMs;
	const { out, error } = await bench.run({
		node,
		parameters,
		items,
		credentials: subjectOf(node).credentials(recorder.url),
		...around,
	});
	if (error) throw error;
	return {
		requests: recorder.seen.map((wired) => ({
			method: wired.method,
			path: wired.path,
			headers: Object.fromEntries(Object.entries(wired.headers).filter(([name]) => !TRANSPORT.includes(name))),
			body: bodyOf(wired),
		})),
		output: out.map(({ json: { at: _at, durationMs: _durationMs, ...json } }) => json),
		maxInFlight: recorder.maxInFlight,
	};
}

export const unlike = (observed: Observed, useLoad: boolean) =>
	JSON.stringify(useLoad ? observed.maxInFlight : { ...observed, maxInFlight: 0 });
