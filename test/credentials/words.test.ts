import { createServer, type AddressInfo, type Socket } from 'node:net';
import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import { startTwilio, startVoipNow, type Simulator } from '../../simulators';
import { start as startConpeek } from '../../simulators/conpeek/server';
import { byKey, byToken } from '../../simulators/twilio/samples/account';
import {
	TWILIO_OAUTH_CLIENT_ID,
	TWILIO_OAUTH_CLIENT_SECRET,
	VOIPNOW_QUEUE,
	WORKSPACE_SID,
	PEOPLE,
} from '../../simulators';
import { CONPEEK_API_KEY } from '../../simulators/conpeek/cast';
import { Bench } from '../support/bench/bench';
import { testCredential } from '../support/pack/credentialTest';
import { bySid, voipNowCredential } from '../support/pack/vendors';

let bench: Bench;

beforeAll(async () => {
	bench = await Bench.open();
});

afterAll(async () => await bench.close());

/** A service of connections alone. */
async function listen(accept: (socket: Socket) => void): Promise<AsyncDisposable & { url: string }> {
	const open = new Set<Socket>();
	const server = createServer((socket) => {
		open.add(socket);
		accept(socket);
	});
	await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		async [Symbol.asyncDispose]() {
			for (const socket of open) socket.destroy();
			await new Promise((closed) => server.close(closed));
		},
	};
}

/** One way to sign in. */
interface Way {
	name: string;
	credential: string;
	start: () => Promise<Simulator>;
	/** A good one for the simulator at an address. */
	good: (url: string) => ICredentialDataDecryptedObject;
	wrong: ICredentialDataDecryptedObject;
	/** What a run of Agent State needs. */
	run: INodeParameters;
	agent: string;
	/** A list of the editor; Conpeek has none. */
	search?: { node: string; method: string; parameters: INodeParameters };
	refused: string;
}

const TWILIO = 'twilioContactCenterApi';
const atTwilio = {
	credential: TWILIO,
	start: startTwilio,
	run: { vendor: 'twilioTaskRouter', workspace: bySid(WORKSPACE_SID) },
	agent: PEOPLE.anna.worker,
	search: { node: 'twilioTaskRouter', method: 'searchWorkspaces', parameters: {} },
};
const root = (url: string) => ({ apiRootOverride: `${url}/{product}` });

const ways: Way[] = [
	{
		...atTwilio,
		name: 'Twilio by Auth Token',
		good: (url) => ({ ...byToken, ...root(url) }),
		wrong: { authToken: 'wrong' },
		refused: 'Twilio did not accept the Account SID and Auth Token',
	},
	{
		...atTwilio,
		name: 'Twilio by API key',
		good: (url) => ({ ...byKey, ...root(url) }),
		wrong: { apiKeySecret: 'wrong' },
		refused: 'Twilio did not accept the API Key SID and API Key Secret',
	},
	{
		...atTwilio,
		name: 'Twilio by OAuth client',
		good: (url) => ({
			...{ authentication: 'oAuth2', oAuthClientId: TWILIO_OAUTH_CLIENT_ID },
			...{ oAuthClientSecret: TWILIO_OAUTH_CLIENT_SECRET, accessToken: '', ...root(url) },
		}),
		wrong: { oAuthClientSecret: 'wrong' },
		refused: 'Twilio did not accept the Client ID and Client Secret',
	},
	{
		name: 'VoipNow',
		credential: 'voipNowOAuth2Api',
		start: startVoipNow,
		good: (url) => voipNowCredential(url).voipNowOAuth2Api,
		wrong: { clientSecret: 'wrong' },
		run: { vendor: 'voipNow', user: '@me', queues: VOIPNOW_QUEUE },
		agent: '0003*210',
		search: { node: 'voipNow', method: 'searchAgents', parameters: { user: '@me', queue: VOIPNOW_QUEUE } },
		refused: 'VoipNow did not accept the App Key and App Secret',
	},
	{
		name: 'Conpeek',
		credential: 'conpeekApi',
		start: startConpeek,
		good: (url) => ({ baseUrl: url, apiKey: CONPEEK_API_KEY }),
		wrong: { apiKey: 'wrong' },
		run: { vendor: 'conpeek' },
		agent: 'anna.kowalska',
		refused: 'Conpeek did not accept the API Key',
	},
];

const NOWHERE = 'http://127.0.0.1:9';

