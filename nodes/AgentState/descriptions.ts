import type { Form } from '../shared/state/input/form';

/** What a model reads about the tool, by operation. It says what the four states are: a model knows no other list of them. */
export const descriptionsForModels: Record<Form['operation'], string> = {
	setState: `Put a contact-centre agent into a state. There are four: available (gets work), busy (other duties such as training, gets no work), break (a rest, gets no work) and offline (signed off). One agent per call. Nothing is written if the agent is in that state already. Answers with one row: agent, previous state, current state, outcome and reason. The outcome 'changed' means that it is done, 'unchanged' that it was so already. The outcome 'preview' means that nothing was changed, since this tool may only show what would change: say so. Any other outcome is explained under reason.`,
	getState: `Find out which state a contact-centre agent is in now: available (gets work), busy (other duties, gets no work), break (a rest, gets no work), offline (signed off), or unknown. Changes nothing. One agent per call. Answers with one row: agent, state, what the service calls it, and since when.`,
	getHistory:
		'Find out which states a contact-centre agent was in, from when until when. Changes nothing. One agent per call. Answers with one row for each stretch of time: agent, state (available, busy, break, offline or unknown), from, until and reason.',
	compare:
		'Find out whether a contact-centre agent is in the state that you name: available, busy, break or offline. Changes nothing. One agent per call. Answers with a row where the agent is in another state: agent, desired and actual state. No row means that it is as you say.',
	restorePrevious:
		"Put contact-centre agents back into the states that they had before an earlier change. It takes the rows that 'Set State' returned.",
};
