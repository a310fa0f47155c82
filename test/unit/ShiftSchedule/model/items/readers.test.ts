import type { Found, ItemService, Pause } from '../../../../../nodes/ShiftSchedule/model/items/found';
import { rosterOfServiceItems, type ItemOptions } from '../../../../../nodes/ShiftSchedule/model/items/itemsRoster';
import { entriesIn, itemServices, serviceOfItems } from '../../../../../nodes/ShiftSchedule/model/items/services';
import { wordReader } from '../../../../../nodes/ShiftSchedule/model/items/activityWords';
import { createZoneClock } from '../../../../../nodes/ShiftSchedule/model/calendar/zone';
import { zoneNamed } from '../../../../../nodes/ShiftSchedule/model/calendar/zoneName';
import type { Row } from '../make';
import { problems, read, told } from './states';

const iso = (time: string): string => `2026-11-03T${time}:00Z`;
const at = (time: string): number => Date.parse(iso(time));
const unix = (time: string): number => at(time) / 1000;
const tools = {
	...{ zone: 'Europe/Warsaw', zoneNamed, clockIn: createZoneClock, ...wordReader(new Map()), names: new Map() },
	...({ eventOwner: 'attendees', eventsAre: 'work' } as const),
};

function serviceNamed(id: string): ItemService {
	const found = itemServices.find((one) => one.id === id);
	if (found === undefined) throw new Error(id);
	return found;
}

/** What one entry alone says. */
const foundIn = (id: string, entry: Row, answer: Row = entry): Found[] => serviceNamed(id).read(entry, tools, answer);

const pause = (start: string, end: string, more: Partial<Pause> = {}): Pause => ({
	...{ start: at(start), end: at(end), state: 'break', name: 'Break' },
	...more,
});

describe('Deputy', () => {
	const shift = { StartTime: unix('08:00'), EndTime: unix('16:00'), Employee: 12, OperationalUnit: 3 };
	const inSlots = (...slots: object[]) => foundIn('deputy', { ...shift, Slots: slots });

	it.each<[string, object, Pause]>([
		['from the start', { intStart: 3600, intEnd: 5400 }, pause('09:00', '09:30')],
		['to the nearest minute', { intStart: 3629, intEnd: 5370 }, pause('09:00', '09:30')],
		['in Unix time', { intUnixStart: unix('12:00'), intUnixEnd: unix('12:15') }, pause('12:00', '12:15')],
		[
			'in Unix time, where both are there',
			{ intUnixStart: unix('12:00'), intUnixEnd: unix('12:15'), intStart: 3600, intEnd: 5400 },
			pause('12:00', '12:15'),
		],
		[
			'from the start, where Unix time says nothing',
			{ intUnixStart: 0, intUnixEnd: 0, intStart: 3600, intEnd: 5400 },
			pause('09:00', '09:30'),
		],
		[
			'from the start, where Unix time has no length',
			{ intUnixStart: unix('12:00'), intUnixEnd: unix('12:00'), intStart: 3600, intEnd: 5400 },
			pause('09:00', '09:30'),
		],
		['with its name', { intStart: 0, intEnd: 60, strTypeName: 'Rest' }, pause('08:00', '08:01', { name: 'Rest' })],
	])('has breaks %s', (_, slot, expected) => {
		expect(inSlots({ strType: 'B', ...slot })).toMatchObject([{ kind: 'work', pauses: [expected] }]);
	});

	it.each<[string, object]>([
		['without a length', { intStart: 3600, intEnd: 3600 }],
		['that ends before it starts', { intStart: 3600, intEnd: 60 }],
		['without times', {}],
		['without an end', { intStart: 3600 }],
		['whose start is text', { intStart: 'x', intEnd: 60 }],
	])('a break %s cannot be read', (_, slot) => {
		expect(inSlots({ strType: 'B', ...slot })).toMatchObject([
			{ kind: 'unread', people: [{ id: '12' }], problem: 'its break has no time that can be read' },
		]);
	});

	it('other slots are not breaks', () => {
		expect(inSlots({ strType: 'W', intStart: 'x' })).toMatchObject([{ kind: 'work', pauses: [] }]);
	});

	it.each<[string, object, boolean]>([
		['a break of half an hour', { Mealbreak: '2026-11-03T00:30:00+01:00' }, true],
		['no break', { Mealbreak: '2026-11-03T00:00:00+01:00' }, false],
		['nothing about breaks', {}, false],
		[
			'a break with its time',
			{ Mealbreak: '2026-11-03T00:30:00+01:00', Slots: [{ strType: 'B', intStart: 0, intEnd: 60 }] },
			false,
		],
	])('a shift may have %s', (_, more, hasBreakSomewhere) => {
		expect(foundIn('deputy', { ...shift, ...more })).toMatchObject([{ hasBreakSomewhere }]);
	});

	it('has its unit as the title, and its employee', () => {
		const about = {
			EmployeeInfo: { Email: 'anna@x.com', DisplayName: 'Anna' },
			OperationalUnitInfo: { OperationalUnitName: 'Phones' },
		};
		expect(foundIn('deputy', { ...shift, _DPMetaData: about })).toEqual([
			{
				...{ kind: 'work', people: [{ id: '12', email: 'anna@x.com', name: 'Anna' }], state: 'available' },
				...{ span: { kind: 'timed', start: at('08:00'), end: at('16:00') }, pauses: [] },
				...{ title: 'Phones', hasBreakSomewhere: false },
			},
		]);
	});

	it.each(['StartTime', 'EndTime', 'Employee', 'OperationalUnit'])('is not a shift without %s', (name) => {
		const { [name]: _, ...rest } = shift as Row;
		expect(serviceNamed('deputy').isEntry(rest)).toBe(false);
	});
});

