import fc from 'fast-check';
import { countSteps, dayOfOccurrence } from '../../../../../nodes/ShiftSchedule/model/calendar/occurrence';
import { isoDate } from '../../../../../nodes/ShiftSchedule/model/calendar/day';
import { recursOn, type Recurrence } from '../../../../../nodes/ShiftSchedule/model/calendar/recurrence';

/** Day by day, as the rule itself says. */
function walked(rule: Recurrence, n: number): number | 'tooFar' {
	let found = 0;
	for (let day = rule.start; day - rule.start <= 36_525; day++) if (recursOn(rule, day) && ++found === n) return day;
	return 'tooFar';
}

const rules = fc
	.record({
		frequency: fc.constantFrom('daily' as const, 'weekly' as const, 'monthly' as const, 'yearly' as const),
		interval: fc.constantFrom(1, 1, 2, 3, 7, 50, 9999),
		start: fc.integer({ min: 19_000, max: 23_000 }),
		weekStart: fc.constantFrom(1 as const, 7 as const),
		months: fc.constantFrom<number[]>([], [2], [1, 5, 12]),
		weekdays: fc.constantFrom<Recurrence['weekdays']>([], [{ weekday: 1 }], [{ weekday: 2 }, { weekday: 5 }]),
		monthDays: fc.constantFrom<number[]>([], [31], [-1], [1, 15, -31], [29, 30]),
		positions: fc.constantFrom<number[]>([], [], [1], [-1]),
		movedBy: fc.constant(0),
	})
	.map((rule) => (rule.frequency === 'weekly' ? { ...rule, monthDays: [] } : rule));

it('an occurrence is found where walking from day to day finds it', () => {
	fc.assert(
		fc.property(rules, fc.constantFrom(1, 2, 3, 5, 12, 100), (rule, n) => {
			expect(dayOfOccurrence(rule, n, { left: Infinity })).toBe(walked(rule, n));
		}),
		{ numRuns: 60 },
	);
});

/** A day as its number. */
const on = (date: string): number => Date.parse(date) / 86_400_000;

/** A rule that starts on 2026-01-05, a Monday, every day unless the parts say otherwise. */
const ruleOf = (parts: Partial<Recurrence>): Recurrence => ({
	...{ frequency: 'daily', interval: 1, start: on('2026-01-05'), weekStart: 1, movedBy: 0 },
	...{ months: [], weekdays: [], monthDays: [], positions: [] },
	...parts,
});

