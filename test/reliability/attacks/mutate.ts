import fc from 'fast-check';
import type { BothSides, Input } from './readerThread';
import { trapsWith } from './traps';

/** Times, dates and rules that are out of any measure, or none. */
const TIMES = [
	...[
		'24:00',
		'00:00',
		'25:61',
		'9-9',
		'-5:00',
		'23:59-00:00',
		'9:00-',
		'99999999999 min',
		'-8h',
		'0 min',
		'1e9 h',
		'00:00-24:00, 00:00-24:00',
	],
	...[
		'275760-09-13',
		'+275760-09-13T00:00:00Z',
		'-271821-04-20',
		'0000-00-00',
		'9999-12-31',
		'1582-10-10',
		'2026-02-30',
		'31.11.',
		'1970-01-01',
	],
	...[
		'2026-11-03T09:00:00+99:99',
		'2026-11-03T09:00:60Z',
		'8640000000000000',
		'-8640000000000001',
		'1e21',
		'P99999999999W',
		'-PT8H',
		'PT0S',
	],
	...[
		'2026-11-03/2099-11-03',
		'Mon-Sun',
		'Sun-Mon',
		'daily',
		'every 0 days',
		'every 99999999 weeks',
		'A,A,A,-',
		'*',
		'UTC+14',
		'Etc/GMT+99',
		'Mars/Olympus',
	],
];

const RULES = [
	...[
		'RRULE:FREQ=SECONDLY',
		'RRULE:FREQ=MINUTELY;INTERVAL=1',
		'RRULE:FREQ=DAILY;COUNT=999999999999',
		'RRULE:FREQ=DAILY;INTERVAL=999999999',
	],
	...[
		'RRULE:FREQ=DAILY;INTERVAL=0',
		'RRULE:FREQ=DAILY;INTERVAL=-1',
		'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;COUNT=100',
		'RRULE:FREQ=YEARLY;UNTIL=99991231T235959Z',
	],
	...[
		'RRULE:FREQ=MONTHLY;BYDAY=99MO,-99SU;BYSETPOS=366',
		'RRULE:FREQ=YEARLY;BYYEARDAY=366,-366;INTERVAL=4;COUNT=1000',
		'RRULE:FREQ=WEEKLY;WKST=XX;BYDAY=',
	],
	...[
		'DTSTART:00010101T000000Z',
		'DTSTART;TZID=Nowhere:20261103T090000',
		'DTEND:19000101T000000Z',
		'DTEND:99991231T235959Z',
		'DURATION:-PT8H',
		'DURATION:P99999999999W',
	],
	...[
		'EXDATE:19700101T000000Z',
		'RDATE;VALUE=PERIOD:20261103T000000Z/P9999D',
		'RECURRENCE-ID;RANGE=THISANDFUTURE:20261103T090000Z',
		'SEQUENCE:-1',
		'STATUS:CANCELLED',
	],
	...[
		'BEGIN:VEVENT',
		'END:VEVENT',
		'END:VCALENDAR',
		'BEGIN:VTIMEZONE',
		' folded',
		':',
		';=:',
		'ATTENDEE:mailto:',
		'ATTENDEE;CN="unclosed:mailto:x@example.com',
		'X'.repeat(5000),
	],
];

const NUMBERS = [
	0,
	-1,
	1,
	0.5,
	-0,
	NaN,
	Infinity,
	-Infinity,
	1e21,
	8.64e15,
	-8.64e15 - 1,
	2 ** 53,
	4294967296,
	46330,
	46330.375,
	-46330,
];

const text = fc.oneof(
	{ weight: 3, arbitrary: fc.constantFrom(...TIMES) },
	{ weight: 2, arbitrary: fc.constantFrom(...trapsWith('127.0.0.1')) },
	{
		weight: 1,
		arbitrary: fc.constantFrom('', ' ', 'x'.repeat(100_000), '9:00 '.repeat(20_000), 'a, '.repeat(5_000)),
	},
);

/** In the place of a value. */
const anyValue: fc.Arbitrary<unknown> = fc.oneof(
	{ weight: 6, arbitrary: text },
	{ weight: 2, arbitrary: fc.constantFrom<unknown>(...NUMBERS) },
	{
		weight: 1,
		arbitrary: fc.constantFrom<unknown>(
			null,
			undefined,
			true,
			false,
			[],
			{},
			[[]],
			[null],
			{ a: { b: [1] } },
			new Date(NaN),
			new Date(8.64e15),
		),
	},
	{ weight: 1, arbitrary: fc.jsonValue() },
);

