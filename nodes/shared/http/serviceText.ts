import { sentences } from '../values/text';
import { NO_TUNNEL } from './lostConnection';
import { isSilence } from './retry';

/** What a user copied into a credential to sign in. */
export interface Keys {
	/** Who gave them, such as "Twilio". */
	service: string;
	/** As the credential's form calls them, without an article: "Account SID and Auth Token". */
	names: string;
	/** How to get them right, as a sentence. */
	advice: string;
}

/** One text for keys that a service refuses: in a run, in the editor's lists and in the test of the credential. */
export const refusedText = ({ service, names }: Keys): string => `${service} did not accept the ${names}`;

/** Before a response that never came, these say that the service was not even reached. */
export const UNREACHED = /^(?:ENOTFOUND|EAI_AGAIN|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH)$|CERT|TLS|SSL|UNABLE_TO/;

/** The same for a service that did not answer. Without a code, which n8n's editor would put in place of these words. */
export function lostText(service: string, code: string): string {
	if (UNREACHED.test(code)) return `${service} could not be reached`;
	return isSilence(code) ? `${service} did not answer in time` : `No answer from ${service}`;
}

/** What to do about it. */
export function lostAdvice(service: string, code: string): string {
	if (code === NO_TUNNEL) return 'The proxy that this n8n uses ended the connection. Tell whoever runs this n8n.';
	return `Check the address in the '${service}' credential and whether this n8n can reach it.`;
}

/** The same for an answer without words. */
export function statusText(service: string, status: number): string {
	// No service answers with 407.
	const answerer = status === 407 ? `A proxy on the way to ${service}` : service;
	const isSuccess = status >= 200 && status < 300;
	return `${answerer} answered with ${isSuccess ? 'an error under ' : ''}HTTP status ${status}`;
}

/** What to do about a status, where the service has no advice of its own. */
export function statusAdvice(status: number): string | undefined {
	if (status === 401) return 'Open the credential and check its keys.';
	if (status === 403) return 'The key in the credential lacks the right to do this.';
	if (status === 404) return 'Check the ID: nothing with it exists for this credential.';
	if (status === 407)
		return 'The proxy that this n8n uses wants a user name and password. Tell whoever runs this n8n.';
	if (status === 429) return "Still too many requests after all retries. Lower 'Parallel Limit' under 'Options'.";
	if (status >= 300 && status < 400) {
		return 'The service points to another address, and keys are never sent there. Check the address in the credential.';
	}
	return status >= 500 ? 'The fault lies with the service. Run the workflow again later.' : undefined;
}

/** A rule of n8n for the test of a credential. */
interface TestRule {
	type: 'responseCode';
	properties: { value: number; message: string };
}

/** Those that a test is told of in words; of another one n8n tells the number. */
const TOLD_BY_TEST = [301, 302, 303, 307, 308, 404, 407, 408, 500, 502, 503, 504];

/**
 * What n8n's test of a credential says of the statuses that a service may answer with. Of a connection that failed no rule
 * is asked: see `checkAccess`.
 *
 * @param advice for the statuses that mean something else in the test, such as a key without the right to make it
 */
export function testRules(keys: Keys, advice: Readonly<Record<number, string>>): TestRule[] {
	const told = (status: number): string =>
		sentences([statusText(keys.service, status), advice[status] ?? statusAdvice(status)]);
	const statuses = [...new Set([...TOLD_BY_TEST, ...Object.keys(advice).map(Number)])];
	return [
		{ type: 'responseCode', properties: { value: 401, message: sentences([refusedText(keys), keys.advice]) } },
		...statuses.map((status): TestRule => ({
			type: 'responseCode',
			properties: { value: status, message: told(status) },
		})),
	];
}
