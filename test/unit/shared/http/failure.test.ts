import type { AttemptResult } from '../../../../nodes/shared/http/response';
import {
	failureOf,
	inDoubt,
	itemErrorOf,
	notAttempted,
	plainFailure,
	type Failure,
} from '../../../../nodes/shared/http/failure';
import { acme } from '../../../support/acme';

const answered = (status: number, body?: unknown): AttemptResult => ({
	kind: 'response',
	response: { status, headers: {}, body },
});
const lost = (code: string | undefined, message = 'socket hang up'): AttemptResult => ({ kind: 'lost', code, message });

const failure = (fields: Partial<Failure> = {}): Failure => ({
	message: 'Bad thing',
	advice: undefined,
	httpCode: '400',
	vendorCode: undefined,
	requestId: undefined,
	attempts: 1,
	...fields,
});

describe('a refusal', () => {
	it("is told in the vendor's words, with its advice, code and request id", () => {
		const vendor = acme(() => ({
			words: 'Activity unknown',
			code: '20001',
			advice: 'Check it.',
			requestId: 'RQ1',
		}));
		expect(failureOf(vendor, answered(400), 3, [])).toEqual({
			message: 'Activity unknown',
			advice: 'Check it.',
			httpCode: '400',
			vendorCode: '20001',
			requestId: 'RQ1',
			attempts: 3,
		});
	});

	it('without words is told by the name of the service and the status', () => {
		expect(failureOf(acme(), answered(418), 1, [])).toMatchObject({
			message: 'Acme answered with HTTP status 418',
			httpCode: '418',
			advice: undefined,
		});
	});

	it.each([
		[302, 'another address'],
		[401, 'check its keys'],
		[403, 'right'],
		[404, 'Check the ID'],
		[429, "Lower 'Parallel Limit'"],
		[500, 'later'],
		[502, 'later'],
	])('with status %i comes with advice of our own when the vendor has none', (status, advice) => {
		expect(failureOf(acme(), answered(status), 1, []).advice).toContain(advice);
	});
});

it('a 407 is told as the answer of a proxy, whoever it was meant for', () => {
	const advice = 'The proxy that this n8n uses wants a user name and password. Tell whoever runs this n8n.';
	const response = { status: 407, headers: {}, body: '<html>' };
	expect(failureOf(acme(), answered(407), 1, [])).toMatchObject({
		message: 'A proxy on the way to Acme answered with HTTP status 407',
		advice,
	});
	expect(failureOf(acme(), { kind: 'tokenRefused', response }, 1, [])).toMatchObject({
		message: 'Acme gave no token: HTTP status 407',
		advice,
	});
});

describe('keys that a service refuses', () => {
	const keys = acme().keys({});

	it('are told by their names, whatever one word the service says, and no agent is', () => {
		const vendor = acme(() => ({ words: 'Authenticate', code: '20003', requestId: 'RQ1' }));
		const told = failureOf(vendor, answered(401), 1, [], keys);
		expect(told).toMatchObject({ message: 'Acme did not accept the API Key', advice: 'Copy it again.' });
		expect(itemErrorOf(told, 'Worker WK1')).toMatchObject({
			message: 'Acme did not accept the API Key',
			description: 'Copy it again. (code 20003, request RQ1)',
		});
	});

	it('are not to blame for a 401 that the service gives another reason for', () => {
		const vendor = acme(() => ({ words: 'No permission', code: '70051', advice: 'Add the permission.' }));
		expect(failureOf(vendor, answered(401), 1, [], keys)).toMatchObject({
			message: 'No permission',
			advice: 'Add the permission.',
		});
	});

	it.each([
		[400, 'Acme did not accept the API Key (error invalid_client)'],
		[401, 'Acme did not accept the API Key (error invalid_client)'],
		[404, 'Acme gave no token: error invalid_client'],
		[307, 'Acme gave no token: HTTP status 307'],
	])('are told of a token that was refused, too: %i', (status, message) => {
		const response = { status, body: { error: 'invalid_client' } };
		expect(failureOf(acme(), { kind: 'tokenRefused', response }, 1, [], keys).message).toBe(message);
	});
});

