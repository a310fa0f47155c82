import { vendor } from '../../nodes/Conpeek/vendor';
import { CONPEEK_API_KEY } from '../../simulators/conpeek/cast';
import { start } from '../../simulators/conpeek/server';
import { Bench } from '../support/bench/bench';
import { tryOut } from '../support/pack/credentialTest';
import { loadPack } from '../support/pack/pack';
import { startRecorder } from '../support/pack/recorder';
import { parametersOf, playVendor, subjectOf } from '../support/pack/vendors';

let bench: Bench;

// The bench has n8n's expression engine, which the test of a credential needs too.
beforeAll(async () => {
	bench = await Bench.open();
});

afterAll(async () => {
	await bench.close();
});

it('Conpeek gets the bare key', async () => {
	const recorder = await startRecorder(() => ({}));
	playVendor(recorder, 'conpeek');

	const { error } = await bench.run({
		node: 'conpeek',
		parameters: parametersOf('conpeek', 'user.update'),
		credentials: subjectOf('conpeek').credentials(recorder.url),
	});

	expect(error).toBeUndefined();
	expect(recorder.seen[0]?.headers.authorization).toBe(CONPEEK_API_KEY);
	await recorder.close();
});

it("the address is the customer's own", () => {
	expect(vendor.baseUrl({ baseUrl: 'https://api.example.com' })).toBe('https://api.example.com');
	expect(vendor.baseUrl({})).toBe('');
});

it.each([
	['the key', CONPEEK_API_KEY, '', 200],
	['the key, an address with a slash and blanks', CONPEEK_API_KEY, '/ ', 200],
	['a wrong key', 'wrong', '', 401],
])('the test of the credential tells a good one from a bad one: %s', async (_name, apiKey, end, status) => {
	const simulator = await start();

	expect(await tryOut(await loadPack(), 'conpeekApi', { baseUrl: `${simulator.url}${end}`, apiKey })).toMatchObject({
		status,
	});
	expect(simulator.seen.map(({ path }) => path)).toEqual(['/callback?limit=1']);
	await simulator.close();
});
