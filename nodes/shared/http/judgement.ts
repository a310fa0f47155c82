import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { breakdownOf } from '../n8n/guard';
import { secretValues } from './concealedAnswer';
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
) => Judgement;

/** Never throws: what breaks in reading an answer is wrong with that answer, and must not hold up the others. */
export function judgeOf(vendor: Vendor, credential: ICredentialDataDecryptedObject): Judge {
	return (request, result, attempts, problemIn) => {
		try {
			return judge(request, result, attempts, problemIn);
		} catch (error) {
			const failure = { ...plainFailure(`the answer ${breakdownOf(error)}`), attempts };
			const isTaken = result.kind === 'response' && isSuccess(result.response);
			return { failure, flaw: isTaken ? 'useless' : 'refused' };
		}
	};

	function judge(...[request, result, attempts, problemIn]: Parameters<Judge>): Judgement {
		const isGood =
			result.kind === 'response' &&
			((isSuccess(result.response) && !vendor.isRefusal?.(result.response)) ||
				request.expected?.(result.response));
		if (!isGood) {
			const secrets = secretValues(vendor, credential);
			const failure = failureOf(vendor, result, attempts, secrets, vendor.keys(credential));
			return { failure, flaw: 'refused' };
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

/** A 204 to a read says that there is nothing; any other body that is not JSON was damaged on its way, or is a page. */
const isWhole = ({ method }: VendorRequest, { status, body }: VendorResponse): boolean =>
	typeof body === 'object' || (status === 204 && method === 'GET');
