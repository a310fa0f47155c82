import { importCalendar } from '../../nodes/ShiftSchedule/model/ics/import';
import { rosterColumns } from '../../nodes/ShiftSchedule/model/roster/columns';
import { rosterOf } from '../../nodes/ShiftSchedule/model/roster/roster';
import { ofAnna } from '../unit/ShiftSchedule/model/make';
import ts from 'typescript';
import { read, sourcesIn } from '../architecture/imports';

const row = { agent: 'anna', days: 'Mon', start: '9:00', end: '17:00' };
const readRow = (more: Record<string, unknown>) => rosterOf([{ ...row, ...more }], { zone: 'UTC', dst: 'keepEnd' });

/** A message that people read to its end. */
const LONGEST_MESSAGE = 600;

describe('a long cell', () => {
	const kinds = ['shift', 'break', 'leave', 'swap', 'needed', 'temporary', 'agent'];
	const texts = ['x'.repeat(100_000), '1'.repeat(100_000), `9:00 ${'- '.repeat(500)}`, 'ab '.repeat(300)];

	it.each(rosterColumns)('in the column %s is told in a few words', (column) => {
		for (const kind of kinds) {
			for (const text of texts) {
				const { problems, notes } = readRow({ kind, [column]: text });
				for (const { problem } of problems) expect(problem.length).toBeLessThan(LONGEST_MESSAGE);
				for (const { message } of notes) expect(message.length).toBeLessThan(LONGEST_MESSAGE);
			}
		}
	});

	it('says how long it is, and leaves its agent without a state', () => {
		const { problems, doubted } = readRow({ start: 'x'.repeat(1_000_000) });
		expect(problems).toEqual([
			{ row: 1, column: 'start', problem: 'is 1000000 characters long, and at most 1000 are read: shorten it' },
		]);
		expect(doubted).toEqual(new Set(['anna']));
	});

	it('of agents leaves everyone without a state: nobody knows who is in it', () => {
		expect(readRow({ agent: `${'x'.repeat(99_999)}, ben` }).doubted).toBe('all');
	});
});

describe('a date that is none', () => {
	it.each([
		['an invalid Date', new Date(NaN)],
		['NaN', NaN],
		['a Date after the year 9999', new Date(8.64e15)],
	])('%s is told, whatever the column is called', (_, until) => {
		for (const column of ['until', 'Until', 'End Date', 'Bis']) {
			const leave = { agent: 'anna', kind: 'leave', from: '2026-01-05', [column]: until };
			const { problems, doubted } = rosterOf([leave], { zone: 'UTC', dst: 'keepEnd' });
			expect(problems).toHaveLength(1);
			expect(doubted).toEqual(new Set(['anna']));
		}
	});
});

describe('a calendar', () => {
	const long = '9'.repeat(100_000);
	const told = (...lines: string[]): string[] => {
		const text = ['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
		const { problems, notes } = importCalendar(text, ofAnna);
		return [...problems.map(({ problem }) => problem), ...notes.map(({ message }) => message)];
	};
	const start = 'DTSTART:20260105T090000Z';

	it('says that a duration of ages is too long', () => {
		expect(told(start, 'DURATION:P99999999999W')).toEqual(['"P99999999999W" is longer than a century']);
	});

	it.each([
		[`DTSTART:${long}`, 'DURATION:PT1H'],
		[start, `DTEND:${long}`],
		[start, `DURATION:${long}`],
		[`DTSTART;TZID=${long}:20260105T090000`, 'DURATION:PT1H'],
		[start, 'DURATION:PT1H', `RRULE:FREQ=${long}`],
		[start, 'DURATION:PT1H', `RRULE:FREQ=DAILY;COUNT=${long}`],
		[start, 'DURATION:PT1H', `RRULE:FREQ=DAILY;UNTIL=${long}`],
		[start, 'DURATION:PT1H', `RRULE:FREQ=DAILY;INTERVAL=${long}`],
		[start, 'DURATION:PT1H', `RRULE:FREQ=DAILY;BYDAY=${long}`],
		[start, 'DURATION:PT1H', `RRULE:FREQ=DAILY;BYEASTER=${long}`],
		[start, 'DURATION:PT1H', 'RRULE:FREQ=DAILY', `EXDATE:${long}`],
		[start, 'DURATION:PT1H', `RDATE:${long}`],
		[`SUMMARY:${long}`, `DTSTART:${long}`],
	])('tells what is wrong with a long property in a few words: %.40s %.40s %.40s', (...lines) => {
		const messages = told(...lines);
		expect(messages.length).toBeGreaterThan(0);
		for (const message of messages) expect(message.length).toBeLessThan(LONGEST_MESSAGE);
	});
});

/** Every value that stands between quotation marks in a template: nobody has cut it. */
function uncut(file: string): string[] {
	const source = ts.createSourceFile(file, read(file), ts.ScriptTarget.Latest, true);
	const found: string[] = [];
	const visit = (node: ts.Node): void => {
		if (ts.isTemplateExpression(node)) {
			node.templateSpans.forEach(({ expression, literal }, index) => {
				const before = index === 0 ? node.head.text : (node.templateSpans[index - 1]?.literal.text ?? '');
				const isCut = expression.getText().startsWith('shortened(');
				const isQuoted = before.endsWith('"') && literal.text.startsWith('"') && !isCut;
				if (isQuoted) found.push(`${file}: ${expression.getText()}`);
			});
		}
		ts.forEachChild(node, visit);
	};
	visit(source);
	return found;
}

it('no message repeats a value between quotation marks without cutting it', () => {
	expect(sourcesIn('nodes').flatMap(uncut)).toEqual([]);
});
