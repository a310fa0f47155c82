import { createZoneClock } from '../../../../../nodes/ShiftSchedule/model/calendar/zone';
import { adherenceTable, overallRow } from '../../../../../nodes/ScheduleAdherence/model/answers/adherenceTable';
import { stillToCome, type Findings } from '../../../../../nodes/ScheduleAdherence/model/answers/findings';
import { standingNow } from '../../../../../nodes/ScheduleAdherence/model/answers/outNow';
import { daysOf, isInRange, type AdherencePeriod } from '../../../../../nodes/ScheduleAdherence/model/answers/period';
import { minutesText, remarksOn } from '../../../../../nodes/ScheduleAdherence/model/answers/remarks';
import type { AgentRecord } from '../../../../../nodes/ScheduleAdherence/model/record/types';
import { at, compared, comparerOf, DAY, MINUTE, recordOf, utc, wholeDay } from '../make';

const tokyo = createZoneClock('Asia/Tokyo');

describe('the days of a period', () => {
	const starts = { start: at('-1 22:00'), end: at('+1 23:00') };
	const days = (
		period: AdherencePeriod['name'],
		now: string,
		clock = utc,
		begin: typeof starts | undefined = starts,
	) => {
		const { first, last } = daysOf({ name: period, days: 3 }, clock, at(now), begin);
		return [first - DAY, last - DAY];
	};

	it.each<[period: AdherencePeriod['name'], now: string, clock: typeof utc, expected: number[]]>([
		['today', '12:00', utc, [0, 0]],
		['today', '16:00', tokyo, [1, 1]],
		['yesterday', '12:00', utc, [-1, -1]],
		['lastDays', '12:00', utc, [-3, -1]],
		['timeline', '+5 12:00', utc, [-1, 1]],
		['timeline', '12:00', utc, [-1, 0]],
		['timeline', '+5 12:00', tokyo, [0, 2]],
	])('%s at %s is by the clock', (period, now, clock, expected) => {
		expect(days(period, now, clock)).toEqual(expected);
	});

	it('of a timeline without anything scheduled is today', () => {
		const { first, last } = daysOf({ name: 'timeline', days: 1 }, utc, at('12:00'), undefined);
		expect([first, last]).toEqual([DAY, DAY]);
	});

	it('have both of their ends in them', () => {
		expect([1, 2, 3, 4].map((day) => isInRange({ first: 2, last: 3 }, day))).toEqual([false, true, true, false]);
	});
});

it.each([
	[0, '1 min'],
	[45, '45 min'],
	[119, '119 min'],
	[120, '2 h'],
	[150, '2 h 30 min'],
])('%d minutes are %s', (minutes, text) => {
	expect(minutesText(minutes * MINUTE)).toBe(text);
});

it('what is still to come is that of the days of the period', () => {
	const record = recordOf(['09:00-17:00 available', '22:00-+1 06:00 busy', '+1 22:00-+2 06:00 busy'], []);
	const ahead = (until: string, last: number) =>
		stillToCome(record, { first: DAY, last: DAY + last }, at(until)) / MINUTE;
	expect(ahead('16:00', 0)).toBe(60 + 120);
	expect(ahead('16:00', 1)).toBe(60 + 480 + 120);
	expect(ahead('+1 01:00', 1)).toBe(300 + 120);
	expect(ahead('+3 00:00', 1)).toBe(0);
});

describe('how an agent stands at a moment', () => {
	const shift = ['09:00-17:00 available'];
	const standing = (actual: string[], moment: string, scheduled = shift) => {
		const found = standingNow(recordOf(scheduled, actual), comparerOf(), at(moment));
		return found.kind === 'out'
			? `${found.exception.kind} ${(found.exception.end - found.exception.start) / MINUTE}`
			: found.kind;
	};

	it.each([
		['fine in the scheduled state', ['08:00-18:00 available'], '10:00', 'fine'],
		['late', wholeDay('10:00-17:00 available'), '09:10', 'lateStart 10'],
		['there again', wholeDay('09:00-10:00 available', '11:00-17:00 available'), '11:10', 'fine'],
		['gone', wholeDay('09:00-10:00 available'), '10:20', 'unscheduledAbsence 20'],
		['unknown', ['09:00-10:00 available'], '10:20', 'unknown'],
		['fine before the shift', wholeDay(), '08:00', 'fine'],
		['fine as the shift begins', wholeDay(), '09:00', 'fine'],
		['at work although nothing is scheduled', ['06:00-08:00 available'], '07:00', 'unscheduledWork 60'],
		['fine where nothing is scheduled or known', [], '07:00', 'fine'],
	])('%s', (_, actual, moment, expected) => {
		expect(standing(actual, moment)).toBe(expected);
	});

	it('tells what is scheduled while nothing is known', () => {
		const found = standingNow(recordOf(shift, []), comparerOf(), at('10:00'));
		expect(found).toMatchObject({ kind: 'unknown', piece: { scheduled: { state: 'available' } } });
	});
});

