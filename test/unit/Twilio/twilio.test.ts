import { pathBelow } from '../../../nodes/shared/http/baseUrl';
import { workers } from '../../../nodes/Twilio/TaskRouter/resources/lookups';
import {
	byIdentity,
	byName,
	bySid,
	deleted,
	fromList,
	located,
	sid,
	textIn,
	twilioVendor,
} from '../../../nodes/Twilio/twilio';

const vendor = twilioVendor('Twilio TaskRouter', 'taskrouter');
const path = '/v1/Workspaces?PageSize=50&Page=1&PageToken=PA1';

/** The path that is asked at the address of the credential, where a list goes on at another one. */
function asked(credential: { region?: string; apiRootOverride?: string }, host: string): string | undefined {
	const baseUrl = vendor.baseUrl(credential);
	return pathBelow([baseUrl, ...(vendor.otherAddresses?.(baseUrl) ?? [])], `https://${host}${path}`);
}

describe('a list of Twilio that goes on', () => {
	it.each([
		['', 'taskrouter.twilio.com'],
		['', 'taskrouter.us1.twilio.com'],
		['', 'taskrouter.ashburn.us1.twilio.com'],
		['ashburn.us1', 'taskrouter.twilio.com'],
		['dublin.ie1', 'taskrouter.ie1.twilio.com'],
		['dublin.ie1', 'taskrouter.dublin.ie1.twilio.com'],
		['sydney.au1', 'taskrouter.au1.twilio.com'],
		['tokyo.jp1', 'taskrouter.jp1.twilio.com'],
	])('for the region "%s" at %s is read on', (region, host) => {
		expect(asked({ region }, host)).toBe(path);
	});

	it.each([
		['another region', 'dublin.ie1', 'taskrouter.twilio.com'],
		['another region', '', 'taskrouter.ie1.twilio.com'],
		['another region', 'tokyo.jp1', 'taskrouter.sydney.au1.twilio.com'],
		['another edge', 'dublin.ie1', 'taskrouter.sydney.ie1.twilio.com'],
		['another product', '', 'conversations.twilio.com'],
		['a host that only begins alike', '', 'taskrouter.twilio.com.evil.example'],
		['a host that only ends alike', '', 'eviltaskrouter.twilio.com'],
		['another port', '', 'taskrouter.us1.twilio.com:8443'],
		['a user name', '', 'taskrouter.us1.twilio.com@evil.example'],
	])('at %s is not (region "%s", %s)', (_what, region, host) => {
		expect(asked({ region }, host)).toBeUndefined();
	});

	it.each(['https://proxy.example/{product}', 'http://127.0.0.1:8080/{product}'])(
		'at Twilio itself is not, where the credential names another host: %s',
		(apiRootOverride) => {
			expect(asked({ apiRootOverride }, 'taskrouter.twilio.com')).toBeUndefined();
			expect(asked({ apiRootOverride }, 'taskrouter.us1.twilio.com')).toBeUndefined();
		},
	);

	it('in plain http is not', () => {
		const baseUrl = vendor.baseUrl({});
		const addresses = [baseUrl, ...(vendor.otherAddresses?.(baseUrl) ?? [])];

		expect(pathBelow(addresses, `http://taskrouter.us1.twilio.com${path}`)).toBeUndefined();
	});
});

const advice: Array<[code: string, advice: string]> = [
	[
		'14231',
		"Twilio could not read the attributes. Enter a JSON object under 'Attributes (JSON)', and make it shorter if it is long.",
	],
	[
		'14240',
		'Too many workers are in an available activity for this account. Move some to an activity that is not available.',
	],
	[
		'20403',
		'The account is suspended or closed, or the credential may not do this. Look at the state of the account in the Twilio Console, and at the permissions of the key.',
	],
	[
		'20404',
		"Nothing with this SID or identity exists in the account of the credential. Check it, and check the region in the credential. The main account's keys do not reach a subaccount: use the subaccount's own.",
	],
	[
		'20409',
		'The record is in a state that does not allow this change, or something else is changing it. Read it again, then repeat the change.',
	],
	[
		'20412',
		"Someone changed the record after its version was read. Read it again and use the new 'etag', or remove 'If-Match (Version)'.",
	],
	['20429', "Still too many requests after all retries. Lower 'Parallel Limit' under 'Options'."],
	[
		'70051',
		'The API key or the OAuth app lacks the permission for this request. Add the permission to the restricted key, or the scope to the app, in the Twilio Console, or use a standard API key.',
	],
];

describe('a refusal of Twilio', () => {
	const refused = (body: unknown, headers: Record<string, string> = {}) =>
		vendor.refusal({ status: 400, headers, body });

	it.each(advice)('with the code %s comes with the way out', (code, told) => {
		expect(refused({ code: Number(code), message: 'No' }).advice).toBe(told);
	});

	it('with the code 20001 comes with none: its own words stand alone', () => {
		expect(refused({ code: 20001, message: 'No' }).advice).toBeUndefined();
	});

	it.each<[string, unknown, object]>([
		['older products', { code: 20001, message: 'No' }, { words: 'No', code: '20001' }],
		['newer products', { code: '20001', title: 'Bad', detail: 'The name' }, { words: 'The name', code: '20001' }],
		['newer products, in short', { title: 'Bad' }, { words: 'Bad', code: undefined }],
		['no words', { message: 5, code: null }, { words: undefined, code: undefined }],
	])('is told in the words of %s', (_whose, body, told) => {
		expect(refused(body, { 'twilio-request-id': 'RQ1' })).toEqual({ ...told, advice: undefined, requestId: 'RQ1' });
	});

	it('that is a page has no words', () => {
		expect(refused('<html>', { 'twilio-request-id': 'RQ1' })).toEqual({ requestId: 'RQ1' });
	});

	it('of one product comes with its own advice, and that of all', () => {
		const own = twilioVendor('Twilio X', 'events', { '1': 'Own', '20429': 'Wait' });
		const adviceTo = (code: number) => own.refusal({ status: 400, headers: {}, body: { code } }).advice;
		expect([1, 20429, 14240].map(adviceTo)).toEqual(['Own', 'Wait', advice[1]?.[1]]);
	});
});

