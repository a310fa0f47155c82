import type { Profile } from './profile';
import type { Setup, Trace } from './vendor';

/** Milliseconds; both clocks tell more, and the thread is looked at once in a millisecond. */
const STEP = 0.25;

/** When which of V8's words held for the thread, in milliseconds of `process.hrtime`. */
function* threadOf({ startTime, nodes, samples, timeDeltas }: Profile): Generator<[untilMs: number, doing: string]> {
	const names = new Map(nodes.map(({ id, callFrame }) => [id, callFrame.functionName]));
	let at = startTime / 1000;
	for (const [index, id] of samples.entries()) {
		at += (timeDeltas[index] ?? 0) / 1000;
		yield [at, names.get(id) ?? ''];
	}
}

/**
 * In the last phase of a setup the service takes `limit` at once and so has that many places in every millisecond.
 * Those that nobody took are added up by what n8n's thread did at that moment, and divided by the limit: seconds that
 * the run takes longer than the shortest possible.
 *
 * @returns the limit, and rows of a table whose sum is the time from the phase's beginning to the last answer
 */
export function whereTimeGoes(profile: Profile, trace: Trace, { phases, latencyMs }: Setup) {
	const limit = phases[phases.length - 1]?.limit ?? Infinity;
	const begin = phases.reduce((at, { ms = 0 }) => at + ms, trace[0]?.[0] ?? 0);
	const [end = 0] = trace[trace.length - 1] ?? [];
	const found = trace.find(([at, held]) => at >= begin && held >= limit)?.[0] ?? end;
	const lost = new Map<string, number>();
	let taken = 0;
	let next = 0;
	let held = 0;
	const thread = threadOf(profile);
	let doing = thread.next();
	for (let at = begin; at < end; at += STEP) {
		for (let entry = trace[next]; entry && entry[0] <= at; entry = trace[++next]) [, held] = entry;
		while (!doing.done && doing.value[0] < at) doing = thread.next();
		const part = at < found ? RAMP : at > end - latencyMs ? LAST : partOf(doing.done ? '' : doing.value[1]);
		lost.set(part, (lost.get(part) ?? 0) + (limit - held) * STEP);
		taken += held * STEP;
	}
	const inSeconds = (placeMs: number) => (placeMs / limit / 1000).toFixed(2);
	const rows = [
		[`${limit} at once all the time: the shortest possible`, inSeconds(taken)],
		...[...lost].map(([part, placeMs]) => [part, inSeconds(placeMs)]),
	];
	return { limit, rows };
}

const RAMP = 'lost until the limit is found';
const LAST = 'lost while the last requests are under way';

function partOf(doing: string): string {
	if (doing === '(idle)') return "lost with n8n's thread idle: requests and answers on their way, starts spread";
	if (doing === '(garbage collector)') return 'lost during garbage collection';
	return "lost with n8n's thread at work on other requests";
}
