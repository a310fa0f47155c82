/** An error of UnifiedAPI, `{"error": {"code", "message"}}`; the token endpoint's errors have another shape. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly code: string,
		message: string,
	) {
		super(message);
	}

	get body() {
		return { error: { code: this.code, message: this.message } };
	}
}

/** The codes of 401, 403 and 5xx stand on no page that could be read; only the envelope is known. */
export function faultBody(status: number) {
	return { error: { code: `http_${status}`, message: `The request failed with status ${status}` } };
}

export const badExtension = () =>
	new Refusal(400, 'extension_invalid', 'Value supplied in the URI-Fragment as extension is invalid.');
