/**
 * An expression that is one column of the item and nothing else: `={{ $json.sid }}`, `={{ $json["sid"] }}`. Names with a
 * backslash or a brace are left to n8n, which reads them in its own way.
 */
const columnExpression =
	/^=\{\{\s*\$json(?:\.([\p{ID_Start}$_][\p{ID_Continue}$\u200c\u200d]*)|\[\s*(?:"([^"\\{}\r\n]*)"|'([^'\\{}\r\n]*)')\s*\])\s*\}\}$/u;

/** The column that an expression consists of, unless every object has something of that name, such as `constructor`. */
export function columnOf(expression: string): string | undefined {
	const [, dotted, inDouble, inSingle] = columnExpression.exec(expression) ?? [];
	const column = dotted ?? inDouble ?? inSingle;
	return column === undefined || column in {} ? undefined : column;
}

/**
 * Whether a cell is one that n8n's evaluators hand on as it is. Records, lists and dates they copy, each in its own way, and
 * a text with half of a surrogate pair or a number that JSON does not have may not survive the sandbox.
 */
export function isPlainCell(json: Record<string, unknown>, column: string): boolean {
	const cell = json[column];
	// One that the item does not have, but its prototype does, is n8n's business.
	if (!Object.hasOwn(json, column)) return cell === undefined;
	if (typeof cell === 'string') return !/\p{Surrogate}/u.test(cell);
	return cell === undefined || cell === null || typeof cell === 'boolean' || Number.isFinite(cell);
}
