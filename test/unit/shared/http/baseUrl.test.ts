import * as fc from 'fast-check';

import {
	baseUrlExpression,
	checkBaseUrl,
	isThisMachine,
	keepsSecrets,
	pathBelow,
} from '../../../../nodes/shared/http/baseUrl';

describe('an address in a credential', () => {
	it.each([
		['https://example.com', 'https://example.com'],
		['https://example.com/', 'https://example.com'],
		['https://example.com///', 'https://example.com'],
		['  https://example.com/ ', 'https://example.com'],
		['HTTPS://Host.Example', 'https://host.example'],
		['https://example.com:443', 'https://example.com'],
		['https://example.com:8443/a/b/', 'https://example.com:8443/a/b'],
		['https://example.com/Path', 'https://example.com/Path'],
		['https://[2001:db8::1]:8443/', 'https://[2001:db8::1]:8443'],
		['https://voipnow', 'https://voipnow'],
		['http://localhost:3000/', 'http://localhost:3000'],
		['http://LOCALHOST', 'http://localhost'],
		['http://127.0.0.1:80/taskrouter', 'http://127.0.0.1/taskrouter'],
		['http://127.255.255.254', 'http://127.255.255.254'],
		['http://[::1]:8080', 'http://[::1]:8080'],
		['HTTP://127.0.0.1', 'http://127.0.0.1'],
	])('%j is used as %s', (given, url) => {
		expect(checkBaseUrl(given)).toEqual({ kind: 'value', value: url });
	});

	it.each([
		['http://example.com', 'unencrypted'],
		['http://192.168.1.5', 'unencrypted'],
		['http://10.0.0.1', 'unencrypted'],
		['http://169.254.169.254', 'unencrypted'],
		['http://0.0.0.0', 'unencrypted'],
		['http://[2001:db8::1]', 'unencrypted'],
		['http://127.0.0.1.example.com', 'unencrypted'],
		['http://localhost.example.com', 'unencrypted'],
		['http://1127.0.0.1.example', 'unencrypted'],
		['http://example.com/127.0.0.1', 'unencrypted'],
		['ftp://example.com', 'https://'],
		['ws://example.com', 'https://'],
		['file:///etc/passwd', 'https://'],
		['javascript:alert(1)', 'https://'],
		['example.com:443', 'https://'],
		['https://user@example.com', 'user name'],
		['https://user:secret@example.com', 'user name'],
		['https://:secret@example.com', 'user name'],
		['http://localhost@example.com', 'user name'],
		['https://example.com?x=1', 'question mark'],
		['https://example.com/a?x', 'question mark'],
		['https://example.com#top', 'number sign'],
		['', 'not an address'],
		['   ', 'not an address'],
		['example.com', 'not an address'],
		['//example.com', 'not an address'],
		['/api', 'not an address'],
		['https://', 'not an address'],
		['https://exa mple.com', 'not an address'],
		['https://example.com:99999', 'not an address'],
		['not an address at all', 'not an address'],
	])('%j is refused', (given, why) => {
		expect(checkBaseUrl(given)).toEqual({ kind: 'problem', problem: expect.stringContaining(why) as string });
	});

	it('does not repeat a password that stands in it', () => {
		expect(JSON.stringify(checkBaseUrl('https://user:hunter2@example.com'))).not.toContain('hunter2');
	});

	it('once accepted is https or loopback, and a path put behind it stays on its host', () => {
		const text = fc.oneof(
			fc.webUrl({ withQueryParameters: true, withFragments: true }),
			fc.string(),
			fc.webUrl({ validSchemes: ['http'] }),
		);
		fc.assert(
			fc.property(text, (given) => {
				const baseUrl = checkBaseUrl(given);
				if (baseUrl.kind === 'problem') return;
				const url = new URL(`${baseUrl.value}/v1/Workers`);
				expect(url.protocol === 'https:' || /^(localhost|127\..*|\[::1\])$/.test(url.hostname)).toBe(true);
				expect(url.host).toBe(new URL(given.trim()).host);
				expect(url.pathname.endsWith('/v1/Workers')).toBe(true);
				expect(baseUrl.value.endsWith('/')).toBe(false);
			}),
		);
	});
});

it.each([
	['http://localhost:5678/webhook/1', true],
	['https://127.0.0.1', true],
	['http://[::1]:5678/', true],
	['https://localhost.example.com', false],
	['https://n8n.example.com/localhost', false],
	['http://192.168.1.5:5678', false],
])('%s leads to this machine: %s', (address, isHere) => {
	expect(isThisMachine(address)).toBe(isHere);
});

it.each([
	['http://localhost:x@host.example/', false],
	['http://localhost:8080@host.example/', false],
	['http://127.0.0.1:1@host.example', false],
	['http://localhost:8080/a', true],
	['http://[::1]', true],
	['https://host.example', true],
])('the address of a token is safe or not before it is read as one: %s %s', (address, isSafe) => {
	expect(keepsSecrets(address)).toBe(isSafe);
});

describe('an address that a service gives', () => {
	const known = ['https://api.example.com', 'https://example.com/v1'];

	it.each([
		['https://api.example.com/a?b=1', '/a?b=1'],
		['https://example.com/v1/a', '/a'],
		['https://EXAMPLE.com:443/v1/x/../a', '/a'],
	])('%s is below a known one', (address, path) => {
		expect(pathBelow(known, address)).toBe(path);
	});

	it.each([
		'https://api.example.com.evil.example/a',
		'https://api.example.com@evil.example/a',
		'https://api.example.community/a',
		'https://api.example.com:8443/a',
		'http://api.example.com/a',
		'https://example.com/v10/a',
		'https://example.com/v1/../v2/a',
		'//api.example.com/a',
		'/a',
		'',
	])('%j is not', (address) => {
		expect(pathBelow(known, address)).toBeUndefined();
	});
});

it.each([
	['x', '"x" is not an address; give it in full, such as https://example.com'],
	[
		'x https://example.com',
		'"x https://example.com" is not an address; give it in full, such as https://example.com',
	],
	['https://a@example.com', 'the address must not contain a user name, a question mark or a number sign'],
	['http://example.com', '"http://" would send the key unencrypted: the address must begin with https://'],
	['ftp://example.com', '"ftp://" would send the key unencrypted: the address must begin with https://'],
])('%j is refused in words', (given, problem) => {
	expect(checkBaseUrl(given)).toEqual({ kind: 'problem', problem });
});

it.each([
	['xhttps://host.example', false],
	['x http://localhost', false],
	['http://127.0.0', false],
	['http://127.0.0.1234', false],
	['http://127.0.0.1:', false],
	['http://127.0.0.1:123456', false],
	['http://127.0.0.1:80', true],
	['http://127x0x0x1', false],
	['HTTP://LOCALHOST', true],
])('a key is sent to %s or not: %s', (address, isSafe) => {
	expect(keepsSecrets(address)).toBe(isSafe);
});

it.each([
	['xhttps://localhost', false],
	['ftp://localhost', false],
	['HTTPS://LOCALHOST/x', true],
])('%s is this machine: %s', (address, isHere) => {
	expect(isThisMachine(address)).toBe(isHere);
});

it('the address that n8n works out for a credential is that of the code', () => {
	expect(baseUrlExpression('$credentials.host')).toBe(
		String.raw`$credentials.host.trim().replace(/(?<!\/)\/+$/, "").replace(/^http:\/\/(?!(localhost|127(\.\d{1,3}){3}|\[::1\])(:\d{1,5})?(\/|$))/i, "https://")`,
	);
});
