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
	/** Lines in it that cannot be read. */
	problems: RosterProblem[];
}

/**
 * Reads the lines of a calendar into components and properties (RFC 5545, 3.1), whatever they mean.
 *
 * @returns `problems` of the file; those within an event are with that event
 */
export function componentsIn(text: string): { components: Component[]; problems: RosterProblem[] } {
	const root: Component = { name: '', line: 0, properties: [], children: [], problems: [] };
	const open = [root];
	for (const { line, content } of unfolded(text)) {
		const property = propertyIn(content, line);
		const inner = open.at(-1) ?? root;
		const complain = (component: Component, problem: string): unknown =>
			component.problems.push({ row: line, column: content.slice(0, 40), problem });
		if (property === undefined) {
			const last = inner.properties.at(-1);
			// Some programs write the line breaks of a description as they are; a property has a name in capitals.
			if (last && isProse(last) && !/^[A-Z][A-Z-]/.test(content)) last.value += `\\n${content}`;
			else complain(inner, 'is no line of a calendar: it has no name and colon');
		} else if (property.name === 'BEGIN') {
			const name = property.value.trim().toUpperCase();
			const child = { name, line, properties: [], children: [], problems: [] };
			inner.children.push(child);
			open.push(child);
		} else if (property.name === 'END') {
			if (inner !== root && inner.name === property.value.trim().toUpperCase()) open.pop();
			else complain(root, `closes what is not open`);
		} else inner.properties.push(property);
	}
	for (const { name, line } of open.slice(1))
		root.problems.push({ row: line, column: `BEGIN:${name}`, problem: 'is never closed' });
	const calendars = root.children.flatMap(({ problems }) => problems);
	return { components: root.children, problems: [...root.problems, ...calendars] };
}

/** Whether a property is text for people, of which nothing is read. */
const isProse = ({ name }: Property): boolean => name === 'DESCRIPTION' || name === 'COMMENT' || name === 'X-ALT-DESC';

/** Joins folded lines: one that begins with a space or a tab continues the line before. */
function unfolded(text: string): Array<{ line: number; content: string }> {
	const lines: Array<{ line: number; content: string }> = [];
	let number = 0;
	for (const content of text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)) {
		number++;
		const last = lines.at(-1);
		const isFolded = content.startsWith(' ') || content.startsWith('\t');
		if (last && isFolded) last.content += content.slice(1);
		else if (content !== '') lines.push({ line: number, content });
	}
	return lines;
}

/** `NAME;PARAM="a:b";OTHER=c:value` */
function propertyIn(content: string, line: number): Property | undefined {
	const colon = content.indexOf(':');
	const name = content.slice(0, Math.max(0, colon));
	// Most lines have no parameters, and a calendar has tens of thousands of lines.
	if (isPlainName.test(name))
		return { name: name.toUpperCase(), params: noParams, value: content.slice(colon + 1), line };
	return propertyWithParams(content, line) ?? propertyInShownZone(content, line);
}

const isPlainName = /^[A-Za-z0-9-]+$/;

const noParams: Property['params'] = Object.freeze({});

function propertyWithParams(content: string, line: number): Property | undefined {
	const [, name, rest = '', text] =
		/^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^":;,]*)(?:,(?:"[^"]*"|[^":;,]*))*)*):(.*)$/s.exec(content) ??
		[];
	if (name === undefined || text === undefined) return undefined;
	const params: Record<string, string> = {};
	for (const [, key = '', given = ''] of rest.matchAll(/;([A-Za-z0-9-]+)=((?:"[^"]*"|[^";])*)/g)) {
		params[key.toUpperCase()] = given.replace(/"/g, '');
	}
	return isInShownZone(params.TZID, text) ? undefined : { name: name.toUpperCase(), params, value: text, line };
}

/** Whether a zone was cut at the colon in it. */
const isInShownZone = (zone: string | undefined, text: string): boolean =>
	zone !== undefined && zone.startsWith('(') && !zone.includes(')') && text.includes(':');

/** A zone as Windows shows it, `(UTC-05:00) Eastern Time (US & Canada)`, has a colon, and not everybody quotes it. */
function propertyInShownZone(content: string, line: number): Property | undefined {
	const [, name, zone = '', text] = /^([A-Za-z-]+);TZID=(\([A-Z]{3}[^":]*:[^":]*):(\d{8}[^:]*)$/.exec(content) ?? [];
	if (name === undefined || text === undefined) return undefined;
	return { name: name.toUpperCase(), params: { TZID: zone }, value: text, line };
}

/** A text without its escapes: RFC 5545, 3.3.11. */
export const unescaped = (text: string): string =>
	text.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? '\n' : sign)).trim();

/** The values of a property that may have several, such as CATEGORIES: a comma separates them unless it is escaped. */
export const listIn = (text: string): string[] => text.split(/(?<!\\),/).map(unescaped);