describe('Connecteam', () => {
	const shift = { startTime: unix('08:00'), endTime: unix('16:00'), assignedUserIds: [7] };
	const withBreak = (more: object) =>
		foundIn('connecteam', { ...shift, breaks: [{ startTime: 780, duration: 30, ...more }] });

	it('has breaks by the minute of the day, by the clock of the schedule where it names no zone', () => {
		expect(withBreak({})).toEqual([
			{
				...{ kind: 'work', people: [{ id: '7', email: '', name: '' }], title: '', state: 'available' },
				span: { kind: 'timed', start: at('08:00'), end: at('16:00') },
				...{ pauses: [pause('12:00', '12:30')], hasBreakSomewhere: false },
			},
		]);
		expect(withBreak({ name: 'Lunch' })).toMatchObject([{ pauses: [{ name: 'Lunch' }] }]);
		expect(foundIn('connecteam', { ...shift, title: 'Early' })).toMatchObject([{ title: 'Early', pauses: [] }]);
		// 09:00 in Warsaw is the start; the minute before it is on the next day.
		expect(withBreak({ startTime: 540 })).toMatchObject([{ pauses: [{ start: at('08:00') }] }]);
		expect(withBreak({ startTime: 539 })).toMatchObject([{ pauses: [{ start: at('07:59') + 86_400_000 }] }]);
		expect(withBreak({ startTime: 1440 })).toMatchObject([{ pauses: [{ start: at('23:00') }] }]);
	});

	it.each<object>([
		{ startTime: 1441 },
		{ startTime: '780' },
		{ duration: 0 },
		{ duration: -1 },
		{ duration: '30' },
		{ duration: undefined },
	])('a break with %j cannot be read', (more) => {
		expect(withBreak(more)).toMatchObject([
			{ kind: 'unread', people: [{ id: '7' }], problem: 'its break has no time that can be read' },
		]);
	});

	it.each<[string, object, string]>([
		['open', { assignedUserIds: [], isOpenShift: true }, 'open'],
		['for nobody', { assignedUserIds: [] }, 'unassigned'],
		['for nobody, in empty ids', { assignedUserIds: ['', null] }, 'unassigned'],
		['not published', { isPublished: false, assignedUserIds: [] }, 'draft'],
		['rejected', { statuses: [{ status: 'rejected', assignedUserId: 7 }] }, 'declined'],
		['rejected, under the other name', { statuses: [{ status: 'rejected', userId: 7 }] }, 'declined'],
	])('a shift that is %s is left out', (_, more, why) => {
		expect(foundIn('connecteam', { ...shift, ...more })).toEqual([{ kind: 'leftOut', why }]);
	});

	it('whoever accepted works', () => {
		const statuses = [{ status: 'accepted', userId: 7 }];
		expect(foundIn('connecteam', { ...shift, statuses })).toMatchObject([{ kind: 'work', people: [{ id: '7' }] }]);
	});

	it('has a zone that is known', () => {
		expect(foundIn('connecteam', { ...shift, timezone: 'America/New_York' })).toMatchObject([
			{ zone: 'America/New_York' },
		]);
		expect(foundIn('connecteam', { ...shift, startTime: 'x' })).toMatchObject([
			{ kind: 'unread', problem: 'its start "x" is not a date and time' },
		]);
	});

	it.each(['startTime', 'endTime', 'assignedUserIds'])('is not a shift without %s', (name) => {
		const { [name]: _, ...rest } = shift as Row;
		expect(serviceNamed('connecteam').isEntry(rest)).toBe(false);
		expect(serviceNamed('connecteam').isEntry({ ...shift, assignedUserIds: 7 })).toBe(false);
	});
});

describe('When I Work', () => {
	const shift = { user_id: 101, location_id: 3, start_time: iso('08:00'), end_time: iso('16:00') };
	const withBreaks = (...breaks: object[]) => foundIn('whenIWork', { ...shift, breaks });

	it('has breaks with times, or with a start and a length in seconds', () => {
		expect(
			withBreaks(
				{ start_time: iso('10:00'), end_time: iso('10:15') },
				{ start_time: iso('12:00'), length: 1800 },
				{ start_time: iso('14:00'), end_time: iso('14:10'), length: 1800 },
			),
		).toMatchObject([
			{
				pauses: [pause('10:00', '10:15'), pause('12:00', '12:30'), pause('14:00', '14:10')],
				hasBreakSomewhere: false,
			},
		]);
	});

	it.each<[string, object]>([
		['a length', { length: 1800 }],
		['a start', { start_time: iso('12:00') }],
		['a start and a length of nothing', { start_time: iso('12:00'), length: 0 }],
		['a start and a length as text', { start_time: iso('12:00'), length: '1800' }],
		['an end', { end_time: iso('12:00') }],
	])('tells of a break that has only %s', (_, one) => {
		const timed = { start_time: iso('10:00'), end_time: iso('10:15') };
		expect(withBreaks(timed, one)).toMatchObject([{ pauses: [{}], hasBreakSomewhere: true }]);
	});

	it.each<[object, boolean]>([
		[{ break_time: 0.5 }, true],
		[{ break_time: '0.5' }, true],
		[{ break_time: 0 }, false],
		[{}, false],
		[{ break_time: 0.5, breaks: [{ start_time: iso('12:00'), length: 1800 }] }, false],
	])('with %j has an untimed break: %s', (more, hasBreakSomewhere) => {
		expect(foundIn('whenIWork', { ...shift, ...more })).toMatchObject([{ hasBreakSomewhere }]);
	});

	it.each<[object, string]>([
		[{ is_deleted: true }, 'deleted'],
		[{ deleted: 1 }, 'deleted'],
		[{ is_open: true }, 'open'],
		[{ is_open: 1 }, 'open'],
		[{ user_id: 0 }, 'open'],
		[{ user_id: '' }, 'open'],
		[{ published: false }, 'draft'],
		[{ published: 0 }, 'draft'],
	])('with %j is left out', (more, why) => {
		expect(foundIn('whenIWork', { ...shift, ...more })).toEqual([{ kind: 'leftOut', why }]);
	});

	it.each<object>([{ is_deleted: 0, deleted: false, is_open: 0, published: 1 }, { published: true }, {}])(
		'with %j is a shift',
		(more) => {
			expect(foundIn('whenIWork', { ...shift, ...more })).toMatchObject([{ kind: 'work' }]);
		},
	);

	it('has the user and the position of its answer', () => {
		const answer = {
			users: [{ id: 1 }, { id: 101, first_name: 'Anna', last_name: '', email: 'anna@x.com' }],
			positions: [
				{ id: 1, name: 'Other' },
				{ id: 4, name: 'Phones' },
			],
		};
		expect(foundIn('whenIWork', { ...shift, position_id: 4 }, answer)).toEqual([
			{
				...{ kind: 'work', people: [{ id: '101', email: 'anna@x.com', name: 'Anna' }], title: 'Phones' },
				...{ state: 'available', span: { kind: 'timed', start: at('08:00'), end: at('16:00') } },
				...{ pauses: [], hasBreakSomewhere: false },
			},
		]);
		expect(foundIn('whenIWork', { ...shift, position_id: 9 }, { ...answer, users: [] })).toMatchObject([
			{ people: [{ id: '101', email: '', name: '' }], title: '' },
		]);
	});

	it.each(['location_id', 'position_id', 'account_id', 'site_id', 'break_time', 'published'])(
		'is known by %s beside its user and times',
		(name) => {
			const { location_id: _, ...rest } = shift;
			const isEntry = (entry: Row) => serviceNamed('whenIWork').isEntry(entry);
			expect(isEntry({ ...rest, [name]: 1 })).toBe(true);
			expect(isEntry(rest)).toBe(false);
			for (const needed of Object.keys(rest)) {
				const { [needed]: _, ...less } = { ...rest, [name]: 1 } as Row;
				expect(isEntry(less)).toBe(false);
			}
		},
	);
});

