import { z } from 'zod';

import { itemsOf } from '../n8n/executionData';

/** The columns of Agent State's output that the demo checks; this is the one place that knows them. */
const rowShape = z.object({
	agent: z.string(),
	previous: z.string().nullable(),
	current: z.string().nullable(),
	outcome: z.string(),
	/** Left out where no row of the run has one. */
	reason: z.string().nullish(),
	service: z.string(),
});

/** What Agent State says about one agent. */
export type StateRow = z.infer<typeof rowShape>;

/** The rows that an Agent State node put out. @param data of an execution as n8n's API sends it */
export const stateRowsOf = (data: string | undefined, node: string): StateRow[] =>
	z.array(rowShape).parse(itemsOf(data, node));