describe.each(ways)('$name', ({ credential, start, good, wrong, run, agent, search, refused }) => {
	let service: Simulator;
	beforeEach(async () => {
		service = await start();
		// Full jitter of 0: a request is repeated at once.
		jest.spyOn(Math, 'random').mockReturnValue(0);
	});
	afterEach(async () => {
		jest.restoreAllMocks();
		await service.close();
	});

	const runWith = async (data: ICredentialDataDecryptedObject) => {
		const items = [{ agentId: agent, desiredState: 'available' }];
		const parameters = { operation: 'setState', source: 'items', ...run };
		return await bench.run({ node: 'agentState', parameters, items, credentials: { [credential]: data } });
	};
	const searchWith = async (data: ICredentialDataDecryptedObject): Promise<string> => {
		if (!search) return '';
		const asked = bench.search({ ...search, credentials: { [credential]: data } });
		return await asked.then(
			() => '',
			(error: unknown) => (error as Error).message,
		);
	};

	it('is accepted by the test, the list and a run', async () => {
		const data = good(service.url);
		expect(await testCredential(bench, credential, data)).toBe('');
		expect(await searchWith(data)).toBe('');
		expect((await runWith(data)).error).toBeUndefined();
	});

	it('is told in the same words by all three where the service refuses it, and nobody is named', async () => {
		const data = { ...good(service.url), ...wrong };
		expect(await testCredential(bench, credential, data)).toMatch(new RegExp(`^${refused}\\. Copy `));
		if (search) expect(await searchWith(data)).toMatch(new RegExp(`^${refused}`));
		const { error } = await runWith(data);
		expect(error?.message).toMatch(new RegExp(`^${refused}`));
		expect(error?.message).not.toContain(agent);
		expect(error?.description).toMatch(/^Copy /);
	});

	it('is used without the blanks that were pasted with it', async () => {
		const data = Object.fromEntries(
			Object.entries(good(service.url)).map(([name, given]) =>
				typeof given !== 'string' || name === 'authentication' || given === ''
					? [name, given]
					: [name, ` ${given}\n`],
			),
		);
		expect(await testCredential(bench, credential, data)).toBe('');
		expect(await searchWith(data)).toBe('');
		expect((await runWith(data)).error).toBeUndefined();
	});

	it('with a field that is empty is told by the name of the field, and nothing is sent', async () => {
		for (const name of Object.keys(wrong)) {
			const data = { ...good(service.url), [name]: ' ' };
			expect(await testCredential(bench, credential, data)).toMatch(/^'[A-Z][\w ]+' is empty$/);
			expect((await runWith(data)).error?.message).toMatch(/^'[A-Z][\w ]+' is empty/);
		}
		expect(service.seen).toEqual([]);
	});

	it('with an address that is none is told so', async () => {
		const data = good('somewhere');
		expect(await testCredential(bench, credential, data)).toContain('is not an address; give it in full');
		expect((await runWith(data)).error?.message).toContain('is not an address; give it in full');
	});

	it('is told as unreachable by test, list and run', async () => {
		const said = / could not be reached( \(ECONNREFUSED\))?/;
		expect(await testCredential(bench, credential, good(NOWHERE))).toMatch(
			/^\w+ could not be reached\. Check the address/,
		);
		if (search) expect(await searchWith(good(NOWHERE))).toMatch(said);
		expect((await runWith(good(NOWHERE))).error?.message).toMatch(said);
	});

	it('is told by the test where the service hangs up', async () => {
		await using service = await listen((socket) => socket.destroy());
		expect(await testCredential(bench, credential, good(service.url))).toMatch(
			/^No answer from \w+\. Check the address/,
		);
	});
});

it('a service that is silent is told by the test', async () => {
	await using service = await listen(() => undefined);
	expect(await testCredential(bench, 'conpeekApi', { baseUrl: service.url, apiKey: CONPEEK_API_KEY })).toBe(
		"Conpeek did not answer in time. Check the address in the 'Conpeek' credential and whether this n8n can reach it.",
	);
});

it.each([
	['accountSid', { ...byToken, accountSid: 'anna@example.com' }, "'Account SID' must be AC"],
	['apiKeySid', { ...byKey, apiKeySid: 'my key' }, "'API Key SID' must be AC"],
])('what cannot be a %s is refused before anything is sent', async (_name, data, words) => {
	const twilio = await startTwilio();
	expect(await testCredential(bench, TWILIO, { ...data, ...root(twilio.url) })).toContain(words);
	expect(twilio.seen).toEqual([]);
	await twilio.close();
});

it('the word Bearer before the key of Conpeek is refused before anything is sent', async () => {
	const conpeek = await startConpeek();
	const data = { baseUrl: conpeek.url, apiKey: `Bearer ${CONPEEK_API_KEY}` };
	expect(await testCredential(bench, 'conpeekApi', data)).toContain('enter the key alone');
	expect(conpeek.seen).toEqual([]);
	await conpeek.close();
});