describe('Genesys Cloud WFM', () => {
	const shift = { startDate: iso('08:00'), lengthMinutes: 480 };
	const schedule = (more: object, ofShift: object = {}) => ({
		...{ user: { id: 'u9', name: 'Ewa', email: 'ewa@x.com' }, shifts: [{ ...shift, ...ofShift }] },
		...more,
	});
	const inActivity = (activity: object) =>
		foundIn('genesys', schedule({}, { activities: [{ startDate: iso('12:00'), lengthMinutes: 30, ...activity }] }));

	it.each<[object, Partial<Pause>[]]>([
		[{ activityCategory: 'Meal' }, [{ state: 'break', name: 'Meal' }]],
		[{ activityCategory: 'Break' }, [{ state: 'break' }]],
		[{ activityCategory: 'Meeting' }, [{ state: 'busy' }]],
		[{ activityCategory: 'Training' }, [{ state: 'busy' }]],
		[{ activityCategory: 'OffQueueWork' }, [{ state: 'busy' }]],
		[{ activityCategory: 'TimeOff' }, [{ state: 'offline' }]],
		[{ activityCategory: 'Unavailable' }, [{ state: 'offline' }]],
		[{ activityCategory: 'Unscheduled' }, [{ state: 'offline' }]],
		[{ activityCategory: 'OnQueueWork' }, []],
		[{ activityCategory: 'Meal', description: 'Lunch' }, [{ state: 'break', name: 'Lunch' }]],
		[{ description: 'Team meeting' }, [{ state: 'busy', name: 'Team meeting' }]],
		[{ activityCodeId: 'lunch' }, [{ state: 'break', name: 'code lunch' }]],
		[{ activityCodeId: '7', description: 'Coaching' }, [{ state: 'busy', name: 'Coaching' }]],
		[{ activityCodeId: '7', description: 'Phones' }, []],
	])('an activity with %j', (activity, pauses) => {
		expect(inActivity(activity)).toMatchObject([{ kind: 'work', pauses }]);
	});

	it.each<[object, string]>([
		[
			{ activityCodeId: '17' },
			`it is not clear what its activity code "17" means. Add the code to 'Words Mean', or give the node the activity codes of the business unit as items, too`,
		],
		[{ description: 'Blue' }, 'it is not clear what its activity code "" means'],
		[{ activityCategory: 'Meal', startDate: 'x' }, 'in an activity its start "x" is not a date and time'],
		[{ activityCategory: 'Meal', lengthMinutes: 'x' }, 'in an activity its end has no length'],
		[{ activityCategory: 'Meal', lengthMinutes: 0 }, 'in an activity it ends when it starts, or before'],
	])('with an activity of %j cannot be read', (activity, words) => {
		expect(inActivity(activity)).toMatchObject([
			{ kind: 'unread', people: [{ id: 'u9' }], problem: expect.stringContaining(words) as string },
		]);
	});

	it.each<[object, string]>([
		[{ lengthMinutes: undefined }, 'its end has no length'],
		[{ startDate: '' }, 'its start is missing'],
		[{ lengthMinutes: -5 }, 'it ends when it starts, or before'],
	])('a shift with %j cannot be read', (more, words) => {
		expect(foundIn('genesys', schedule({}, more))).toMatchObject([{ kind: 'unread', problem: words }]);
	});

	it('a length is rounded to minutes, under either name', () => {
		const span = { kind: 'timed', start: at('08:00'), end: at('09:00') };
		expect(foundIn('genesys', schedule({}, { lengthMinutes: 59.6 }))).toMatchObject([{ span }]);
		const other = schedule({}, { lengthMinutes: undefined, lengthInMinutes: 60 });
		expect(foundIn('genesys', other)).toMatchObject([{ span }]);
		expect(serviceNamed('genesys').isEntry(schedule({ shifts: [{ startDate: 'x', lengthInMinutes: 1 }] }))).toBe(
			true,
		);
		expect(serviceNamed('genesys').isEntry(schedule({ shifts: [{ startDate: 'x' }] }))).toBe(false);
		expect(serviceNamed('genesys').isEntry({ shifts: [shift] })).toBe(false);
		expect(serviceNamed('genesys').isEntry({ shifts: [shift], userId: 'u' })).toBe(true);
		expect(serviceNamed('genesys').isEntry({ id: '2', name: 'Essen', category: 'Meal' })).toBe(true);
		expect(serviceNamed('genesys').isEntry({ id: '2', name: 'Essen', category: 'Food' })).toBe(false);
		expect(serviceNamed('genesys').isEntry({ id: '2', category: 'Meal' })).toBe(false);
		expect(serviceNamed('genesys').isEntry({ name: 'Essen', category: 'Meal' })).toBe(false);
	});

	it('has its user, its title, and the zone of the business unit', () => {
		const found = {
			...{ kind: 'work', people: [{ id: 'u9', email: 'ewa@x.com', name: 'Ewa' }], title: 'Early' },
			...{ state: 'available', span: { kind: 'timed', start: at('08:00'), end: at('16:00') } },
			...{ pauses: [], hasBreakSomewhere: false },
		};
		const entry = schedule({}, { description: 'Early' });
		expect(foundIn('genesys', entry)).toEqual([found]);
		expect(foundIn('genesys', entry, { businessUnitTimeZone: 'America/New_York' })).toEqual([
			{ ...found, zone: 'America/New_York' },
		]);
		// Times are moments: a zone that nobody knows does no harm.
		expect(foundIn('genesys', entry, { businessUnitTimeZone: 'Nowhere' })).toEqual([found]);
		expect(foundIn('genesys', { ...entry, user: undefined, userId: 'u1' })).toMatchObject([
			{ people: [{ id: 'u1', email: '', name: '' }] },
		]);
	});

	it.each<[object, object, string]>([
		[{ user: {} }, {}, 'unassigned'],
		[{}, { published: false }, 'draft'],
		[{}, { result: { published: false } }, 'draft'],
	])('with %j in %j is left out', (more, answer, why) => {
		expect(foundIn('genesys', schedule(more), { ...answer })).toEqual([{ kind: 'leftOut', why }]);
	});

	it('a day off is a whole day, under either name of its date', () => {
		const marked = (marker: object) =>
			foundIn('genesys', schedule({ shifts: [], fullDayTimeOffMarkers: [marker] }));
		const away = {
			...{ kind: 'away', people: [{ id: 'u9', email: 'ewa@x.com', name: 'Ewa' }], title: 'time off' },
			...{
				state: 'offline',
				span: { kind: 'days', first: 20760, count: 1 },
				pauses: [],
				hasBreakSomewhere: false,
			},
		};
		expect(marked({ businessUnitDate: '2026-11-03' })).toEqual([away]);
		expect(marked({ managementUnitDate: '2026-11-03' })).toEqual([away]);
		expect(marked({ managementUnitDate: '2026-11-03', description: 'PTO' })).toEqual([{ ...away, title: 'PTO' }]);
		expect(marked({ businessUnitDate: 'x' })).toMatchObject([
			{ kind: 'unread', problem: 'in a day off its start is not a date' },
		]);
	});
});

