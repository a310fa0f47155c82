/** An answer other than success, worded as Twilio words all its errors: `{code, message, more_info, status}`. */
export class Refusal extends Error {
	constructor(
		readonly status: number,
		readonly code: number,
		message: string,
	) {
		super(message);
	}

	get body() {
		return refusalBody(this.status, this.code, this.message);
	}
}

export function refusalBody(status: number, code: number, message: string) {
	return { code, message, more_info: `https://www.twilio.com/docs/errors/${code}`, status };
}

/** 20001: TaskRouter's generic 400 for a bad value and for a state that forbids the request. */
export function invalid(message: string): Refusal {
	return new Refusal(400, 20001, message);
}

/** Names the resource as Twilio does, without product and version: "The requested resource /Services/IS… was not found". */
export function notFound(path: string): Refusal {
	const resource = path.replace(/^(\/[a-z-]+)?\/v1(?=\/)/, '');
	return new Refusal(404, 20404, `The requested resource ${resource} was not found`);
}

const FAULTS: Record<number, [code: number, message: string]> = {
	400: [20001, 'Bad Request'],
	401: [20003, 'Authenticate'],
	403: [20006, 'Access Denied'],
	404: [20404, 'The requested resource was not found'],
	412: [20412, 'Precondition failed'],
	429: [20429, 'Too Many Requests'],
	503: [20503, 'Service Unavailable'],
};

/** Twilio's body for an injected fault; statuses without a code of their own are internal errors (20500). */
export function faultBody(status: number) {
	const [code, message] = FAULTS[status] ?? [20500, 'An internal server error has occurred'];
	return refusalBody(status, code, message);
}
