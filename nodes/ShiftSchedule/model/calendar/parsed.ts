/** What came of reading something that a person wrote. */
export type Read<T> = { kind: 'value'; value: T } | { kind: 'problem'; problem: string };

export const value = <T>(found: T): Read<T> => ({ kind: 'value', value: found });

/** @param text what is wrong and what to write instead, to be read behind the name of the place */
export const problem = (text: string): { kind: 'problem'; problem: string } => ({ kind: 'problem', problem: text });

/** What is wrong, and where: a row of a roster and its column, or a line of a calendar and its property. */
export interface Problem {
	row: number;
	column: string;
	problem: string;
}

/** As a sentence for people. */
export const sentence = ({ row, column, problem: text }: Problem, unit: 'row' | 'line' = 'row'): string =>
	`${unit} ${row}, ${column}: ${text}`;

export const listOf = <T>(found: T | undefined): T[] => (found === undefined ? [] : [found]);
