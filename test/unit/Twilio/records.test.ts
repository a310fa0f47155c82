import { snakeCase, versionOf } from '../../../nodes/Twilio/records';

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