/** Changes one place of an input; `at` says which, from 0 to 1. */
interface Change {
	at: number;
	how: 'replace' | 'join' | 'drop' | 'rename' | 'repeat' | 'swap';
	value: unknown;
	times: number;
}

const change: fc.Arbitrary<Change> = fc.record<Change>({
	at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
	how: fc.constantFrom('replace', 'replace', 'replace', 'join', 'join', 'drop', 'rename', 'repeat', 'swap'),
	value: anyValue,
	times: fc.constantFrom(2, 3, 10, 200),
});

/** @param from real inputs, one of which is changed in a few places */
export const mutated = (from: readonly Input[]): fc.Arbitrary<Input> =>
	fc
		.tuple(
			fc.constantFrom(...from),
			fc.array(change, { minLength: 1, maxLength: 4 }),
			fc.array(fc.constantFrom(...RULES), { minLength: 4, maxLength: 4 }),
		)
		.map(([one, changes, rules]) => {
			const copy = structuredClone(one);
			changes.forEach((each, at) => {
				if (copy.kind === 'calendar') copy.input = changedLines(copy.input, each, rules[at] ?? '');
				else changeRecords(copy.kind === 'items' ? copy.input.items : copy.input, each);
			});
			return copy;
		});

/** @param from rows of three inputs, one of which is changed in a few places */
export const mutatedSides = (from: BothSides['input']): fc.Arbitrary<BothSides['input']> =>
	fc
		.array(
			fc.tuple(
				fc.constantFrom<Array<keyof BothSides['input']>>('scheduled', 'actual', 'actual', 'excused'),
				change,
			),
			{ minLength: 1, maxLength: 4 },
		)
		.map((changes) => {
			const copy = structuredClone(from);
			for (const [side, each] of changes) changeRecords(copy[side], each);
			return copy;
		});

const withText = (value: unknown): string =>
	typeof value === 'string' ? value : value === undefined ? 'undefined' : JSON.stringify(value);

function changedLines(calendar: string, { at, how, value, times }: Change, rule: string): string {
	const lines = calendar.split('\r\n');
	const index = Math.floor(at * lines.length);
	const line = lines[index] ?? '';
	const [name = ''] = line.split(':');
	const instead: Record<Change['how'], string[]> = {
		replace: [rule],
		join: [line, rule],
		drop: [],
		rename: [`${withText(value).slice(0, 200)}:${line}`],
		repeat: Array.from({ length: times }, () => line),
		swap: [`${name}:${withText(value)}`],
	};
	lines.splice(index, 1, ...instead[how]);
	return lines.join('\r\n');
}

type Holder = Record<string, unknown> | unknown[];

/** Every place of some records, whatever they are nested in. */
function placesOf(holder: Holder): Array<[Holder, string]> {
	return Object.entries(holder).flatMap(([key, value]): Array<[Holder, string]> => {
		const inner =
			typeof value === 'object' && value !== null && !(value instanceof Date) ? placesOf(value as Holder) : [];
		return [[holder, key], ...inner];
	});
}

export function changeRecords(records: Array<Record<string, unknown>>, { at, how, value, times }: Change): void {
	const places = placesOf(records).filter(([holder]) => holder !== records);
	const [holder, key] = places[Math.floor(at * places.length)] ?? [{}, ''];
	const named = holder as Record<string, unknown>;
	const before = named[key];
	if (how === 'replace') named[key] = value;
	else if (how === 'join') named[key] = `${withText(before)}${withText(value)}`;
	else if (how === 'drop') Reflect.deleteProperty(named, key);
	else if (how === 'rename') {
		Reflect.deleteProperty(named, key);
		// As JSON has it: a key of its own, whatever its name.
		Object.defineProperty(named, withText(value).slice(0, 500), {
			value: before,
			enumerable: true,
			configurable: true,
			writable: true,
		});
	} else if (how === 'repeat')
		records.push(...Array.from({ length: times }, () => structuredClone(records[0] ?? {})));
	else {
		const [other, otherKey] = places[Math.floor((1 - at) * places.length)] ?? [{}, ''];
		named[key] = (other as Record<string, unknown>)[otherKey];
	}
}
