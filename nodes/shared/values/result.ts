/** What came of reading or checking something: the value, or what is wrong with it. */
export type Result<T> = { kind: 'value'; value: T } | Problem;

/** What is wrong and what to do instead, as the end of a sentence that begins with the name of the place. */
export interface Problem {
	kind: 'problem';
	problem: string;
}

export const value = <T>(found: T): { kind: 'value'; value: T } => ({ kind: 'value', value: found });

export const problem = (text: string): Problem => ({ kind: 'problem', problem: text });
