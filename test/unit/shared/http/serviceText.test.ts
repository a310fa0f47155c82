import {
	lostAdvice,
	lostText,
	refusedText,
	statusAdvice,
	statusText,
	testRules,
	UNREACHED,
} from '../../../../nodes/shared/http/serviceText';

const keys = { service: 'Acme', names: 'API Key', advice: 'Copy it again.' };

it.each([
	[200, 'Acme answered with an error under HTTP status 200'],
	[299, 'Acme answered with an error under HTTP status 299'],
	[199, 'Acme answered with HTTP status 199'],
	[300, 'Acme answered with HTTP status 300'],
	[404, 'Acme answered with HTTP status 404'],
	[407, 'A proxy on the way to Acme answered with HTTP status 407'],
])('a status without words is told: %i', (status, told) => {
	expect(statusText('Acme', status)).toBe(told);
});

const ELSEWHERE =
	'The service points to another address, and keys are never sent there. Check the address in the credential.';
const LATER = 'The fault lies with the service. Run the workflow again later.';

it.each([
	[200, undefined],
	[299, undefined],
	[300, ELSEWHERE],
	[307, ELSEWHERE],
	[399, ELSEWHERE],
	[400, undefined],
	[401, 'Open the credential and check its keys.'],
	[402, undefined],
	[403, 'The key in the credential lacks the right to do this.'],
	[404, 'Check the ID: nothing with it exists for this credential.'],
	[407, 'The proxy that this n8n uses wants a user name and password. Tell whoever runs this n8n.'],
	[409, undefined],
	[429, "Still too many requests after all retries. Lower 'Parallel Limit' under 'Options'."],
	[499, undefined],
	[500, LATER],
	[503, LATER],
])('a status comes with what to do about it: %i', (status, advice) => {
	expect(statusAdvice(status)).toBe(advice);
});

const ADDRESS = "Check the address in the 'Acme' credential and whether this n8n can reach it.";

it.each([
	['ENOTFOUND', 'Acme could not be reached', ADDRESS],
	['EAI_AGAIN', 'Acme could not be reached', ADDRESS],
	['ECONNREFUSED', 'Acme could not be reached', ADDRESS],
	['EHOSTUNREACH', 'Acme could not be reached', ADDRESS],
	['ENETUNREACH', 'Acme could not be reached', ADDRESS],
	['CERT_HAS_EXPIRED', 'Acme could not be reached', ADDRESS],
	['ERR_TLS_CERT_ALTNAME_INVALID', 'Acme could not be reached', ADDRESS],
	['EPROTO_SSL', 'Acme could not be reached', ADDRESS],
	['UNABLE_TO_GET_ISSUER', 'Acme could not be reached', ADDRESS],
	['ETIMEDOUT', 'Acme did not answer in time', ADDRESS],
	['ECONNABORTED', 'Acme did not answer in time', ADDRESS],
	['ECONNRESET', 'No answer from Acme', ADDRESS],
	['XENOTFOUND', 'No answer from Acme', ADDRESS],
	['ENOTFOUNDX', 'No answer from Acme', ADDRESS],
	['XETIMEDOUT', 'No answer from Acme', ADDRESS],
	['ETIMEDOUTX', 'No answer from Acme', ADDRESS],
	['', 'No answer from Acme', ADDRESS],
	['EPROXY', 'No answer from Acme', 'The proxy that this n8n uses ended the connection. Tell whoever runs this n8n.'],
])('a connection that failed is told in words: %s', (code, text, advice) => {
	expect([lostText('Acme', code), lostAdvice('Acme', code)]).toEqual([text, advice]);
	expect(UNREACHED.test(code)).toBe(text === 'Acme could not be reached');
});

it('the test of a credential tells of keys, of what a status means there, and of all other statuses as runs do', () => {
	expect(refusedText(keys)).toBe('Acme did not accept the API Key');
	const rules = testRules(keys, { 403: 'The key may not be tested.', 420: 'Slow down.' });
	const told = Object.fromEntries(rules.map(({ properties: { value, message } }) => [value, message]));
	expect(rules.map(({ type }) => type)).toEqual(Array(15).fill('responseCode'));
	expect(rules).toHaveLength(Object.keys(told).length);
	expect(told).toEqual({
		301: `Acme answered with HTTP status 301. ${ELSEWHERE}`,
		302: `Acme answered with HTTP status 302. ${ELSEWHERE}`,
		303: `Acme answered with HTTP status 303. ${ELSEWHERE}`,
		307: `Acme answered with HTTP status 307. ${ELSEWHERE}`,
		308: `Acme answered with HTTP status 308. ${ELSEWHERE}`,
		401: 'Acme did not accept the API Key. Copy it again.',
		403: 'Acme answered with HTTP status 403. The key may not be tested.',
		404: 'Acme answered with HTTP status 404. Check the ID: nothing with it exists for this credential.',
		407: 'A proxy on the way to Acme answered with HTTP status 407. The proxy that this n8n uses wants a user name and password. Tell whoever runs this n8n.',
		408: 'Acme answered with HTTP status 408',
		420: 'Acme answered with HTTP status 420. Slow down.',
		500: `Acme answered with HTTP status 500. ${LATER}`,
		502: `Acme answered with HTTP status 502. ${LATER}`,
		503: `Acme answered with HTTP status 503. ${LATER}`,
		504: `Acme answered with HTTP status 504. ${LATER}`,
	});
});

it('what a credential says of a status goes before the usual, and each status is told once', () => {
	const rules = testRules(keys, { 404: 'Check the address.' });
	expect(rules.filter(({ properties: { value } }) => value === 404)).toEqual([
		{
			type: 'responseCode',
			properties: { value: 404, message: 'Acme answered with HTTP status 404. Check the address.' },
		},
	]);
});