describe('the n-th occurrence', () => {
	const monthly = { frequency: 'monthly' } as const;
	const yearly = { frequency: 'yearly' } as const;
	const weekly = { frequency: 'weekly' } as const;

	it.each<[string, Partial<Recurrence>, number, string]>([
		['every day', {}, 1, '2026-01-05'],
		['every day', {}, 2, '2026-01-06'],
		['every third day', { interval: 3 }, 2, '2026-01-08'],
		['every third day', { interval: 3 }, 3, '2026-01-11'],
		['every day for a hundred years', {}, 36_526, '2126-01-06'],
		['every day for a hundred years', {}, 36_527, 'tooFar'],
		['every hundredth year in days', { interval: 36_525 }, 2, '2126-01-06'],
		['more than a hundred years in days', { interval: 36_526 }, 2, 'tooFar'],
		['every second day, Mondays', { interval: 2, weekdays: [{ weekday: 1 }] }, 3, '2026-02-02'],
		['every seventh day from a Monday, Tuesdays', { interval: 7, weekdays: [{ weekday: 2 }] }, 1, 'tooFar'],
		['every day in January', { months: [1] }, 28, '2027-01-01'],
		['the 31st of every day', { monthDays: [31] }, 2, '2026-03-31'],
		['every week', weekly, 3, '2026-01-19'],
		['every week for a hundred years', weekly, 5218, '2125-12-31'],
		['every week for a hundred years', weekly, 5219, 'tooFar'],
		['every second week', { ...weekly, interval: 2 }, 3, '2026-02-02'],
		['Mondays and Tuesdays', { ...weekly, weekdays: [{ weekday: 1 }, { weekday: 2 }] }, 2, '2026-01-06'],
		['Mondays and Tuesdays', { ...weekly, weekdays: [{ weekday: 1 }, { weekday: 2 }] }, 3, '2026-01-12'],
		['Mondays and Tuesdays', { ...weekly, weekdays: [{ weekday: 1 }, { weekday: 2 }] }, 4, '2026-01-13'],
		['Mondays and Tuesdays', { ...weekly, weekdays: [{ weekday: 1 }, { weekday: 2 }] }, 5, '2026-01-19'],
		['the second of one day a week', { ...weekly, weekdays: [{ weekday: 1 }], positions: [2] }, 1, 'tooFar'],
		['Mondays of January, by weeks', { ...weekly, months: [1] }, 5, '2027-01-04'],
		['every month', monthly, 1, '2026-01-05'],
		['every month', monthly, 13, '2027-01-05'],
		['every month for a hundred years', monthly, 1201, '2126-01-05'],
		['every month for a hundred years', monthly, 1202, 'tooFar'],
		['the 6th for a hundred years', { ...monthly, monthDays: [6] }, 1201, '2126-01-06'],
		['the 7th for a hundred years', { ...monthly, monthDays: [7] }, 1201, 'tooFar'],
		['every second month', { ...monthly, interval: 2 }, 3, '2026-05-05'],
		['every month of two', { ...monthly, months: [3, 12] }, 3, '2027-03-05'],
		['a 31st', { ...monthly, start: on('2026-01-31') }, 2, '2026-03-31'],
		['from November on', { ...monthly, start: on('2026-11-05') }, 1, '2026-11-05'],
		['from November on', { ...monthly, start: on('2026-11-05') }, 3, '2027-01-05'],
		['from December on', { ...monthly, start: on('2026-12-05') }, 1, '2026-12-05'],
		['from December on', { ...monthly, start: on('2026-12-05') }, 2, '2027-01-05'],
		['the last of February', { ...monthly, months: [2], monthDays: [-1] }, 3, '2028-02-29'],
		['a 29 February', { ...monthly, months: [2], monthDays: [29] }, 2, '2032-02-29'],
		['a 30 February', { ...monthly, months: [2], monthDays: [30] }, 1, 'tooFar'],
		['the 31st from the end', { ...monthly, monthDays: [-31] }, 1, '2026-03-01'],
		['days in another order', { ...monthly, monthDays: [20, 10] }, 1, '2026-01-10'],
		['days in another order', { ...monthly, monthDays: [20, 10] }, 2, '2026-01-20'],
		['a day named twice', { ...monthly, monthDays: [31, -1] }, 2, '2026-02-28'],
		['days before the start', { ...monthly, monthDays: [1, 15] }, 1, '2026-01-15'],
		['days before the start', { ...monthly, monthDays: [1, 15] }, 2, '2026-02-01'],
		['the day of the start', { ...monthly, monthDays: [1, 5] }, 1, '2026-01-05'],
		['the second Tuesday', { ...monthly, weekdays: [{ weekday: 2, nth: 2 }] }, 2, '2026-02-10'],
		['every year', yearly, 1, '2026-01-05'],
		['every year', yearly, 2, '2027-01-05'],
		['every year for a hundred years', yearly, 101, '2126-01-05'],
		['every year for a hundred years', yearly, 102, 'tooFar'],
		['every year from May on', { ...yearly, start: on('2026-05-05') }, 2, '2027-05-05'],
		['every third year', { ...yearly, interval: 3 }, 2, '2029-01-05'],
		['every second year in two months', { ...yearly, interval: 2, months: [1, 6] }, 3, '2028-01-05'],
		['the 1st by years', { ...yearly, monthDays: [1] }, 2, '2026-03-01'],
		['29 February by years', { ...yearly, start: on('2028-02-29') }, 2, '2032-02-29'],
		['every Monday by years', { ...yearly, weekdays: [{ weekday: 1 }] }, 3, '2026-01-19'],
		['the last weekday of the year', { ...yearly, weekdays: [{ weekday: 1 }], positions: [-1] }, 2, '2027-12-27'],
		['the 20th Monday of the year', { ...yearly, weekdays: [{ weekday: 1, nth: 20 }] }, 1, '2026-05-18'],
		['the last Monday of the year', { ...yearly, weekdays: [{ weekday: 1, nth: -1 }] }, 2, '2027-12-27'],
		['the last Monday but one of the year', { ...yearly, weekdays: [{ weekday: 1, nth: -2 }] }, 1, '2026-12-21'],
		['the first Monday of March', { ...yearly, months: [3], weekdays: [{ weekday: 1, nth: 1 }] }, 1, '2026-03-02'],
		['the last Monday of March', { ...yearly, months: [3], weekdays: [{ weekday: 1, nth: -1 }] }, 2, '2027-03-29'],
		['a fifth Monday', { ...monthly, weekdays: [{ weekday: 1, nth: 5 }] }, 1, '2026-03-30'],
		['the fifth Monday from the end', { ...monthly, weekdays: [{ weekday: 1, nth: -5 }] }, 1, '2026-03-02'],
		[
			'the first Monday of every second month',
			{ ...monthly, interval: 2, weekdays: [{ weekday: 1, nth: 1 }] },
			2,
			'2026-03-02',
		],
		['a Friday the 13th', { ...monthly, weekdays: [{ weekday: 5 }], monthDays: [13] }, 3, '2026-11-13'],
		['Mondays among the last three days', { weekdays: [{ weekday: 1 }], monthDays: [-1, -2, -3] }, 1, '2026-03-30'],
		[
			'the last workday of a month',
			{ ...monthly, weekdays: ([1, 2, 3, 4, 5] as const).map((weekday) => ({ weekday })), positions: [-1] },
			2,
			'2026-02-27',
		],
		[
			'the second Monday or Friday of a month, and the last but one',
			{ ...monthly, weekdays: [{ weekday: 1 }, { weekday: 5 }], positions: [2, -2] },
			3,
			'2026-02-06',
		],
		[
			'the first of the days of a week from Monday on',
			{ ...weekly, weekdays: [{ weekday: 7 }, { weekday: 2 }], positions: [1] },
			1,
			'2026-01-06',
		],
		[
			'the first of the days of a week from Sunday on',
			{ ...weekly, weekStart: 7, weekdays: [{ weekday: 7 }, { weekday: 2 }], positions: [1] },
			1,
			'2026-01-11',
		],
		[
			'every second week from Monday on, from a Sunday',
			{ ...weekly, start: on('2026-01-11'), interval: 2, weekdays: [{ weekday: 7 }, { weekday: 1 }] },
			2,
			'2026-01-19',
		],
		[
			'every second week from Sunday on, from a Sunday',
			{
				...{ ...weekly, start: on('2026-01-11'), interval: 2, weekStart: 7 },
				weekdays: [{ weekday: 7 }, { weekday: 1 }],
			},
			2,
			'2026-01-12',
		],
	])('of a rule for %s: %j, the %i., is %s', (_, parts, n, expected) => {
		const found = dayOfOccurrence(ruleOf(parts), n);
		expect(typeof found === 'number' ? isoDate(found) : found).toBe(expected);
		const byDays = walked(ruleOf(parts), n);
		expect(typeof byDays === 'number' ? isoDate(byDays) : byDays).toBe(expected);
	});

	it.each<[string, Partial<Recurrence>, number, number]>([
		['months, which are not walked', monthly, 100, 0],
		['years, which are not walked', { ...yearly, monthDays: [31] }, 100, 0],
		['days, of which one is as the other', { interval: 3 }, 10_000, 4],
		['weeks, of which one is as the other', weekly, 4000, 8],
		['fortnights', { ...weekly, interval: 2 }, 2000, 15],
		['days of a week', { weekdays: [{ weekday: 1 }] }, 4000, 8],
		['days of some months', { months: [2] }, 2, 29],
		['days of months', { monthDays: [7] }, 1, 3],
		['a first day of each week', { ...weekly, weekdays: [{ weekday: 1 }], positions: [1] }, 1, 7],
		['a first day', { weekdays: [{ weekday: 1 }], positions: [1] }, 1, 1],
		['a first Monday', { ...monthly, weekdays: [{ weekday: 1 }], positions: [1] }, 1, 7],
		['a fourth day', { ...monthly, weekdays: [{ weekday: 1 }], positions: [2, -4] }, 1, 28],
		['a hundredth day of a month', { ...monthly, weekdays: [{ weekday: 1 }], positions: [1, 100] }, 1, 31],
		['a hundredth day of a year', { ...yearly, weekdays: [{ weekday: 1 }], positions: [1, 100] }, 1, 366],
	])('of a rule by %s costs no more looking than it needs: %j, %i', (_, parts, n, cost) => {
		const steps = { left: cost };
		expect(dayOfOccurrence(ruleOf(parts), n, steps)).toEqual(expect.any(Number));
		expect(steps.left).toBe(0);
		if (cost > 0) expect(dayOfOccurrence(ruleOf(parts), n, { left: cost - 1 })).toBe('tooLong');
	});
});

