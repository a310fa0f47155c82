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

/** Conpeek's page lists the statuses without their causes. These are the causes that its rules suggest. */
const adviceByStatus: Record<number, string> = {
	401: "Check 'API Key' in the credential. Enter the key alone, without the word Bearer.",
	403: "Likely causes: the break in 'Break Cause' does not exist, is of the other type, or is not assigned to a group of this user; the user is not a consultant or is inactive; or the API key lacks the right.",
	404: 'Likely causes: no user has this ID or login; the break or the online mode does not exist; or the address in the credential is that of another system.',
};

/** The shape of Conpeek's errors is undocumented, so any text in the usual fields is taken as the reason. */
function refusal({ status, body }: VendorResponse): Refusal {
	const candidates = isRecord(body) ? [body.message, body.error, body.description] : [body];
	const words = candidates.find(
		(text): text is string => typeof text === 'string' && text.trim() !== '' && !text.trimStart().startsWith('<'),
	);
	return { words, advice: adviceByStatus[status] };
}
