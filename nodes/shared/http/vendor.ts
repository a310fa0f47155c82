import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { Answer } from './exchange';

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
	/** How many requests may be under way at once unless the user says otherwise. */
	parallelLimit: number;
	/** The address that the credential names, with or without a trailing slash. */
	root(credential: ICredentialDataDecryptedObject): string;
	/** The credential as it is to be used now; for one whose token is about to expire, without the token. */
	current?: (credential: ICredentialDataDecryptedObject, now: number) => ICredentialDataDecryptedObject;
	/** Whether n8n itself fetches tokens for this credential (types that extend `oAuth2Api`). */
	tokenLogin: boolean;
	/** Reads an answer outside 2xx. */
	refusal(answer: Answer): Refusal;
}
