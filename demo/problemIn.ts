import { z } from 'zod';

import { unflatten } from './executionData';

const words = z.string().optional().catch(undefined);
const error = z
	.object({ node: z.object({ name: words }).optional().catch(undefined), message: words, description: words })
	.optional();
const shape = z.object({ resultData: z.object({ error }) });

/** Why an execution failed, in the failed node's words. */
export function problemIn(data: string | undefined): string {
	if (data === undefined) return 'n8n kept no data of the execution';
	const problem = shape.safeParse(unflatten(data)).data?.resultData.error;
	const told = [problem?.node?.name, problem?.message, problem?.description];
	return told.filter(Boolean).join(': ') || 'n8n gave no reason';
}
