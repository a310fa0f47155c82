import {
	ACTIVITY,
	PEOPLE,
	TWILIO_AUTH_TOKEN,
	VOIPNOW_CLIENT_ID,
	VOIPNOW_CLIENT_SECRET,
	VOIPNOW_QUEUE,
	startVoipNow,
	type TwilioSimulator,
} from '../../../../../simulators';
import { Bench } from '../../../../support/bench/bench';
import { textOf } from '../../../../support/pack/mistakes';
import {
	aboutWorker,
	available,
	byId,
	detailsOf,
	makeAvailable,
	originOf,
	sidOf,
	twilioWith,
	upTo,
	workersIn,
} from '../../../../support/pack/workers';
import { until } from '../../../../support/waiting';

let bench: Bench;
let twilio: TwilioSimulator;

beforeAll(async () => {
	bench = await Bench.open();
});
afterAll(async () => await bench.close());
beforeEach(async () => {
	twilio = await twilioWith(50);
});
afterEach(async () => await twilio.close());

/** Answers come in any order but that of the requests: worker 0 slowest, and so on. */
function shuffleAnswers(count: number): void {
	for (const index of upTo(count))
		twilio.faults.push({ match: aboutWorker(index), delayMs: ((index * 17 + 29) % count) * 8 });
}

describe('items in and out', () => {
	it('every answer belongs to its own item, however the answers come in', async () => {
		shuffleAnswers(30);
		const { out, failed, error } = await bench.run(makeAvailable(twilio, 30, { parallelLimit: 7 }));
		expect(error).toBeUndefined();
		expect(failed).toEqual([]);
		expect(out.map(({ json }) => json.sid)).toEqual(upTo(30).map(sidOf));
		expect(out.map(originOf)).toEqual(upTo(30));
		expect(available(twilio)).toEqual(upTo(30));
	});

	it('failures and successes each belong to their own item, however the answers come in', async () => {
		const bad = [0, 3, 11, 12, 29];
		for (const index of bad) twilio.faults.push({ match: aboutWorker(index), status: 400, delayMs: index * 5 });
		shuffleAnswers(30);
		const { out, failed } = await bench.run(
			makeAvailable(twilio, 30, { parallelLimit: 7, onError: 'continueErrorOutput' }),
		);
		const good = upTo(30).filter((index) => !bad.includes(index));
		expect(out.map(originOf)).toEqual(good);
		expect(out.map(({ json }) => json.sid)).toEqual(good.map(sidOf));
		expect(failed.map(originOf)).toEqual(bad);
		expect(failed.map(({ json }) => json.error)).toEqual(bad.map((index) => `Worker ${sidOf(index)}: Bad Request`));
		expect(available(twilio)).toEqual(good);
	});

	it('a list becomes one item per entry, each linked to the item that asked for it', async () => {
		const voipNow = await startVoipNow();
		try {
			const { out } = await bench.run({
				node: 'voipNow',
				parameters: {
					resource: 'queueAgent',
					operation: 'getAll',
					user: '@me',
					queue: '={{ $json.queue }}',
					returnAll: true,
				},
				items: [{ queue: VOIPNOW_QUEUE }, { queue: '0003*216' }],
				credentials: {
					voipNowOAuth2Api: {
						host: voipNow.url,
						clientId: VOIPNOW_CLIENT_ID,
						clientSecret: VOIPNOW_CLIENT_SECRET,
					},
				},
			});
			expect(out.map(({ json }) => json.queue)).toEqual([
				...Array<string>(4).fill(VOIPNOW_QUEUE),
				...Array<string>(3).fill('0003*216'),
			]);
			expect(out.map(originOf)).toEqual([0, 0, 0, 0, 1, 1, 1]);
		} finally {
			await voipNow.close();
		}
	});

	it('fifty items read the credential once', async () => {
		const { out, credentialReads } = await bench.run(makeAvailable(twilio, 50));
		expect(out).toHaveLength(50);
		expect(credentialReads).toBe(1);
	});
});