describe('a lost request', () => {
	it('says whom it did not reach', () => {
		const told = failureOf(acme(), lost('ECONNRESET'), 2, []);
		expect(told).toMatchObject({
			message: 'No answer from Acme (ECONNRESET)',
			httpCode: 'ECONNRESET',
			attempts: 2,
		});
		expect(told.advice).not.toContain('may');
	});

	it.each([
		['ECONNREFUSED', 'Acme could not be reached (ECONNREFUSED)'],
		['ENOTFOUND', 'Acme could not be reached (ENOTFOUND)'],
		['DEPTH_ZERO_SELF_SIGNED_CERT', 'Acme could not be reached (DEPTH_ZERO_SELF_SIGNED_CERT)'],
		['ETIMEDOUT', 'Acme did not answer in time (ETIMEDOUT)'],
		['ECONNABORTED', 'Acme did not answer in time (ECONNABORTED)'],
	])('says in words what happened on the way there: %s', (code, message) => {
		expect(failureOf(acme(), lost(code), 1, []).message).toBe(message);
	});

	it('is told as one that a proxy ended', () => {
		const told = failureOf(acme(), lost('EPROXY'), 1, []);
		expect(told.message).toBe('No answer from Acme (EPROXY)');
		expect(told.advice).toContain('proxy');
	});

	it("is told in n8n's words when n8n itself did not let it go", () => {
		expect(failureOf(acme(), lost(undefined, 'Domain not allowed'), 1, [])).toMatchObject({
			message: 'Domain not allowed',
			advice: expect.stringContaining("the 'Acme' credential") as string,
			httpCode: undefined,
		});
	});
});

describe('a failure after which something may have been done', () => {
	const advice = 'Check it.';

	it.each([
		['PUT', true, 'Check it. The change may or may not have been made: running the workflow again is safe.'],
		['POST', false, 'Check it. It may have been made anyway: check before you run it again.'],
	] as const)('says so: %s, idempotent %s', (method, idempotent, expected) => {
		const told = inDoubt(failure({ advice }), { method, idempotent });
		expect(told).toEqual({ ...failure({ advice: expected }), isInDoubt: true });
		expect(itemErrorOf(told, 'Worker WK1').details).toMatchObject({ outcome: 'unconfirmed' });
	});

	it('is none of a read', () => {
		expect(inDoubt(failure(), { method: 'GET', idempotent: true })).toEqual(failure());
	});
});

it('what was not attempted says why, and that nothing was sent', () => {
	expect(notAttempted('it is too late')).toEqual({
		message: 'not attempted: it is too late',
		advice: 'Run the workflow again later for those who were not attempted.',
		httpCode: undefined,
		vendorCode: undefined,
		requestId: undefined,
		attempts: 0,
	});
});

describe('a token that failed in a way that passes', () => {
	it.each([
		[503, 'Acme gave no token: HTTP status 503', '503', 'later'],
		[200, 'Acme gave no token: its answer could not be read', undefined, 'the address'],
	])('says so without suspecting the keys: %i', (status, message, httpCode, advice) => {
		const told = failureOf(acme(), { kind: 'tokenFailed', status, headers: {} }, 1, []);
		expect(told).toMatchObject({ message, httpCode, advice: expect.stringContaining(advice) as string });
		expect(told.advice).not.toContain('keys');
	});
});

