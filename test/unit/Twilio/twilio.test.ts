import { pathBelow } from '../../../nodes/shared/http/baseUrl';
import { twilioVendor } from '../../../nodes/Twilio/twilio';

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

describe("advice to Twilio's own codes", () => {
	const adviceTo = (code: number) =>
		vendor.refusal({ status: 400, headers: {}, body: { code, message: 'No' } }).advice;

	it.each([
		[70051, /permission.*restricted key.*scope/],
		[20403, /suspended or closed/],
		[20404, /main account's keys do not reach a subaccount/],
		[14231, /JSON object under 'Attributes/],
		[20409, /state that does not allow this change/],
	])('says what is wrong and the way out: %i', (code, says) => expect(adviceTo(code)).toMatch(says));

	it("is none to 20001: the vendor's words stand alone", () => expect(adviceTo(20001)).toBeUndefined());
});