describe('Microsoft Teams Shifts', () => {
	const shared = { displayName: 'Day', startDateTime: iso('08:00'), endDateTime: iso('16:00') };
	const shift = { userId: 'u1', sharedShift: shared, draftShift: null };
	const withActivity = (activity: object) =>
		foundIn('teamsShifts', {
			...shift,
			sharedShift: {
				...shared,
				activities: [{ startDateTime: iso('12:00'), endDateTime: iso('12:30'), ...activity }],
			},
		});

	it.each<[object, string]>([
		[{ ...shift, isActive: false }, 'deleted'],
		[{ ...shift, sharedShift: { ...shared, isActive: false } }, 'deleted'],
		[{ ...shift, sharedShift: null }, 'deleted'],
		[{ ...shift, sharedShift: null, draftShift: shared }, 'draft'],
		[{ ...shift, isStagedForDeletion: true }, 'markedForDeletion'],
		[{ ...shift, userId: '' }, 'unassigned'],
		[{ draftOpenShift: shared, sharedShift: null }, 'open'],
		[{ sharedOpenShift: shared }, 'open'],
		[{ draftTimeOff: shared, sharedTimeOff: null }, 'draft'],
		[{ sharedTimeOff: null }, 'deleted'],
	])('%j is left out', (entry, why) => {
		expect(serviceNamed('teamsShifts').isEntry({ ...entry })).toBe(true);
		expect(foundIn('teamsShifts', { ...entry })).toEqual([{ kind: 'leftOut', why }]);
	});

	it('activities are by their name or their code', () => {
		const lunch = pause('12:00', '12:30', { name: 'Lunch' });
		expect(withActivity({ displayName: 'Lunch', code: 'Phones' })).toMatchObject([
			{ title: 'Day', pauses: [lunch] },
		]);
		expect(withActivity({ code: 'Lunch' })).toMatchObject([{ pauses: [lunch] }]);
		expect(withActivity({ displayName: 'Phones' })).toMatchObject([{ pauses: [] }]);
		expect(withActivity({ displayName: 'Lunch', endDateTime: 'x' })).toMatchObject([
			{
				kind: 'unread',
				people: [{ id: 'u1' }],
				problem: 'in the activity "Lunch" its end "x" is not a date and time',
			},
		]);
	});

	it('a time off without a reason is one', () => {
		expect(foundIn('teamsShifts', { userId: 'u1', sharedTimeOff: shared })).toEqual([
			{
				...{ kind: 'away', people: [{ id: 'u1', email: '', name: '' }], title: 'time off', state: 'offline' },
				...{ span: { kind: 'timed', start: at('08:00'), end: at('16:00') } },
				...{ pauses: [], hasBreakSomewhere: false },
			},
		]);
	});

	it('a reason is not an entry of its own', () => {
		expect(foundIn('teamsShifts', { id: 'r', displayName: 'Sick', iconType: 'x' })).toEqual([]);
		expect(serviceNamed('teamsShifts').isEntry({ id: 'r', displayName: 'Sick', iconType: 'x' })).toBe(true);
		expect(serviceNamed('teamsShifts').isEntry({ id: 'r', displayName: 'Sick' })).toBe(false);
		expect(serviceNamed('teamsShifts').isEntry({ id: 'r', iconType: 'x' })).toBe(false);
	});
});