describe('a token that was refused', () => {
	it.each([
		[
			'its code alone',
			401,
			{ error: 'invalid_client', error_description: 'wrong: S3cret' },
			'error invalid_client',
			'keys',
		],
		['no code that is none', 401, { error: 'the secret S3cret is wrong' }, 'HTTP status 401', 'keys'],
		['a page', 403, '<html>', 'HTTP status 403', 'keys'],
		['a redirect, whatever is in it', 307, { error: 'invalid_client' }, 'HTTP status 307', 'another address'],
	])('tells %s', (_what, status, body, told, advice) => {
		const failure = failureOf(acme(), { kind: 'tokenRefused', response: { status, body } }, 1, []);
		expect(failure.message).toBe(`Acme gave no token: ${told}`);
		expect(failure.advice).toContain(advice);
		expect(JSON.stringify(failure)).not.toContain('S3cret');
	});
});

it('a failure that no service told of has words of our own and no traces', () => {
	expect(plainFailure('The list goes on', 'Set a limit.')).toEqual({
		message: 'The list goes on',
		advice: 'Set a limit.',
		httpCode: undefined,
		vendorCode: undefined,
		requestId: undefined,
		attempts: 1,
	});
});

describe('secrets', () => {
	const SECRET = 'kT9-very.secret*value';
	const told = (words: string, secrets = [SECRET]) => failureOf(acme(() => ({ words })), answered(400), 1, secrets).message; // prettier-ignore

	it('are taken out of what a vendor echoes, every time', () => {
		expect(told(`Key ${SECRET} is wrong: ${SECRET}`)).toBe('Key *** is wrong: ***');
	});

	it('are taken out whatever characters they hold', () => {
		expect(told('a$&b(c and a$&b(c', ['a$&b(c'])).toBe('*** and ***');
	});

	it('are taken out one by one', () => {
		expect(told(`${SECRET} second-secret`, [SECRET, 'second-secret'])).toBe('*** ***');
	});

	it('are not shown in part where long words are cut', () => {
		for (let before = 370; before <= 400; before++) {
			expect(told('x'.repeat(before) + SECRET)).not.toContain(SECRET.slice(0, 3));
		}
	});

	it("are taken out of the vendor's code and request id too", () => {
		const vendor = acme(() => ({ words: 'No', code: `bad key ${SECRET}`, requestId: `for ${SECRET}` }));
		expect(JSON.stringify(failureOf(vendor, answered(400), 1, [SECRET]))).not.toContain(SECRET);
	});

	it.each([
		['Bad header: Basic QUMwMDphYmNkZWZn!', 'Bad header: Basic ***!'],
		['authorization=Bearer eyJhbGciOi.J9-_~+/x== is late', 'authorization=Bearer *** is late'],
		['BEARER  abcdef123', 'BEARER ***'],
		['Basic needs', 'Basic needs'],
		['No bearer', 'No bearer'],
	])('that a service encoded are taken out behind their scheme word: %j', (words, shown) => {
		expect(told(words)).toBe(shown);
	});

	it('are taken out of what n8n says of a lost request', () => {
		expect(failureOf(acme(), lost(undefined, `bad header ${SECRET}`), 1, [SECRET]).message).toBe('bad header ***');
	});
});

describe('long words', () => {
	it('are cut, so that no page ends up in a message', () => {
		const words = 'y'.repeat(100_000);
		expect(failureOf(acme(() => ({ words })), answered(500), 1, []).message.length).toBeLessThanOrEqual(401); // prettier-ignore
	});

	it('are cut in a code as well', () => {
		const vendor = acme(() => ({ words: 'No', code: 'z'.repeat(100_000) }));
		expect(failureOf(vendor, answered(500), 1, []).vendorCode?.length).toBeLessThanOrEqual(401);
	});
});

