import { rosterOf } from '../../../../../nodes/ShiftSchedule/model/roster/roster';
import { problemsOf, type Row } from '../make';

const row = (more: Row): Row => ({ kind: 'needed', days: 'Mon', start: '09:00', end: '17:00', needed: 3, ...more });

describe('a row of kind needed', () => {
	it('is about a number of agents, and about no agent', () => {
		const { schedule, doubted, mentions } = rosterOf([row({ shift: 'Peak' }), row({ agent: '*', needed: '0' })], {
			...{ zone: 'Europe/Warsaw', dst: 'keepEnd' },
		});
		expect(schedule.requirements).toEqual([
			{
				...{ name: 'Peak', row: 1, priority: 0, state: 'available', needed: 3 },
				time: { kind: 'clock', days: { weekdays: [1] }, start: 540, minutes: 480 },
			},
			{
				...{ name: 'needed', row: 2, priority: 0, state: 'available', needed: 0 },
				time: { kind: 'clock', days: { weekdays: [1] }, start: 540, minutes: 480 },
			},
		]);
		expect([schedule.agents, schedule.rules, doubted, mentions]).toEqual([[], [], new Set(), new Map()]);
	});

	it('may have its times as from and until, a state, a zone and a priority', () => {
		const { schedule, problems } = rosterOf(
			[
				row({ start: '', end: '', from: '09:00', until: '17:00' }),
				row({ start: '', end: '', from: 0.375, until: 17, state: 'busy', zone: 'Asia/Tokyo', priority: 2 }),
			],
			{ zone: 'Europe/Warsaw', dst: 'keepEnd' },
		);
		const time = { kind: 'clock', days: { weekdays: [1] }, start: 540, minutes: 480 };
		expect([schedule.requirements, problems]).toEqual([
			[
				{ name: 'needed', row: 1, priority: 0, state: 'available', needed: 3, time },
				{ name: 'needed', row: 2, priority: 2, state: 'busy', needed: 3, time, zone: 'Asia/Tokyo' },
			],
			[],
		]);
	});

	it('may be about many', () => {
		const { schedule } = rosterOf([row({ needed: ' 120 ' })], { zone: 'Europe/Warsaw', dst: 'keepEnd' });
		expect(schedule.requirements[0]?.needed).toBe(120);
	});

	it.each<[Row, string]>([
		[{ from: '24:00', until: '08:00' }, 'from: 24:00 is the end of a day'],
		[{ from: '09:00', until: '09:00' }, 'until: ends when it starts'],
		[{ from: '09:00', until: '17:00', days: '' }, 'days: is empty: write days such as Mon-Fri, or daily'],
		[{ from: '09:00', until: '17:00', days: 'x' }, 'days: "x" is not a day'],
		[{ from: '09:00', until: '2026-01-05' }, 'from: "09:00" is not a date'],
		[{ from: '2026-01-05', until: '09:00' }, 'until: "09:00" is not a date'],
		[{ from: '09:00', until: '17:00', end: '8h' }, 'from: "09:00" is not a date'],
		[{ from: '09:00', until: '17:00', start: '8:00' }, 'from: "09:00" is not a date'],
		[{ from: '', until: '' }, 'start: is empty'],
		[{ from: true, until: true }, 'from: "true" is not a date'],
		[{ start: '9:00', end: '10:00', needed: '1234567' }, 'needed: "1234567" is not a number of agents'],
		[{ start: '9:00', end: '10:00', needed: 'x3' }, 'needed: "x3" is not a number of agents'],
		[{ start: '9:00', end: '10:00', agent: '**' }, 'agent: must be empty or *'],
		[{ start: '9:00', end: '10:00', agent: 'anna*' }, 'agent: must be empty or *'],
	])('with %j is refused, by the column that it has', (more, expected) => {
		expect(problemsOf([row({ start: '', end: '', ...more })])[0]).toContain(`row 1, ${expected}`);
	});

	it.each<[string, Row, string[]]>([
		['no number', row({ needed: '' }), ['row 1, needed: is empty: write how many agents are needed, such as 3']],
		[
			'a word',
			row({ needed: 'three' }),
			['row 1, needed: "three" is not a number of agents: write a whole number, such as 3'],
		],
		[
			'a fraction',
			row({ needed: 1.5 }),
			['row 1, needed: "1.5" is not a number of agents: write a whole number, such as 3'],
		],
		[
			'less than nothing',
			row({ needed: -1 }),
			['row 1, needed: "-1" is not a number of agents: write a whole number, such as 3'],
		],
		[
			'an agent',
			row({ agent: 'anna' }),
			['row 1, agent: must be empty or *: a row of kind needed is about a number of agents'],
		],
		['no times', row({ start: '', end: '' }), ['row 1, start: is empty: write when it starts, such as 09:00']],
		[
			'a wrong time in until',
			{ kind: 'needed', days: 'Mon', from: '09:00', until: '09:00', needed: 1 },
			[expect.stringContaining('row 1, until: ends when it starts') as string],
		],
	])('is refused with %s', (_, given, problems) => {
		expect(problemsOf([given])).toEqual(expect.arrayContaining(problems));
	});
});
