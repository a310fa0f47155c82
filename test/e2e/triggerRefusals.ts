import { request } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';

import { itemsOf } from '../../demo/n8n/executionData';
import { ACTIVITY, PEOPLE } from '../../simulators';
import type { TwilioSimulator } from '../../simulators';
import { cloudEvent } from '../../simulators/twilio/delivery/payload';
import { signJson } from '../../simulators/twilio/delivery/signature';
import { activityEvent } from '../../simulators/twilio/taskRouterEvents';
import type { Server } from '../support/runningN8n';
import type { Checks } from './checks';
import { TRIGGER } from './triggerWorkflow';

/** Longer than n8n takes for any of these, however busy the machine is. */
const ANSWER_LIMIT_MS = 60_000;
const EXECUTION_LIMIT_MS = 120_000;
/** What is cut off is on its way for so long. */
const CUT_AFTER_MS = 300;
const BATCH = 5000;
const MOST_TRIES = 10;
const SCHEMA_VERSION = 4;
/** Of the trigger's own sink. */
const DESCRIPTION = 'n8n Twilio TaskRouter Trigger';
/** n8n's N8N_PAYLOAD_SIZE_MAX, in bytes. */
const PAYLOAD_LIMIT = 16 * 2 ** 20;

interface CloudEvent {
	id: string;
}

interface Message {
	url: string;
	headers: Record<string, string>;
	body: string | Buffer;
}

interface Row {
	what: string;
	message: Message;
	/** `chunked`: without its length; `cut`: with a length that never comes, until the connection is closed */
	way?: 'chunked' | 'cut';
	/** undefined: no answer, since nobody is there any more to take it */
	status: number | undefined;
	/** events that start the workflow, in one execution */
	starts?: CloudEvent[];
}

/** Deliveries as nobody should send them, to a trigger that is published in a real n8n. */
export async function checkRefusals(
	{ client }: Server,
	twilio: TwilioSimulator,
	id: string,
	checks: Checks,
): Promise<void> {
	const before = (await client.endedExecutions(id)).length;
	const rows = rowsFor(twilio);
	for (const row of rows) {
		const status = await sendUntilAnswered(row);
		checks.check(`a delivery ${row.what}: ${status ?? 'no answer'}`, [
			status !== row.status && `it should be ${row.status ?? 'no answer'}`,
		]);
	}
	const wanted = rows.flatMap(({ starts }) => (starts ? [starts.map((event) => event.id)] : []));
	const heard = await executionsAfter(client, id, before, wanted.length);
	checks.check(`${wanted.length} of these deliveries started the workflow, with ${wanted.flat().length} events`, [
		textOf(heard) !== textOf(wanted) && `executions with ${heard.map((one) => one.length).join(', ')} events`,
	]);
}

const textOf = (executions: string[][]) => JSON.stringify(executions.map((ids) => [...ids].sort()).sort());

/** Those that are refused come first: the executions of the others show that nothing of them is still on its way. */
function rowsFor(twilio: TwilioSimulator): Row[] {
	const one = () => eventsOf(twilio, 1);
	const message = (events: CloudEvent[] = one()) => signed(twilio, JSON.stringify(events));
	const forged = message();
	const foreign = JSON.stringify(one()).replaceAll(twilio.state.accountSid, `AC${'9'.repeat(32)}`);
	const half = message();
	const large = signed(twilio, ' '.repeat(PAYLOAD_LIMIT + 1));
	const [packed, chunked, usual, batch] = [one(), one(), one(), eventsOf(twilio, BATCH)];
	const again = message(usual);
	return [
		{
			...{ what: 'with a forged signature', status: 403 },
			message: { ...forged, headers: { ...forged.headers, 'x-twilio-signature': `${'A'.repeat(27)}=` } },
		},
		{ what: 'of another account', message: signed(twilio, foreign), status: 200 },
		{ what: 'that is not JSON', message: signed(twilio, '[{"specversion":'), status: 422 },
		{ what: 'cut in the middle', message: { ...half, body: half.body.slice(0, 300) }, status: 422 },
		{ what: 'whose connection ends before its body', message: message(), way: 'cut', status: undefined },
		// n8n's own answers, before the trigger hears of it.
		{ what: 'beyond the limit of n8n', message: large, status: 500 },
		{ what: 'that unpacks beyond it', message: inGzip(large), status: 500 },
		{ what: 'that says gzip and is none', message: { ...inGzip(half), body: half.body }, status: 500 },
		{ what: 'in gzip', message: inGzip(message(packed)), status: 200, starts: packed },
		{ what: 'in chunks', message: message(chunked), way: 'chunked', status: 200, starts: chunked },
		{ what: `of ${BATCH} events`, message: message(batch), status: 200, starts: batch },
		{ what: 'as usual', message: again, status: 200, starts: usual },
		{ what: 'that came before', message: again, status: 200 },
	];
}

