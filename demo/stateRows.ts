import { z } from 'zod';

import { itemsOf } from './executionData';

const row = z.object({
	agent: z.string(),
	previous: z.string().nullable(),
	current: z.string().nullable(),
	outcome: z.string(),
	/** Left out where no row of the run has one. */
	reason: z.string().nullish(),
	service: z.string(),
});
/** What Agent State says about one agent. */
export type StateRow = z.infer<typeof row>;

/** The rows that an Agent State node put out. */
export const stateRowsOf = (data: string | undefined, node: string): StateRow[] =>
	z.array(row).parse(itemsOf(data, node));