describe('how many at once', () => {
	it.each([1, 3, 8])('is never more than a Parallel Limit of %i, and reaches it', async (parallelLimit) => {
		// Six rounds: on a busy machine some of them are so slow that not all requests meet.
		const count = 6 * parallelLimit;
		twilio.faults.latency(150);
		await bench.run(makeAvailable(twilio, count, { parallelLimit }));
		expect(twilio.seen).toHaveLength(count);
		expect(twilio.maxInFlight).toBe(parallelLimit);
	});

	it('grows while the vendor is content, when the user says nothing', async () => {
		twilio.faults.latency(60);
		await bench.run(makeAvailable(twilio, 60));
		expect(twilio.maxInFlight).toBeGreaterThan(10);
	});

	it('the first request goes alone: the second starts after its answer', async () => {
		twilio.faults.push({ match: aboutWorker(0), delayMs: 300 });
		await bench.run(makeAvailable(twilio, 12));
		const [first, second] = twilio.seen.map(({ at }) => at);
		expect(workersIn(twilio.seen)[0]).toBe(0);
		expect(Number(second) - Number(first)).toBeGreaterThanOrEqual(299);
	});
});

describe('when the workflow is to stop', () => {
	it.each([0, 1, 6, 20, 39])('no request starts after the first one that failed, here item %i', async (bad) => {
		twilio.faults.push({ match: aboutWorker(bad), status: 400 });
		// It fails long before the requests beside it are answered.
		twilio.faults.push({ delayMs: 100, times: 'always' });
		const { error, out } = await bench.run(makeAvailable(twilio, 40, { parallelLimit: 4 }));
		expect(out).toEqual([]);
		expect(error?.context).toMatchObject({ itemIndex: bad });
		// Each of the three requests beside it may have been on its way already; the first of all has none beside it.
		const asked = workersIn(twilio.seen);
		expect(asked.length - asked.indexOf(bad) - 1).toBeLessThanOrEqual(bad === 0 ? 0 : 3);
		expect(new Set(asked).size).toBe(asked.length);
	});

	it('a failed first request is the only one: nobody waiting behind it is let in', async () => {
		twilio.faults.push({ match: aboutWorker(0), status: 400 });
		await bench.run(makeAvailable(twilio, 40, { parallelLimit: 8 }));
		expect(workersIn(twilio.seen)).toEqual([0]);
	});

	it('and likewise when every answer is a page under status 200', async () => {
		twilio.faults.push({ status: 200, html: true, times: 'always' });
		const { error } = await bench.run(makeAvailable(twilio, 1, { parallelLimit: 8 }));
		expect(error?.message).toContain(sidOf(0));
		expect(error?.description).toContain('may or may not have been made');
		expect(workersIn(twilio.seen)).toEqual([0, 0, 0, 0]);
	});

	it('the error names the agent, the reason, the item, and how far the run came', async () => {
		twilio.faults.push({
			match: aboutWorker(5),
			status: 400,
			body: { code: 20001, message: 'Activity is odd', status: 400 },
		});
		const { error } = await bench.run(makeAvailable(twilio, 40, { parallelLimit: 1 }));
		expect(error?.message).toBe(`Row 6: Worker ${sidOf(5)}: Activity is odd`);
		expect(error?.context).toMatchObject({ itemIndex: 5 });
		expect(error?.httpCode).toBe('400');
		expect(error?.description).toContain('code 20001');
		expect(error?.description).toMatch(/request RQ[0-9a-f]{32}/);
		expect(error?.description).toContain('5 of 40 items done, 1 failed, 34 not attempted.');
		expect(available(twilio)).toEqual(upTo(5));
	});

	it('the figures of the error are those of the vendor', async () => {
		twilio.faults.push({ match: aboutWorker(9), status: 400 });
		shuffleAnswers(40);
		const { error } = await bench.run(makeAvailable(twilio, 40, { parallelLimit: 6 }));
		const [, done, notStarted] = /(\d+) of 40 items done, \d+ failed, (\d+) not attempted/.exec(error?.description ?? '') ?? []; // prettier-ignore
		expect(Number(done)).toBe(available(twilio).length);
		expect(Number(notStarted)).toBe(40 - workersIn(twilio.seen).length);
	});

	it('a retry that waits does not go out any more', async () => {
		twilio.faults.push({ match: aboutWorker(2), status: 429, headers: { 'retry-after': '2' } });
		twilio.faults.push({ match: aboutWorker(3), status: 400, delayMs: 200 });
		const { error } = await bench.run(makeAvailable(twilio, 40, { parallelLimit: 2 }));
		expect(error?.context).toMatchObject({ itemIndex: 3 });
		expect(workersIn(twilio.seen).filter((worker) => worker === 2)).toHaveLength(1);
	});

	it('a list asks for no further page', async () => {
		const agents = Object.fromEntries(upTo(1_600).map((index) => [`1${index}`, '0' as const]));
		const voipNow = await startVoipNow({ seed: { queues: { '1*1': { owner: '3', agents } } } });
		try {
			voipNow.faults.push({ match: { path: /startIndex=500/ }, delayMs: 400 });
			const { error } = await bench.run({
				node: 'voipNow',
				parameters: {
					resource: 'queueAgent',
					operation: 'getAll',
					user: '@me',
					queue: '={{ $json.queue }}',
					returnAll: true,
				},
				items: [{ queue: '1*1' }, { queue: '9*9' }],
				credentials: {
					voipNowOAuth2Api: {
						host: voipNow.url,
						clientId: VOIPNOW_CLIENT_ID,
						clientSecret: VOIPNOW_CLIENT_SECRET,
					},
				},
			});
			expect(error?.context).toMatchObject({ itemIndex: 1 });
			expect(voipNow.seen.filter(({ path }) => path.includes('startIndex=1000'))).toEqual([]);
		} finally {
			await voipNow.close();
		}
	});

	it('one bad item among many stops the run before anything is sent, and says which', async () => {
		const job = makeAvailable(twilio, 40);
		job.items?.splice(17, 1, { w: 'WK/../WK2' });
		const { error } = await bench.run(job);
		expect(twilio.seen).toEqual([]);
		expect(error?.message).toContain("Worker WK/../WK2: 'Worker' must be a worker SID");
		expect(error?.message).toMatch(/^Row 18: /);
		expect(error?.description).toContain('Nothing was sent');
		expect(error?.context).toMatchObject({ itemIndex: 17 });
	});

	it('an agent whose name looks like an error code to n8n keeps our message', async () => {
		const parameters = {
			resource: 'user',
			operation: 'update',
			user: { __rl: true, mode: 'identity', value: '={{ $json.who }}' },
			updateFields: { avatar: 'no address' },
		};
		const who = 'Keeperman@example.com';
		const { error } = await bench.run({
			...makeAvailable(twilio, 0),
			node: 'twilioFrontline',
			parameters,
			items: [{ who }],
		});
		expect(error?.message).toContain(who);
		expect(error?.message).not.toContain('Operation not permitted');
		expect(twilio.seen).toEqual([]);
	});

	it('and does so when the service refuses too', async () => {
		const parameters = {
			resource: 'user',
			operation: 'update',
			user: { __rl: true, mode: 'identity', value: '={{ $json.who }}' },
			updateFields: { friendlyName: 'Keeper Man' },
		};
		const who = 'Keeperman@example.com';
		const { error } = await bench.run({
			...makeAvailable(twilio, 0),
			node: 'twilioFrontline',
			parameters,
			items: [{ who }],
		});
		expect(error?.message).toMatch(/Keeperman@example\.com: .* not found/);
		expect(twilio.seen).toHaveLength(1);
	});
});

