import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { RateLimit } from './limit/rateLimit';
import type { VendorRequest } from './request';
import type { VendorResponse } from './response';
import type { Keys } from './serviceText';

/** What a vendor says about a request that it refused, in its own words where it has any. */
export interface Refusal {
	words?: string | undefined;
	code?: string | undefined;
	/** How the user gets on. */
	advice?: string | undefined;
	requestId?: string | undefined;
}

/** All that the shared code has to know about a vendor. */
export interface Vendor {
	/** As the user knows the service, for messages. */
	name: string;
	/** The name of the credential type. */
	credential: string;
	/** The keys that a credential signs in with: only those of the way that was chosen. */
	keys(credential: ICredentialDataDecryptedObject): Keys;
	/** Credential fields that must never show up in an output, an error or a log. */
	secrets: readonly string[];
	/** What the secrets are made into on their way, which must not show up either, such as the words of basic authentication. */
	sentSecrets?: (credential: ICredentialDataDecryptedObject) => string[];
	/** How bodies are encoded. */
	encoding: 'form' | 'json';
	/** The most requests that may ever be in flight at once unless the user says otherwise. */
	parallelLimit: number;
	/** Whether the headers of a successful response (names in lower case) say that the allowance is used up. */
	isFull?: (headers: VendorResponse['headers']) => boolean;
	/** The rate that the vendor sets for such a request, if it sets one. */
	rateLimitOf?: (request: VendorRequest) => RateLimit | undefined;
	/** The address that the credential names, with or without a slash at its end. */
	baseUrl(credential: ICredentialDataDecryptedObject): string;
	/**
	 * Other addresses of the same service that its links may name. They are asked at the base URL, so that the keys go
	 * nowhere else.
	 */
	otherAddresses?(baseUrl: string): string[];
	/**
	 * The credential as it is to be used now; for one whose token is about to expire, without the token.
	 *
	 * @param now milliseconds since the epoch
	 */
	current?: (credential: ICredentialDataDecryptedObject, now: number) => ICredentialDataDecryptedObject;
	/** The header of a response by which the vendor's support finds the request, in lower case. */
	requestIdHeader?: string;
	/** The version of the record in a response, as If-Match wants it; a vendor without versions has none. */
	versionOf?: (response: VendorResponse) => string | undefined;
	/** Whether a response within 2xx is a refusal all the same, for a service that answers so. */
	isRefusal?: (response: VendorResponse) => boolean;
	/** That a response within 2xx is about another record than the request, if it says so. */
	strangerIn?: (request: VendorRequest, response: VendorResponse) => string | undefined;
	/** Reads a response outside 2xx, or one that is a refusal. Of a token request that was refused only the body is known. */
	refusal(response: VendorResponse): Refusal;
}
