import type { ICredentialDataDecryptedObject, IHttpRequestHelper } from 'n8n-workflow';
import { isRecord } from '../values/record';
import { sentences } from '../values/text';
import { domainProblem } from './allowedDomains';
import { checkBaseUrl } from './baseUrl';
import { connectionCode } from './lostConnection';
import { lostAdvice, lostText } from './serviceText';

/** A credential without the blanks that were pasted with its texts. */
export const withoutBlanks = (credential: ICredentialDataDecryptedObject): ICredentialDataDecryptedObject =>
	Object.fromEntries(
		Object.entries(credential).map(([name, given]) => [name, typeof given === 'string' ? given.trim() : given]),
	);

/** What can be seen to be wrong with a key without asking the service, as the end of a sentence. */
export type KeyCheck = (key: string) => string | undefined;

/**
 * A key of a credential, without blanks around it.
 *
 * @param label what its field is called
 * @throws Error that names the field, which n8n shows in the form and in the runs alike
 */
export function keyIn(
	credential: ICredentialDataDecryptedObject,
	name: string,
	label: string,
	check?: KeyCheck,
): string {
	const given = credential[name];
	const key = typeof given === 'string' ? given.trim() : '';
	const problem = key === '' ? 'is empty' : check?.(key);
	if (problem !== undefined) throw new Error(`'${label}' ${problem}`);
	return key;
}

/**
 * Checks an address as the nodes do, for the test of a credential: n8n would show a code for one that is none.
 *
 * @param label what its field is called
 * @throws Error that names the field
 */
export function checkAddress(given: unknown, label: string): void {
	const checked = checkBaseUrl(typeof given === 'string' ? given : '');
	if (checked.kind === 'problem') throw new Error(`'${label}': ${checked.problem}`);
}

/** Credentials of runs and lists, whose own requests tell of a connection that fails. */
const inUse = new WeakSet<ICredentialDataDecryptedObject>();

/** Keeps {@link checkReachable} from asking a service before each request of a node. */
export function skipReachabilityCheck(credential: ICredentialDataDecryptedObject): void {
	inUse.add(credential);
}

/** n8n's HTTP Request node comes by before each of its requests: an address that answered is not asked again for so long. */
const CHECKED_MS = 60_000;
const answeredAt = new Map<string, number>();

/**
 * Asks a service for anything, without a key, before n8n's test of a credential does: of a connection that fails, the test
 * would show the code alone, such as ECONNREFUSED. To be called by `preAuthentication`, which n8n calls before each test of
 * a credential that has an expirable field.
 *
 * @param address of the service, as the credential's form has it
 * @throws Error in the words of the runs when no answer comes
 */
export async function checkReachable(
	{ helpers }: IHttpRequestHelper,
	credential: ICredentialDataDecryptedObject,
	service: string,
	address: string,
): Promise<void> {
	const root = checkBaseUrl(address);
	if (inUse.has(credential) || root.kind === 'problem' || domainProblem(credential, root.value) !== undefined) return;
	if (Date.now() - (answeredAt.get(root.value) ?? 0) < CHECKED_MS) return;
	try {
		await helpers.httpRequest({
			url: root.value,
			disableFollowRedirect: true,
			ignoreHttpStatusErrors: true,
			timeout: 15_000,
		});
	} catch (error) {
		// Whatever was answered, the service was reached.
		if (!isRecord(error) || isRecord(error.response)) return;
		const code = connectionCode(error) ?? '';
		throw new Error(sentences([lostText(service, code), lostAdvice(service, code)]));
	}
	answeredAt.set(root.value, Date.now());
}