it('the steps are shared: when they are used up, nothing more is walked', () => {
	const rule = ruleOf({ frequency: 'yearly', weekdays: [{ weekday: 1 }] });
	const steps = { left: 100 };
	expect(dayOfOccurrence(rule, 3, steps)).not.toBe('tooLong');
	expect(steps.left).toBe(85);
	expect(dayOfOccurrence(rule, 90, steps)).toBe('tooLong');
});

it('a rule that takes seconds to walk through is given up, where nobody says how long it may take', () => {
	const never = ruleOf({ frequency: 'yearly', weekdays: [{ weekday: 1 }], positions: [300] });
	expect(dayOfOccurrence(never, 1)).toBe('tooLong');
	expect(dayOfOccurrence(never, 1, countSteps())).toBe('tooLong');
});

it('a rule that was moved has all its days so much later, and none before', () => {
	const moved = ruleOf({ frequency: 'weekly', movedBy: 2 });
	const days = ['2025-12-31', '2026-01-05', '2026-01-07', '2026-01-12', '2026-01-14'];
	expect(days.filter((day) => recursOn(moved, on(day)))).toEqual(['2026-01-07', '2026-01-14']);
});

it('every fiftieth week is found after 5,000 weeks, too', () => {
	const everyMonday: Recurrence = {
		...{ frequency: 'weekly', interval: 50, start: 22_349, weekStart: 1, months: [], weekdays: [{ weekday: 1 }] },
		...{ monthDays: [], positions: [], movedBy: 0 },
	};
	expect(recursOn(everyMonday, 22_349 + 34_999)).toBe(true);
});
