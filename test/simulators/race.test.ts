import { PEOPLE, startTwilio, TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, WORKSPACE_SID } from '../../simulators/index';
import type { TwilioSimulator } from '../../simulators/index';
import { request } from '../../simulators/request';
import type { Answered } from '../../simulators/request';

let twilio: TwilioSimulator;

beforeEach(async () => {
	twilio = await startTwilio();
});

afterEach(async () => await twilio.close());

const ROUNDS = 200;
const { anna } = PEOPLE;
const auth = { username: TWILIO_ACCOUNT_SID, password: TWILIO_AUTH_TOKEN };
const url = () => `${twilio.url}/taskrouter/v1/Workspaces/${WORKSPACE_SID}/Workers/${anna.worker}`;
const read = async () => await request({ url: url(), auth });
const write = async (attributes: object, ifMatch?: unknown) =>
	await request({
		method: 'POST',
		url: url(),
		auth,
		data: new URLSearchParams({ Attributes: JSON.stringify(attributes) }),
		headers: typeof ifMatch === 'string' ? { 'If-Match': ifMatch } : {},
	});
const attributesOf = ({ data }: Answered) =>
	JSON.parse((data as { attributes: string }).attributes) as Record<string, number>;
const stored = () => JSON.parse(twilio.state.workers[anna.worker]?.attributes ?? '') as Record<string, number>;

/** Reads, adds one to its own counter and writes; again after a 412. */
async function increment(name: string, conditional: boolean): Promise<void> {
	for (;;) {
		const seen = await read();
		const attributes = attributesOf(seen);
		const merged = { ...attributes, [name]: (attributes[name] ?? 0) + 1 };
		const { status } = await write(merged, conditional ? seen.headers.etag : undefined);
		if (status === 200) return;
		expect(status).toBe(412);
	}
}

async function race(conditional: boolean): Promise<Record<string, number>> {
	const writer = async (name: string) => {
		for (let round = 0; round < ROUNDS; round++) await increment(name, conditional);
	};
	await Promise.all([writer('one'), writer('two')]);
	return stored();
}

describe('two writers of one worker', () => {
	it('lose nothing when each writes under the revision it read', async () => {
		expect(await race(true)).toMatchObject({ one: ROUNDS, two: ROUNDS, email: anna.identity });
		expect(twilio.state.workers[anna.worker]?.revision).toBe(2 * ROUNDS);
	});

	it('lose something when they do not', async () => {
		const { one = 0, two = 0 } = await race(false);

		expect(one + two).toBeLessThan(2 * ROUNDS);
	});

	it('never both win a round', async () => {
		for (let round = 0; round < ROUNDS; round++) {
			const { etag } = (await read()).headers;
			const answers = await Promise.all([1, 2].map(async (winner) => await write({ winner, round }, etag)));

			expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
			expect(stored().winner).toBe(answers.findIndex(({ status }) => status === 200) + 1);
		}
	});
});

describe('an ETag', () => {
	it('comes with a worker read, created or changed, and rises with every change', async () => {
		expect((await read()).headers.etag).toBe('"0"');
		expect((await write({})).headers.etag).toBe('"1"');
		expect((await read()).headers.etag).toBe('"1"');
	});

	it('stays when an update changes nothing', async () => {
		expect((await write({ a: 1 })).headers.etag).toBe('"1"');
		expect((await write({ a: 1 })).headers.etag).toBe('"1"');
	});

	it('can be left out, and If-Match is still compared', async () => {
		twilio.state.sendsEtag = false;

		expect((await read()).headers).not.toHaveProperty('etag');
		expect(await write({ a: 1 }, '7')).toMatchObject({ status: 412, data: { code: 20412 } });
		expect((await write({ a: 1 }, '0')).headers).not.toHaveProperty('etag');
		expect(stored()).toEqual({ a: 1 });
	});
});
