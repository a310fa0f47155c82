import fc from 'fast-check';
import { seeded } from '../make';
import { anna, entry, finalShift, timeline, week } from './serviceItems';
import { problems, read, stateIn, states, told } from './states';

const finalSchedule = (...entries: object[]) => ({
	schedule: {
		...{ id: 'PSCHED', name: 'Support', time_zone: 'Europe/Warsaw' },
		schedule_layers: [{ rendered_schedule_entries: [entry('2026-11-01T00:00:00Z', '2026-11-30T00:00:00Z')] }],
		final_schedule: { name: 'Final Schedule', rendered_schedule_entries: entries },
	},
});
const duringWeek = ['2026-11-02T07:59', '2026-11-02T08:00', '2026-11-05T23:00', '2026-11-09T07:59', '2026-11-09T08:00'];
const onDuty = ['offline', 'available', 'available', 'available', 'offline'];

it.each<[string, string, object, string]>([
	['an entry', 'pagerDuty', entry(...week), 'PANNA'],
	['an answer', 'pagerDuty', finalSchedule(entry(...week)), 'PANNA'],
	['on-calls', 'pagerDuty', { oncalls: [{ ...entry(...week), escalation_level: 1 }] }, 'PANNA'],
	['a timeline', 'opsgenie', timeline, 'anna@example.com'],
	[
		'final shifts',
		'grafanaOnCall',
		{
			results: [finalShift],
		},
		'anna@example.com',
	],
])('a week on call is a week: %s of %s', (_, service, item, id) => {
	const roster = read([{ ...item }]);

	expect([roster.service, problems(roster)]).toEqual([service, []]);
	expect(states(roster, id, ...duringWeek)).toEqual(duringWeek.map((time, at) => `${time} ${onDuty[at] ?? ''}`));
});

it('who is on call without an end is on call always', () => {
	expect(states(read([{ oncalls: [entry(null, null)] }]), 'PANNA', '2020-01-01T00:00', '2030-06-01T12:00')).toEqual([
		...['2020-01-01T00:00 available', '2030-06-01T12:00 available'],
	]);
});

it('periods of nobody and of teams are left out', () => {
	const period = (recipient: object) => ({ startDate: week[0], endDate: week[1], type: 'historical', recipient });
	const roster = read([
		{
			finalTimeline: {
				rotations: [{ name: 'x', periods: [period({ type: 'none' }), period({ type: 'team', name: 'T' })] }],
			},
		},
	]);
	expect(told(roster)).toContain('1 unassigned shift');
	expect(told(roster)).toContain('1 entry for a team and not a person');
});

it('an on-call of two policies is one', () => {
	const { schedule } = read([{ oncalls: [entry(...week), entry(...week)] }]);
	expect(new Set(schedule.rules.map(({ name }) => name))).toEqual(new Set(['shift']));
});

it('an entry that has no end holds back its agent alone', () => {
	const roster = read([finalSchedule(entry(week[0], ''), entry(...week, { ...anna, id: 'PBEN', summary: 'Ben' }))]);
	expect([problems(roster).length, roster.doubted]).toEqual([1, new Set(['PANNA'])]);
});

it('gives the state of every minute that the service gives, in every zone and over changes of the clocks', () => {
	const start = Date.parse('2026-03-20T00:00Z');
	const minutes = 15 * 24 * 60;
	const zone = fc.constantFrom('Europe/Warsaw', 'America/New_York', 'Australia/Lord_Howe', 'UTC', 'Asia/Kathmandu');
	const autumn = fc.constantFrom(0, Date.parse('2026-10-20T00:00Z') - start);
	fc.assert(
		fc.property(
			...([
				zone,
				autumn,
				fc.nat(minutes),
				fc.integer({ min: 1, max: 14 * 24 * 60 }),
				fc.nat(2 * minutes),
			] as const),
			fc.constantFrom('keepEnd', 'keepDuration'),
			(zoneName, season, from, length, probe, dst) => {
				const at = (minute: number): number => start + season + minute * 60_000;
				const text = (minute: number): string => new Date(at(minute)).toISOString();
				const roster = read([entry(text(from), text(from + length))], { zone: zoneName, dst });
				const isOn = probe >= from && probe < from + length;
				for (const [minute, isThere] of [
					[probe, isOn],
					[from, true],
					[from - 1, false],
					[from + length - 1, true],
					[from + length, false],
				] as const) {
					expect(stateIn(roster, 'PANNA', text(minute))).toBe(isThere ? 'available' : 'offline');
				}
			},
		),
		seeded(150),
	);
});
