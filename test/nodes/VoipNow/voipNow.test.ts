import type { ICredentialDataDecryptedObject, IDataObject } from 'n8n-workflow';
import {
	PEOPLE,
	VOIPNOW_CLIENT_ID,
	VOIPNOW_CLIENT_SECRET,
	VOIPNOW_OTHER_QUEUE,
	VOIPNOW_QUEUE,
	VOIPNOW_REMOTE_NUMBER,
	VOIPNOW_USER,
	startVoipNow,
	type Queue,
} from '../../../simulators';
import { useSimulator } from '../../support/pack/useSimulator';
import { bySid, voipNowCredential } from '../../support/pack/vendors';

const { anna, bob, dawid, frank } = PEOPLE;
const stage = useSimulator(startVoipNow);

const credential = (more: ICredentialDataDecryptedObject = {}) => ({
	voipNowOAuth2Api: { ...voipNowCredential(stage.simulator.url).voipNowOAuth2Api, ...more },
});

interface Asked {
	items?: IDataObject[];
	agent?: string;
	queue?: string;
	status?: string;
	parallelLimit?: number;
	secret?: ICredentialDataDecryptedObject;
	goOn?: boolean;
}

const update = async ({
	items,
	agent = anna.extension,
	queue = VOIPNOW_QUEUE,
	status = '1',
	parallelLimit,
	secret,
	goOn,
}: Asked = {}) =>
	await stage.bench.run({
		node: 'voipNow',
		parameters: {
			resource: 'queueAgent',
			operation: 'update',
			user: '@me',
			queue,
			agent: bySid(agent),
			status,
			options: parallelLimit === undefined ? {} : { parallelLimit },
		},
		...(items && { items }),
		credentials: credential(secret),
		...(goOn && { onError: 'continueErrorOutput' as const }),
	});

const list = async (parameters: Record<string, string | number | boolean>) =>
	await stage.bench.run({
		node: 'voipNow',
		parameters: { resource: 'queueAgent', operation: 'getAll', user: '@me', queue: VOIPNOW_QUEUE, ...parameters },
		credentials: credential(),
	});

const tokenRequests = () => stage.simulator.seen.filter(({ path }) => path === '/oauth/token.php');
const changes = () => stage.simulator.seen.filter(({ method }) => method === 'PUT');
const statusOf = (agent: string) => stage.simulator.state.queues[VOIPNOW_QUEUE]?.agents[agent];

