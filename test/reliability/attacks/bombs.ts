import type { Input } from './readerThread';
import { serviceItems } from './samples';
import { isWhole } from './traps';

/** `npm test` takes a tenth of everything. */
const share = isWhole ? 1 : 0.1;

const make = <T>(count: number, one: (index: number) => T): T[] =>
	Array.from({ length: count * share }, (_, index) => one(index));
const long = (text: string, count: number): string => text.repeat(count * share);
const calendar = (...events: string[][]): Input => ({
	kind: 'calendar',
	input: [
		'BEGIN:VCALENDAR',
		...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']),
		'END:VCALENDAR',
	].join('\r\n'),
});
const rows = (input: Array<Record<string, unknown>>): Input => ({ kind: 'rows', input });
const grid = (input: Array<Record<string, unknown>>): Input => ({ kind: 'grid', input });
const record = (entries: Array<[string, unknown]>) => Object.fromEntries(entries) as Record<string, unknown>;

const anna = 'ATTENDEE:mailto:anna@example.com';
/** An hour of anna's, again and again. */
const ruled = (rule: string, start: string, uid = 1): string[] => [
	...[anna, `UID:${uid}`, `DTSTART:${start}`, 'DURATION:PT1H', `RRULE:${rule}`],
];
const day = (index: number): string => new Date(Date.UTC(2026, 0, 1 + index)).toISOString().slice(0, 10);
const shift = { agent: 'anna', days: 'daily', start: '09:00', end: '17:00' };

/** Stands for lists in lists, ten thousand of them, which cannot be handed from thread to thread. */
const NESTED = '(nested)';

/** An input as JSON, with what nests deep in it. */
export const jsonOf = ({ input }: Input): string =>
	JSON.stringify(input).replaceAll(JSON.stringify(NESTED), `${'['.repeat(10_000)}1${']'.repeat(10_000)}`);

/** Small inputs that ask for a lot, and inputs of several megabytes. */
export const bombs: Array<[name: string, input: () => Input]> = [
	[
		'a grid of 10,000 columns of days',
		() => grid([record([['Agent', 'Anna'], ...make(10_000, (at): [string, string] => [day(at), '9-17'])])]),
	],
	[
		'a grid of 10,000 other columns',
		() =>
			grid([
				record([
					['Agent', 'Anna'],
					['Mon', '9-17'],
					...make(10_000, (at): [string, string] => [`Column ${at}`, 'x']),
				]),
			]),
	],
	[
		'a grid of one cell, 30,000 times',
		() =>
			grid(
				make(1_000, (at) =>
					record([
						['Agent', `Agent ${at}`],
						...make(30, (of): [string, string] => [day(of), '9:00-12:00, 13:00-17:00']),
					]),
				),
			),
	],
	[
		'a cell of 300 ranges',
		() => grid([{ Agent: 'Anna', [day(306)]: make(300, () => '9:00-9:01').join(', '), [day(307)]: 'OFF' }]),
	],
	[
		'a table of 10,000 columns',
		() => rows([{ ...shift, ...record(make(10_000, (at): [string, string] => [`Column ${at}`, 'x'])) }]),
	],
	['a cell of 10 MB', () => rows([{ ...shift, start: long('9:00 ', 2_000_000) }])],
	['a cell of agents of 10 MB', () => rows([{ ...shift, agent: long('a, ', 3_333_333) }])],
	['names of 10 MB', () => rows([{ ...shift, name: long('n', 10_000_000), reason: long('r', 10_000_000) }])],
	['a heading of 10 MB', () => rows([{ ...shift, [long('h', 10_000_000)]: 'x' }])],
	['cells that nest 10,000 deep', () => rows([{ ...shift, start: NESTED, agent: NESTED, note: NESTED }])],
	['12,000 agents in one row', () => rows([{ ...shift, agent: make(12_000, (at) => `a${at}`).join(', ') }])],
	['10,000 shifts of one agent', () => rows(make(10_000, () => shift))],
	[
		'a rotation of 10,000 steps',
		() => rows([{ ...shift, days: '', rotation: make(10_000, () => 'A').join(','), from: '2026-01-05' }]),
	],
	[
		'a rule for each second',
		() => calendar([anna, 'UID:1', 'DTSTART:20000101T000000Z', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY']),
	],
	['a count without an end', () => calendar(ruled('FREQ=DAILY;COUNT=999999999999', '20000101T000000Z'))],
	['an interval without an end', () => calendar(ruled('FREQ=DAILY;INTERVAL=999999999;COUNT=10', '20000101T000000Z'))],
	[
		'a rule of days that never come',
		() => calendar(ruled('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30', '20000230T000000Z')),
	],
	[
		'1,000 rules of leap days',
		() =>
			calendar(
				...make(1_000, (at) => ruled('FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=29;COUNT=500', '20000229T000000Z', at)),
			),
	],
	['an event of 9,000 years', () => calendar([anna, 'UID:1', 'DTSTART:00010101T000000Z', 'DTEND:99991231T235959Z'])],
	[
		'an event of ages, each day',
		() => calendar([anna, 'UID:1', 'DTSTART:20260101T000000Z', 'DURATION:P3000W', 'RRULE:FREQ=DAILY']),
	],
	[
		'a negative duration',
		() => calendar([anna, 'UID:1', 'DTSTART:20261103T090000Z', 'DURATION:-PT8H', 'RRULE:FREQ=DAILY']),
	],
	[
		'50,000 guests',
		() =>
			calendar([
				...make(50_000, (at) => `ATTENDEE:mailto:a${at}@example.com`),
				'UID:1',
				'DTSTART:20261103T090000Z',
				'DURATION:PT1H',
			]),
	],
	[
		'a line of 10 MB',
		() =>
			calendar([anna, 'UID:1', `SUMMARY:${long('s', 10_000_000)}`, 'DTSTART:20261103T090000Z', 'DURATION:PT1H']),
	],
	[
		'10 MB of folded lines',
		() => calendar([anna, `SUMMARY:${long('s\r\n ', 2_500_000)}`, 'DTSTART:20261103T090000Z', 'DURATION:PT1H']),
	],
	[
		'components that nest 20,000 deep',
		() => ({ kind: 'calendar', input: `BEGIN:VCALENDAR\r\n${long('BEGIN:VEVENT\r\n', 20_000)}` }),
	],
	...Object.keys(serviceItems).map((service): [string, () => Input] => [
		`items of ${service} with texts of 1 MB, nested 10,000 deep, and 3,000 others`,
		() => ({
			kind: 'items',
			input: {
				service,
				items: [
					...make(3_000, () => serviceItems[service] ?? {}),
					blownUp(serviceItems[service], long('x', 1_000_000)),
					blownUp(serviceItems[service], NESTED),
				],
			},
		}),
	]),
];

/** The same item with another value in place of its texts. */
function blownUp(item: unknown, instead: unknown): Record<string, unknown> {
	const changed = (value: unknown): unknown => {
		if (Array.isArray(value)) return value.map(changed);
		if (typeof value === 'object' && value !== null)
			return record(Object.entries(value).map(([key, one]) => [key, changed(one)]));
		return typeof value === 'string' && !/^\d{4}-|^[A-Z][a-z]{2}, |calendar#/.test(value) ? instead : value;
	};
	return changed(item) as Record<string, unknown>;
}