describe('the table', () => {
	const anna = recordOf(
		['09:00-17:00 available', '+1 09:00-+1 17:00 available'],
		[...wholeDay('09:00-17:00 available'), '+1 00:00-+1 13:00 offline', '+1 13:00-+1 17:00 available'],
		{ team: 'North' },
	);
	const ben = recordOf(['09:00-11:00 available'], wholeDay('09:00-11:00 available'), {
		id: 'ben',
		name: 'Ben',
		team: 'South',
	});
	const idle = recordOf([], wholeDay(), { id: 'idle', team: 'South' });
	const both = (): Findings[] => [anna, ben, idle].map((record) => compared(record, { last: 1 }));
	const table = (level: 'agentDay' | 'agent' | 'team') =>
		adherenceTable(both(), level, { name: 'share', countsOutside: false }).map(
			({ agent, team, day, agents, adherence }) => [
				...[agent?.name, team, day === undefined ? day : day - DAY, agents, adherence],
			],
		);

	it('has a row for each agent and day on which there is anything', () => {
		expect(table('agentDay')).toEqual([
			['Anna', 'North', 0, 1, 100],
			['Anna', 'North', 1, 1, 50],
			['Ben', 'South', 0, 1, 100],
		]);
	});

	it('has a row for each agent', () => {
		expect(table('agent')).toEqual([
			['Anna', 'North', undefined, 1, 75],
			['Ben', 'South', undefined, 1, 100],
		]);
	});

	it('has a row for each team, which counts an agent once', () => {
		expect(table('team')).toEqual([
			[undefined, 'North', undefined, 1, 75],
			[undefined, 'South', undefined, 1, 100],
		]);
	});

	it('has the figures of all, in which an agent counts once', () => {
		const { agents, adherence } = overallRow(both(), { name: 'share', countsOutside: false });
		expect([agents, adherence]).toEqual([2, (14 / 18) * 100]);
	});
});

describe('remarks', () => {
	const remarks = (
		record: AgentRecord,
		more: { until?: string; isTold?: boolean; isScheduled?: boolean; first?: string; last?: number } = {},
	) => {
		const { until = '+5 00:00', isTold = true, isScheduled = true, first = '-1 00:00', last = 0 } = more;
		const findings = [compared(record, { until: at(until), last })];
		return remarksOn([{ record, row: 1, isScheduled, isTold }], findings, {
			...{ comparer: comparerOf(), clock: utc, until: at(until), starts: { start: at(first), end: at('17:00') } },
		}).map(({ level, message }) => `${level}: ${message}`);
	};
	const shift = ['09:00-17:00 available'];
	const fine = wholeDay('09:00-17:00 available');

	it('are none where all is known', () => {
		expect(remarks(recordOf(shift, fine))).toEqual([]);
	});

	it('tell who has no rows on one side', () => {
		expect(remarks(recordOf(shift, []), { isTold: false })).toEqual([
			'warning: The input Actual has no row of Anna. Their time is unknown. If the names differ, use the same IDs on both sides.',
			'warning: 100 % of the scheduled time (8 h) is unknown: of Anna. It counts neither as in nor as out of adherence.',
		]);
		expect(remarks(recordOf([], fine), { isScheduled: false })).toEqual([
			'info: The timeline does not have Anna: nothing is scheduled for them.',
		]);
		// Nothing is scheduled in the period, so nothing is missing.
		expect(remarks(recordOf(['+3 09:00-+3 10:00 busy'], []), { isTold: false })).toEqual([]);
	});

	it('tell how much is unknown, at least a tenth of a percent', () => {
		expect(remarks(recordOf(shift, ['09:00-16:59:59 available']))).toEqual([
			'warning: 0.1 % of the scheduled time (1 min) is unknown: of Anna. It counts neither as in nor as out of adherence.',
		]);
	});

	it('name only those of whom something is unknown', () => {
		const half = recordOf(shift, ['09:00-13:00 available'], { name: 'Ben' });
		const findings = [compared(recordOf(shift, fine)), compared(half)];
		const placed = findings.map(({ record }) => ({ record, row: 1, isScheduled: true, isTold: true }));
		const options = { comparer: comparerOf(), clock: utc, until: at('+5 00:00'), starts: undefined };
		expect(remarksOn(placed, findings, options).map(({ message }) => message)).toEqual([
			'25 % of the scheduled time (4 h) is unknown: of Ben. It counts neither as in nor as out of adherence.',
		]);
	});

	it('tell states that are none of the four, near the period', () => {
		const text =
			'not one of the states available, busy, break and offline. That time is unknown, unless you say under';
		expect(remarks(recordOf([], ['10:00-11:00 unknown Coaching'])).join()).toContain(
			`warning: "Coaching": ${text}`,
		);
		expect(remarks(recordOf([], ['10:00-11:00 lunch'])).join()).toContain(`"lunch": ${text}`);
		expect(remarks(recordOf([], ['+4 10:00-+4 11:00 lunch']))).toEqual([]);
		expect(remarks(recordOf([], ['-4 10:00--4 11:00 lunch']))).toEqual([]);
	});

	it('tell of shifts that the timeline may have cut', () => {
		const night = recordOf(['00:00-06:00 available'], ['00:00-06:00 available']);
		expect(remarks(night, { first: '00:00' }).join()).toContain(
			'warning: The timeline begins at midnight, while Anna may have been at work already.',
		);
		expect(remarks(night, { first: '-1 22:00' })).toEqual([]);
		const early = recordOf(['06:00-09:00 available'], ['06:00-09:00 available']);
		expect(remarks(early, { first: '06:00' })).toEqual([]);
	});

	it('tell what is still to come', () => {
		expect(remarks(recordOf(shift, ['09:00-12:00 available']), { until: '12:00' })).toEqual([
			'info: 5 h of the schedule are still to come, and do not count yet.',
		]);
	});

	it("tell whose days are by another clock than the node's", () => {
		const record = recordOf(['10:00-11:00 busy'], ['10:00-11:00 busy'], { clock: tokyo });
		expect(remarks(record)).toEqual([
			"info: Days and times are in the agents' own time zones, as in the timeline, and not in UTC: Anna (Asia/Tokyo).",
		]);
	});
});
