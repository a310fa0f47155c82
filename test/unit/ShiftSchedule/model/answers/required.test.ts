import * as fc from 'fast-check';
import { seeded, type Row } from '../make';
import { checked, messages, monday } from './checked';

const shift = (agent: string, start: string, end: string, days = 'Mon-Fri'): Row => ({ agent, days, start, end });
const needed = (count: number, start: string, end: string, more: Row = {}): Row => ({
	...{ kind: 'needed', days: 'Mon-Fri', start, end, needed: count, ...more },
});
const between = (from: string, until: string): Row => ({ kind: 'needed', from, until, needed: 3 });
const team = [shift('anna', '08:00', '16:00'), shift('ben', '10:00', '18:00'), shift('carla', '10:00', '14:00')];

/** How many are needed over the week, as `Mon 08:00 2`, whenever the number changes. */
function stepsOf(rows: Row[]): string[] {
	const { staffed } = checked([...team, ...rows]);
	const steps = staffed
		.find(({ state }) => state === 'available')
		?.staffing.filter((one, index, all) => index === 0 || all[index - 1]?.needed !== one.needed)
		.map(({ start, needed: count }) => {
			const at = new Date(start + 3_600_000).toISOString();
			const day = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'][Math.floor((start - monday) / 86_400_000)];
			return `${day ?? ''} ${at.slice(11, 16)} ${count}`;
		});
	return steps ?? [];
}