describe('when the workflow goes on', () => {
	it.each(['continueErrorOutput', 'continueRegularOutput'] as const)(
		'every item yields exactly one row (%s)',
		async (onError) => {
			for (const index of [0, 7, 19]) twilio.faults.push({ match: aboutWorker(index), status: 403 });
			const job = makeAvailable(twilio, 20, { onError });
			job.items?.splice(4, 1, { w: '' });
			const { out, failed, error } = await bench.run(job);
			expect(error).toBeUndefined();
			const rows = [...out, ...failed];
			expect(rows.map(originOf).sort((one = 0, other = 0) => one - other)).toEqual(upTo(20));
			expect(rows.filter(({ json }) => json.error !== undefined).map(originOf)).toEqual([0, 4, 7, 19]);
			expect(failed).toHaveLength(onError === 'continueErrorOutput' ? 4 : 0);
			expect(twilio.seen).toHaveLength(19);
		},
	);

	it('a failed row keeps the fields of its input and says who, why and how to get on', async () => {
		twilio.faults.push({ match: aboutWorker(1), status: 404 });
		const { failed } = await bench.run(makeAvailable(twilio, 3, { onError: 'continueErrorOutput' }));
		expect(failed).toHaveLength(1);
		expect(failed[0]?.json).toEqual({
			w: sidOf(1),
			row: 1,
			error: `Worker ${sidOf(1)}: The requested resource was not found`,
			message: expect.stringContaining('Nothing with this SID or identity exists') as string,
			details: {
				agent: `Worker ${sidOf(1)}`,
				description: expect.stringContaining('Nothing with this SID') as string,
				httpCode: '404',
				vendorCode: '20404',
				requestId: expect.stringMatching(/^RQ[0-9a-f]{32}$/) as string,
				attempts: 1,
			},
		});
	});

	it('a row that could not be sent says so, and keeps the fields of its input too', async () => {
		const job = makeAvailable(twilio, 3, { onError: 'continueErrorOutput' });
		job.items?.splice(1, 1, { w: 'nobody', row: 1 });
		const { out, failed } = await bench.run(job);
		expect(out.map(originOf)).toEqual([0, 2]);
		expect(failed.map(({ json }) => json)).toEqual([
			{
				w: 'nobody',
				row: 1,
				error: expect.stringContaining("Worker nobody: 'Worker' must be a worker SID") as string,
				details: expect.objectContaining({ agent: 'Worker nobody' }) as unknown,
			},
		]);
	});

	it('an expression that cannot be worked out fails its own item only', async () => {
		const job = makeAvailable(twilio, 3, { onError: 'continueErrorOutput' });
		job.parameters = { ...job.parameters, worker: byId('={{ $json.w.at(0) && $json.w }}') };
		job.items?.splice(1, 1, { w: { at: 'no function' } });
		const { out, failed } = await bench.run(job);
		expect(out.map(originOf)).toEqual([0, 2]);
		expect(failed.map(originOf)).toEqual([1]);
	});

	it('a hint tells how many failed, and there is none when none did', async () => {
		twilio.faults.push({ match: aboutWorker(1), status: 403, times: 1 });
		const first = await bench.run(makeAvailable(twilio, 4, { onError: 'continueErrorOutput' }));
		expect(first.hints).toMatchObject([
			{ message: expect.stringContaining('1 of 4 items failed') as string, type: 'warning' },
		]);
		const second = await bench.run(makeAvailable(twilio, 4, { onError: 'continueErrorOutput' }));
		expect(second.hints).toEqual([]);
	});

	it('a key that a service echoes shows up nowhere', async () => {
		twilio.faults.push({ status: 400, body: { code: 1, message: `The token ${TWILIO_AUTH_TOKEN} is odd` } });
		const { failed, run } = await bench.run(makeAvailable(twilio, 2, { onError: 'continueErrorOutput' }));
		expect(failed.map(({ json }) => json.error)).toEqual([`Worker ${sidOf(0)}: The token *** is odd`]);
		expect(JSON.stringify(run.data.resultData)).not.toContain(TWILIO_AUTH_TOKEN);
	});

	it('all of them may fail, and the run still ends with a row for each', async () => {
		twilio.faults.push({ status: 403, times: 'always' });
		const { out, failed } = await bench.run(makeAvailable(twilio, 12, { onError: 'continueErrorOutput' }));
		expect(out).toEqual([]);
		expect(failed.map(originOf)).toEqual(upTo(12));
		expect(failed.map((item) => detailsOf(item).attempts)).toEqual(Array(12).fill(1));
	});
});