describe('an update', () => {
	it('changes the agent in this queue and in no other', async () => {
		await stage.start();

		const { out } = await update({ status: '2' });

		expect(statusOf(anna.extension)).toBe('2');
		expect(
			Object.values(stage.simulator.state.queues)
				.flatMap(({ agents }) => Object.values(agents))
				.filter((status) => status === '2'),
		).toHaveLength(2);
		expect(out[0]?.json).toMatchObject({
			agentNumber: anna.extension,
			queue: VOIPNOW_QUEUE,
			status: '2',
			confirmed: true,
		});
	});

	it.each(['0', '1', '2'])('sends status %s as text', async (status) => {
		await stage.start();

		await update({ status });

		expect(changes().map(({ body }) => body)).toEqual([JSON.stringify({ status })]);
		expect(statusOf(anna.extension)).toBe(status);
	});

	it('reaches a remote agent by ID', async () => {
		await stage.start();

		const { out } = await update({ agent: frank.extension });

		expect(out[0]?.json).toMatchObject({
			agentNumber: VOIPNOW_REMOTE_NUMBER,
			identifier: frank.extension,
			confirmed: true,
		});
	});

	it.each(['array', 'entry', 'object'] as const)(
		'understands an answer in the shape of: %s',
		async (updateAnswer) => {
			await stage.start({ updateAnswer });

			const { out } = await update();

			expect(out).toHaveLength(1);
			expect(out[0]?.json).toMatchObject({ agentNumber: anna.extension, status: '1', confirmed: true });
			expect(out[0]?.json).not.toHaveProperty('note');
		},
	);

	it('understands a list in a list', async () => {
		await stage.start();
		stage.simulator.faults.push({
			status: 200,
			body: [{ entry: [{ agentNumber: anna.extension, status: 1 }] }],
			match: { method: 'PUT' },
		});

		const { out } = await update();

		expect(out.map(({ json }) => json)).toEqual([{ agentNumber: anna.extension, status: 1, confirmed: true }]);
	});

	it('knows a remote agent by the identifier in the answer', async () => {
		await stage.start();
		stage.simulator.faults.push({
			status: 200,
			body: [{ agentNumber: '', identifier: Number(frank.extension), status: '1' }],
			match: { method: 'PUT' },
		});

		const { out } = await update({ agent: frank.extension });

		expect(out[0]?.json).toMatchObject({ identifier: Number(frank.extension), confirmed: true });
	});

	it('takes 204 for neither success nor failure', async () => {
		await stage.start({ updateAnswer: 'noContent' });

		const { out, error } = await update({ status: '2' });

		expect(error).toBeUndefined();
		expect(out.map(({ json }) => json)).toEqual([
			{
				agentNumber: anna.extension,
				queue: VOIPNOW_QUEUE,
				status: null,
				requestedStatus: '2',
				confirmed: false,
				note: expect.stringMatching(/without an agent .*204/) as string,
			},
		]);
	});

	it("does not pass another agent's row off as the one that was asked for", async () => {
		await stage.start({ updateAnswer: 'wrongAgent' });

		const { out } = await update();

		expect(out[0]?.json).toMatchObject({ agentNumber: anna.extension, status: null, confirmed: false });
		expect(out[0]?.json.note).toMatch(/another agent/);
		expect(JSON.stringify(out)).not.toContain(bob.extension);
	});

	it('says so when the agent has another status than the one asked for', async () => {
		await stage.start();
		stage.simulator.faults.push({
			status: 200,
			body: [{ agentNumber: anna.extension, status: '0' }],
			match: { method: 'PUT' },
		});

		const { out } = await update({ status: '1' });

		expect(out[0]?.json).toMatchObject({ status: '0', requestedStatus: '1', confirmed: false });
		expect(out[0]?.json.note).toMatch(/status 0 instead of 1/);
	});

	it('is not fooled by a page of HTML under status 200', async () => {
		await stage.start();
		stage.simulator.faults.push({ html: true, status: 200, times: 'always', match: { method: 'PUT' } });

		const { error, out } = await update();

		expect(error?.message).toMatch(/^Agent 0003\*210: VoipNow answered with a web page/);
		expect(out).toEqual([]);
	});

	it.each<[string, unknown]>([
		['alone', { error: { code: 'qag_agent_invalid', message: 'The agent does not exist' } }],
		['in a list', [{ error: { code: 'qag_agent_invalid', message: 'The agent does not exist' } }]],
	])('is not fooled by an error under status 200: %s', async (_how, body) => {
		for (const operation of ['update', 'get', 'getAll']) {
			await stage.start();
			stage.simulator.faults.push({ status: 200, body, match: { path: /^\/uapi\// } });
			const { out, error } = await stage.bench.run({
				node: 'voipNow',
				parameters: {
					resource: 'queueAgent',
					operation,
					user: '@me',
					queue: VOIPNOW_QUEUE,
					agent: bySid(anna.extension),
					status: '1',
				},
				credentials: credential(),
			});

			expect(out).toEqual([]);
			expect(error?.message).toContain('The agent does not exist');
			expect(error?.description).toContain('qag_agent_invalid');
			await stage.simulator.close();
		}
		await stage.start();
	});

	it('tells of an error under status 200 that has no words', async () => {
		await stage.start();
		stage.simulator.faults.push({ status: 200, body: { error: {} }, match: { method: 'PUT' } });

		expect((await update()).error?.message).toContain('VoipNow answered with an error under HTTP status 200');
	});

	it.each([
		['a queue that does not exist', { queue: '0003*999' }, /extension_invalid/],
		["another user's queue", { queue: VOIPNOW_OTHER_QUEUE }, /extension_invalid/],
		['an agent who is not registered to the queue', { agent: '0003*999' }, /qag_agent_invalid/],
	])("tells VoipNow's words, its code and what to check: %s", async (_name, asked, code) => {
		await stage.start();

		const { error } = await update(asked);

		expect(error?.message).toMatch(/^Agent 0003\*\d+: (Value supplied|Agent 0003\*999 is not registered)/);
		expect(error?.description).toMatch(code);
		expect(error?.description).toMatch(/Check '(Queue|Agent)'/);
	});

	it('does one item after the other wrong one when told to go on', async () => {
		await stage.start();

		const { out, failed } = await update({
			agent: '={{ $json.agent }}',
			items: [{ agent: anna.extension }, { agent: '0003*999' }, { agent: dawid.extension }],
			goOn: true,
		});

		expect(out.map(({ json, pairedItem }) => [json.agentNumber, pairedItem])).toEqual([
			[anna.extension, { item: 0 }],
			[dawid.extension, { item: 2 }],
		]);
		expect(failed.map(({ json, pairedItem }) => [json.details, pairedItem])).toEqual([
			[
				expect.objectContaining({ agent: 'Agent 0003*999', httpCode: '400', vendorCode: 'qag_agent_invalid' }),
				{ item: 1 },
			],
		]);
	});
});

describe('logging in', () => {
	it("asks for a token as the vendor's samples do, once, however many items there are", async () => {
		await stage.start();
		stage.simulator.faults.latency(100);

		const { out } = await update({
			agent: '={{ ["0003*210", "0003*211", "0003*214", "5001"][$itemIndex % 4] }}',
			items: Array.from({ length: 40 }, () => ({})),
		});

		expect(out).toHaveLength(40);
		expect(tokenRequests()).toHaveLength(1);
		expect(Object.fromEntries(new URLSearchParams(tokenRequests()[0]?.body))).toEqual({
			grant_type: 'client_credentials',
			type: 'unifiedapi',
			redirect_uri: `${stage.simulator.url}/oauth/token.php`,
			client_id: VOIPNOW_CLIENT_ID,
			client_secret: VOIPNOW_CLIENT_SECRET,
		});
		expect(stage.simulator.maxInFlight).toBe(4);
	});

	it('logs in once more when the kept token has expired', async () => {
		await stage.start();

		const { out, error } = await update({
			secret: { accessToken: 'an-expired-token', accessExpiresAt: '9999999999999' },
		});

		expect(error).toBeUndefined();
		expect(out[0]?.json).toMatchObject({ confirmed: true });
		expect(tokenRequests()).toHaveLength(1);
		expect(changes().map(({ headers }) => headers.authorization === 'Bearer an-expired-token')).toEqual([
			true,
			false,
		]);
	});

	it('takes a credential that was saved when n8n fetched the tokens', async () => {
		await stage.start();

		const { out, error } = await update({
			secret: {
				grantType: 'clientCredentials',
				accessTokenUrl: '={{ $self["host"] + "/oauth/token.php" }}',
				scope: '',
				authentication: 'body',
				sendAdditionalBodyProperties: true,
				additionalBodyProperties: '={{ JSON.stringify({ type: "unifiedapi" }) }}',
				ignoreSSLIssues: false,
				oauthTokenData: { access_token: 'of-those-days', token_type: 'Bearer' },
			},
		});

		expect(error).toBeUndefined();
		expect(out[0]?.json).toMatchObject({ confirmed: true });
		expect(tokenRequests()).toHaveLength(1);
		expect(changes().map(({ headers }) => headers.authorization)).not.toContain('Bearer of-those-days');
	});

	it('logs in again when the token expires on the way', async () => {
		await stage.start({ tokenSeconds: 0.4 });
		stage.simulator.faults.latency(60);

		const { out, error } = await update({ items: Array.from({ length: 12 }, () => ({})), parallelLimit: 1 });

		expect(error).toBeUndefined();
		expect(out.map(({ json }) => json.confirmed)).toEqual(Array.from({ length: 12 }, () => true));
		expect(tokenRequests().length).toBeGreaterThan(1);
	});

	it('takes an address with a trailing slash', async () => {
		await stage.start();

		const { out } = await update({ secret: { host: `${stage.simulator.url}/` } });

		expect(out[0]?.json).toMatchObject({ confirmed: true });
		expect(stage.simulator.seen.map(({ path }) => path)).toEqual([
			'/oauth/token.php',
			`/uapi/extensions/@me/${VOIPNOW_QUEUE}/queue/agents/${anna.extension}`,
		]);
	});

	it('says what is wrong when the secret is, without telling it', async () => {
		await stage.start();
		const secret = 'a-wrong-app-secret';

		const outcome = await update({ secret: { clientSecret: secret } });

		expect(outcome.error?.message).toMatch(/^VoipNow did not accept /);
		expect(`${String(outcome.error?.message)} ${String(outcome.error?.description)}`).toMatch(
			/App (Key|Secret)|credential/,
		);
		expect(JSON.stringify([outcome.error, outcome.out, outcome.hints])).not.toContain(secret);
		expect(changes()).toEqual([]);
	});
});

describe('a list of agents', () => {
	const many = (count: number): Record<string, Queue> => ({
		[VOIPNOW_QUEUE]: {
			owner: VOIPNOW_USER,
			agents: Object.fromEntries(
				Array.from({ length: count }, (_, index) => [`0003*${index + 1000}`, '1' as const]),
			),
		},
	});
	const numbers = (out: Array<{ json: IDataObject }>) => out.map(({ json }) => json.agentNumber);

	it('is one item per agent with the status', async () => {
		await stage.start();

		const { out } = await list({ returnAll: true });

		expect(out.map(({ json }) => [json.agentNumber, json.status])).toEqual([
			[VOIPNOW_REMOTE_NUMBER, '0'],
			[anna.extension, '0'],
			[bob.extension, '1'],
			[dawid.extension, '2'],
		]);
	});

	it.each(['collection', 'arrayOfCollection'] as const)('is understood in the shape of: %s', async (listAnswer) => {
		await stage.start({ listAnswer });

		expect(numbers((await list({ returnAll: true })).out)).toHaveLength(4);
	});

	it('is read over many pages, every agent once', async () => {
		await stage.start({ queues: many(1234) });

		const { out } = await list({ returnAll: true });

		expect(numbers(out)).toEqual(Array.from({ length: 1234 }, (_, index) => `0003*${index + 1000}`));
		expect(stage.simulator.seen.filter(({ method }) => method === 'GET')).toHaveLength(3);
	});

	it('ends in time when the last page is full', async () => {
		await stage.start({ queues: many(1000) });

		const { out, error } = await list({ returnAll: true });

		expect(error).toBeUndefined();
		expect(out).toHaveLength(1000);
	});

	it.each([
		[1, 1],
		[499, 1],
		[500, 1],
		[501, 2],
		[1200, 3],
	])('stops at the limit of %i without asking for more than it needs', async (limit, pages) => {
		await stage.start({ queues: many(1234) });

		const { out } = await list({ returnAll: false, limit });

		const asked = stage.simulator.seen
			.filter(({ method }) => method === 'GET')
			.map(({ path }) => new URL(path, stage.simulator.url).searchParams);
		expect(numbers(out)).toEqual(Array.from({ length: limit }, (_, index) => `0003*${index + 1000}`));
		expect(asked).toHaveLength(pages);
		expect(asked.reduce((sum, query) => sum + Number(query.get('count')), 0)).toBe(limit);
	});

	it('is not an item when the queue is empty, which VoipNow answers with 204', async () => {
		await stage.start({ queues: many(0) });

		const { out, error } = await list({ returnAll: true });

		expect(error).toBeUndefined();
		expect(out).toEqual([]);
	});

	it('is not cut short in silence when the service gives no more', async () => {
		await stage.start({ queues: many(5001) });

		const { error } = await list({ returnAll: true });

		expect(error?.message).toMatch(/^Queue 0003\*212: The list goes on after 5000 entries/);
	});

	it('is complete with exactly as many agents as the service can give', async () => {
		await stage.start({ queues: many(5000) });

		const { out, error } = await list({ returnAll: true });

		expect(error?.message).toBeUndefined();
		expect(out).toHaveLength(5000);
	});

	it('is not taken for empty when a page of HTML comes under status 200', async () => {
		await stage.start();
		stage.simulator.faults.push({ html: true, status: 200, times: 'always', match: { method: 'GET' } });

		const { error, out } = await list({ returnAll: true });

		expect(error?.message).toMatch(/^Queue 0003\*212: /);
		expect(out).toEqual([]);
	});

	it('never leaves the host for the next page', async () => {
		await stage.start({ queues: many(600) });
		const entry = Array.from({ length: 500 }, (_, index) => ({ agentNumber: `0003*${index + 1000}`, status: '1' }));
		stage.simulator.faults.push({
			status: 200,
			body: { entry, next: 'https://evil.example/uapi' },
			match: { method: 'GET' },
		});

		const { out, error } = await list({ returnAll: true });

		expect(error).toBeUndefined();
		expect(out).toHaveLength(600);
	});
});
