import fc from 'fast-check';
import { dayOfOccurrence } from '../../../../../nodes/ShiftSchedule/model/calendar/occurrence';
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

it('the steps are shared: when they are used up, nothing more is walked', () => {
	const rule: Recurrence = {
		frequency: 'yearly',
		interval: 1,
		start: 20_000,
		weekStart: 1,
		movedBy: 0,
		months: [],
		weekdays: [{ weekday: 1 }],
		monthDays: [],
		positions: [],
	};
	const steps = { left: 100 };
	expect(dayOfOccurrence(rule, 3, steps)).not.toBe('tooLong');
	expect(steps.left).toBeLessThan(100);
	expect(dayOfOccurrence(rule, 90, steps)).toBe('tooLong');
});

it('every fiftieth week is found after 5,000 weeks, too', () => {
	const everyMonday: Recurrence = {
		...{ frequency: 'weekly', interval: 50, start: 22_349, weekStart: 1, months: [], weekdays: [{ weekday: 1 }] },
		...{ monthDays: [], positions: [], movedBy: 0 },
	};
	expect(recursOn(everyMonday, 22_349 + 34_999)).toBe(true);
});
