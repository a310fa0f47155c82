import { connecteam, deputy, genesys, iso, teams, unix, whenIWork } from './serviceItems';
import { problems, read, states, told } from './states';

const day = ['07:59', '08:00', '11:59', '12:00', '12:29', '12:30', '15:59', '16:00'] as const;
const withLunch = [
	...['07:59 offline', '08:00 available', '11:59 available', '12:00 break', '12:29 break'],
	...['12:30 available', '15:59 available', '16:00 offline'],
];

it.each<[string, object, string, string]>([
	['deputy', deputy({}), '12', 'Anna Kowalska'],
	['connecteam', connecteam({}), '7', '7'],
	['connecteam', { data: { shifts: [connecteam({})] } }, '7', '7'],
	['genesys', genesys({}), 'u9', 'Ewa'],
	['genesys', { weekDate: '2026-11-02', published: true, agentSchedules: [genesys({})] }, 'u9', 'Ewa'],
	['genesys', { userSchedules: { u9: { ...genesys({}), user: undefined } } }, 'u9', 'u9'],
])('a shift of %s has its break', (service, item, id, name) => {
	const roster = read([{ ...item }]);

	expect([roster.service, problems(roster)]).toEqual([service, []]);
	expect(states(roster, id, ...day)).toEqual(withLunch);
	expect(roster.schedule.agents).toMatchObject([{ id, name }]);
});

it('a shift of Teams has its activities', () => {
	const roster = read([teams({})]);

	expect([roster.service, problems(roster)]).toEqual(['teamsShifts', []]);
	expect(states(roster, 'u1', '08:00', '12:15', '12:30', '14:30', '15:30', '16:00')).toEqual([
		...['08:00 available', '12:15 break', '12:30 available', '14:30 busy', '15:30 available', '16:00 offline'],
	]);
	expect(read([{ value: [teams({}), teams({ id: 'SHFT_2', userId: 'u2' })] }]).schedule.agents).toHaveLength(2);
});

it('a shift of When I Work has a user of the same answer, and a break without a time is told', () => {
	const roster = read([
		{
			shifts: [whenIWork({ break_time: 0.5 })],
			users: [{ id: 101, first_name: 'Anna', last_name: 'Kowalska', email: 'anna@example.com' }],
			positions: [{ id: 4, name: 'Phones' }],
		},
	]);

	expect([roster.service, problems(roster)]).toEqual(['whenIWork', []]);
	expect(roster.schedule.agents).toMatchObject([{ id: 'anna@example.com', name: 'Anna Kowalska' }]);
	expect(states(roster, 'anna@example.com', '08:00', '16:00')).toEqual(['08:00 available', '16:00 offline']);
	expect(told(roster)).toContain('1 shift has a break of which When I Work gives the length but not the time');
});

it.each<[string, object, string]>([
	[
		'an open shift of Teams',
		{ id: 'OPNSHFT', sharedOpenShift: { openSlotCount: 2 }, draftOpenShift: null },
		'1 open shift',
	],
	['a draft of Teams', teams({ draftShift: teams({}).sharedShift, sharedShift: null }), '1 draft'],
	['a deleted shift of Teams', teams({ sharedShift: null }), '1 deleted shift'],
	['a shift of Teams that is to be deleted', teams({ isStagedForDeletion: true }), '1 shift marked for deletion'],
	['an open shift of Deputy', deputy({ Open: true, Employee: 0 }), '1 open shift'],
	['a draft of Deputy', deputy({ Published: false }), '1 draft'],
	['an unassigned shift of Deputy', deputy({ Employee: 0 }), '1 unassigned shift'],
	['an open shift of Connecteam', connecteam({ isOpenShift: true, assignedUserIds: [] }), '1 open shift'],
	['a draft of Connecteam', connecteam({ isPublished: false }), '1 draft'],
	['an open shift of When I Work', whenIWork({ user_id: 0 }), '1 open shift'],
	['a draft of When I Work', whenIWork({ published: false }), '1 draft'],
	['a deleted shift of When I Work', whenIWork({ is_deleted: true }), '1 deleted shift'],
	['an unpublished week of Genesys', { published: false, agentSchedules: [genesys({})] }, '1 draft'],
])('%s is left out and counted', (_, item, words) => {
	const roster = read([{ ...item }]);

	expect([problems(roster), roster.schedule.rules, roster.doubted]).toEqual([[], [], new Set()]);
	expect(told(roster)).toContain(`Left out: ${words}.`);
});