describe('what the user is told', () => {
	it('names the agent and the words first, then the advice, then the traces', () => {
		const complaint = itemErrorOf(
			failure({ advice: 'Check it.', vendorCode: '20001', requestId: 'RQ1', attempts: 3 }),
			'Worker WK1',
		);
		expect(complaint).toEqual({
			message: 'Worker WK1: Bad thing',
			description: 'Check it. (code 20001, request RQ1, 3 attempts)',
			details: {
				agent: 'Worker WK1',
				description: 'Check it.',
				httpCode: '400',
				vendorCode: '20001',
				requestId: 'RQ1',
				attempts: 3,
			},
		});
	});

	it('leaves out what nobody knows', () => {
		const complaint = itemErrorOf(failure({ httpCode: undefined }), 'Worker WK1');
		expect(complaint).toEqual({
			message: 'Worker WK1: Bad thing',
			description: undefined,
			details: { agent: 'Worker WK1', attempts: 1 },
		});
		expect(Object.keys(complaint.details)).toEqual(['agent', 'attempts']);
	});
});

it.each([
	[200, 'Acme answered with an error under HTTP status 200'],
	[299, 'Acme answered with an error under HTTP status 299'],
	[300, 'Acme answered with HTTP status 300'],
	[199, 'Acme answered with HTTP status 199'],
])('an answer with status %d that says nothing is told by its status', (status, message) => {
	expect(failureOf(acme(), answered(status), 1, []).message).toBe(message);
});

it.each([
	[200, 'Acme gave no token: its answer could not be read', undefined],
	[399, 'Acme gave no token: its answer could not be read', undefined],
	[400, 'Acme gave no token: HTTP status 400', '400'],
	[503, 'Acme gave no token: HTTP status 503', '503'],
])('a request for a token that failed with %d is told', (status, message, httpCode) => {
	const failure = failureOf(acme(), { kind: 'tokenFailed', status } as Parameters<typeof failureOf>[1], 1, []);
	expect(failure).toMatchObject({ message, httpCode });
});

it('texts of a service are cut after 400 letters', () => {
	const vendor = acme(() => ({ words: 'y'.repeat(401), code: 'z'.repeat(401) }));
	expect(failureOf(vendor, answered(500), 1, [])).toMatchObject({
		message: 'y'.repeat(400),
		vendorCode: 'z'.repeat(400),
	});
});

it('an id of a request that does not look like one is not told', () => {
	const idOf = (requestId: string) =>
		failureOf(
			acme(() => ({ requestId })),
			answered(500),
			1,
			['secret'],
		).requestId;
	expect(['RQ1', 'secret', 'for you', ''].map(idOf)).toEqual(['RQ1', '***', undefined, undefined]);
});

it('empty words of a service are none', () => {
	expect(
		failureOf(
			acme(() => ({ words: '', code: '' })),
			answered(500),
			1,
			[],
		),
	).toMatchObject({
		message: '',
		vendorCode: '',
	});
});

