import { concealAnswers, secretValues } from '../../../../nodes/shared/http/concealedAnswer';
import type { AttemptResult } from '../../../../nodes/shared/http/response';
import { acme } from '../../../support/acme';

const KEY = 'a"secret\\key+/=%';
const SENT = Buffer.from(`me:${KEY}`).toString('base64');
const vendor = { ...acme(), sentSecrets: () => [SENT] };

const answered = (body: unknown, headers: Record<string, string> = {}): AttemptResult => ({
	kind: 'response',
	response: { status: 200, headers, body },
});
const concealed = (result: AttemptResult, key = KEY) => concealAnswers(vendor, { key })(result);
const inJson = (text: string) => JSON.stringify(text).slice(1, -1);

describe('the secrets of a credential', () => {
	it('are taken out of a record, a list, names of fields and headers', () => {
		const body = {
			plain: `is ${KEY}!`,
			deep: [{ [`${KEY}=1`]: Buffer.from(KEY).toString('hex') }],
			id: 'WK1',
			n: 1,
		};
		expect(concealed(answered(body, { trace: KEY }))).toEqual({
			kind: 'response',
			response: {
				status: 200,
				headers: { trace: '***' },
				body: { plain: 'is ***!', deep: [{ '***=1': '***' }], id: 'WK1', n: 1 },
				isConcealed: true,
			},
		});
	});

	it.each([1, 2, 3])('are found in JSON that was escaped %s times', (times) => {
		let text = KEY;
		for (let time = 0; time < times; time += 1) text = inJson(text);
		expect(concealed(answered(text))).toMatchObject({ response: { body: '***' } });
	});

	it.each([
		['as they are', (text: string) => text],
		['in base64', (text: string) => Buffer.from(text).toString('base64')],
		['in hex', (text: string) => Buffer.from(text).toString('hex')],
		['in an address', encodeURIComponent],
	])('are found in the words that were sent, %s', (_, encode) => {
		const { response } = concealed(answered(`got ${encode(`Basic ${SENT}`)}`)) as { response: { body: string } };
		expect(response.body).toContain('***');
		expect(response.body).not.toContain(encode(SENT).slice(4, -4));
	});

	it('that came after the client was opened are taken out, too: a token is fetched on the way', () => {
		const credential: Record<string, string> = { key: '' };
		const conceal = concealAnswers(acme(), credential);
		expect(conceal(answered('a-token-fetched'))).toEqual(answered('a-token-fetched'));
		credential.key = 'a-token-fetched';
		expect(conceal(answered('a-token-fetched'))).toMatchObject({ response: { body: '***' } });
	});

	it('are taken out of the answer to a request for a token', () => {
		const result: AttemptResult = { kind: 'tokenRefused', response: { status: 400, body: { error: KEY } } };
		expect(concealed(result)).toMatchObject({ response: { body: { error: '***' } } });
	});
});

describe('an answer without secrets', () => {
	it('stays as it is, and is not marked', () => {
		const body = { name: 'Basic training of a bearer', list: [1, null, true, ''], text: KEY.slice(0, -1) };
		const result = answered(structuredClone(body));
		expect(concealed(result)).toEqual(answered(body));
	});

	it('keeps what a short key is found in: records are full of short words', () => {
		expect(concealed(answered({ name: 'Support' }), 'Support')).toEqual(answered({ name: 'Support' }));
	});

	it('may nest as deep as it likes', () => {
		let body: unknown = KEY;
		for (let level = 0; level < 100_000; level += 1) body = [body];
		expect(concealed(answered(body))).toMatchObject({ response: { isConcealed: true } });
	});

	it('changes no prototype', () => {
		const body = JSON.parse(`{"__proto__": {"text": ${JSON.stringify(KEY)}}}`) as object;
		const { response } = concealed(answered(body)) as { response: { body: object } };
		expect(JSON.stringify(response.body)).toBe('{"__proto__":{"text":"***"}}');
		expect(Object.getPrototypeOf(response.body)).toBe(Object.prototype);
	});
});

it('the secrets are those fields of the credential that hold texts as long as a key, and what they are made into', () => {
	const own = {
		...acme(),
		secrets: ['key', 'token', 'short', 'number', 'missing'],
		sentSecrets: () => ['sent-it', 'no'],
	};
	const credential = { key: '123456', token: 'abcdefghi', short: '12345', number: 1_234_567, other: 'not-secret' };
	expect(secretValues(own, credential)).toEqual(['123456', 'abcdefghi', 'sent-it']);
	expect(secretValues(acme(), credential)).toEqual(['123456']);
});

it('a key of twelve letters is taken out of records, and a shorter one is not', () => {
	expect(concealed(answered({ a: 'is 123456789012' }), '123456789012')).toMatchObject({
		response: { body: { a: 'is ***' }, isConcealed: true },
	});
	expect(concealed(answered({ a: '123456789012' }), '123456789012')).toMatchObject({
		response: { body: { a: '***' } },
	});
	expect(concealed(answered({ a: 'is 12345678901' }), '12345678901')).toEqual(answered({ a: 'is 12345678901' }));
});

it('a key is taken out every time, whatever signs it is of, and nothing like it', () => {
	const key = 'a.b*c+d?e^f$g|h(i)j[k]l{m}n-o/p\\q';
	expect(concealed(answered([`${key} ${key}`, key.replace('.', 'x')]), key)).toMatchObject({
		response: { body: ['*** ***', key.replace('.', 'x')] },
	});
});

it('each answer is looked through on its own, and only those that came', () => {
	const conceal = concealAnswers(vendor, { key: KEY });
	expect(conceal(answered({ a: KEY }))).toMatchObject({ response: { isConcealed: true } });
	expect(conceal(answered({ a: 1 }))).toEqual(answered({ a: 1 }));
	const lost: AttemptResult = { kind: 'lost', code: 'X', message: `to ${KEY}` };
	expect(conceal(lost)).toBe(lost);
	const refused: AttemptResult = { kind: 'tokenRefused', response: { status: 400, body: { error: KEY } } };
	expect(conceal(refused)).toEqual({ kind: 'tokenRefused', response: { status: 400, body: { error: '***' } } });
});

it('names of fields that hold a key are replaced, and those beside them stay', () => {
	const { response } = concealed(answered({ a: 1, [KEY]: { [KEY]: KEY }, z: [KEY] })) as {
		response: { body: object };
	};
	expect(response.body).toEqual({ a: 1, z: ['***'], '***': { '***': '***' } });
	expect(Object.getOwnPropertyDescriptor(response.body, '***')).toMatchObject({
		configurable: true,
		writable: true,
		enumerable: true,
	});
});
