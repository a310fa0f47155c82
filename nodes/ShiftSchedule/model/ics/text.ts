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
	const propertyOf = propertyReader();
	const complain = ({ problems }: Component, row: number, content: string, problem: string): unknown =>
		problems.push({ row, column: content.slice(0, 40), problem });
	forEachUnfolded(text, (content, line) => {
		const property = propertyOf(content, line);
		const inner = open.at(-1) ?? root;
		if (property === undefined) {
			const last = inner.properties.at(-1);
			// Some programs write the line breaks of a description as they are; a property has a name in capitals.
			if (last && isProse(last) && !/^[A-Z][A-Z-]/.test(content)) last.value += `\\n${content}`;
			else complain(inner, line, content, 'is not a line of a calendar: it has no name and colon');
		} else if (property.name === 'BEGIN') {
			const name = property.value.trim().toUpperCase();
			const child = { name, line, properties: [], children: [], problems: [] };
			inner.children.push(child);
			open.push(child);
		} else if (property.name === 'END') {
			if (inner !== root && inner.name === property.value.trim().toUpperCase()) open.pop();
			else complain(root, line, content, `ends something that has not begun`);
		} else inner.properties.push(property);
	});
	for (const { name, line } of open.slice(1))
		root.problems.push({ row: line, column: `BEGIN:${name}`, problem: 'has no END' });
	const calendars = root.children.flatMap(({ problems }) => problems);
	return { components: root.children, problems: [...root.problems, ...calendars] };
}

/** Whether a property is text for people, of which nothing is read. */
const isProse = ({ name }: Property): boolean => name === 'DESCRIPTION' || name === 'COMMENT' || name === 'X-ALT-DESC';

/** Joins folded lines: one that begins with a space or a tab continues the line before. */
function forEachUnfolded(text: string, read: (content: string, line: number) => void): void {
	let content: string | undefined;
	let line = 0;
	let number = 0;
	for (const next of text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/)) {
		number++;
		const isFolded = next.startsWith(' ') || next.startsWith('\t');
		if (content !== undefined && isFolded) content += next.slice(1);
		else if (next !== '') {
			if (content !== undefined) read(content, line);
			content = next;
			line = number;
		}
	}
	if (content !== undefined) read(content, line);
}

/**
 * Reads lines such as `NAME;PARAM="a:b";OTHER=c:value`. A calendar has tens of thousands of them, and most say before the
 * colon what others say: that is read once, and is one record in memory.
 */
function propertyReader(): (content: string, line: number) => Property | undefined {
	const heads = new Map<string, Property | undefined>();
	const headOf = (text: string): Property | undefined => {
		const known = heads.get(text);
		if (known !== undefined || heads.has(text)) return known;
		// A zone as Windows shows it has a colon of its own.
		const head = text.includes('(') ? undefined : propertyWithParams(`${text}:`, 0);
		heads.set(text, head);
		return head;
	};
	return (content, line) => {
		const colon = content.indexOf(':');
		const head = headOf(content.slice(0, Math.max(0, colon)));
		if (head !== undefined) return { name: head.name, params: head.params, value: content.slice(colon + 1), line };
		return propertyWithParams(content, line) ?? propertyInShownZone(content, line);
	};
}

/** In letters, of a name with its parameters. A repeat of a group uses up the stack in a line of megabytes. */
const LONGEST_HEAD = 10_000;

function propertyWithParams(content: string, line: number): Property | undefined {
	const [head, name, rest = ''] =
		/^([A-Za-z0-9-]+)((?:;[A-Za-z0-9-]+=(?:"[^"]*"|[^":;,]*)(?:,(?:"[^"]*"|[^":;,]*))*)*):/.exec(
			content.slice(0, LONGEST_HEAD),
		) ?? [];
	if (head === undefined || name === undefined) return undefined;
	const text = content.slice(head.length);
	const params: Record<string, string> = {};
	for (const [, key = '', given = ''] of rest.matchAll(/;([A-Za-z0-9-]+)=((?:"[^"]*"|[^";])*)/g)) {
		params[key.toUpperCase()] = given.replace(/"/g, '');
	}
	return isInShownZone(params.TZID, text) ? undefined : { name: name.toUpperCase(), params, value: text, line };
}

/** Whether a zone was cut at the colon in it. */
const isInShownZone = (zone: string | undefined, text: string): boolean =>
	zone !== undefined && zone.startsWith('(') && !zone.includes(')') && text.includes(':');

/** A zone as Windows shows it, `(UTC-05:00) Eastern Time (US & Canada)`, has a colon, and not everyone quotes it. */
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
