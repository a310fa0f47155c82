import { withFreshToken } from '../shared/http/clientCredentials';
import type { VendorResponse } from '../shared/http/response';
import { isRecord } from '../shared/values/record';
import type { Refusal, Vendor } from '../shared/http/vendor';

export const vendor: Vendor = {
	name: 'VoipNow',
	credential: 'voipNowOAuth2Api',
	// `credentials/` says the same in its test.
	keys: () => ({
		service: 'VoipNow',
		names: 'App Key and App Secret',
		advice: 'Copy both again from the App in VoipNow, and see that the App is marked as trusted there.',
	}),
	secrets: ['clientSecret', 'accessToken'],
	encoding: 'json',
	// VoipNow documents no limit. Four at once leave the telephone system capacity for calls.
	parallelLimit: 4,
	baseUrl: ({ host }) => (typeof host === 'string' ? host : ''),
	current: withFreshToken,
	isRefusal: ({ body }) => errorOfBody(body) !== undefined,
	refusal,
};

/** VoipNow's own pages mix up the meanings of the first and the third code, so the advice covers both causes. */
const adviceByCode: Record<string, string> = {
	extension_invalid: "Check 'Queue': it must be the extension number of an existing queue.",
	qag_agent_invalid:
		"Check 'Agent' and 'Status': the agent must be registered to this queue. A remote agent goes by the agent ID, not by the phone number.",
	status_invalid: "Check 'Status': VoipNow takes Logged Out (0), Online (1) and Paused (2).",
};

const adviceByStatus: Record<number, string> = {
	403: 'The owner of the App is not allowed to change this queue. Register the App under the account that owns the queue.',
	404: 'Check the address in the credential, and the queue and the agent.',
};

/** No agent and no list has an `error`; an answer may be in a list, as agents are. */
function errorOfBody(body: unknown): unknown {
	if (Array.isArray(body)) return body.map(errorOfBody).find((error) => error !== undefined);
	return isRecord(body) ? (body.error ?? undefined) : undefined;
}

/** `{error: {code, message}}`; the token endpoint answers `{error: "invalid_client"}`. */
function refusal({ status, body }: VendorResponse): Refusal {
	const error = errorOfBody(body);
	const { code, message } = isRecord(error) ? error : { code: error, message: undefined };
	const known = typeof code === 'string' ? code : undefined;
	return {
		words: typeof message === 'string' ? message : undefined,
		code: known,
		advice: adviceByCode[known ?? ''] ?? adviceByStatus[status],
	};
}
