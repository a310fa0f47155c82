/** One mutant in so many is tried; the others end as errors, which do not count. */
const SHARE = Number(process.env.AGENT_STATE_MUTANT_SHARE ?? 1);
/** Which of them, from 0 on: tests that were written for the survivors of one draw are measured by another. */
const DRAW = Number(process.env.AGENT_STATE_MUTANT_DRAW ?? 0);
/** Only these, by their numbers in a report, such as `17,392`: what survived is tried again. */
const CHOSEN = process.env.AGENT_STATE_MUTANTS?.split(',');

/** The result of a mutant that is not tried, or `undefined`. */
export function leftOut({ id }) {
	const isDrawn = CHOSEN ? CHOSEN.includes(id) : Number(id) % SHARE === DRAW;
	return isDrawn ? undefined : { status: 'error', errorMessage: 'Not drawn' };
}
