import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startVoipNow, VOIPNOW_QUEUE } from '../../../simulators';
import { Bench, type Outcome } from '../../support/bench/bench';
import { useFastTime } from '../../support/pack/fastTime';
import { startSpoiler } from '../../support/pack/spoiler';
import { taskRouter } from '../../support/pack/stage';
import { bySid, voipNowCredential } from '../../support/pack/vendors';
import { credential, makeAvailable, sidOf, twilioWith, upTo } from '../../support/pack/workers';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.open();
});
afterAll(async () => await bench.close());

const time = useFastTime();

/** The faster the machine, the more are tried within the time that the first ones take. */
const AGENTS = 300;

/** Runs that many updates against a service, and tells how many requests came. */
async function against(listener: RequestListener | undefined): Promise<Outcome & { requests: number }> {
	let requests = 0;
	const server = createServer((request, response) => {
		requests++;
		listener?.(request, response);
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
	const stop = async () => {
		server.closeAllConnections();
		await new Promise((resolve) => server.close(resolve));
	};
	try {
		if (!listener) await stop();
		const outcome = await bench.run(makeAvailable({ url }, AGENTS, { onError: 'continueErrorOutput' }));
		return { ...outcome, requests };
	} finally {
		if (listener) await stop();
	}
}

const notAttempted = ({ failed }: Outcome) =>
	failed.filter(({ json }) => JSON.stringify(json).includes('not attempted'));

describe('a service that does not work', () => {
	const json = { 'content-type': 'application/json' };
	it.each<[string, RequestListener | undefined]>([
		['refuses connections', undefined],
		['does not answer at all', () => undefined],
		['answers 500 for ever', (_request, response) => void response.writeHead(500, json).end('{}')],
		['answers 429 for ever', (_request, response) => void response.writeHead(429, json).end('{}')],
		[
			'answers 429 with Retry-After for ever',
			(_request, response) => void response.writeHead(429, { ...json, 'retry-after': '20' }).end('{}'),
		],
		['answers with a page for ever', (_request, response) => void response.writeHead(200, json).end('<html>')],
		['breaks every connection', ({ socket }) => void socket.destroy()],
	])('%s: it is given up, and the rest is reported as not attempted', async (_what, listener) => {
		const outcome = await against(listener);

		expect(outcome.failed).toHaveLength(AGENTS);
		const tried = AGENTS - notAttempted(outcome).length;
		const never = outcome.failed.filter(
			({ json: { details } }) => (details as { attempts: number }).attempts === 0,
		);
		expect(notAttempted(outcome)).toEqual(never);
		expect(tried).toBeGreaterThan(0);
		expect(tried).toBeLessThan(AGENTS / 2);
		expect(JSON.stringify(outcome.failed)).not.toContain('Parallel Limit');
	});

	it('and is silent from the beginning is given up after a minute', async () => {
		const { failed } = await against(() => undefined);
		const attempts = failed.map(({ json: { details } }) => (details as { attempts: number }).attempts);

		// Those that go first, each four times at the most: 15 seconds make a minute.
		expect(Math.max(...attempts)).toBeLessThanOrEqual(4);
		expect(attempts.filter((tried) => tried > 0).length).toBeLessThanOrEqual(10);
	});

	it('is asked for many agents no more often than it takes to know', async () => {
		// A busy machine needs a while for so many, and the run must not be over before.
		time.factor = 10;
		const { requests, failed } = await against((_request, response) => void response.writeHead(400).end('{}'));
		// Refusals are answers: every agent has one of its own, and the activity is read once to explain them.
		expect(failed).toHaveLength(AGENTS);
		expect(requests).toBeGreaterThanOrEqual(AGENTS);
	});
});

it('an answer that drips is not waited for', async () => {
	time.factor = 10;
	const twilio = await twilioWith(1);
	const spoiler = await startSpoiler(twilio.url);
	try {
		spoiler.spoil('drip', { method: 'GET', path: /Workers/ });
		const { out, error } = await bench.run({
			node: 'agentState',
			parameters: { operation: 'getState', source: 'items', ...taskRouter() },
			items: [{ agentId: sidOf(0) }],
			credentials: { twilioContactCenterApi: credential(spoiler.url) },
		});

		expect(error).toBeUndefined();
		expect(out[0]?.json).toMatchObject({ state: 'offline' });
		expect(spoiler.seen.filter(({ path }) => /Workers/.test(path))).toHaveLength(2);
	} finally {
		await spoiler.close();
		await twilio.close();
	}
});

it('a request for a token that is not answered is not waited for', async () => {
	time.factor = 10;
	const voipNow = await startVoipNow();
	const spoiler = await startSpoiler(voipNow.url);
	try {
		spoiler.spoil('silent', { path: /^\/oauth/ });
		const { out, error } = await bench.run({
			node: 'voipNow',
			parameters: {
				resource: 'queueAgent',
				operation: 'update',
				user: '@me',
				queue: VOIPNOW_QUEUE,
				agent: bySid('0003*210'),
				status: '1',
			},
			credentials: voipNowCredential(spoiler.url),
		});

		expect(error).toBeUndefined();
		expect(out).toHaveLength(1);
		expect(spoiler.seen.filter(({ method }) => method === 'PUT')).toHaveLength(1);
	} finally {
		await spoiler.close();
		await voipNow.close();
	}
});

describe('a run', () => {
	it('starts no request after half an hour, and tells the rest as not attempted', async () => {
		const twilio = await twilioWith(AGENTS);
		try {
			// Each request takes 20 seconds by the clock of the run, which otherwise goes as usual: no attempt times out.
			time.factor = 1;
			time.skipped = () => twilio.seen.length * 20_000;
			const job = makeAvailable(twilio, AGENTS, { onError: 'continueErrorOutput', parallelLimit: 1 });
			const outcome = await bench.run(job);

			const left = notAttempted(outcome);
			expect(outcome.out.length).toBeGreaterThan(10);
			expect(outcome.out.length + left.length).toBe(AGENTS);
			expect(left[0]?.json.error).toContain('the run has lasted 30 minutes');
			expect(left.map(({ json: { w } }) => w)).toEqual(upTo(AGENTS).slice(outcome.out.length).map(sidOf));
		} finally {
			await twilio.close();
		}
	});
});
