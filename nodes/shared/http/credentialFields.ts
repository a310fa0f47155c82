import { hash } from 'node:crypto';
import type { ICredentialDataDecryptedObject, IHttpRequestHelper, IHttpRequestOptions } from 'n8n-workflow';
import { isRecord } from '../values/record';
import { sentences } from '../values/text';
import { domainProblem } from './allowedDomains';
import { checkBaseUrl } from './baseUrl';
import { connectionCode } from './lostConnection';
import { lostAdvice, lostText, refusedText, type Keys } from './serviceText';

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

/** Credentials of runs and lists, whose own requests tell what is wrong. */
const inUse = new WeakSet<ICredentialDataDecryptedObject>();

/** Keeps {@link checkAccess} from asking a service before each request of a node. */
export function skipAccessCheck(credential: ICredentialDataDecryptedObject): void {
	inUse.add(credential);
}

/** n8n's HTTP Request node calls this before each of its requests: keys that were not refused are not checked again for so long. */
const CHECKED_MS = 60_000;
/** By a hash of address and keys. */
const checkedAt = new Map<string, number>();

/** A request that only reads, and how it is signed. */
type AccessRequest = Pick<IHttpRequestOptions, 'auth' | 'headers'> & {
	/** of the service, as the credential's form has it */
	address: string;
	/** below the address */
	path: string;
};

/**
 * Asks a service for something before n8n's test of a credential does. Of a connection that fails, the test would show the
 * code alone, such as ECONNREFUSED, and of refused keys the same words for every way to sign in. To be called by
 * `preAuthentication`, which n8n calls before each test of a credential that has an expirable field.
 *
 * @throws Error in the words of the runs when no answer comes or the keys are refused
 */
export async function checkAccess(
	{ helpers }: IHttpRequestHelper,
	credential: ICredentialDataDecryptedObject,
	keys: Keys,
	{ address, path, ...signed }: AccessRequest,
): Promise<void> {
	if (inUse.has(credential)) return;
	const root = checkBaseUrl(address);
	if (root.kind === 'problem' || domainProblem(credential, root.value) !== undefined) return;
	const request = { ...signed, url: `${root.value}${path}` };
	const key = hash('sha256', JSON.stringify(request));
	if (Date.now() - (checkedAt.get(key) ?? 0) < CHECKED_MS) return;
	const problem = await helpers.httpRequest({ ...request, disableFollowRedirect: true, timeout: 15_000 }).then(
		() => undefined,
		(error: unknown) => accessProblem(isRecord(error) ? error : {}, keys),
	);
	if (problem !== undefined) throw new Error(problem);
	checkedAt.set(key, Date.now());
}

/** What the rules of the test cannot tell of a request that failed. */
function accessProblem(error: Record<string, unknown>, keys: Keys): string | undefined {
	const { response } = error;
	if (!isRecord(response)) {
		const code = connectionCode(error) ?? '';
		return sentences([lostText(keys.service, code), lostAdvice(keys.service, code)]);
	}
	return response.status === 401 ? sentences([refusedText(keys), keys.advice]) : undefined;
}
