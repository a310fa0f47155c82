import { createHash } from 'node:crypto';
import { parse } from 'node:querystring';
import fc from 'fast-check';
import { getExpectedTwilioSignature, validateRequest, validateRequestWithBody } from 'twilio/lib/webhooks/webhooks';
import { FORM, isSigned } from '../../../../nodes/shared/trigger/signature';
import { cpuTimeOf } from '../../../support/cpuTime';
import { seeded } from '../../ShiftSchedule/model/make';

const KEY = '12345';
const JSON_TYPE = 'application/json';
const hashOf = (body: string) => createHash('sha256').update(body).digest('hex');

const signedForm = (url: string, body: string, signature: string | undefined, key = KEY) =>
	isSigned({ url, signature, rawBody: Buffer.from(body), mediaType: FORM }, key);
const signedJson = (url: string, body: string, signature: string | undefined, key = KEY) =>
	isSigned({ url, signature, rawBody: Buffer.from(body), mediaType: JSON_TYPE }, key);

const formOf = (pairs: Array<[string, string]>) => new URLSearchParams(pairs).toString();
/** As a web server hands a form to the official client, with lists of this realm, which it asks for by `instanceof`. */
const paramsOf = (pairs: Array<[string, string]>) =>
	Object.fromEntries(
		Object.entries(parse(formOf(pairs))).map(([name, value]) => [name, Array.isArray(value) ? [...value] : value]),
	);

describe('the vectors of the reference', () => {
	const hook = 'https://n8n.example.com/webhook/abc/webhook';

	it('takes a form, and the same form on an address with a query', () => {
		const call = {
			...{ Digits: '1234', CallSid: 'CA1234567890ABCDE', To: '+18005551212' },
			...{ Caller: '+14158675310', From: '+14158675310' },
		};
		const body = new URLSearchParams(call).toString();
		expect(signedForm('https://example.com/myapp.php?foo=1&bar=2', body, 'L/OH5YylLD5NRKLltdqwSvS0BnU=')).toBe(
			true,
		);
		const event = {
			...{ EventType: 'worker.activity.update', WorkerSid: `WK${'b'.repeat(32)}`, WorkerActivityName: 'Offline' },
			...{ Timestamp: '1700000000', TimestampMs: '1700000000123', Empty: '' },
		};
		expect(signedForm(hook, new URLSearchParams(event).toString(), 'Yy/s5pSKIK2/UfQtVNf/IFstcE8=')).toBe(true);
	});

	it('takes a JSON body by the hash in the address', () => {
		const body = '[{"specversion":"1.0","type":"com.twilio.taskrouter.worker.activity.update","id":"EZ1"}]';
		const url = `${hook}?bodySHA256=e90fb16dc97473aa4fe3dfd6819e717d93f22179cd580bb66e2cd4f1d48e2662`;
		expect(signedJson(url, body, 'uZQ8d0xCKumoxucsaRx5ZLK1Un8=')).toBe(true);
		expect(signedJson(url, `${body} `, 'uZQ8d0xCKumoxucsaRx5ZLK1Un8=')).toBe(false);
		expect(signedJson(hook, body, 'uZQ8d0xCKumoxucsaRx5ZLK1Un8=')).toBe(false);
	});
});

describe('what is refused', () => {
	const url = 'https://n8n.example.com/webhook/abc/webhook';
	const body = 'EventType=worker.created';
	const right = getExpectedTwilioSignature(KEY, url, { EventType: 'worker.created' });

	it.each([
		['no signature', url, body, undefined, KEY],
		['an empty signature', url, body, '', KEY],
		['a signature cut short', url, body, right.slice(0, -1), KEY],
		['another key', url, body, right, '12346'],
		['no key at all', url, body, getExpectedTwilioSignature('', url, { EventType: 'worker.created' }), ''],
		['another address', `${url}2`, body, right, KEY],
		['one more parameter', url, `${body}&WorkerSid=WK1`, right, KEY],
		['no parameter', url, '', right, KEY],
		['what is not an address', 'webhook', body, right, KEY],
	])('%s', (_what, at, sent, signature, key) => {
		expect(signedForm(at, sent, signature, key)).toBe(false);
	});

	it('a JSON body that was signed as if it were a form', () => {
		const asForm = '{"id":"EZ1"}';
		expect(signedForm(url, asForm, getExpectedTwilioSignature(KEY, url, { [asForm]: '' }))).toBe(true);
		expect(signedJson(url, asForm, getExpectedTwilioSignature(KEY, url, { [asForm]: '' }))).toBe(false);
	});

	it('a JSON body that only the address was signed of', () => {
		expect(signedJson(url, '[{"id":"EZ1"}]', getExpectedTwilioSignature(KEY, url, {}))).toBe(false);
		expect(signedJson(url, '', getExpectedTwilioSignature(KEY, url, {}))).toBe(true);
	});
});

