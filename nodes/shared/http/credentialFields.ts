import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { checkBaseUrl } from './baseUrl';

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