describe('on-call services', () => {
	const period = { startDate: iso('08:00'), endDate: iso('16:00') };
	const span = { kind: 'timed', start: at('08:00'), end: at('16:00') };
	const duty = { kind: 'work', state: 'available', span, pauses: [], hasBreakSomewhere: false };
	const anna = { id: 'o1', type: 'user', username: 'anna@x.com' };

	it('Opsgenie: a period of a person', () => {
		const person = { id: 'o1', email: 'anna@x.com', name: 'anna@x.com' };
		expect(foundIn('opsgenie', { name: 'Days', periods: [{ ...period, recipient: anna }] })).toEqual([
			{ ...duty, title: 'Days', people: [person] },
		]);
		expect(foundIn('opsgenie', { ...period, recipient: { ...anna, name: 'Anna' } })).toEqual([
			{ ...duty, title: '', people: [{ id: 'o1', email: '', name: 'Anna' }] },
		]);
		// Who it is in the end, and not the team.
		const flattened = { ...period, recipient: { type: 'team' }, flattenedRecipients: [anna] };
		expect(foundIn('opsgenie', flattened)).toMatchObject([{ people: [person] }]);
		expect(foundIn('opsgenie', { ...period, recipient: { type: 'team' } })).toEqual([
			{ kind: 'leftOut', why: 'noPerson' },
		]);
		expect(foundIn('opsgenie', { ...period, recipient: {} })).toEqual([{ kind: 'leftOut', why: 'unassigned' }]);
	});

	it.each<[object, boolean]>([
		[{ ...period, recipient: {} }, true],
		[{ ...period, flattenedRecipients: [] }, true],
		[{ periods: [{ ...period, recipient: {} }] }, true],
		[period, false],
		[{ startDate: 'x', recipient: {} }, false],
		[{ endDate: 'x', recipient: {} }, false],
		[{ periods: [period] }, false],
		[{ periods: [{ ...period, recipient: {} }, period] }, false],
		[{ periods: {} }, false],
	])('Opsgenie: %j is a period or several: %s', (entry, is) => {
		expect(serviceNamed('opsgenie').isEntry({ ...entry })).toBe(is);
	});

	it('Grafana OnCall: a shift, with the name of its schedule', () => {
		const shift = { shift_start: iso('08:00'), shift_end: iso('16:00') };
		const user = { user_pk: 'U1', user_email: 'anna@x.com', user_username: 'anna' };
		expect(foundIn('grafanaOnCall', { ...shift, ...user }, { schedule: { name: 'Days' } })).toEqual([
			{ ...duty, title: 'Days', people: [{ id: 'U1', email: 'anna@x.com', name: 'anna' }] },
		]);
		const isEntry = (entry: object) => serviceNamed('grafanaOnCall').isEntry({ ...entry });
		expect([
			isEntry({ ...shift, user_pk: 1 }),
			isEntry({ ...shift, user_email: 1 }),
			isEntry(shift),
			isEntry({ shift_start: 1, user_pk: 1 }),
			isEntry({ shift_end: 1, user_pk: 1 }),
		]).toEqual([true, true, false, false, false]);
		expect(foundIn('grafanaOnCall', shift)).toEqual([{ kind: 'leftOut', why: 'unassigned' }]);
		expect(foundIn('grafanaOnCall', { ...user, shift_start: 'x' })).toMatchObject([
			{ kind: 'unread', people: [{ id: 'U1' }], problem: 'its start "x" is not a date and time' },
		]);
	});

	describe('PagerDuty', () => {
		const user = { id: 'P1', type: 'user', name: 'Anna', email: 'anna@x.com' };
		const entry = { start: iso('08:00'), end: iso('16:00'), user };

		it.each<[object, object, string]>([
			[{ schedule: { summary: 'One' } }, { schedule: { name: 'Two' } }, 'One'],
			[{}, { schedule: { name: 'Two' }, name: 'Three' }, 'Two'],
			[{ escalation_policy: { summary: 'Four' } }, { name: 'Three' }, 'Three'],
			[{ escalation_policy: { summary: 'Four' } }, {}, 'Four'],
			[{}, {}, ''],
		])('with %j in %j is called %s', (more, answer, title) => {
			expect(foundIn('pagerDuty', { ...entry, ...more }, { ...answer })).toEqual([
				{ ...duty, title, people: [{ id: 'P1', email: 'anna@x.com', name: 'Anna' }] },
			]);
		});

		it('has its user by the summary, as answers with references have it', () => {
			expect(foundIn('pagerDuty', { ...entry, user: { ...user, summary: 'Anna K' } })).toMatchObject([
				{ people: [{ id: 'P1', name: 'Anna K' }] },
			]);
		});

		it('is of a user, with a start and an end', () => {
			const isEntry = (one: object) => serviceNamed('pagerDuty').isEntry({ ...one });
			expect([
				isEntry(entry),
				isEntry({ ...entry, user: { type: 'user_reference' } }),
				isEntry({ ...entry, user: { type: 'team' } }),
				isEntry({ ...entry, user: { type: 'a user' } }),
				isEntry({ ...entry, user: null }),
				isEntry({ start: 1, user }),
				isEntry({ end: 1, user }),
			]).toEqual([true, true, false, false, false, false, false]);
		});

		it.each<[object, object]>([
			[
				{ start: null, end: null },
				{ kind: 'work', span: { kind: 'always' } },
			],
			[
				{ start: undefined, end: undefined },
				{ kind: 'work', span: { kind: 'always' } },
			],
			[{ start: null }, { kind: 'unread', problem: 'its start is missing' }],
			[{ end: null }, { kind: 'unread', problem: 'its end is missing' }],
			[
				{ start: null, end: null, user: {} },
				{ kind: 'leftOut', why: 'unassigned' },
			],
		])('with %j', (more, expected) => {
			expect(foundIn('pagerDuty', { ...entry, ...more })).toMatchObject([expected]);
		});
	});
});