it('a vendor of Twilio has its name and what all products share', () => {
	expect(vendor).toMatchObject({
		name: 'Twilio TaskRouter',
		credential: 'twilioContactCenterApi',
		encoding: 'form',
		parallelLimit: 200,
		requestIdHeader: 'twilio-request-id',
	});
	expect(vendor.isFull?.({ 'x-rate-limit-remaining': '0' })).toBe(true);
	expect(vendor.isFull?.({ 'x-rate-limit-remaining': '1' })).toBe(false);
	expect(vendor.isFull?.({})).toBe(false);
});

describe('a credential of Twilio', () => {
	const advised = (where: string) =>
		`Copy both again from ${where}, and check 'Region and Edge': each region has its own keys. For a subaccount use the subaccount's own keys.`;

	it.each([
		['oAuth2', 'Client ID and Client Secret', advised('the OAuth app in the Twilio Console')],
		['apiKey', 'API Key SID and API Key Secret', advised('where you kept them')],
		['authToken', 'Account SID and Auth Token', advised('the first page of the Twilio Console')],
	])('that signs in by %s has keys called %s', (authentication, names, told) => {
		expect(vendor.keys({ authentication })).toEqual({ service: 'Twilio', names, advice: told });
	});

	const keys = { apiKeySid: 'SK1', apiKeySecret: 'secret', accountSid: 'AC1', authToken: 'token' };
	it.each([
		['oAuth2', []],
		['apiKey', ['U0sxOnNlY3JldA==']],
		['authToken', ['QUMxOnRva2Vu']],
	])('that signs in by %s is sent as %j', (authentication, words) => {
		expect(vendor.sentSecrets?.({ ...keys, authentication })).toEqual(words);
	});

	it.each([
		['oAuth2', ''],
		['apiKey', 'old'],
	])('that signs in by %s has, once a token is over, the token "%s"', (authentication, accessToken) => {
		const credential = { authentication, accessToken: 'old', accessExpiresAt: '1000' };
		expect(vendor.current?.(credential, 2000)).toEqual({ ...credential, accessToken });
	});

	it.each([
		[{}, 'https://taskrouter.twilio.com'],
		[{ region: '' }, 'https://taskrouter.twilio.com'],
		[{ region: 'dublin.ie1' }, 'https://taskrouter.dublin.ie1.twilio.com'],
		[{ region: 5 }, 'https://taskrouter.twilio.com'],
		[{ apiRootOverride: ' ', region: 'dublin.ie1' }, 'https://taskrouter.dublin.ie1.twilio.com'],
		[{ apiRootOverride: 5 }, 'https://taskrouter.twilio.com'],
		[{ apiRootOverride: 'http://a/{product}/{product}' }, 'http://a/taskrouter/taskrouter'],
	])('with %j is used at %s', (credential, address) => expect(vendor.baseUrl(credential)).toBe(address));
});

describe('the modes of a locator', () => {
	it('say in the form what to enter', () => {
		expect(bySid('WK', 'a worker SID')).toEqual({
			displayName: 'By SID',
			name: 'id',
			type: 'string',
			placeholder: 'e.g. WK0123456789abcdef0123456789abcdef',
			rule: expect.any(Function) as unknown,
		});
		expect(fromList(workers)).toEqual({
			displayName: 'From List',
			name: 'list',
			type: 'list',
			typeOptions: { searchListMethod: 'searchWorkers', searchable: true },
		});
		expect(byName('Support')).toEqual({
			displayName: 'By Name',
			name: 'name',
			type: 'string',
			placeholder: 'e.g. Support',
			hint: 'Enter the full name. It is not case-sensitive, and accents may be left out.',
		});
		expect(byIdentity).toEqual({
			displayName: 'Identity',
			name: 'identity',
			type: 'string',
			placeholder: 'e.g. anna_kowalska',
			hint: 'Case-sensitive',
		});
	});

	const wk = `WK${'0aF9'.repeat(8)}`;
	it.each([
		[wk, 'id', wk],
		[`x${wk}`, 'name', `x${wk}`],
		[`${wk}0`, 'name', `${wk}0`],
		['Anna', 'name', 'Anna'],
		[null, 'name', ''],
	])('the text %s is looked for by %s', (text, mode, value) => {
		expect(located('WK', text)).toEqual({ __rl: true, mode, value });
	});

	it.each([
		['in a plain field', sid('WK', 'a worker SID')],
		['in a locator', bySid('WK', 'a worker SID').rule],
	])('a SID %s must be one', (_where, rule) => {
		expect(rule?.(wk)).toBeUndefined();
		for (const wrong of [`x${wk}`, `${wk}0`, 'WK1', '']) {
			expect(rule?.(wrong)).toBe('must be a worker SID: WK followed by 32 digits and letters from a to f');
		}
	});
});

it('a deletion is told of as such', () => {
	expect(deleted({ status: 204, headers: {}, body: undefined }, {})).toEqual({
		kind: 'value',
		value: [{ deleted: true }],
	});
});

it('only a text is a text', () => expect(['a', '', 5, null, undefined].map(textIn)).toEqual(['a', '', '', '', '']));
