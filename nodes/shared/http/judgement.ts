import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { breakdownOf } from '../n8n/guard';
import type { Caller } from './attempt';
import { failureOf, plainFailure, type Failure } from './failure';
import type { VendorRequest } from './request';
import { isSuccess, type AttemptResult, type VendorResponse } from './response';
import type { Vendor } from './vendor';

/** What makes a response within 2xx useless, if anything. */
export type ProblemIn = (response: VendorResponse) => string | undefined;

/**
 * What is wrong with what came of an attempt. `useless`: the service did what was asked for, as far as its status tells,
 * and answered with something else; `damaged`: with something that cannot be read.
 */
export interface Judgement {
	failure: Failure | undefined;
	flaw: 'refused' | 'useless' | 'damaged' | undefined;
}

export type Judge = (
	request: VendorRequest,
	result: AttemptResult,
	attempts: number,
	problemIn: ProblemIn | undefined,
) => Promise<Judgement>;

/** Never throws: what breaks in reading an answer is wrong with that answer, and must not hold up the others. */
export function judgeOf(context: Caller, vendor: Vendor, credential: ICredentialDataDecryptedObject): Judge {
	return async (request, result, attempts, problemIn) => {
		try {
			return await judge(request, result, attempts, problemIn);
		} catch (error) {
			const failure = { ...plainFailure(`the answer ${breakdownOf(error)}`), attempts };
			const isTaken = result.kind === 'response' && isSuccess(result.response);
			return { failure, flaw: isTaken ? 'useless' : 'refused' };
		}
	};

	async function judge(...[request, result, attempts, problemIn]: Parameters<Judge>): Promise<Judgement> {
		const isGood =
			result.kind === 'response' &&
			((isSuccess(result.response) && !vendor.isRefusal?.(result.response)) ||
				request.expected?.(result.response));
		if (!isGood) {
			// n8n fetched the token behind our back: to take it out of the service's words it must be read now.
			const now = vendor.usesOAuth2
				? await context.getCredentials(vendor.credential).catch(() => credential)
				: credential;
			return { failure: failureOf(vendor, result, attempts, secretValues(vendor, now)), flaw: 'refused' };
		}
		const { response } = result;
		const problem = isSuccess(response)
			? (vendor.strangerIn?.(request, response) ?? problemIn?.(response))
			: undefined;
		if (problem === undefined) return { failure: undefined, flaw: undefined };
		const flaw = isWhole(request, response) ? 'useless' : 'damaged';
		return { failure: { ...plainFailure(problem), attempts }, flaw };
	}
}

/** A 204 to a read says that there is nothing; any other body that is no JSON was damaged on its way, or is a page. */
const isWhole = ({ method }: VendorRequest, { status, body }: VendorResponse): boolean =>
	typeof body === 'object' || (status === 204 && method === 'GET');

function secretValues(vendor: Vendor, credential: ICredentialDataDecryptedObject): string[] {
	const token = credential.oauthTokenData;
	const tokens = typeof token === 'object' && token !== null ? Object.values(token) : [];
	return [...vendor.secrets.map((name) => credential[name]), ...tokens].filter(
		(value): value is string => typeof value === 'string' && value.length >= 6,
	);
}