describe('calendars', () => {
	const google = (more: object) => ({
		...{
			kind: 'calendar#event',
			summary: 'Early',
			start: { dateTime: iso('08:00') },
			end: { dateTime: iso('16:00') },
		},
		...{ attendees: [{ email: 'anna@x.com' }] },
		...more,
	});

	it.each<[object, object]>([
		[
			{ status: 'cancelled', start: undefined },
			{ kind: 'leftOut', why: 'cancelled' },
		],
		[{ eventType: 'birthday' }, { kind: 'leftOut', why: 'noShift' }],
		[{ eventType: 'fromGmail' }, { kind: 'leftOut', why: 'noShift' }],
		[{ eventType: 'focusTime' }, { kind: 'leftOut', why: 'noShift' }],
		[
			{ transparency: 'transparent', eventType: 'outOfOffice' },
			{ kind: 'away', people: [{ email: 'anna@x.com' }] },
		],
		[{ attendees: [{ email: 'x@group.calendar.google.com' }] }, { kind: 'leftOut', why: 'noAttendee' }],
		[{ attendees: [{ email: 'x@group.v.calendar.google.com' }] }, { kind: 'leftOut', why: 'noAttendee' }],
		[{ attendees: [{ email: 'x@import.group.calendar.google.com' }] }, { kind: 'leftOut', why: 'noAttendee' }],
		[{ attendees: [{ email: 'calendar.google.com@x.com' }] }, { kind: 'work' }],
		[{ attendees: [{ email: 'x@group.calendar.google.com.pl' }] }, { kind: 'work' }],
		[{ start: { dateTime: iso('08:00'), timeZone: 'Nowhere' } }, { kind: 'work' }],
		[{ start: { dateTime: iso('08:00'), timeZone: 'UTC' } }, { kind: 'work' }],
		[{ start: { dateTime: iso('08:00'), timeZone: 'Etc/GMT' } }, { kind: 'work' }],
		[{ start: { dateTime: iso('08:00'), timeZone: 'America/La_Paz' } }, { kind: 'work', zone: 'America/La_Paz' }],
		[{ start: { dateTime: iso('08:00'), timeZone: 'Asia/Tokyo' } }, { kind: 'work', zone: 'Asia/Tokyo' }],
		[{ recurrence: [] }, { kind: 'work' }],
	])('Google, an event with %j', (more, expected) => {
		const [found] = foundIn('googleCalendar', google(more));
		expect(found).toMatchObject(expected);
		if (!('zone' in expected)) expect(found).not.toHaveProperty('zone');
	});

	it('Google, an event whose title means a day off is an absence', () => {
		expect(foundIn('googleCalendar', google({ summary: 'PTO' }))).toEqual([
			{
				...{
					kind: 'away',
					people: [{ id: '', email: 'anna@x.com', name: '' }],
					title: 'PTO',
					state: 'offline',
				},
				...{
					span: { kind: 'timed', start: at('08:00'), end: at('16:00') },
					pauses: [],
					hasBreakSomewhere: false,
				},
			},
		]);
	});

	it.each([
		['Asia/Tokyo', '00:00', '08:00'],
		[undefined, '08:00', '16:00'],
		['UTC', '08:00', '16:00'],
		['Nowhere', '08:00', '16:00'],
	])('Google, times without an offset are by the clock of %s, or of the schedule', (timeZone, start, end) => {
		const local = (dateTime: string) => ({ dateTime: `2026-11-03T${dateTime}:00`, timeZone });
		expect(foundIn('googleCalendar', google({ start: local('09:00'), end: local('17:00') }))).toMatchObject([
			{ span: { start: at(start), end: at(end) } },
		]);
	});

	it('Google, an event is known by its kind and its start, or by being cancelled', () => {
		const isEntry = (entry: object) => serviceNamed('googleCalendar').isEntry({ ...entry });
		const kind = 'calendar#event';
		expect([
			...[isEntry({ kind, start: {} }), isEntry({ kind, status: 'cancelled' })],
			...[isEntry({ kind, status: 'confirmed' }), isEntry({ kind, start: 'x' }), isEntry({ start: {} })],
		]).toEqual([true, true, false, false, false]);
		expect(foundIn('googleCalendar', google({ attendees: [{}] }))).toEqual([
			{ kind: 'leftOut', why: 'noAttendee' },
		]);
		const away = google({ attendees: [], eventType: 'outOfOffice', organizer: {}, creator: { email: 'c@x.com' } });
		expect(foundIn('googleCalendar', away)).toMatchObject([{ people: [{ email: 'c@x.com' }] }]);
	});

	it('Google, whoever is out of office is its organizer or creator', () => {
		const away = google({ eventType: 'outOfOffice', attendees: [] });
		const owner = (more: object) => foundIn('googleCalendar', { ...away, ...more });
		expect(owner({ organizer: { email: 'o@x.com' }, creator: { email: 'c@x.com' } })).toMatchObject([
			{ kind: 'away', people: [{ email: 'o@x.com' }], state: 'offline' },
		]);
		expect(
			owner({ organizer: { email: 'x@group.calendar.google.com' }, creator: { email: 'c@x.com' } }),
		).toMatchObject([{ people: [{ email: 'c@x.com' }] }]);
	});

	it('Google, a title of no letters names nobody', () => {
		const service = serviceNamed('googleCalendar');
		const item = google({ summary: '' });
		expect(service.read(item, { ...tools, eventOwner: 'title' }, item)).toEqual([
			{ kind: 'leftOut', why: 'noAttendee' },
		]);
		const named = google({ summary: 'Lunch' });
		expect(service.read(named, { ...tools, eventOwner: 'title' }, named)).toMatchObject([
			{ kind: 'work', people: [{ id: '', email: '', name: 'Lunch' }], state: 'available' },
		]);
		expect(service.read(named, { ...tools, eventsAre: 'away' }, named)).toMatchObject([
			{ kind: 'away', state: 'offline' },
		]);
	});

	const time = (clock: string, timeZone = 'UTC') => ({ dateTime: `2026-11-03T${clock}:00.0000000`, timeZone });
	const outlook = (more: object) => ({
		...{ subject: 'Early', showAs: 'busy', isAllDay: false, type: 'occurrence', isCancelled: false },
		...{ start: time('08:00'), end: time('16:00'), attendees: [{ emailAddress: { address: 'anna@x.com' } }] },
		...more,
	});
	const workday = { kind: 'timed', start: at('08:00'), end: at('16:00') };

	it.each<[object, object]>([
		[{}, { kind: 'work', title: 'Early', span: workday, people: [{ email: 'anna@x.com' }] }],
		[{ start: time('08:00', ''), end: time('16:00', '') }, { span: { start: at('07:00'), end: at('15:00') } }],
		[{ start: time('08:00', 'GMT'), end: time('16:00', 'Etc/UTC') }, { span: workday }],
		[{ start: time('08:00', 'z'), end: time('16:00', 'etc/gmt') }, { span: workday }],
		[
			{ start: time('09:00', 'Europe/Warsaw'), end: time('16:00', 'UTC') },
			{ span: workday, zone: 'Europe/Warsaw' },
		],
		[
			{ start: time('09:00', 'America/La_Paz'), end: time('17:00', 'America/La_Paz') },
			{ span: { start: at('13:00'), end: at('21:00') }, zone: 'America/La_Paz' },
		],
		...(['start', 'end'] as const).map((name): [object, object] => [
			{ [name]: time('09:00', 'Nowhere') },
			{
				...{ kind: 'unread', people: [{ email: 'anna@x.com' }] },
				problem: `its ${name} has a time zone that cannot be read: "Nowhere" is not a time zone: write a place, such as Europe/Warsaw`,
			},
		]),
		[{ subject: 'Cancelled: Early' }, { kind: 'leftOut', why: 'cancelled' }],
		[{ subject: 'Not cancelled: Early' }, { kind: 'work' }],
		[
			{ attendees: [{ status: { response: 'declined' }, emailAddress: { address: 'a@x.com' } }] },
			{ kind: 'leftOut', why: 'declined' },
		],
		[
			{ attendees: [{ type: 'resource', emailAddress: { address: 'r@x.com' } }] },
			{ kind: 'leftOut', why: 'noAttendee' },
		],
		[{ type: undefined, recurrence: {} }, { kind: 'unread' }],
		[{ type: 'occurrence', recurrence: {} }, { kind: 'work' }],
		[{ type: undefined, recurrence: null }, { kind: 'work' }],
		[
			{ isAllDay: true, start: time('00:00', 'Europe/Warsaw'), end: time('00:00', 'Europe/Warsaw') },
			{ span: { kind: 'days', first: 20760, count: 1 }, zone: 'Europe/Warsaw' },
		],
		[
			{ isAllDay: true, start: time('00:00', 'Nowhere'), end: time('00:00', 'Nowhere') },
			{ span: { kind: 'days', first: 20760, count: 1 } },
		],
	])('Outlook, an event with %j', (more, expected) => {
		const [found] = foundIn('outlook', outlook(more));
		expect(found).toMatchObject(expected);
		if (!('zone' in expected)) expect(found).not.toHaveProperty('zone');
	});

	it.each<[string, string, boolean]>([
		['2026-11-03T00:00:00.0000000', '2026-11-04T00:00:00', true],
		['2026-11-03T00:00', '2026-11-04T00:00Z', true],
		['2026-11-03T00:00:00', '2026-11-03T08:00:00', false],
		['2026-11-03T08:00:00', '2026-11-04T00:00:00', false],
		['2026-11-03T00:00:01', '2026-11-04T00:00:01', false],
	])('Outlook, a simplified event from %s to %s may be of whole days: %s', (start, end, isUnclear) => {
		const { isAllDay: _, ...simple } = outlook({});
		const entry = {
			...simple,
			start: { dateTime: start, timeZone: 'UTC' },
			end: { dateTime: end, timeZone: 'UTC' },
		};
		expect(foundIn('outlook', entry)).toMatchObject([{ kind: isUnclear ? 'unread' : 'work' }]);
	});

	it('Outlook, an event is known by its subject, and by times with zones', () => {
		const isEntry = (more: object) => serviceNamed('outlook').isEntry({ ...outlook({}), ...more });
		expect([
			...[isEntry({}), isEntry({ start: { dateTime: 'x' } }), isEntry({ end: { timeZone: 'x' } })],
			...[isEntry({ start: 'x' }), isEntry({ end: undefined })],
		]).toEqual([true, false, false, false, false]);
		expect(serviceNamed('outlook').isEntry({ start: time('08:00'), end: time('09:00') })).toBe(false);
		const nobody = { attendees: [{ emailAddress: {} }], organizer: { emailAddress: { address: 'o@x.com' } } };
		expect(foundIn('outlook', outlook(nobody))).toEqual([{ kind: 'leftOut', why: 'noAttendee' }]);
	});

	it('Outlook, an event without an organizer is nobody’s where organizers are the agents', () => {
		const entry = outlook({});
		expect(serviceNamed('outlook').read(entry, { ...tools, eventOwner: 'organizer' }, entry)).toEqual([
			{ kind: 'leftOut', why: 'noAttendee' },
		]);
	});

	it('Outlook, GMT Standard Time is the clock of London', () => {
		const local = (clock: string) => ({ dateTime: `2026-07-03T${clock}:00`, timeZone: 'GMT Standard Time' });
		expect(foundIn('outlook', outlook({ start: local('09:00'), end: local('17:00') }))).toMatchObject([
			{
				zone: 'Europe/London',
				span: { start: Date.parse('2026-07-03T08:00Z'), end: Date.parse('2026-07-03T16:00Z') },
			},
		]);
	});

	it.each(['isCancelled', 'type', 'showAs'])('Outlook, an event without %s is simplified', (name) => {
		const { [name]: _, ...simple } = outlook({}) as Row;
		expect(serviceNamed('outlook').doubtOf?.([outlook({}), simple])).toContain('are simplified');
		expect(serviceNamed('outlook').doubtOf?.([outlook({})])).toBeUndefined();
	});
});

