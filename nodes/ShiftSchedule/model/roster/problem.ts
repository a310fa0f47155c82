import { inQuotes } from '../../../shared/values/text';

/** What is wrong with a roster or a calendar, and where. */
export interface RosterProblem {
	/** The row of a table, as people count it, or the line of a calendar's file. */
	row: number;
	/** The column as the user calls it, or the property of a calendar. */
	column: string;
	/** What is wrong and what to write instead, as the end of a sentence that begins with the column. */
	problem: string;
}

/** What a reader did that people should look at: nothing is wrong for certain, and nothing is done in silence. */
export interface RosterNote {
	kind: NoteKind;
	/** `warning` is a finding of *Check Schedule*, too; `info` is only told above the output. */
	level: 'info' | 'warning';
	/** A whole sentence, which says where and what to do if it is wrong. */
	message: string;
	/** As in `RosterProblem`; absent when it is about the whole table. */
	row?: number;
	/** The agent that it is about, if it is about one. */
	agentId?: string;
}

export type NoteKind =
	| 'columnsRead'
	| 'columnNotRead'
	| 'wordsRead'
	| 'leftOut'
	| 'similarAgents'
	| 'agentUnclear'
	| 'midnights'
	| 'eventSkipped'
	| 'textDamaged';

/** Of a row that names nobody. */
export const NO_AGENT = 'is empty: write the agent, or * for all';

/**
 * A problem as a sentence.
 *
 * @param place of the row, such as "Row 3"
 * @param label what stands before the name of the column
 */
export const problemSentence = (place: string, { column, problem }: RosterProblem, label = 'column '): string =>
	problem === NO_AGENT
		? `${place} has no agent: write the agent, or * for all`
		: `${place}, ${label}${inQuotes(column)}: ${problem}`;