describe('what is told of a request for a token', () => {
	const keys = acme().keys({});
	const traces = { vendorCode: undefined, requestId: undefined, attempts: 1 };
	const LATER = 'The fault lies with the service. Run the workflow again later.';
	const refused = (status: number, body: unknown = {}, given: typeof keys | undefined = keys, refusal = {}) =>
		failureOf(
			acme(() => refusal),
			{ kind: 'tokenRefused', response: { status, body } },
			1,
			[],
			given,
		);

	it('is whole where the keys were refused', () => {
		expect(refused(401, { error: 'invalid_client' })).toEqual({
			message: 'Acme did not accept the API Key (error invalid_client)',
			advice: 'Copy it again.',
			isOfCredential: true,
			httpCode: undefined,
			...traces,
			vendorCode: 'invalid_client',
		});
	});

	it.each([
		[399, 'HTTP status 399', undefined],
		[400, 'error odd', 'odd'],
		[407, 'HTTP status 407', undefined],
	])('has the code of the service where the answer is its own: %i', (status, told, vendorCode) => {
		const { message, ...more } = refused(status, { error: 'odd' });
		expect(message.endsWith(` (${told})`) || message.endsWith(`: ${told}`)).toBe(true);
		expect(more.vendorCode).toBe(vendorCode);
	});

	it('has the advice of the service, else that of the keys, else the usual one', () => {
		expect(refused(404, {}, keys, { advice: 'Ask us.' }).advice).toBe('Ask us.');
		expect(refused(404).advice).toBe('Copy it again.');
		expect(failureOf(acme(), { kind: 'tokenRefused', response: { status: 404, body: {} } }, 1, []).advice).toBe(
			'Open the credential and check its keys.',
		);
		expect(refused(404, {}, keys, { code: 'E1' })).toMatchObject({
			message: 'Acme gave no token: error E1',
			vendorCode: 'E1',
		});
	});

	it('of the body is read by the service as that of a refusal without headers', () => {
		const seen: unknown[] = [];
		const vendor = acme((answer) => {
			seen.push(answer);
			return {};
		});
		failureOf(vendor, { kind: 'tokenRefused', response: { status: 403, body: 'x' } }, 1, [], keys);
		expect(seen).toEqual([{ status: 401, headers: {}, body: 'x' }]);
	});

	it('is whole where it failed in a way that passes', () => {
		const told = (status: number) => failureOf(acme(), { kind: 'tokenFailed', status, headers: {} }, 1, []);
		expect(told(500)).toEqual({
			message: 'Acme gave no token: HTTP status 500',
			advice: LATER,
			httpCode: '500',
			...traces,
		});
		expect(told(200)).toEqual({
			message: 'Acme gave no token: its answer could not be read',
			advice: "If it happens again, check the address in the 'Acme' credential.",
			httpCode: undefined,
			...traces,
		});
	});

	it('is whole where n8n did not let it go', () => {
		expect(failureOf(acme(), lost(undefined, 'Domain not allowed'), 1, [])).toEqual({
			message: 'Domain not allowed',
			advice: "Check the keys and the address in the 'Acme' credential.",
			isOfCredential: true,
			httpCode: undefined,
			...traces,
		});
		expect(failureOf(acme(), lost('ECONNRESET'), 1, [])).toEqual({
			message: 'No answer from Acme (ECONNRESET)',
			advice: "Check the address in the 'Acme' credential and whether this n8n can reach it.",
			httpCode: 'ECONNRESET',
			...traces,
		});
	});
});

it('a 401 is that of the keys, whole, where the service gives no other reason', () => {
	const keys = acme().keys({});
	expect(failureOf(acme(), answered(401), 1, [], keys)).toMatchObject({
		message: 'Acme did not accept the API Key',
		advice: 'Copy it again.',
		isOfCredential: true,
		httpCode: '401',
	});
	expect(failureOf(acme(), answered(401), 1, [])).toMatchObject({
		message: 'Acme answered with HTTP status 401',
		advice: 'Open the credential and check its keys.',
	});
	expect(failureOf(acme(), answered(403), 1, [], keys)).not.toHaveProperty('isOfCredential');
});

it.each<[Partial<Failure>, string | undefined]>([
	[{}, undefined],
	[{ advice: 'Check it.' }, 'Check it.'],
	[{ requestId: 'RQ1' }, '(request RQ1)'],
	[{ vendorCode: '5' }, '(code 5)'],
	[{ attempts: 1 }, undefined],
	[{ attempts: 2 }, '(2 attempts)'],
	[{ advice: 'Check it.', vendorCode: '5', attempts: 2 }, 'Check it. (code 5, 2 attempts)'],
])('below the error of an item stands what is known: %j', (more, description) => {
	expect(itemErrorOf(failure(more), 'Worker WK1').description).toBe(description);
});

it('the error of an item says whether it was interrupted or is about all, and else does not', () => {
	const plain = itemErrorOf(failure(), 'Worker WK1');
	expect(Object.keys(plain)).toEqual(['message', 'description', 'details']);
	expect(itemErrorOf(failure({ isInterrupted: true }), 'Worker WK1')).toEqual({ ...plain, isInterrupted: true });
	expect(itemErrorOf(failure({ isOfCredential: true }), 'Worker WK1')).toEqual({
		...plain,
		message: 'Bad thing',
		isOfAll: true,
	});
});