describe('the service of items', () => {
	it('is the only one whose form all have', () => {
		const deputy = { StartTime: 1, EndTime: 2, Employee: 3, OperationalUnit: 4 };
		expect(serviceOfItems([deputy, {}])?.id).toBe('deputy');
		expect(serviceOfItems([{}])).toBeUndefined();
		expect(serviceOfItems([])).toBeUndefined();
		expect(serviceOfItems([deputy, { agent: 'anna' }])).toBeUndefined();
		// An empty list fits every service that has one of that name.
		expect(serviceOfItems([{ shifts: [] }])).toBeUndefined();
		// One that fits a single service has no entry that would show it.
		expect(serviceOfItems([{ oncalls: [] }])).toBeUndefined();
	});

	it.each<[string, object]>([
		['connecteam', { data: { shifts: [] } }],
		['connecteam', { shifts: [] }],
		['genesys', { agentSchedules: [] }],
		['genesys', { result: { agentSchedules: [] } }],
		['genesys', { userSchedules: {} }],
		['genesys', { result: { userSchedules: { u: { shifts: [] } } } }],
		['genesys', { entities: [] }],
		['googleCalendar', { items: [] }],
		['grafanaOnCall', { results: [] }],
		['outlook', { value: [] }],
		['teamsShifts', { value: [] }],
		['opsgenie', { data: { finalTimeline: { rotations: [] } } }],
		['opsgenie', { finalTimeline: { rotations: [] } }],
		['opsgenie', { rotations: [] }],
		['pagerDuty', { final_schedule: { rendered_schedule_entries: [] } }],
		['pagerDuty', { schedule: { final_schedule: { rendered_schedule_entries: [] } } }],
		['pagerDuty', { rendered_schedule_entries: [] }],
		['pagerDuty', { oncalls: [] }],
		['whenIWork', { shifts: [] }],
	])('%s answers with %j', (id, answer) => {
		expect(entriesIn(serviceNamed(id), { ...answer })).toBeDefined();
	});

	it('has schedules by user, without those that are none', () => {
		const userSchedules = { u1: { shifts: [] }, u2: null, u3: 'x' };
		expect(entriesIn(serviceNamed('genesys'), { userSchedules })).toEqual([{ shifts: [], userId: 'u1' }]);
	});

	it('is called as people call it', () => {
		expect(itemServices.map(({ name }) => name)).toEqual([
			...['Connecteam', 'Deputy', 'Genesys Cloud WFM', 'Google Calendar', 'Grafana OnCall', 'Microsoft Outlook'],
			...['Microsoft Teams Shifts', 'Opsgenie', 'PagerDuty', 'When I Work'],
		]);
	});

	it('has entries that all have its form', () => {
		const entry = { StartTime: 1, EndTime: 2, Employee: 3, OperationalUnit: 4 };
		expect(entriesIn(serviceNamed('deputy'), entry)).toEqual([entry]);
		expect(entriesIn(serviceNamed('deputy'), {})).toEqual([]);
		expect(entriesIn(serviceNamed('deputy'), { x: 1 })).toBeUndefined();
		expect(entriesIn(serviceNamed('whenIWork'), { shifts: [{ x: 1 }] })).toBeUndefined();
		expect(entriesIn(serviceNamed('whenIWork'), { shifts: 'x' })).toBeUndefined();
		expect(entriesIn(serviceNamed('whenIWork'), { shifts: [7] })).toBeUndefined();
		const shift = { user_id: 1, start_time: 'x', end_time: 'x', published: true };
		expect(entriesIn(serviceNamed('whenIWork'), { shifts: [shift] })).toEqual([shift]);
		expect(entriesIn(serviceNamed('whenIWork'), { shifts: { one: shift } })).toBeUndefined();
	});
});

