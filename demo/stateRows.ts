import { z } from 'zod';

import { itemsOf } from './executionData';

const row = z.object({
	vendor: z.string(),
	agent: z.object({ name: z.string() }),
	previous: z.string().nullable(),
	current: z.string().nullable(),
	outcome: z.string(),
	reason: z.string().nullable(),
});
/** What Agent State says about one agent. */
export type StateRow = z.infer<typeof row>;

/** The rows that an Agent State node put out. */
export const stateRowsOf = (data: string | undefined, node: string): StateRow[] =>
	z.array(row).parse(itemsOf(data, node));