function eventsOf({ state }: TwilioSimulator, count: number): CloudEvent[] {
	const worker = state.workers[PEOPLE.anna.worker];
	const before = state.activities[ACTIVITY.available];
	if (!worker) throw new Error('The simulated workspace is empty.');
	return Array.from(
		{ length: count },
		() => cloudEvent(activityEvent(worker, { before, heldMs: 60_000 }, state), SCHEMA_VERSION, state) as CloudEvent,
	);
}

/** As Twilio would send it to the trigger. */
function signed({ state }: TwilioSimulator, body: string): Message & { body: string } {
	const sink = Object.values(state.sinks).find(({ description }) => description === DESCRIPTION);
	const { url, signature } = signJson(state.authToken, sink?.sink_configuration.destination ?? '', body);
	return { url, headers: { 'content-type': 'application/json', 'x-twilio-signature': signature }, body };
}

const inGzip = ({ url, headers, body }: Message): Message => ({
	...{ url, headers: { ...headers, 'content-encoding': 'gzip' }, body: gzipSync(body) },
});

/**
 * n8n closes the connection of what it refuses while the rest is still on its way. Chance decides whether its answer is seen
 * then, so such a delivery is sent again.
 */
async function sendUntilAnswered({ message, way }: Row): Promise<number | undefined> {
	for (let tries = 1; ; tries++) {
		try {
			return await send(message, way);
		} catch (reason) {
			const isClosed = ['EPIPE', 'ECONNRESET'].includes((reason as NodeJS.ErrnoException).code ?? '');
			if (!isClosed || tries === MOST_TRIES) throw reason;
		}
	}
}

/** @returns the status of the answer */
async function send({ url, headers, body }: Message, way?: Row['way']): Promise<number | undefined> {
	const length = Buffer.byteLength(body) + (way === 'cut' ? 1000 : 0);
	return await new Promise((resolve, reject) => {
		const sent = request(url, {
			method: 'POST',
			agent: false,
			headers: way === 'chunked' ? headers : { ...headers, 'content-length': length },
			timeout: ANSWER_LIMIT_MS,
		});
		sent.once('timeout', () => sent.destroy(new Error(`n8n did not answer within ${ANSWER_LIMIT_MS} ms.`)));
		sent.once('response', (response) => {
			response.resume();
			resolve(response.statusCode);
		});
		// An answer that came before n8n had read everything counts, though the rest could not be sent.
		sent.on('error', (reason) => (way === 'cut' ? resolve(undefined) : reject(reason)));
		sent.write(body);
		if (way === 'cut') void sleep(CUT_AFTER_MS).then(() => sent.destroy(new Error('cut')));
		else sent.end();
	});
}

/** @returns the ids of the events of each execution */
async function executionsAfter(
	client: Server['client'],
	id: string,
	before: number,
	count: number,
): Promise<string[][]> {
	const deadline = Date.now() + EXECUTION_LIMIT_MS;
	for (;;) {
		const ended = (await client.endedExecutions(id)).slice(before);
		if (ended.length >= count || Date.now() > deadline)
			return await Promise.all(
				ended.map(async (one) =>
					itemsOf((await client.execution(one.id)).data, TRIGGER).map((item) =>
						String((item as { eventId?: unknown }).eventId),
					),
				),
			);
		await sleep(200);
	}
}