describe('a roster of items', () => {
	const plain: ItemOptions = {
		...{ zone: 'Europe/Warsaw', dst: 'keepEnd', agentIs: 'email', eventOwner: 'attendees', eventsAre: 'work' },
		words: new Map(),
	};
	const work: Found = {
		...{ kind: 'work', people: [{ id: 'a', email: '', name: 'Anna' }], title: '', state: 'available' },
		...{ span: { kind: 'timed', start: at('08:00'), end: at('16:00') }, pauses: [], hasBreakSomewhere: false },
	};
	/** A service whose entries say what they are. */
	const service: ItemService = {
		...{ id: 'test', name: 'Test', lists: [], isEntry: (entry) => 'found' in entry },
		read: (entry) => entry.found as Found[],
	};
	const rosterOf = (items: Row[], options: Partial<ItemOptions> = {}) =>
		rosterOfServiceItems(items, service, { ...plain, ...options });

	it('doubts everyone where an item is not an item of the service', () => {
		const roster = rosterOf([{ found: [work] }, { x: 1 }]);
		expect(roster.problems).toEqual([
			{ row: 2, column: '', problem: "is not an item of Test. Choose its service in 'Items Of'" },
		]);
		expect(roster.doubted).toBe('all');
		expect(rosterOf([{ found: [work] }, {}]).problems).toEqual([]);
	});

	it('doubts everyone where nobody knows whom an item is about', () => {
		const unknown: Found = { kind: 'unread', people: [], problem: 'it is damaged' };
		const roster = rosterOf([{ found: [work] }, { found: [unknown] }]);
		expect(roster.problems).toEqual([{ row: 2, column: '', problem: 'cannot be read: it is damaged' }]);
		expect(roster.doubted).toBe('all');
		const known: Found = { ...unknown, people: [{ id: 'b', email: '', name: '' }] };
		expect(rosterOf([{ found: [work] }, { found: [known] }]).doubted).toEqual(new Set(['b']));
	});

	it.each([
		['email', ['a@x.com', 'b', 'Cleo']],
		['id', ['a', 'b', 'Cleo']],
		['name', ['Anna', 'Ben', 'Cleo']],
	] as const)('has agents by their %s, where that is known', (agentIs, ids) => {
		const people = [
			{ id: 'a', email: 'a@x.com', name: 'Anna' },
			{ id: 'b', email: '', name: 'Ben' },
			{ id: '', email: '', name: 'Cleo' },
		];
		const roster = rosterOf([{ found: [{ ...work, people }] }], { agentIs });
		expect(roster.schedule.agents.map(({ id }) => id)).toEqual(ids);
		const withoutName = [{ id: 'd', email: 'd@x.com', name: '' }];
		expect(
			rosterOf([{ found: [{ ...work, people: withoutName }] }], { agentIs: 'name' }).schedule.agents,
		).toMatchObject([{ id: 'd@x.com' }]);
		const emailOnly = [{ id: '', email: 'd@x.com', name: 'D' }];
		expect(
			rosterOf([{ found: [{ ...work, people: emailOnly }] }], { agentIs: 'id' }).schedule.agents,
		).toMatchObject([{ id: 'd@x.com' }]);
		const idOnly = [{ id: 'd', email: '', name: '' }];
		expect(rosterOf([{ found: [{ ...work, people: idOnly }] }], { agentIs: 'name' }).schedule.agents).toMatchObject(
			[{ id: 'd' }],
		);
	});

	it('has agents where they are named first, in their zone if there is one', () => {
		const inZone = (id: string, zone?: string): Found => ({
			...work,
			people: [{ id, email: '', name: '' }],
			...(zone && { zone }),
		});
		const roster = rosterOf([
			{ found: [inZone('a')] },
			{ found: [inZone('b', 'Asia/Tokyo'), inZone('A', 'Asia/Tokyo')] },
			{ found: [inZone('b', 'America/New_York')] },
			{ found: [inZone('c', 'Asia/Tokyo'), inZone('c', 'Asia/Tokyo')] },
		]);
		expect(roster.mentions).toEqual(
			new Map([
				['a', 0],
				['b', 1],
				['c', 3],
			]),
		);
		expect(roster.schedule.agents.map(({ id, zone }) => [id, zone])).toEqual([
			['a', 'Asia/Tokyo'],
			['b', 'Europe/Warsaw'],
			['c', 'Asia/Tokyo'],
		]);
	});

	it('tells what is left out, what may be a shift first', () => {
		const leftOut = (...reasons: string[]): Row => ({ found: reasons.map((why) => ({ kind: 'leftOut', why })) });
		expect(
			rosterOf([
				leftOut('open', 'draft', 'draft', 'declined', 'declined', 'free', 'free', 'noShift', 'noShift'),
				leftOut('noAttendee', 'noPerson', 'noPerson', 'markedForDeletion', 'markedForDeletion', 'deleted'),
				leftOut('cancelled', 'cancelled', 'unassigned', 'unassigned', 'open', 'deleted'),
			]).notes,
		).toEqual([
			{ kind: 'columnsRead', level: 'info', message: 'The items were read as Test: 0 shifts and 0 absences.' },
			{
				...{ kind: 'leftOut', level: 'warning' },
				message:
					"Left out: 1 event without an attendee, 2 entries for teams and not persons, 2 shifts marked for deletion. If the title or the organizer is the agent, choose so in 'Event Is About'.",
			},
			{
				...{ kind: 'leftOut', level: 'info' },
				message:
					'Left out: 2 open shifts, 2 drafts, 2 shifts that were declined, 2 events that are free time, 2 working locations, birthdays and other events that are not shifts, 2 deleted shifts, 2 cancelled events, 2 unassigned shifts.',
			},
		]);
		expect(rosterOf([leftOut('noAttendee', 'noAttendee')]).notes[1]?.message).toContain(
			'2 events without an attendee',
		);
		expect(
			rosterOf([leftOut('deleted', 'noShift', 'free', 'declined', 'cancelled', 'unassigned')]).notes[1],
		).toEqual({
			...{ kind: 'leftOut', level: 'info' },
			message:
				'Left out: 1 deleted shift, 1 working location, birthday or other event that is not a shift, 1 event that is free time, 1 shift that was declined, 1 cancelled event, 1 unassigned shift.',
		});
		expect(
			rosterOf([leftOut('noPerson', 'markedForDeletion', 'draft', 'open')]).notes.map((one) => one.message),
		).toEqual([
			'The items were read as Test: 0 shifts and 0 absences.',
			'Left out: 1 entry for a team and not a person, 1 shift marked for deletion.',
			'Left out: 1 draft, 1 open shift.',
		]);
	});

	it('tells breaks without times, once for all', () => {
		const vague = { ...work, hasBreakSomewhere: true };
		const other = { ...vague, people: [{ id: 'b', email: '', name: '' }] };
		const away: Found = { ...work, kind: 'away', state: 'offline', title: 'PTO' };
		expect(rosterOf([{ found: [vague, other, away] }]).notes).toEqual([
			{ kind: 'columnsRead', level: 'info', message: 'The items were read as Test: 2 shifts and 1 absence.' },
			{
				...{ kind: 'leftOut', level: 'info' },
				message:
					'2 shifts have breaks of which Test gives the length but not the time. These agents are not put on break.',
			},
		]);
	});

	it('a stretch that is there twice counts once', () => {
		expect(told({ service: 'x', ...rosterOf([{ found: [work] }, { found: [work] }]) })).toContain('1 shift and');
	});

	it('problems of rows count items', () => {
		const item = { StartTime: unix('08:00'), EndTime: unix('07:00'), Employee: 12, OperationalUnit: 3 };
		expect(problems(read([item]))).toEqual(['item 1 cannot be read: it ends when it starts, or before']);
	});
});
