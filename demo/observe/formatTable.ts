/** Formats rows as text with aligned columns. @param rows the headings first */
export function formatTable(rows: string[][]): string {
	const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
	const lines = rows.map((row) =>
		row
			.map((cell, column) => cell.padEnd(widths[column] ?? 0))
			.join('   ')
			.trimEnd(),
	);
	const rule = widths.map((width) => '─'.repeat(width)).join('   ');
	return [lines[0], rule, ...lines.slice(1)].map((line) => `  ${line ?? ''}`).join('\n');
}
