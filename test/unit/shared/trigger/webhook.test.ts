import type { IWebhookFunctions } from 'n8n-workflow';
import { bodyProblem, deliveryOf, ignore, refuse } from '../../../../nodes/shared/trigger/webhook';

const delivery = (mediaType: string, body: string) => ({
	query: '',
	signature: undefined,
	rawBody: Buffer.from(body),
	mediaType,
});
const FORM = 'application/x-www-form-urlencoded';

describe('a body that no service sends', () => {
	it('is a form of more than a thousand fields', () => {
		expect(bodyProblem(delivery(FORM, ''))).toBeUndefined();
		expect(bodyProblem(delivery(FORM, Array(1000).fill('a=1').join('&')))).toBeUndefined();
		expect(bodyProblem(delivery(FORM, '&'.repeat(999)))).toBeUndefined();
		expect(bodyProblem(delivery(FORM, '&'.repeat(1000)))).toBe('The form has more than 1000 fields');
		expect(bodyProblem(delivery(FORM, Array(5000).fill('a=1').join('&')))).toBe(
			'The form has more than 1000 fields',
		);
	});

	it('nests too deep', () => {
		expect(bodyProblem(delivery('application/json', '['.repeat(101)))).toBe(
			'The body nests deeper than 100 levels',
		);
		expect(bodyProblem(delivery('', '['.repeat(101)))).toBe('The body nests deeper than 100 levels');
		expect(bodyProblem(delivery('application/json', '['.repeat(100)))).toBeUndefined();
		// What counts in one kind of body does not in the other.
		expect(bodyProblem(delivery('application/json', '&'.repeat(1000)))).toBeUndefined();
		expect(bodyProblem(delivery(FORM, '['.repeat(101)))).toBeUndefined();
	});
});

describe('a delivery', () => {
	const read = (request: unknown, headers: Record<string, unknown> = {}) =>
		deliveryOf(
			{ getRequestObject: () => request, getHeaderData: () => headers } as unknown as IWebhookFunctions,
			'x-signature',
		);

	it('is taken from the request as it came', () => {
		const rawBody = Buffer.from('a=1');
		const headers = { 'x-signature': 'abc', 'content-type': ' Application/JSON ; charset=utf-8' };

		expect(read({ originalUrl: '/webhook/1?b=2&c=?', rawBody }, headers)).toEqual({
			query: '?b=2&c=?',
			signature: 'abc',
			rawBody,
			mediaType: 'application/json',
		});
	});

	it.each([undefined, {}, { originalUrl: 5, rawBody: 'a=1' }])('of %j has nothing in it', (request) => {
		expect(read(request)).toEqual({
			query: '',
			signature: undefined,
			rawBody: Buffer.alloc(0),
			mediaType: '',
		});
	});

	it('without a question mark has no query, and of several signatures counts the first', () => {
		expect(read({ originalUrl: '/webhook/1' }, { 'x-signature': ['a', 'b'] })).toMatchObject({
			query: '',
			signature: 'a',
		});
	});
});

it('a refusal is a status and words, and starts nothing', () => {
	const said: unknown[] = [];
	const response = {
		status: (code: number) => (said.push(code), response),
		type: (mediaType: string) => (said.push(mediaType), response),
		send: (text: string) => said.push(text),
	};
	const context = { getResponseObject: () => response } as unknown as IWebhookFunctions;

	expect(refuse(context, 403, 'Not signed')).toEqual({ noWebhookResponse: true });
	expect(said).toEqual([403, 'text/plain', 'Not signed']);
	expect(ignore()).toEqual({ webhookResponse: { message: 'No event that this workflow waits for' } });
});
