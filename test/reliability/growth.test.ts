import { importCalendar } from '../../nodes/ShiftSchedule/model/ics/import';
import { rosterOf } from '../../nodes/ShiftSchedule/model/roster/roster';
import { similarAgents } from '../../nodes/ShiftSchedule/model/roster/similarAgents';
import { closestNames } from '../../nodes/shared/values/closestNames';
import { cpuTimeOf } from '../support/cpuTime';
import { ofAnna } from '../unit/ShiftSchedule/model/make';

/** Four times the input takes four times as long where time grows with it, and 16 times with its square. */
const MOST_GROWTH = 9;

/** In milliseconds: less cannot be told from the noise of the machine. */
const FAST = 20;

/** Compiling and collecting garbage disturb a look, but not five in a row. */
const LOOKS = 5;

/** How much longer the work takes for four times the input in the least disturbed look; 0 where it is fast for all of it. */
function growthOf(work: (size: number) => void, size: number): number {
	let least = Infinity;
	for (let look = 0; look < LOOKS && least > MOST_GROWTH; look++) {
		const [short, long] = [cpuTimeOf(() => work(size / 4)), cpuTimeOf(() => work(size))];
		least = Math.min(least, long < FAST ? 0 : long / Math.max(short, FAST / 4));
	}
	return least;
}

const make = <T>(count: number, one: (index: number) => T): T[] =>
	Array.from({ length: count }, (_, index) => one(index));
const letters = (index: number): string => String(index).replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)] ?? '');
const readRows = (rows: Array<Record<string, unknown>>) => rosterOf(rows, { zone: 'Europe/Warsaw', dst: 'keepEnd' });
const times = { days: 'Mon', start: '9:00', end: '17:00' };

const calendar = (events: string[][]): string =>
	['BEGIN:VCALENDAR', ...events.flatMap((lines) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT']), 'END:VCALENDAR'].join(
		'\r\n',
	);
const event = ['DTSTART;TZID=Europe/Warsaw:20000101T090000', 'DURATION:PT1H'];
const dates = (count: number): string[] =>
	make(
		count,
		(day) => `${new Date(Date.UTC(2000, 0, 1 + day)).toISOString().slice(0, 10).replaceAll('-', '')}T090000`,
	);
const datesIn = (name: string, count: number): string[] =>
	dates(count).map((date) => `${name};TZID=Europe/Warsaw:${date}`);
const readCalendar = (events: string[][]) => importCalendar(calendar(events), ofAnna);

const cases: Array<[name: string, size: number, work: (size: number) => void]> = [
	[
		'a long name among many',
		3_000,
		(size) =>
			closestNames(
				'ab c'.repeat(size),
				make(100, (one) => `agent ${one}`),
				9,
			),
	],
	['long names that resemble each other', 2_000, (size) => similarAgents(make(5, (one) => 'abcde'.repeat(size) + letters(one)), new Set())], // prettier-ignore
	['wrong zones in a table', 2_000, (size) => readRows(make(size, (one) => ({ agent: `a${one}`, ...times, zone: `Europ/Wrsaw ${one}` })))], // prettier-ignore
	['pairs of names, each made certain by the one below', 4_000, (size) => readRows([...make(size, (one) => ({ agent: `n${letters(size - one)}, n${letters(size - one + 1)}`, ...times })), { agent: 'nb', ...times }])], // prettier-ignore
	['texts that are not days', 2_000, (size) => readRows(make(size, (one) => ({ agent: `a${one}`, ...times, days: `Mnday${letters(one)}` })))], // prettier-ignore
	['cells of blanks', 40_000, (size) => readRows([{ agent: 'a', days: 'Mon', start: `9:00${' '.repeat(size)}x`, end: `17${' '.repeat(size)}x` }])], // prettier-ignore
	['wrong zones in a calendar', 2_000, (size) => readCalendar(make(size, (one) => [`UID:${one}`, `DTSTART;TZID=Europ/Wrsaw${one}:20260101T090000`, 'DURATION:PT1H']))], // prettier-ignore
	['dates that are taken out', 20_000, (size) => readCalendar([[...event, 'RRULE:FREQ=DAILY', ...datesIn('EXDATE', size)]])], // prettier-ignore
	['dates that are added', 20_000, (size) => readCalendar([[...event, ...datesIn('RDATE', size)]])],
	['dates that are added and taken out', 20_000, (size) => readCalendar([[...event, ...datesIn('RDATE', size), ...datesIn('EXDATE', size)]])], // prettier-ignore
	['changes of one event', 8_000, (size) => readCalendar([['UID:1', ...event, 'RRULE:FREQ=DAILY'], ...dates(size).map((date) => ['UID:1', `RECURRENCE-ID;TZID=Europe/Warsaw:${date}`, ...event])])], // prettier-ignore
	[
		'versions of one event',
		8_000,
		(size) => readCalendar(make(size, (one) => ['UID:1', ...event, `SEQUENCE:${one}`])),
	],
];

describe('the time grows with the input, not with its square', () => {
	it.each(cases)('%s', (_, size, work) => {
		expect(growthOf(work, size)).toBeLessThan(MOST_GROWTH);
	});
});

describe('a calendar that counts', () => {
	it('is read to the end where it counts 31sts', () => {
		const { problems, schedule } = readCalendar([
			['UID:1', 'DTSTART;TZID=Europe/Warsaw:20260131T090000', 'DURATION:PT1H', 'RRULE:FREQ=MONTHLY;COUNT=8'],
		]);
		expect(problems).toEqual([]);
		const [rule] = schedule.rules;
		const last = rule?.time.kind === 'clock' ? (rule.time.days.until ?? 0) : 0;
		expect(new Date(last * 86_400_000).toISOString().slice(0, 10)).toBe('2027-01-31');
	});

	it('is told where counting would take too long', () => {
		const rule = 'RRULE:FREQ=YEARLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1,100;COUNT=150';
		const { problems } = readCalendar(make(200, (one) => [`UID:${one}`, ...event, rule]));
		expect(problems.at(0)?.problem).toMatch(/COUNT=150 takes too long to count.*UNTIL/);
	});
});

describe('what is told of many stays short', () => {
	it('of a list of names that stand in no other row', () => {
		const agent = make(300, (one) => `Name${letters(one)}`).join(', ');
		const { problems } = readRows([{ agent, ...times }]);
		expect(problems.map(({ problem }) => problem.length)).toEqual([expect.any(Number)]);
		expect(problems[0]?.problem).toMatch(/ and 295 more are in no other row/);
		expect(problems[0]?.problem.length).toBeLessThan(500);
	});
});
