import { messagesIn, messagesOf } from './support/documents/messages/find';
import { noMessages } from './support/documents/messages/noMessages';
import { renewedTroubleshooting, TROUBLESHOOTING } from './support/documents/messages/page';
import { troubles } from './support/documents/messages/troubles';
import { textOf } from './support/documents/reference';

const found = messagesIn();
const entries = Object.values(troubles).flat();
const told = entries.flatMap(({ messages }) => messages);

it('every message in the sources has an entry in test/support/documents/messages/troubles.ts', () => {
	const known = new Set([...told, ...noMessages]);
	expect(found.filter(({ text }) => !known.has(text))).toEqual([]);
	expect(found.length).toBeGreaterThan(700);
});

it('every entry is about messages that are in the sources', () => {
	const texts = new Set(found.map(({ text }) => text));
	expect([...told, ...noMessages].filter((text) => !texts.has(text))).toEqual([]);
});

it('no message has two entries, and each entry says why', () => {
	const all = [...told, ...noMessages];
	expect(all.filter((text, index) => all.indexOf(text) !== index)).toEqual([]);
	expect(entries.filter(({ cause }) => cause.length < 10)).toEqual([]);
});

it('docs/troubleshooting.md has them all (npm run docs)', () => {
	expect(textOf(TROUBLESHOOTING)).toBe(renewedTroubleshooting());
});

describe('messages in the sources', () => {
	const found = (text: string): string[] =>
		messagesOf([['nodes/a.ts', `const HINT = 'write it as 09:00';\n${text}`]]).map((message) => message.text);

	it.each([
		["problem('is not a time')", ['is not a time']],
		[
			'problem(`${inQuotes(text)} is not a time: ${HINT}`)',
			['"…" is not a time: write it as 09:00', 'write it as 09:00'],
		],
		[
			'problem(`must be ${isDate ? "a date" : "a time"}, as DTSTART is`)',
			['must be a date, as DTSTART is', 'must be a time, as DTSTART is'],
		],
		['problem(`the item has: ${listedNames(names) || "no columns"}`)', ['the item has: …', 'no columns']],
		[
			"throw new NodeOperationError(node, 'It failed', { description: 'Run it again.' })",
			['It failed', 'Run it again.'],
		],
	])('are found: %s', (source, expected) => {
		expect([...new Set(['write it as 09:00', ...found(source)])].sort()).toEqual(
			[...new Set(['write it as 09:00', ...expected])].sort(),
		);
	});

	it.each([
		"import { a } from './a file'",
		"const field = { displayName: 'Agent Column', name: 'agentColumn', description: 'The column with the agent' }",
		"const words = ['day off', 'sick leave']",
		"if (word === 'Agent Column') go(String.raw`a b c`, new Set(['not available at all']))",
	])('are nothing else: %s', (source) => {
		expect(found(source)).toEqual(['write it as 09:00']);
	});
});
