import ts from 'typescript';
import { read } from './imports';

/** The names that a source declares at its top level, exported or not. */
export function namesIn(file: string, text = read(file)): string[] {
	return ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true).statements.flatMap((statement) => {
		if (ts.isVariableStatement(statement)) {
			return statement.declarationList.declarations.map(({ name }) => name.getText());
		}
		const name = (statement as { name?: ts.Node }).name;
		return name ? [name.getText()] : [];
	});
}

const vendorFile = /^nodes\/(?!shared\/|AgentState|ShiftSchedule|ScheduleAdherence)/;
const fileName = (file: string) => file.slice(file.lastIndexOf('/') + 1);

/** Parts of one whole that answer the same events: `limit/adaptiveLimit.ts` calls each by the name of its file. */
const isPart = (file: string) => file.startsWith('nodes/shared/http/limit/');

/**
 * Names that stand for two things. Vendors say the same thing with the same word: a name may recur in files of the same
 * name of several vendors, or of several resources.
 *
 * @returns each as `name: file, file`
 */
export function ambiguousNames(files: readonly string[], namesOf: (file: string) => string[] = namesIn): string[] {
	const declared = new Map<string, string[]>();
	for (const file of files) {
		for (const name of new Set(namesOf(file))) declared.set(name, [...(declared.get(name) ?? []), file]);
	}
	return [...declared]
		.filter(([, where]) => where.length > 1 && !where.every(isPart))
		.filter(([, where]) => !where.every((file) => vendorFile.test(file)) || new Set(where.map(fileName)).size > 1)
		.map(([name, where]) => `${name}: ${where.join(', ')}`);
}