describe('agents needed per interval', () => {
	it('are missing where fewer are there, with how many, and where it says so', () => {
		const { findings, summary } = checked([...team, needed(2, '08:00', '18:00', { days: 'Mon', shift: 'Open' })]);
		expect(findings).toEqual([
			{
				...{ kind: 'shortfall', agentId: '', state: 'available', needed: 2, scheduled: 1, minutes: 120 },
				...{ start: '2026-01-05T08:00:00+01:00', end: '2026-01-05T10:00:00+01:00', rule: 'Open', row: 4 },
				message:
					'only 1 of 2 needed agents is available from Mon 5 Jan 08:00 to Mon 5 Jan 10:00 ("Open", row 4)',
			},
			{
				...{ kind: 'shortfall', agentId: '', state: 'available', needed: 2, scheduled: 1, minutes: 120 },
				...{ start: '2026-01-05T16:00:00+01:00', end: '2026-01-05T18:00:00+01:00', rule: 'Open', row: 4 },
				message:
					'only 1 of 2 needed agents is available from Mon 5 Jan 16:00 to Mon 5 Jan 18:00 ("Open", row 4)',
			},
		]);
		expect(summary).toMatchObject({
			...{ gaps: 0, gapMinutes: 0, shortfalls: 2, shortfallMinutes: 240 },
			...{ coveredPercent: { available: 60 }, isFine: false },
		});
	});

	it('are one finding while the number needed stays, however many are there', () => {
		const rows = [
			...team,
			needed(3, '08:00', '12:00', { days: 'Mon' }),
			needed(3, '12:00', '18:00', { days: 'Mon' }),
		];
		expect(messages('shortfall', rows)).toEqual([
			'only 1 of 3 needed agents is available from Mon 5 Jan 08:00 to Mon 5 Jan 10:00 (row 4)',
			'only 1 to 2 of 3 needed agents are available from Mon 5 Jan 14:00 to Mon 5 Jan 18:00 (row 5)',
		]);
	});

	it('take the place of the one number for their state, and for no other', () => {
		const rows = [...team, needed(1, '08:00', '16:00')];
		expect(checked(rows, { minimum: 5 }).summary).toMatchObject({ gaps: 0, shortfalls: 0, isFine: true });
		const { staffed } = checked(rows, { states: ['available', 'busy'], minimum: 5 });
		expect(staffed.map(({ state }) => state)).toEqual(['available', 'busy']);
		expect(messages('gap', rows, { states: ['busy'] })).toHaveLength(1);
	});

	it('are checked for a state that is not among those to cover at all times', () => {
		expect(messages('shortfall', [...team, needed(1, '09:00', '10:00', { days: 'Mon', state: 'busy' })])).toEqual([
			'nobody is busy from Mon 5 Jan 09:00 to Mon 5 Jan 10:00 (row 4)',
		]);
		const two = [...team, needed(2, '09:00', '10:00', { days: 'Mon', state: 'busy' })];
		expect(messages('shortfall', two)[0]).toContain('none of 2 needed agents is busy');
	});

	it.each<[string, Row[], string[]]>([
		[
			'by weekday',
			[needed(2, '08:00', '12:00', { days: 'Mon, Wed' })],
			['Mon 00:00 0', 'Mon 08:00 2', 'Mon 12:00 0', 'Wed 08:00 2', 'Wed 12:00 0'],
		],
		[
			'over midnight',
			[needed(1, '22:00', '06:00', { days: 'Sun' })],
			['Mon 00:00 1', 'Mon 06:00 0', 'Sun 22:00 1'],
		],
		[
			'that lie in others',
			[needed(3, '10:00', '12:00', { days: 'Mon' }), needed(1, '08:00', '16:00', { days: 'Mon' })],
			['Mon 00:00 0', 'Mon 08:00 1', 'Mon 10:00 3', 'Mon 12:00 1', 'Mon 16:00 0'],
		],
		[
			'on a date, which override the usual week',
			[
				needed(0, '00:00', '24:00', { days: '', from: '2026-01-06' }),
				needed(2, '08:00', '16:00', { days: 'Mon, Tue' }),
			],
			['Mon 00:00 0', 'Mon 08:00 2', 'Mon 16:00 0'],
		],
		[
			'between two moments, which override the usual week',
			[between('2026-01-05 10:00', '2026-01-06 12:00'), needed(2, '08:00', '16:00', { days: 'Mon, Tue' })],
			['Mon 00:00 0', 'Mon 08:00 2', 'Mon 10:00 3', 'Tue 12:00 2', 'Tue 16:00 0'],
		],
		[
			'with a priority',
			[needed(2, '08:00', '16:00', { days: 'Mon', priority: 1 }), needed(5, '08:00', '16:00', { days: 'Mon' })],
			['Mon 00:00 0', 'Mon 08:00 2', 'Mon 16:00 0'],
		],
		[
			'by a clock of their own',
			[needed(2, '08:00', '16:00', { days: 'Mon', zone: 'Europe/London' })],
			['Mon 00:00 0', 'Mon 09:00 2', 'Mon 17:00 0'],
		],
		[
			'with their times in from and until',
			[{ kind: 'needed', days: 'Mon', from: '08:00', until: '16:00', needed: 2 }],
			['Mon 00:00 0', 'Mon 08:00 2', 'Mon 16:00 0'],
		],
	])('hold as they are written: %s', (_, rows, steps) => {
		expect(stepsOf(rows)).toEqual(steps);
	});

	it.each<[string, Row[], string[]]>([
		[
			'the same times twice',
			[needed(2, '08:00', '16:00', { days: 'Mon' }), needed(3, '08:00', '16:00', { days: 'Mon' })],
			[
				'row 4 (2) and row 5 (3) both say how many agents must be available from Mon 5 Jan 08:00 to Mon 5 Jan 16:00. Only the later one counts. If both are meant, write their sum in one of them',
			],
		],
		[
			'times that overlap, once for all days',
			[needed(1, '08:00', '12:00'), needed(1, '11:00', '16:00')],
			[
				expect.stringMatching(
					/^row 4 \(1\) and row 5 \(1\) .* from Mon 5 Jan 11:00 to Mon 5 Jan 12:00\./,
				) as string,
			],
		],
		[
			'three at the same time: each two of them',
			[1, 2, 3].map((count) => needed(count, '08:00', '16:00')),
			['row 4 (1) and row 5 (2)', 'row 4 (1) and row 6 (3)', 'row 5 (2) and row 6 (3)'].map(
				(rows) => expect.stringContaining(rows) as string,
			),
		],
		['one within the other, with the same end', [needed(1, '08:00', '16:00'), needed(3, '10:00', '16:00')], []],
		['one within the other', [needed(1, '08:00', '16:00'), needed(3, '10:00', '12:00')], []],
		['one after the other', [needed(1, '08:00', '12:00'), needed(3, '12:00', '16:00')], []],
		['two states', [needed(1, '08:00', '16:00'), needed(1, '08:00', '16:00', { state: 'busy' })], []],
		['a priority', [needed(1, '08:00', '16:00'), needed(3, '08:00', '16:00', { priority: 1 })], []],
		['a date', [needed(1, '08:00', '16:00'), needed(3, '08:00', '16:00', { days: '', from: '2026-01-06' })], []],
		['a first day', [needed(1, '08:00', '16:00'), needed(3, '08:00', '16:00', { from: '2026-01-06' })], []],
		['a last day', [needed(1, '08:00', '16:00'), needed(3, '08:00', '16:00', { until: '2026-01-06' })], []],
		['two moments', [needed(1, '08:00', '16:00'), between('2026-01-06 08:00', '2026-01-06 16:00')], []],
		[
			'two dates',
			[between('2026-01-06 08:00', '2026-01-06 16:00'), between('2026-01-06 10:00', '2026-01-06 17:00')],
			[expect.stringContaining('Tue 6 Jan 10:00 to Tue 6 Jan 16:00') as string],
		],
	])('that may contradict one another are told: %s', (_, rows, expected) => {
		expect(messages('requirementOverlap', [...team, ...rows])).toEqual(expected);
	});

	it('are two findings where another number is needed', () => {
		const rows = [
			...team,
			needed(5, '10:00', '12:00', { days: 'Mon' }),
			needed(4, '12:00', '14:00', { days: 'Mon' }),
		];
		expect(messages('shortfall', rows)).toEqual([
			'only 3 of 5 needed agents are available from Mon 5 Jan 10:00 to Mon 5 Jan 12:00 (row 4)',
			'only 3 of 4 needed agents are available from Mon 5 Jan 12:00 to Mon 5 Jan 14:00 (row 5)',
		]);
	});

	it('are counted in the hours', () => {
		const { hours } = checked([...team, needed(4, '08:30', '09:00', { days: 'Mon' })]);
		expect(hours.filter(({ averageNeeded }) => averageNeeded > 0)).toEqual([
			{
				state: 'available',
				weekday: 1,
				hour: 8,
				coveredPercent: 50,
				averageAgents: 1,
				averageNeeded: 2,
				minutes: 60,
			},
		]);
	});

	it('are none in the hour that the clocks skip', () => {
		const rows = [
			{ ...shift('anna', '0:00', '24:00'), days: 'daily' },
			needed(2, '02:00', '03:00', { days: 'daily' }),
		];
		const window = { start: Date.parse('2026-03-28T00:00+01:00'), end: Date.parse('2026-03-31T00:00+02:00') };
		const { findings } = checked(rows, {}, window);
		const short = findings.filter(({ kind }) => kind === 'shortfall');
		expect(short.map(({ start, minutes }) => [start, minutes])).toEqual([
			['2026-03-28T02:00:00+01:00', 60],
			['2026-03-30T02:00:00+02:00', 60],
		]);
	});

	it('of no time at all are met', () => {
		const rows = [...team, needed(3, '08:00', '16:00', { days: '', from: '2027-06-01' })];
		expect(checked(rows).summary).toMatchObject({ coveredPercent: { available: 100 }, isFine: true });
	});

	it('at any moment are those of the row that holds', () => {
		const row = fc.record({
			days: fc.constantFrom('daily', 'Mon-Fri', 'Sat', 'Tue, Thu'),
			hour: fc.integer({ min: 0, max: 23 }),
			length: fc.integer({ min: 1, max: 24 }),
			count: fc.integer({ min: 0, max: 4 }),
		});
		fc.assert(
			fc.property(fc.array(row, { maxLength: 8 }), (rows) => {
				const { staffed } = checked(
					rows.map(({ days, hour, length, count }) => needed(count, `${hour}:00`, `${length}h`, { days })),
				);
				const names = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
				const worksOn = (days: string, day: number): boolean => {
					if (days === 'daily') return true;
					return days === 'Mon-Fri' ? day < 5 : days.includes(names[day] ?? '');
				};
				const [state] = staffed;
				if (rows.length === 0) return;
				for (let hour = 0; hour < 168; hour++) {
					const holding = rows.flatMap((one, index) =>
						[0, 1].flatMap((back) => {
							const day = (Math.floor(hour / 24) - back + 7) % 7;
							const start = (Math.floor(hour / 24) - back) * 24 + one.hour;
							const isThere = worksOn(one.days, day) && start <= hour && hour < start + one.length;
							return isThere ? [{ start, index, count: one.count }] : [];
						}),
					);
					const best = holding.sort((a, b) => b.start - a.start || b.index - a.index)[0];
					const at = monday + hour * 3_600_000;
					const found = state?.staffing.find(({ start, end }) => start <= at && at < end);
					expect(found?.needed).toBe(best?.count ?? 0);
				}
			}),
			seeded(200),
		);
	});
});