it('two runs at the same time do not meet', async () => {
	const other = await twilioWith(20);
	try {
		other.faults.push({ match: aboutWorker(3), status: 400 });
		twilio.faults.latency(10);
		const [fine, broken] = await Promise.all([
			bench.run(makeAvailable(twilio, 20)),
			bench.run(makeAvailable(other, 20)),
		]);
		expect(fine.error).toBeUndefined();
		expect(fine.out).toHaveLength(20);
		expect(broken.error?.context).toMatchObject({ itemIndex: 3 });
	} finally {
		await other.close();
	}
});

it('an agent of another vendor goes by its own name in the error', async () => {
	const voipNow = await startVoipNow();
	try {
		const { failed } = await bench.run({
			node: 'voipNow',
			parameters: {
				resource: 'queueAgent',
				operation: 'update',
				user: '@me',
				queue: VOIPNOW_QUEUE,
				agent: byId(PEOPLE.carla.extension),
				status: '1',
			},
			credentials: {
				voipNowOAuth2Api: {
					host: voipNow.url,
					clientId: VOIPNOW_CLIENT_ID,
					clientSecret: VOIPNOW_CLIENT_SECRET,
				},
			},
			onError: 'continueErrorOutput',
		});
		expect(failed[0]?.json.error).toContain(`Agent ${PEOPLE.carla.extension}: `);
		expect(failed[0]?.json.details).toMatchObject({ vendorCode: 'qag_agent_invalid', httpCode: '400' });
	} finally {
		await voipNow.close();
	}
});

