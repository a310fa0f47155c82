import {
	getCredentialAllowedDomains,
	sleep,
	type ICredentialDataDecryptedObject,
	type IExecuteFunctions,
} from 'n8n-workflow';
import {
	outcomeOf,
	readRejection,
	readResponse,
	toHttpOptions,
	type Answer,
	type Exchanged,
	type VendorRequest,
} from './exchange';
import { failureOf, type Failure } from './failure';
import type { Pacer } from './pace';
import { retryDelay, standardPolicy } from './policy';
import type { Vendor } from './vendor';

export type Sent = { kind: 'answered'; answer: Answer } | { kind: 'failed'; failure: Failure };

/** Sends requests to one vendor for one node run: paced, retried, authenticated by n8n, never to another host. */
export interface Client {
	send: (request: VendorRequest) => Promise<Sent>;
}

/** Waits are cut into slices of this length, so that a cancelled execution ends at once (timers are not at hand). */
const SLICE_MS = 250;

/**
 * @param root as `checkRoot` returns it
 * @param credential decrypted once for the whole run: left to itself, n8n reads and decrypts it for every request
 * @param halted true once the run is over: no further attempt starts then
 */
export function openClient(
	context: IExecuteFunctions,
	vendor: Vendor,
	root: string,
	credential: ICredentialDataDecryptedObject,
	pacer: Pacer,
	halted: () => boolean,
): Client {
	const node = context.getNode();
	const allowedDomains = getCredentialAllowedDomains({
		node,
		credentialData: credential,
		credentialOwnedSurface: true,
	});
	const settings = { allowedDomains, ignoreCertificate: credential.ignoreSSLIssues === true };
	const secrets = secretValues(vendor, credential);
	const handle = node.credentials?.[vendor.credential];
	// An OAuth2 credential is always reloaded by n8n: its token changes during the run.
	const known = vendor.tokenLogin
		? undefined
		: {
				credentialsDecrypted: {
					id: handle?.id ?? '',
					name: handle?.name ?? '',
					type: vendor.credential,
					data: credential,
				},
			};
	async function attempt(request: VendorRequest): Promise<Exchanged> {
		const options = toHttpOptions(root, request, settings);
		return await context.helpers.httpRequestWithAuthentication
			.call(context, vendor.credential, options, known)
			.then(readResponse, readRejection);
	}

	async function pause(ms: number): Promise<void> {
		for (let left = ms; left > 0 && !halted(); left -= SLICE_MS) await sleep(Math.min(left, SLICE_MS));
	}

	return {
		async send(request) {
			const began = Date.now();
			for (let number = 1; ; number++) {
				await pacer.enter();
				const exchanged = await attempt(request);
				const now = Date.now();
				const outcome = outcomeOf(exchanged, now);
				pacer.leave(outcome);
				if (exchanged.kind === 'answer' && exchanged.answer.status >= 200 && exchanged.answer.status < 300) {
					return { kind: 'answered', answer: exchanged.answer };
				}
				const wait = retryDelay(standardPolicy, {
					outcome,
					repeatable: request.repeatable,
					number,
					elapsedMs: now - began,
					random: Math.random(),
				});
				if (wait !== undefined) await pause(wait);
				if (wait === undefined || halted()) {
					return { kind: 'failed', failure: failureOf(vendor, exchanged, number, secrets) };
				}
			}
		},
	};
}

function secretValues(vendor: Vendor, credential: ICredentialDataDecryptedObject): string[] {
	const token = credential.oauthTokenData;
	const tokens = typeof token === 'object' && token !== null ? Object.values(token) : [];
	return [...vendor.secrets.map((name) => credential[name]), ...tokens].filter(
		(value): value is string => typeof value === 'string' && value.length >= 6,
	);
}
