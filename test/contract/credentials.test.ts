import { inspect } from 'node:util';
import { Bench, type Outcome } from '../support/bench/bench';
import { startRecorder, type Recorder, type Reply } from '../support/pack/recorder';
import { parametersOf, playVendor, SUBJECTS, subjectOf } from '../support/pack/vendors';

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

describe.each(Object.keys(SUBJECTS))('nothing secret shows: %s', (node) => {
	const SECRET = 'S3cret-w1th-l3ngth';
	const { operations } = subjectOf(node);
	const credentials = () => subjectOf(node).credentials(recorder.url, SECRET);

	type Failing = (authorization: string) => Reply;
	const page = (told: string) => `<html><body><pre>Authorization: ${told}\n${SECRET}</pre></body></html>`;
	const failures: Array<[name: string, reply: Failing]> = [
		['401', () => ({ status: 401, body: { message: 'Unauthorized' } })],
		[
			'401 that echoes the header and the secret',
			(sent) => ({ status: 401, body: { message: `Bad header "${sent}" with ${SECRET}` } }),
		],
		['403', () => ({ status: 403, body: { message: 'Forbidden' } })],
		[
			'403 that echoes the header and the secret',
			(sent) => ({ status: 403, body: { message: `Bad header "${sent}" with ${SECRET}` } }),
		],
		[
			'403 whose code is the header',
			(sent) => ({ status: 403, body: { code: sent, message: 'no', error: { code: sent, message: 'no' } } }),
		],
		['403 whose error is the header', (sent) => ({ status: 403, body: { error: sent } })],
		[
			'403 that echoes them in a header',
			(sent) => ({ status: 403, headers: { 'twilio-request-id': sent }, body: { message: 'no' } }),
		],
		[
			'403 that echoes the secret where a message is cut',
			() => ({
				status: 403,
				body: { message: `${'x'.repeat(392)}${SECRET}`, error: { message: `${'x'.repeat(392)}${SECRET}` } },
			}),
		],
		[
			'500, a page that echoes them',
			(sent) => ({ status: 500, headers: { 'content-type': 'text/html' }, body: page(sent) }),
		],
		[
			'500, text that echoes them',
			(sent) => ({ status: 500, headers: { 'content-type': 'text/plain' }, body: `${sent} ${SECRET}` }),
		],
		[
			'200, a page that echoes them',
			(sent) => ({ status: 200, headers: { 'content-type': 'text/html' }, body: page(sent) }),
		],
		['302 to another host', () => ({ status: 302, headers: { location: 'https://evil.example' } })],
		['a connection that ends', () => ({ reset: true })],
	];

	/** Everything that n8n could show, log or store of a run, but for what was typed in. */
	const told = ({ error, out, failed, hints, run }: Outcome): string =>
		inspect([error, out, failed, hints, run.data.resultData], {
			depth: 10,
			showHidden: true,
			maxStringLength: null,
			maxArrayLength: null,
		}) + JSON.stringify([error, run.data.resultData]);

	beforeEach(() => {
		// Full jitter of 0: retries follow at once.
		jest.spyOn(Math, 'random').mockReturnValue(0);
	});

	afterEach(() => {
		jest.restoreAllMocks();
	});

	it.each(failures)('after %s', async (_name, reply) => {
		for (const onError of ['stopWorkflow', 'continueErrorOutput'] as const) {
			playVendor(recorder, node);
			recorder.reply = ({ headers }) => reply(headers.authorization ?? '');
			const operation = Object.keys(operations).find((name) => name.endsWith('.update')) ?? '';

			const outcome = await bench.run({
				node,
				parameters: parametersOf(node, operation),
				credentials: credentials(),
				onError,
			});

			expect(recorder.seen.length).toBeGreaterThan(0);
			const headers = [
				...new Set(
					recorder.seen.map((request) =>
						(request.headers.authorization ?? '').replace(/^(Basic|Bearer) /, ''),
					),
				),
			];
			const shown = told(outcome);
			const leaks = [SECRET, SECRET.slice(0, 8), ...headers.filter((header) => header.length > 6)].filter(
				(secret) => shown.includes(secret),
			);
			expect({ node, onError, leaks }).toEqual({ node, onError, leaks: [] });
			expect(onError === 'stopWorkflow' ? outcome.error?.message : outcome.failed).toBeTruthy();
		}
	});

	it('in an output that went well', async () => {
		for (const operation of Object.keys(operations)) {
			playVendor(recorder, node);

			const outcome = await bench.run({
				node,
				parameters: parametersOf(node, operation),
				credentials: credentials(),
			});

			expect(outcome.error).toBeUndefined();
			expect(told(outcome)).not.toContain(SECRET);
		}
	});
});