describe("n8n's own Retry On Fail", () => {
	it('repeats the finished updates too, does no harm, and ends right', async () => {
		twilio.faults.push({
			match: aboutWorker(4),
			status: 400,
			body: { code: 20001, message: 'Not now', status: 400 },
		});
		const { error, out } = await bench.run(makeAvailable(twilio, 6, { retryOnFail: true, parallelLimit: 1 }));
		expect(error).toBeUndefined();
		expect(out.map(originOf)).toEqual(upTo(6));
		expect(upTo(6).every((index) => twilio.state.workers[sidOf(index)]?.activity_sid === ACTIVITY.available)).toBe(
			true,
		);
		expect(workersIn(twilio.seen)).toEqual([...upTo(5), ...upTo(6)]);
	});
});

describe('what is wrong with all items alike', () => {
	const NO_SUCH = "Twilio TaskRouter has no such operation: choose one from the lists 'Resource' and 'Operation'";
	const without = (parameters: Record<string, string>, more: Parameters<typeof makeAvailable>[2] = {}) => {
		const job = makeAvailable(twilio, 2, more);
		return { ...job, parameters: { ...job.parameters, ...parameters } };
	};

	it.each([{ operation: 'dance' }])('an operation that there is none of: %j', async (parameters) => {
		const stopped = await bench.run(without(parameters));
		expect(stopped.error?.message).toBe(NO_SUCH);
		expect(stopped.error?.description).toBe('Nothing was sent.');
		const { out, failed, hints } = await bench.run(without(parameters, { onError: 'continueErrorOutput' }));
		expect(out).toEqual([]);
		expect(failed.map(({ json }) => json.error)).toEqual([`Row 1: ${NO_SUCH}`, `Row 2: ${NO_SUCH}`]);
		expect(hints).toMatchObject([{ message: `2 of 2 items failed. Row 1: ${NO_SUCH}. Row 2: ${NO_SUCH}.` }]);
		expect(twilio.seen).toEqual([]);
	});

	it('an address in the credential that is none', async () => {
		const problem =
			'The \'Twilio TaskRouter\' credential: "http://" would send the key unencrypted: the address must begin with https://';
		const url = 'http://twilio.example';
		const stopped = await bench.run(makeAvailable({ url }, 2));
		expect([stopped.error?.message, stopped.error?.description]).toEqual([problem, 'Nothing was sent.']);
		const { failed } = await bench.run(makeAvailable({ url }, 2, { onError: 'continueErrorOutput' }));
		expect(failed.map(({ json }) => json.error)).toEqual(
			upTo(2).map((index) => `Worker ${sidOf(index)}: ${problem}`),
		);
	});
});

