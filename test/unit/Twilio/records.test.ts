import { otherRecordIn, snakeCase, versionOf } from '../../../nodes/Twilio/records';

it.each([
	['ActivitySid', 'activity_sid'],
	['Attributes', 'attributes'],
	['FriendlyName', 'friendly_name'],
	['WorkerActivitySid', 'worker_activity_sid'],
])('the field %s is %s in a record', (field, key) => expect(snakeCase(field)).toBe(key));

it.each([
	['"7"', '7'],
	['W/"7"', '7'],
	['7', '7'],
	[undefined, undefined],
])('the ETag %p is the version %p', (etag, version) => {
	const headers: Record<string, string> = etag === undefined ? {} : { etag };
	expect(versionOf({ status: 200, headers, body: {} })).toBe(version);
});

describe('an answer', () => {
	const sid = (prefix: string, digit: string) => prefix + digit.repeat(32);
	const [anna, bob] = [sid('WK', 'a'), sid('WK', 'b')];
	const isOther = (path: string, body: unknown) =>
		otherRecordIn(
			{ method: 'GET', path, query: {}, headers: {}, body: undefined, encoding: 'form', idempotent: true },
			{ status: 200, headers: {}, body },
		) === 'the service answered about another record';

	it.each<[string, string, unknown]>([
		['another worker', `/v1/Workers/${anna}`, { sid: bob }],
		['another worker with a query', `/v1/Workers/${anna}?a=/b`, { sid: bob }],
		["another worker's channel", `/v1/Workers/${anna}/Channels/chat`, { sid: sid('WC', '1'), worker_sid: bob }],
		['another user', '/v1/Users/anna%40example.com', { sid: sid('US', '1'), identity: 'bob@example.com' }],
	])('is about %s', (_what, path, body) => expect(isOther(path, body)).toBe(true));

	it.each<[string, string, unknown]>([
		['the worker', `/v1/Workers/${anna}`, { sid: anna, worker_sid: bob }],
		['the worker in capitals', `/v1/Workers/${anna}`, { sid: anna.toUpperCase() }],
		['the worker, without an SID', `/v1/Workers/${anna}`, { sid: 'unknown' }],
		['no worker', `/v1/Workers/${anna}`, {}],
		["the worker's channel", `/v1/Workers/${anna}/Channels/chat`, { sid: sid('WC', '1'), worker_sid: anna }],
		['a channel of a text that holds WK', `/v1/xWK/Channels/chat`, { worker_sid: bob }],
		['a name', '/v1/Activities/lunch', { sid: sid('WA', '1') }],
		['the user', '/v1/Users/anna%40example.com', { sid: sid('US', '1'), identity: 'anna@example.com' }],
		['a user without an identity', '/v1/Users/anna', { sid: sid('US', '1') }],
		['a text', `/v1/Workers/${anna}`, 'text'],
	])('is not about another: %s', (_what, path, body) => expect(isOther(path, body)).toBe(false));
});
