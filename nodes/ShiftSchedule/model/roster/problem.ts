/** What is wrong with a roster or a calendar, and where. */
export interface RosterProblem {
	/** The row of a table, as people count it, or the line of a calendar's file. */
	row: number;
	/** The column as the user calls it, or the property of a calendar. */
	column: string;
	/** What is wrong and what to write instead, as the end of a sentence that begins with the column. */
	problem: string;
}
