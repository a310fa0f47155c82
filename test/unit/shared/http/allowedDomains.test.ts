import { allowedDomainsOf, domainProblem } from '../../../../nodes/shared/http/allowedDomains';

const restricted = (allowedDomains: string) => ({ allowedHttpRequestDomains: 'domains', allowedDomains });

it.each([
	[{}, undefined],
	[{ allowedHttpRequestDomains: 'all', allowedDomains: 'example.com' }, undefined],
	[{ allowedHttpRequestDomains: 'none', allowedDomains: 'example.com' }, undefined],
	[restricted(' example.com '), 'example.com'],
	[{ allowedHttpRequestDomains: 'domains' }, ''],
])('of %j the domains are %j', (credential, domains) => {
	expect(allowedDomainsOf(credential as Record<string, string>)).toBe(domains);
});

it.each([
	['example.com', 'https://example.com/a', true],
	['example.com', 'https://example.com.:8443/a', true],
	['Example.COM.', 'https://EXAMPLE.com', true],
	['other.example, example.com', 'https://example.com', true],
	['example.com', 'https://www.example.com', false],
	['example.com', 'https://example.com.evil.example', false],
	['example.com', 'https://notexample.com', false],
	['*.example.com', 'https://a.example.com', true],
	['*.example.com', 'https://a.b.example.com', true],
	['*.example.com', 'https://example.com', false],
	['*.example.com', 'https://notexample.com', false],
	['*.', 'https://example.com', false],
	[',', 'https://example.com', false],
	['*', 'https://example.com', false],
])('a credential for %s at %s: %s', (allowedDomains, url, isAllowed) => {
	expect(domainProblem(restricted(allowedDomains), url) === undefined).toBe(isAllowed);
});

it('says which domains are allowed and which is not', () => {
	expect(domainProblem(restricted('a.example, b.example'), 'https://c.example/x?key=1')).toBe(
		'Domain not allowed: the credential may be used for a.example, b.example only, not for c.example',
	);
	expect(domainProblem(restricted(' '), 'https://c.example')).toContain("Fill in 'Allowed Domains'");
});
