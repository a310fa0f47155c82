import { z } from 'zod';

import type { Execution } from '../n8n/client';
import { unflatten } from '../n8n/executionData';

const words = z.string().optional().catch(undefined);
const error = z
	.object({ node: z.object({ name: words }).optional().catch(undefined), message: words, description: words })
	.optional();
const shape = z.object({ resultData: z.object({ error }) });

/** Fails unless n8n calls the execution a success. @param what ran, such as the name of a workflow */
export function assertSuccess(what: string, { status, data }: Execution): void {
	if (status !== 'success') throw new Error(`${what} ended with ${status}: ${problemIn(data)}`);
}

/** Why an execution failed, in the failed node's words. @param data of an execution as n8n's API sends it */
function problemIn(data: string | undefined): string {
	if (data === undefined) return 'n8n kept no data of the execution';
	const problem = shape.safeParse(unflatten(data)).data?.resultData.error;
	const parts = [problem?.node?.name, problem?.message, problem?.description];
	return parts.filter(Boolean).join(': ') || 'n8n gave no reason';
}
