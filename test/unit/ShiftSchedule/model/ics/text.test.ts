import { componentsIn, listIn, unescaped } from '../../../../../nodes/ShiftSchedule/model/ics/text';
import { parsePattern } from '../../../../../nodes/ShiftSchedule/model/ics/title';

/** The properties of a component of these lines. */
const propertiesOf = (...lines: string[]) =>
	componentsIn(['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\r\n')).components[0]?.properties.map(
		({ name, params, value }) => [name, params, value],
	);

describe('a line of a calendar', () => {
	it.each<[string, string, Record<string, string>, string]>([
		['SUMMARY:Early', 'SUMMARY', {}, 'Early'],
		['summary:Early', 'SUMMARY', {}, 'Early'],
		['SUMMARY:', 'SUMMARY', {}, ''],
		['SUMMARY:a:b;c=d', 'SUMMARY', {}, 'a:b;c=d'],
		['X-MY-2:x', 'X-MY-2', {}, 'x'],
		['DTSTART;TZID=Europe/Warsaw:20260105T090000', 'DTSTART', { TZID: 'Europe/Warsaw' }, '20260105T090000'],
		['DTSTART;tzid="Europe/Warsaw":20260105', 'DTSTART', { TZID: 'Europe/Warsaw' }, '20260105'],
		['DTSTART;VALUE=DATE;X=:20260105', 'DTSTART', { VALUE: 'DATE', X: '' }, '20260105'],
		[
			'ATTENDEE;CN="Kowalska, Anna: Support":mailto:anna',
			'ATTENDEE',
			{ CN: 'Kowalska, Anna: Support' },
			'mailto:anna',
		],
		['ATTENDEE;CN="a;b";ROLE=CHAIR:mailto:anna', 'ATTENDEE', { CN: 'a;b', ROLE: 'CHAIR' }, 'mailto:anna'],
		['ATTENDEE;MEMBER="a:b","c:d":mailto:anna', 'ATTENDEE', { MEMBER: 'a:b,c:d' }, 'mailto:anna'],
		['ATTENDEE;MEMBER=a,b:mailto:anna', 'ATTENDEE', { MEMBER: 'a,b' }, 'mailto:anna'],
		[
			'DTSTART;TZID="(UTC+01:00) Sarajevo, Skopje, Warsaw, Zagreb":20260105T090000',
			...(['DTSTART', { TZID: '(UTC+01:00) Sarajevo, Skopje, Warsaw, Zagreb' }, '20260105T090000'] as const),
		],
		// Without quotes, the colon in it is not the end.
		[
			'DTSTART;TZID=(UTC+01:00) Warsaw:20260105T090000',
			...(['DTSTART', { TZID: '(UTC+01:00) Warsaw' }, '20260105T090000'] as const),
		],
		[
			'DTSTART;TZID=(GMT+01.00) Warsaw:20260105T090000',
			...(['DTSTART', { TZID: '(GMT+01.00) Warsaw' }, '20260105T090000'] as const),
		],
	])('%s', (line, name, params, value) => {
		expect(propertiesOf(line)).toEqual([[name, params, value]]);
		// What stands before the colon is read once for all lines.
		expect(propertiesOf(line, `${line}2`, line)).toEqual([
			[name, params, value],
			[name, params, `${value}2`],
			[name, params, value],
		]);
	});

	it.each(['no colon', ':Early', 'SUM MARY:x', 'DTSTART;TZID:20260105', 'DTSTART;TZID="x:20260105', 'X;A=b"c":d'])(
		'%j is none',
		(line) => {
			expect(componentsIn(`BEGIN:VCALENDAR\n${line}\nEND:VCALENDAR`).problems).toEqual([
				{ row: 2, column: line, problem: 'is not a line of a calendar: it has no name and colon' },
			]);
		},
	);

	it('is named by its first 40 letters', () => {
		const line = `no colon ${'x'.repeat(60)}`;
		expect(componentsIn(`BEGIN:VCALENDAR\n${line}\nEND:VCALENDAR`).problems[0]?.column).toBe(line.slice(0, 40));
	});

	it.each(['\r\n', '\n', '\r'])('may be folded after %j, at a blank or a tab', (lineBreak) => {
		const text = ['\uFEFFBEGIN:VCALENDAR', 'SUMMARY:Ear', ' ly', '\t shift', '', 'X-A:1', 'END:VCALENDAR', ''];
		const { components, problems } = componentsIn(text.join(lineBreak));
		expect(problems).toEqual([]);
		expect(components[0]?.properties).toEqual([
			{ name: 'SUMMARY', params: {}, value: 'Early shift', line: 2 },
			{ name: 'X-A', params: {}, value: '1', line: 6 },
		]);
	});

	it('at the beginning continues none', () => {
		expect(componentsIn(' BEGIN:VCALENDAR\nEND:VCALENDAR').problems[0]).toEqual({
			...{ row: 1, column: ' BEGIN:VCALENDAR', problem: 'is not a line of a calendar: it has no name and colon' },
		});
	});

	it('belongs to what is open, and what is not closed is told', () => {
		const { components, problems } = componentsIn(
			['begin:vcalendar ', 'X-A:1', 'BEGIN:VEVENT', 'X-B:2', 'end: vevent', 'X-C:3'].join('\n'),
		);
		expect(problems).toEqual([{ row: 1, column: 'BEGIN:VCALENDAR', problem: 'has no END' }]);
		expect(components[0]).toMatchObject({
			...{ name: 'VCALENDAR', line: 1, properties: [{ name: 'X-A' }, { name: 'X-C' }] },
			children: [{ name: 'VEVENT', line: 3, properties: [{ name: 'X-B' }], children: [] }],
		});
	});

	it('may not close what is not open', () => {
		const problem = 'ends something that has not begun';
		expect(componentsIn('END:VCALENDAR').problems).toEqual([{ row: 1, column: 'END:VCALENDAR', problem }]);
		expect(componentsIn('BEGIN:VCALENDAR\nEND:VEVENT\nEND:VCALENDAR').problems).toEqual([
			{ row: 2, column: 'END:VEVENT', problem },
		]);
	});

	it('of prose may have line breaks as they are, and a property begins in capitals', () => {
		for (const name of ['DESCRIPTION', 'COMMENT', 'X-ALT-DESC']) {
			expect(propertiesOf(`${name}:One`, 'two of the FAQ', 'Three', 'X-A:1')).toEqual([
				[name, {}, 'One\\ntwo of the FAQ\\nThree'],
				['X-A', {}, '1'],
			]);
		}
		const bad = (lines: string[]) =>
			componentsIn(['BEGIN:VCALENDAR', ...lines, 'END:VCALENDAR'].join('\n')).problems;
		expect(bad(['DESCRIPTION:One', 'DTSTART 20260105'])).toHaveLength(1);
		expect(bad(['DESCRIPTION:One', 'X-OWN 1'])).toHaveLength(1);
		expect(bad(['SUMMARY:One', 'two'])).toHaveLength(1);
		expect(bad(['two'])).toHaveLength(1);
	});
});

describe('a text', () => {
	it.each([
		['a\\, b\\; c\\\\d', 'a, b; c\\d'],
		['a\\nb\\Nc', 'a\nb\nc'],
		[' a ', 'a'],
		['a\\xb', 'a\\xb'],
	])('%j is %j', (text, expected) => {
		expect(unescaped(text)).toBe(expected);
	});

	it('may be a list', () => {
		expect(listIn('a, b\\,c,d')).toEqual(['a', 'b,c', 'd']);
	});

	it('may be a pattern with one agent in it', () => {
		expect(parsePattern(' On Call - (*) - * ')).toEqual({ texts: ['On Call - ', ' - ', ''], group: 0 });
		expect(parsePattern('*: (*)')).toEqual({ texts: ['', ': ', ''], group: 1 });
		expect([parsePattern('*'), parsePattern('(*) (*)'), parsePattern('')]).toEqual([
			undefined,
			undefined,
			undefined,
		]);
	});
});