/** Characters that are encoded in one place and not in another, and those of no alphabet. */
const sign = fc.constantFrom(
	...["'", '~', ' ', '%20', '+', '!', '(', '*', ':', '@', '=', ';', '%C3%A9', 'é', '|', '^'],
);
const piece = fc
	.array(fc.oneof({ weight: 4, arbitrary: fc.constantFrom('a', 'B', '7', '-', '_') }, sign), { maxLength: 6 })
	.map((signs) => signs.join(''));
const query = fc
	.array(fc.tuple(piece, piece), { maxLength: 4 })
	.map((pairs) => (pairs.length === 0 ? '' : `?${pairs.map(([name, value]) => `${name}=${value}`).join('&')}`));
const address = fc
	.tuple(
		fc.constantFrom('https://', 'http://', 'HTTPS://'),
		fc.constantFrom('', 'user:pass@', 'user@'),
		fc.constantFrom('example.com', 'n8n.Example.com', '127.0.0.1', '[::1]'),
		fc.constantFrom('', ':443', ':80', ':5678'),
		fc
			.array(
				piece.filter((one) => !one.includes('@')),
				{ maxLength: 3 },
			)
			.map((parts) => parts.map((one) => `/${one}`).join('')),
		query,
	)
	.map((parts) => parts.join(''));
const text = fc.string({
	unit: fc.oneof(fc.string({ minLength: 1, maxLength: 1 }), fc.constantFrom('é', '😀', '+', '&', '=')),
});
const form = fc.array(fc.tuple(fc.oneof(fc.constantFrom('a', 'A', 'aB', '10', '9'), text), text), { maxLength: 6 });

/** An address as someone may have signed it who was called under another spelling of it. */
const spelt = fc.constantFrom<(url: string) => string>(
	(url) => url,
	(url) => new URL(url).toString(),
	(url) => url.replace(/^(https?:\/\/[^/?#]*?)(:\d+)?(?=[/?#]|$)/i, '$1'),
	(url) => url.replace(/^(https:\/\/[^/?#:[]*)(?=[/?#]|$)/i, '$1:443'),
	(url) => url.replace(/^(http:\/\/[^/?#:[]*)(?=[/?#]|$)/i, '$1:80'),
	(url) => `${url.split('?')[0] ?? ''}?${new URLSearchParams(url.split('?')[1]).toString()}`,
	(url) => `${url}#`,
);

it('a form of many fields costs no more for each of them', () => {
	const names = Array.from({ length: 60_000 }, (_, at) => `field${at}=1`);
	expect(cpuTimeOf(() => signedForm('https://example.com/', names.join('&'), 'x'.repeat(28)))).toBeLessThan(2_000);
});

describe('the official client', () => {
	it('says the same of every form, whoever signed it and over which address', () => {
		let taken = 0;
		fc.assert(
			fc.property(address, form, form, spelt, fc.boolean(), (url, sent, signed, spell, isChanged) => {
				const signature = getExpectedTwilioSignature(KEY, spell(url), paramsOf(isChanged ? signed : sent));
				const official = validateRequest(KEY, signature, url, paramsOf(sent));
				expect(signedForm(url, formOf(sent), signature)).toBe(official);
				if (official) taken++;
			}),
			seeded(5000),
		);
		expect(taken).toBeGreaterThan(0);
	});

	it('says the same of every JSON body', () => {
		let taken = 0;
		fc.assert(
			fc.property(address, fc.json(), fc.json(), spelt, fc.boolean(), (url, sent, hashed, spell, isChanged) => {
				const hash = hashOf(isChanged ? hashed : sent);
				const called = `${url}${url.includes('?') ? '&' : '?'}bodySHA256=${hash}`;
				const signature = getExpectedTwilioSignature(KEY, spell(called), {});
				const official = validateRequestWithBody(KEY, signature, called, sent);
				expect(signedJson(called, sent, signature)).toBe(official);
				if (official) taken++;
			}),
			seeded(5000),
		);
		expect(taken).toBeGreaterThan(0);
	});
});

it.each(['__proto__', 'constructor', 'toString', 'hasOwnProperty'])(
	'is asked with a name that every object has: %s',
	(name) => {
		const url = `https://example.com/hook?${name}=1&${name}=2`;
		expect(isSigned({ url, signature: 'x', rawBody: Buffer.alloc(0), mediaType: FORM }, KEY)).toBe(false);
	},
);
