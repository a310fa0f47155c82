import type { ICredentialTestRequest } from 'n8n-workflow';
import { vendor } from '../../nodes/VoipNow/vendor';
import { VOIPNOW_CLIENT_ID, VOIPNOW_CLIENT_SECRET } from '../../simulators/voipNow/cast';
import { start } from '../../simulators/voipNow/server';
import { Bench } from '../support/bench/bench';
import { resolve, tryOut, typeOf } from '../support/pack/credentialTest';
import { loadPack } from '../support/pack/pack';
import { startRecorder, type Recorder } from '../support/pack/recorder';
import { parametersOf, playVendor } from '../support/pack/vendors';

let bench: Bench;
let recorder: Recorder;

beforeAll(async () => {
	bench = await Bench.open();
	recorder = await startRecorder(() => ({}));
});

afterAll(async () => {
	await recorder.close();
	await bench.close();
});

beforeEach(() => playVendor(recorder, 'voipNow'));

const update = async (host: string) =>
	await bench.run({
		node: 'voipNow',
		parameters: parametersOf('voipNow', 'queueAgent.update'),
		credentials: { voipNowOAuth2Api: { host, clientId: 'key', clientSecret: 'secret' } },
	});

it('VoipNow gets the token that was fetched', async () => {
	const { error } = await update(recorder.url);

	expect(error).toBeUndefined();
	expect(recorder.seen[0]?.headers.authorization).toBe('Bearer token');
});

describe('the address', () => {
	it("is the customer's own", () => {
		expect(vendor.baseUrl({ host: 'https://voipnow.example.com' })).toBe('https://voipnow.example.com');
		expect(vendor.baseUrl({})).toBe('');
	});

	it.each([
		['', /not an address/],
		['voipnow.example.com', /not an address|https/],
		['http://voipnow.example.com', /unencrypted/],
		['ftp://voipnow.example.com', /https/],
		['https://user:pass@voipnow.example.com', /user name/],
		['https://voipnow.example.com/?a=b', /question mark/],
	])('is checked before a key or a secret leaves: "%s"', async (host, problem) => {
		const { error } = await update(host);

		expect(error?.message).toMatch(problem);
		expect(error?.message).toContain("'VoipNow' credential");
		expect(recorder.tokenRequests).toEqual([]);
	});
});

describe('the test of the credential', () => {
	it('asks for something that every App may read', async () => {
		const voipNow = await start();
		voipNow.state.tokens.good = Date.now() + 60_000;
		const data = {
			host: `${voipNow.url}/`,
			clientId: VOIPNOW_CLIENT_ID,
			clientSecret: VOIPNOW_CLIENT_SECRET,
			ignoreSSLIssues: false,
		};
		const pack = await loadPack();

		expect(await tryOut(pack, 'voipNowOAuth2Api', { ...data, accessToken: 'good' })).toMatchObject({ status: 200 });
		expect(await tryOut(pack, 'voipNowOAuth2Api', { ...data, accessToken: 'bad' })).toMatchObject({ status: 401 });
		expect(voipNow.seen[0]?.path).toBe('/uapi/extensions/@me/@self/presence/?count=1');
		await voipNow.close();
	});

	it.each([true, false])('ignores bad certificates only when told to: %s', async (ignoreSSLIssues) => {
		const { request } = typeOf(await loadPack(), 'voipNowOAuth2Api').test as ICredentialTestRequest;

		expect(await resolve(request.skipSslCertificateValidation, { ignoreSSLIssues })).toBe(ignoreSSLIssues);
	});
});
