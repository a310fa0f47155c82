import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { RateLimit } from './limit/rateLimit';
import type { VendorResponse, VendorRequest } from './request';

/** What a vendor says about a refusal, in its own words where it has any. */
export interface Refusal {
	words?: string | undefined;
	code?: string | undefined;
	/** How the user gets on. */
	advice?: string | undefined;
	requestId?: string | undefined;
}

/** Everything the engine needs to know about a vendor. */
export interface Vendor {
	/** As the user knows the service, for messages. */
	name: string;
	credential: string;
	/** Credential fields that must never show up in an output, an error or a log. */
	secrets: readonly string[];
	encoding: 'form' | 'json';
	/** The most requests that may ever be under way at once unless the user says otherwise. */
	parallelLimit: number;
	/** Whether the headers of a good answer (names in lower case) say that the vendor's allowance is used up. */
	isFull?: (headers: Record<string, string>) => boolean;
	/** The rate that the vendor sets for such a request, if it sets one. */
	rateLimitOf?: (request: VendorRequest) => RateLimit | undefined;
	/** The address that the credential names, with or without a trailing slash. */
	baseUrl(credential: ICredentialDataDecryptedObject): string;
	/** The credential as it is to be used now; for one whose token is about to expire, without the token. */
	current?: (credential: ICredentialDataDecryptedObject, now: number) => ICredentialDataDecryptedObject;
	/** Whether n8n itself fetches tokens for this credential (types that extend `oAuth2Api`). */
	usesOAuth2: boolean;
	/** The header of an answer by which the vendor's support finds the request, in lower case. */
	requestIdHeader?: string;
	/** Reads an answer outside 2xx. */
	refusal(answer: VendorResponse): Refusal;
}
