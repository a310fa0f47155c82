import type { RosterProblem } from '../roster/problem';

/** One line of a calendar. */
export interface Property {
	name: string;
	params: Record<string, string>;
	value: string;
	/** The line of the file, from 1; of a folded property the first one. */
	line: number;
}

/** What stands between BEGIN and END. */
export interface Component {
	name: string;
	line: number;
	properties: Property[];
	children: Component[];
}

/** Reads the lines of a calendar into components and properties (RFC 5545, 3.1), whatever they mean. */
export function componentsIn(text: string): { components: Component[]; problems: RosterProblem[] } {
	const root: Component = { name: '', line: 0, properties: [], children: [] };
	const open = [root];
	const problems: RosterProblem[] = [];
	for (const { line, content } of unfolded(text)) {
		const complain = (problem: string): unknown =>
			problems.push({ row: line, column: content.slice(0, 40), problem });
		const property = propertyIn(content, line);
		const inner = open.at(-1) ?? root;
		if (property === undefined) complain('is no line of a calendar: it has no name and colon');
		else if (property.name === 'BEGIN') {
			const child = { name: property.value.trim().toUpperCase(), line, properties: [], children: [] };
			inner.children.push(child);
			open.push(child);
		} else if (property.name === 'END') {
			if (inner !== root && inner.name === property.value.trim().toUpperCase()) open.pop();
			else complain(`closes what is not open`);
		} else inner.properties.push(property);
	}
	for (const { name, line } of open.slice(1))
		problems.push({ row: line, column: `BEGIN:${name}`, problem: 'is never closed' });
	return { components: root.children, problems };
}

/** Joins folded lines: one that begins with a space or a tab continues the line before. */
function unfolded(text: string): Array<{ line: number; content: string }> {
	const lines: Array<{ line: number; content: string }> = [];
	for (const [index, content] of text
		.replace(/^\uFEFF/, '')
		.split(/\r\n|\n|\r/)
		.entries()) {
		const last = lines.at(-1);
		if (last && /^[ \t]/.test(content)) last.content += content.slice(1);
		else if (content !== '') lines.push({ line: index + 1, content });
	}
	return lines;
}

/** `NAME;PARAM="a:b";OTHER=c:value` */
function propertyIn(content: string, line: number): Property | undefined {
	const [, name, rest = '', text] =
		/^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^":;,]*)(?:,(?:"[^"]*"|[^":;,]*))*)*):(.*)$/s.exec(content) ??
		[];
	if (name === undefined || text === undefined) return undefined;
	const params: Record<string, string> = {};
	for (const [, key = '', given = ''] of rest.matchAll(/;([A-Za-z0-9-]+)=((?:"[^"]*"|[^";])*)/g)) {
		params[key.toUpperCase()] = given.replace(/"/g, '');
	}
	return { name: name.toUpperCase(), params, value: text, line };
}

/** A text without its escapes: RFC 5545, 3.3.11. */
export const unescaped = (text: string): string =>
	text.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign)).trim();

/** The values of a property that may have several, such as CATEGORIES: a comma separates them unless it is escaped. */
export const listIn = (text: string): string[] => text.split(/(?<!\\),/).map(unescaped);
