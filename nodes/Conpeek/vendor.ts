import type { VendorResponse } from '../shared/http/response';
import { isRecord } from '../shared/values/record';
import { textOf } from '../shared/values/text';
import type { Refusal, Vendor } from '../shared/http/vendor';

export const vendor: Vendor = {
	name: 'Conpeek',
	credential: 'conpeekApi',
	// `credentials/` says the same in its test.
	keys: () => ({
		service: 'Conpeek',
		names: 'API Key',
		advice: 'Copy it again, without the word Bearer, and check the address in the credential.',
	}),
	secrets: ['apiKey'],
	encoding: 'json',
	// Conpeek documents no limit.
	parallelLimit: 4,
	baseUrl: ({ baseUrl }) => (typeof baseUrl === 'string' ? baseUrl : ''),
	isRefusal: ({ body }) =>
		isRecord(body) && body.data === undefined && refusalTexts([body.error, body.errors]).length > 0,
	refusal,
};

const wrongFields =
	"Likely causes: a break without its type or its name ('Break Cause' or 'Reason'), or without a note, which Conpeek's page marks as it marks those two; or an Online Mode ID that is not one of this user's.";

/** Conpeek's page lists the statuses without their causes. These are the causes that its rules suggest. */
const adviceByStatus: Record<number, string> = {
	400: wrongFields,
	403: "Likely causes: the break named in 'Break Cause' or 'Reason' does not exist, is of the other type, or is not assigned to a group of this user; the user is not a consultant or is inactive; or the API key lacks the right.",
	404: 'Likely causes: no user has this ID or name; the break or the online mode does not exist; or the address in the credential is that of another system.',
	422: wrongFields,
};

/** The shape of Conpeek's errors is undocumented, so all texts in the usual fields are taken as the reason. */
function refusal({ status, body }: VendorResponse): Refusal {
	const words = [...new Set(refusalTexts(body))].join('; ');
	const error = isRecord(body) && isRecord(body.error) ? body.error : body;
	const code = isRecord(error) ? textOf(error.code) : '';
	return { words: words || undefined, code: code || undefined, advice: adviceByStatus[status] };
}

/** The texts in `{message}`, `{error: …}`, `{errors: [{field, message}]}` or `{errors: {field: […]}}`, however nested. */
function refusalTexts(told: unknown): string[] {
	if (typeof told === 'string') return told.trim() !== '' && !told.trimStart().startsWith('<') ? [told.trim()] : [];
	if (Array.isArray(told)) return told.flatMap(refusalTexts);
	if (!isRecord(told)) return [];
	const { message, error, description, errors, field } = told;
	const words = [
		...refusalTexts([message, error, description]),
		...(isRecord(errors) ? byField(errors) : refusalTexts(errors)),
	];
	return textOf(field) === '' ? words : words.map((text) => `${textOf(field)}: ${text}`);
}

const byField = (errors: Record<string, unknown>): string[] =>
	Object.entries(errors).flatMap(([field, told]) => refusalTexts(told).map((text) => `${field}: ${text}`));
