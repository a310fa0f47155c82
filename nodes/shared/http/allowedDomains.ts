import type { ICredentialDataDecryptedObject } from 'n8n-workflow';

/**
 * The domains that a credential is restricted to; `undefined` without a restriction, `''` where none is given. "None" means
 * the HTTP Request node alone.
 */
export function allowedDomainsOf(credential: ICredentialDataDecryptedObject): string | undefined {
	const { allowedHttpRequestDomains: mode, allowedDomains: list } = credential;
	if (mode !== 'domains') return undefined;
	return typeof list === 'string' ? list.trim() : '';
}

/**
 * Why a credential must not be used for an address, if it must not. Not every version of n8n holds requests to the allowed
 * domains (2.0 does not), and its own function for reading them has another form in 1.123 and is absent from 2.0 to 2.17.
 *
 * @param url absolute
 */
export function domainProblem(credential: ICredentialDataDecryptedObject, url: string): string | undefined {
	const domains = allowedDomainsOf(credential);
	if (domains === undefined) return undefined;
	if (domains === '')
		return "Domain not allowed: the credential is restricted to specific domains, and names none. Fill in 'Allowed Domains'";
	const { hostname } = new URL(url);
	const isAllowed = domains.split(',').some((domain) => fits(nameOfHost(hostname), nameOfHost(domain)));
	return isAllowed
		? undefined
		: `Domain not allowed: the credential may be used for ${domains} only, not for ${hostname}`;
}

const nameOfHost = (domain: string): string => domain.trim().toLowerCase().replace(/\.$/, '');

/** As n8n does it: `*.example.com` stands for everything below it, and not for itself. */
function fits(host: string, domain: string): boolean {
	if (domain.startsWith('*.')) return domain.length > 2 && host.endsWith(domain.slice(1));
	return domain !== '' && host === domain;
}
