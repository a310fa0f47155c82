import { judgeOf, type ProblemIn } from '../../../../nodes/shared/http/judgement';
import type { VendorRequest } from '../../../../nodes/shared/http/request';
import type { AttemptResult } from '../../../../nodes/shared/http/response';
import type { Vendor } from '../../../../nodes/shared/http/vendor';
import { acme } from '../../../support/acme';

const request: VendorRequest = {
	method: 'POST',
	path: '/agents/A1',
	query: {},
	headers: {},
	body: {},
	encoding: 'form',
	idempotent: true,
};
const answer = (status: number, body: unknown = {}): AttemptResult => ({
	kind: 'response',
	response: { status, headers: {}, body },
});
const judge = (
	result: AttemptResult,
	{
		vendor = {},
		of = {},
		problemIn,
	}: { vendor?: Partial<Vendor>; of?: Partial<VendorRequest>; problemIn?: ProblemIn } = {},
) => judgeOf({ ...acme(), ...vendor }, { key: 'my-own-key' })({ ...request, ...of }, result, 3, problemIn);

const GOOD = { failure: undefined, flaw: undefined };
const plain = (message: string) => ({
	message,
	advice: undefined,
	httpCode: undefined,
	vendorCode: undefined,
	requestId: undefined,
	attempts: 3,
});

describe('an answer', () => {
	it.each([200, 204, 299])('within 2xx is good: %i', (status) => {
		expect(judge(answer(status))).toEqual(GOOD);
	});

	it.each([199, 300, 404, 500])('of another status is a refusal, told with its attempts: %i', (status) => {
		expect(judge(answer(status))).toMatchObject({
			flaw: 'refused',
			failure: { message: `Acme answered with HTTP status ${status}`, httpCode: `${status}`, attempts: 3 },
		});
	});

	it('of another status may be expected, and nothing is wrong with it then', () => {
		const expected: NonNullable<VendorRequest['expected']> = ({ status }) => status === 412;
		const problemIn = () => 'no record';
		expect(judge(answer(412), { of: { expected }, problemIn })).toEqual(GOOD);
		expect(judge(answer(409), { of: { expected } })).toMatchObject({ flaw: 'refused' });
	});

	it('may be a refusal although its status is good', () => {
		const isRefusal: NonNullable<Vendor['isRefusal']> = ({ body }) => body === 'no';
		expect(judge(answer(200, 'no'), { vendor: { isRefusal } })).toMatchObject({
			flaw: 'refused',
			failure: { message: 'Acme answered with an error under HTTP status 200' },
		});
		expect(judge(answer(200, 'yes'), { vendor: { isRefusal } })).toEqual(GOOD);
	});

	it('that did not come is a refusal', () => {
		expect(judge({ kind: 'lost', code: 'ECONNRESET', message: 'x' })).toMatchObject({
			flaw: 'refused',
			failure: { message: 'No answer from Acme (ECONNRESET)', attempts: 3 },
		});
	});

	it('is told without the keys of the credential, and a 401 by their names', () => {
		const words = (refusal: object) => ({ vendor: { refusal: () => refusal } });
		expect(judge(answer(400), words({ words: 'my-own-key is wrong' })).failure?.message).toBe('*** is wrong');
		expect(judge(answer(401), words({ words: 'No' })).failure?.message).toBe('Acme did not accept the API Key');
	});
});

describe('a good answer', () => {
	const problemIn: ProblemIn = ({ body }) => (body === null ? undefined : 'no record');

	it.each<[string, unknown, number, VendorRequest['method']]>([
		['useless', {}, 200, 'POST'],
		['useless', [], 200, 'GET'],
		['useless', undefined, 204, 'GET'],
		['damaged', undefined, 204, 'POST'],
		['damaged', undefined, 200, 'GET'],
		['damaged', '{"sid":', 200, 'GET'],
		['damaged', '<html>', 200, 'POST'],
	])('without what was asked for is %s: %j under %i to %s', (flaw, body, status, method) => {
		const result: AttemptResult = { kind: 'response', response: { status, headers: {}, body } };
		expect(judge(result, { of: { method }, problemIn })).toEqual({
			failure: plain('no record'),
			flaw,
		});
	});

	it('with what was asked for stays good', () => {
		expect(judge(answer(200, null), { problemIn })).toEqual(GOOD);
	});

	it('about another record is useless, whatever else is wrong with it', () => {
		const strangerIn: NonNullable<Vendor['strangerIn']> = ({ path }, { status }) =>
			status === 200 ? `not ${path}` : undefined;
		expect(judge(answer(200), { vendor: { strangerIn }, problemIn })).toEqual({
			failure: plain('not /agents/A1'),
			flaw: 'useless',
		});
		expect(judge(answer(201), { vendor: { strangerIn }, problemIn })).toMatchObject({
			failure: { message: 'no record' },
		});
	});
});

describe('an answer that cannot be read for a reason that nobody foresaw', () => {
	const broken = () => {
		throw new Error('odd');
	};
	const failure = plain('the answer could not be processed: odd');

	it('is useless where the service did what was asked for, and a refusal otherwise', () => {
		expect(judge(answer(200), { problemIn: broken })).toEqual({ failure, flaw: 'useless' });
		expect(judge(answer(400), { vendor: { refusal: broken } })).toEqual({ failure, flaw: 'refused' });
		expect(judge({ kind: 'lost', code: 'X', message: 'x' }, { vendor: { keys: broken } })).toEqual({
			failure,
			flaw: 'refused',
		});
	});
});
