import { getRequest, toHttpOptions, type VendorRequest } from '../../../../nodes/shared/http/request';

const settings = { allowedDomains: undefined, ignoreCertificate: false };

const request = (fields: Partial<VendorRequest> = {}): VendorRequest => ({
	method: 'POST',
	path: '/v1/Workers/WK1',
	query: {},
	headers: {},
	body: undefined,
	encoding: 'form',
	idempotent: true,
	...fields,
});

describe("a request in n8n's form", () => {
	it('follows no redirect, lets only a 401 throw, and has a timeout', () => {
		expect(toHttpOptions('https://example.com', request(), settings)).toMatchObject({
			method: 'POST',
			url: 'https://example.com/v1/Workers/WK1',
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: { ignore: true, except: [401] },
			returnFullResponse: true,
			timeout: 15_000,
			skipSslCertificateValidation: false,
		});
	});

	it('sends a form with every value, the empty and the false ones too', () => {
		const { body, headers } = toHttpOptions(
			'https://example.com',
			request({ body: { State: 'active', IsAvailable: false, Count: 0, Avatar: '', Name: 'Zoë & Co + 1=2' } }),
			settings,
		);
		expect(body).toBeInstanceOf(URLSearchParams);
		expect((body as URLSearchParams).toString()).toBe(
			'State=active&IsAvailable=false&Count=0&Avatar=&Name=Zo%C3%AB+%26+Co+%2B+1%3D2',
		);
		expect(headers).toEqual({ Accept: 'application/json' });
	});

	it('sends a field of a form once for each of its values', () => {
		const { body } = toHttpOptions(
			'https://example.com',
			request({ body: { SinkSid: 'DG1' }, repeated: { Types: ['{"type":"a"}', '{"type":"b"}'] } }),
			settings,
		);
		expect((body as URLSearchParams).getAll('Types')).toEqual(['{"type":"a"}', '{"type":"b"}']);
	});

	it('sends JSON with its types', () => {
		const given = { status: '1', force: false, mode: 0, note: '' };
		const { body, headers } = toHttpOptions(
			'https://example.com',
			request({ encoding: 'json', body: given }),
			settings,
		);
		expect(body).toEqual(given);
		expect(headers).toEqual({ Accept: 'application/json', 'Content-Type': 'application/json' });
	});

	it.each(['form', 'json'] as const)('without a body has neither body nor content type (%s)', (encoding) => {
		const options = toHttpOptions('https://example.com', request({ method: 'GET', encoding }), settings);
		expect(options).not.toHaveProperty('body');
		expect(options.headers).toEqual({ Accept: 'application/json' });
	});

	it('carries query and headers', () => {
		const options = toHttpOptions(
			'https://example.com',
			request({ query: { count: 5 }, headers: { 'If-Match': '3' } }),
			settings,
		);
		expect(options.qs).toEqual({ count: 5 });
		expect(options.headers).toEqual({ Accept: 'application/json', 'If-Match': '3' });
	});

	it("carries the credential's allowed domains and its word on certificates", () => {
		const options = toHttpOptions('https://example.com', request(), {
			allowedDomains: 'example.com',
			ignoreCertificate: true,
		});
		expect(options).toMatchObject({ allowedDomains: 'example.com', skipSslCertificateValidation: true });
		expect(toHttpOptions('https://example.com', request(), settings)).not.toHaveProperty('allowedDomains');
	});
});

it('a request that only reads has nothing but its address, and may be repeated', () => {
	const read = {
		method: 'GET',
		path: '/a',
		query: {},
		headers: {},
		body: undefined,
		encoding: 'json',
		idempotent: true,
	};
	expect(getRequest('json', '/a')).toEqual(read);
	expect(getRequest('form', '/a', { q: 1 })).toEqual({ ...read, encoding: 'form', query: { q: 1 } });
});

it("a request in n8n's form is nothing but this", () => {
	const made = toHttpOptions(
		'https://example.com',
		request({ query: { q: 1 }, headers: { a: 'b' }, body: { c: 2 }, encoding: 'json' }),
		{ allowedDomains: 'example.com', ignoreCertificate: true },
	);
	expect(made).toEqual({
		method: 'POST',
		url: 'https://example.com/v1/Workers/WK1',
		qs: { q: 1 },
		headers: { Accept: 'application/json', a: 'b', 'Content-Type': 'application/json' },
		body: { c: 2 },
		returnFullResponse: true,
		ignoreHttpStatusErrors: { ignore: true, except: [401] },
		disableFollowRedirect: true,
		timeout: 15_000,
		skipSslCertificateValidation: true,
		allowedDomains: 'example.com',
	});
});

it('a form without a field of several values has each field once', () => {
	const { body } = toHttpOptions('https://example.com', request({ body: { a: 1 } }), settings);
	expect([...(body as URLSearchParams)]).toEqual([['a', '1']]);
});
