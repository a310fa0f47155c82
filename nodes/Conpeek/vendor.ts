import type { VendorResponse } from '../shared/http/response';
import { isRecord } from '../shared/values/record';
import type { Refusal, Vendor } from '../shared/http/vendor';

export const vendor: Vendor = {
	name: 'Conpeek',
	credential: 'conpeekApi',
	secrets: ['apiKey'],
	encoding: 'json',
	// Conpeek documents no limit.
	parallelLimit: 4,
	usesOAuth2: false,
	baseUrl: ({ baseUrl }) => (typeof baseUrl === 'string' ? baseUrl : ''),
	refusal,
};

/** Conpeek's page names the statuses and no causes; these are the ones its rules suggest. */
const adviceByStatus: Record<number, string> = {
	401: "Check 'API Key' in the credential. It is sent as it is: the word Bearer does not belong before it.",
	403: "Likely causes: the break in 'Break Cause' does not exist, is of the other type, or is not assigned to a group of this user; the user is not a consultant or is inactive; or the API key lacks the right.",
	404: 'Likely causes: no user has this ID or login; the break or the online mode does not exist; or the address in the credential is that of another system.',
};

/** The shape of Conpeek's errors is not documented: whatever short text there is, is taken for the reason. */
function refusal({ status, body }: VendorResponse): Refusal {
	const candidates = isRecord(body) ? [body.message, body.error, body.description] : [body];
	const words = candidates.find(
		(text): text is string => typeof text === 'string' && text.trim() !== '' && !text.trimStart().startsWith('<'),
	);
	return { words, advice: adviceByStatus[status] };
}