describe('how far a run came', () => {
	it.each([
		[1, 0, '0 of 1 item done, 1 failed.'],
		[2, 1, '1 of 2 items done, 1 failed.'],
		[3, 1, '1 of 3 items done, 1 failed, 1 not attempted.'],
	])('of %i items, where number %i fails: %s', async (count, bad, told) => {
		twilio.faults.push({ match: aboutWorker(bad), status: 418, body: { message: 'Teapot' } });
		const { error } = await bench.run(makeAvailable(twilio, count, { parallelLimit: 1 }));
		expect(error?.description).toContain(told);
		expect(error?.description?.endsWith(told)).toBe(true);
	});

	it('is that nothing was sent where an item is wrong', async () => {
		const job = makeAvailable(twilio, 2);
		job.items?.splice(1, 1, { w: 'nobody' });
		const { error } = await bench.run(job);
		expect(error?.description).toBe('Nothing was sent: all items are checked before the first change.');
	});

	const named = (names: string[], more: Parameters<typeof makeAvailable>[2] = {}) => {
		const job = makeAvailable(twilio, 0, more);
		const worker = { __rl: true, mode: 'name', value: '={{ $json.name }}' };
		return { ...job, parameters: { ...job.parameters, worker }, items: names.map((name) => ({ name })) };
	};

	it('is that nothing was changed where names mean nobody, and all of them are told', async () => {
		const { error } = await bench.run(named(['Worker 1', 'Robot 1', 'Worker 2', 'Robot 2']));
		expect(error?.message).toMatch(/^Row 2: Worker Robot 1: 'Worker' "Robot 1" matches no worker\. There are: /);
		expect(error?.description).toMatch(
			/^Row 4: Worker Robot 2: 'Worker' "Robot 2" matches no worker\..*Nothing was changed\.$/,
		);
		expect(twilio.seen.filter(({ method }) => method === 'POST')).toEqual([]);
	});

	it('is that the others were changed where the run goes on', async () => {
		const { out, failed } = await bench.run(
			named(['Worker 1', 'Robot 1', 'WORKER 2'], { onError: 'continueErrorOutput' }),
		);
		expect(out.map(originOf)).toEqual([0, 2]);
		expect(failed.map(originOf)).toEqual([1]);
		expect(available(twilio)).toEqual([1, 2]);
	});

	it.each([
		[9, 'one by one where they are few', 9],
		[10, 'all at once where they are many', 1],
	])('%i different names are looked up %s', async (count, _how, lists) => {
		const names = upTo(count).map((index) => `Worker ${index}`);
		const { out } = await bench.run(named([...names, ...names.map((name) => name.toUpperCase())]));
		expect(out).toHaveLength(2 * count);
		const reads = twilio.seen.filter(({ method, path }) => method === 'GET' && /Workers\?/.test(path));
		expect(new Set(reads.map(({ path }) => path.toLowerCase())).size).toBe(lists);
	});

	it('is told when it is cancelled', async () => {
		twilio.faults.latency(60);
		let cancel = () => {};
		const running = bench.run(
			makeAvailable(twilio, 50, { parallelLimit: 1, whenStarted: (stop) => (cancel = stop) }),
		);
		await until(() => twilio.seen.length >= 3);
		cancel();
		const { error } = await running;
		expect(error?.message).toMatch(/cancelled/);
	});
});

it.each([
	[2.9, 2],
	['2', 2],
	[1, 1],
])('a Parallel Limit of %p is %i at most', async (parallelLimit, most) => {
	twilio.faults.latency(100);
	const job = makeAvailable(twilio, 12);
	await bench.run({ ...job, parameters: { ...job.parameters, options: { parallelLimit } } });
	expect(twilio.maxInFlight).toBe(most);
});

it.each([[{ parallelLimit: 0.5 }], [{ parallelLimit: 'x' }], [{}], ['x']])(
	'options that set no limit leave it to the service: %j',
	async (options) => {
		twilio.faults.latency(60);
		const job = makeAvailable(twilio, 40);
		const { out } = await bench.run({ ...job, parameters: { ...job.parameters, options } });
		expect(out).toHaveLength(40);
		expect(twilio.maxInFlight).toBeGreaterThan(5);
	},
);

it.each([
	['stopWorkflow', []],
	['continueErrorOutput', ['Row 1: could not be processed: ', 'Row 2: could not be processed: ']],
] as const)('a run that breaks before it knows what to do passes nothing on as done (%s)', async (onError, rows) => {
	const job = makeAvailable(twilio, 2, { onError });
	// n8n knows no field called operation where it does not know the resource.
	job.parameters = { ...job.parameters, resource: 'robot' };
	const { out, failed, error } = await bench.run(job);
	expect(out).toEqual([]);
	expect(failed.map(({ json }) => textOf(json.error).slice(0, 31))).toEqual(rows);
	expect(error === undefined).toBe(rows.length > 0);
	expect(twilio.seen).toEqual([]);
});