it.each<[string, object, string]>([
	[
		'Teams',
		teams({ sharedShift: { displayName: 'Day', startDateTime: 'soon', endDateTime: iso('16:00') } }),
		'"soon" is not a date and time',
	],
	[
		'Teams, with an activity that nobody knows',
		teams({
			sharedShift: {
				...{ startDateTime: iso('08:00'), endDateTime: iso('16:00') },
				activities: [{ startDateTime: iso('09:00'), endDateTime: iso('10:00'), displayName: 'Desk 3' }],
			},
		}),
		'"Desk 3" whether it is work. Add it to \'Words Mean\'',
	],
	['Deputy', deputy({ EndTime: 'late' }), '"late" is not a date and time'],
	['Connecteam', connecteam({ timezone: 'Nowhere/City' }), 'its time zone'],
	['When I Work', whenIWork({ end_time: '2026-11-03 17:00' }), 'is not a date and time'],
	[
		'Genesys, with a code that nobody knows',
		genesys({}, { activities: [{ startDate: iso('08:00'), lengthMinutes: 60, activityCodeId: '17' }] }),
		'activity code "17"',
	],
])('a shift of %s that cannot be read holds back its own agent alone', (_, item, words) => {
	const roster = read([{ ...item }]);

	expect(problems(roster)).toEqual([expect.stringContaining(words)]);
	expect(roster.doubted).toEqual(new Set(roster.schedule.agents.map(({ id }) => id)));
	expect(roster.schedule.agents).toHaveLength(1);
});

it('a time off of Teams is an absence with its reason', () => {
	const off = {
		...{ id: 'TOFF_1', userId: 'u1', draftTimeOff: null },
		sharedTimeOff: { timeOffReasonId: 'TOR_1', startDateTime: iso('10:00'), endDateTime: '2026-11-10T10:00:00Z' },
	};
	const reason = { id: 'TOR_1', displayName: 'Parental leave', iconType: 'doctor', isActive: true };
	const roster = read([teams({}), off, reason]);

	expect(states(roster, 'u1', '09:00', '11:00')).toEqual(['09:00 available', '11:00 offline']);
	expect(roster.schedule.rules.find(({ layer }) => layer === 'override')).toMatchObject({ reason: 'Parental leave' });
});

it('a day off of Genesys is a whole day, and codes are known by their list or by the form', () => {
	const marker = { businessUnitDate: '2026-11-03', lengthMinutes: 480, description: 'PTO', activityCodeId: '5' };
	expect(states(read([genesys({ fullDayTimeOffMarkers: [marker] })]), 'u9', '09:00')).toEqual(['09:00 offline']);
	const coded = genesys({}, { activities: [{ startDate: iso('12:00'), lengthMinutes: 30, activityCodeId: '2' }] });
	const codes = { entities: [{ id: '2', name: 'Essen', category: 'Meal' }] };
	expect(states(read([coded, codes]), 'u9', ...day)).toEqual(withLunch);
	expect(states(read([coded], { words: new Map([['2', 'break']]) }), 'u9', ...day)).toEqual(withLunch);
});

it('a rejected shift of Connecteam is nobody’s, and times are those of its zone', () => {
	const statuses = [{ status: 'rejected', userId: 7 }];
	expect(told(read([connecteam({ statuses })]))).toContain('1 shift that was declined');
	const roster = read([connecteam({ statuses, assignedUserIds: [7, 8], timezone: 'America/New_York', breaks: [] })]);
	expect(roster.schedule.agents).toMatchObject([{ id: '8', zone: 'America/New_York' }]);
});

it('two people of one name are refused where the agent is the name', () => {
	const other = deputy({ Employee: 13, Id: 2 });
	const roster = read([deputy({}), other], { agentIs: 'name' });

	expect(roster.problems).toEqual([
		{
			...{ row: 1, column: '' },
			problem: `is about "Anna Kowalska", which is the name of several people. Choose the email address or the ID in 'Agent Is'`,
		},
	]);
	expect(roster.doubted).toEqual(new Set(['Anna Kowalska']));
	expect(read([deputy({}), other]).schedule.agents.map(({ id }) => id)).toEqual(['12', '13']);
});

it('breaks of two shifts of one name on one day are each in its own', () => {
	const [first, second] = [
		{ StartTime: unix('05:00'), EndTime: unix('09:00'), Slots: [{ strType: 'B', intStart: 3600, intEnd: 5400 }] },
		{ StartTime: unix('12:00'), EndTime: unix('16:00'), Slots: [{ strType: 'B', intStart: 7200, intEnd: 9000 }] },
	];
	const roster = read([deputy(first), deputy({ ...second, Id: 2 })]);

	expect(states(roster, '12', '06:15', '07:15', '13:15', '14:15')).toEqual([
		...['06:15 break', '07:15 available', '13:15 available', '14:15 break'],
	]);
});

it('work by the clock for years is refused, and holds its people back', () => {
	const roster = read([connecteam({ endTime: Date.parse('2030-01-01T00:00Z') / 1000 })]);

	expect(problems(roster)).toEqual(['item 1 cannot be read: it lasts more than 400 days']);
	expect(roster.doubted).toEqual(new Set(['7']));
	expect(problems(read([connecteam({ endTime: unix('08:00') + 400 * 86_400 })]))).toEqual([]);
});
