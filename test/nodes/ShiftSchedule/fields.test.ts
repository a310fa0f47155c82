import type {
	IDataObject,
	INodeExecutionData,
	INodeParameters,
	INodeProperties,
	INodePropertyCollection,
} from 'n8n-workflow';
import { properties } from '../../../nodes/ShiftSchedule/node/form';
import { Bench } from '../../support/bench/bench';
import { membersOf } from '../../support/pack/pack';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.open();
});
afterAll(async () => await bench.close());

/** A run with the field and one without it, which must differ in what comes out. */
interface Trial {
	field: string;
	base?: INodeParameters;
	items?: IDataObject[];
	/** Of the legend. */
	secondInput?: IDataObject[];
	with: INodeParameters;
	without?: INodeParameters;
}

const rows: IDataObject[] = [
	{ agent: 'anna', shift: 'Early', days: 'Mon-Fri', start: '09:00', end: '17:00' },
	{ agent: 'bob', shift: 'Night', days: 'daily', start: '22:00', end: '06:00' },
];
const check = { operation: 'checkSchedule', covered: ['available'], days: 7 };
const interval = { days: 'Mon', from: '09:00', until: '12:00', state: 'available', needed: 2 };
const preview = { operation: 'previewTimeline', days: 1 };
const sinceLastRun = { operation: 'getChanges', period: 'sinceLastRun', minutes: 400 };
const changes = { operation: 'getChanges', period: 'last', minutes: 400 };
const event = (...lines: string[]) =>
	['BEGIN:VCALENDAR', 'BEGIN:VEVENT', 'UID:1', ...lines, 'END:VEVENT', 'END:VCALENDAR'].join('\r\n');
const ics = event(
	...['SUMMARY:Desk', 'LOCATION:carla', 'CATEGORIES:Training', 'ATTENDEE:mailto:anna', 'ORGANIZER:mailto:bob'],
	...['DTSTART;TZID=Europe/Warsaw:20261026T090000', 'DURATION:PT8H'],
);
const calendar = {
	rosterFrom: 'calendar',
	calendarIn: 'column',
	calendarColumn: 'text',
	agentFrom: 'fixed',
	calendarAgent: 'eve',
};
/** The agents are in the titles. */
const titled = { ...calendar, agentFrom: 'property', agentProperty: 'SUMMARY' };
const titles = [{ text: ics.replace('Desk', 'Anna - Desk/Ben') }];
const calendars = [{ text: ics, other: ics.replace('PT8H', 'PT1H') }];
const words = {
	...calendar,
	stateFrom: 'words',
	stateProperty: 'SUMMARY',
	words: { word: [{ word: 'Desk', state: 'busy' }] },
};
const odd = { ...words, words: {} };

const teamEvent = {
	...{ kind: 'calendar#event', summary: 'Lunch cover', organizer: { email: 'lead@example.com' } },
	...{ start: { dateTime: '2026-10-26T09:00:00+01:00' }, end: { dateTime: '2026-10-26T17:00:00+01:00' } },
	attendees: [{ email: 'anna@example.com', displayName: 'Anna' }],
};
const meaning = (word: string, state: string): INodeParameters => ({ itemWords: { word: [{ word, state }] } });
const services = { rosterFrom: 'services', ...meaning('Lunch cover', 'available') };
const events = [teamEvent];

const inForm = (roster: INodeParameters): INodeParameters => ({ rosterFrom: 'fields', roster });
const shift = { agent: 'anna', shift: 'Early', days: 'Mon-Fri', start: '09:00', end: '17:00', state: '', more: {} };
const pause = { agent: 'anna', shift: '', start: '12:00', end: '30m', state: '', reason: '', more: {} };
const exception = { kind: 'leave', agent: 'anna', shift: '', from: '2026-10-26', until: '', state: '', more: {} };
const temporary = { ...exception, kind: 'temporary', until: '2026-10-30', more: { start: '10:00', end: '12:30' } };
const person = { agent: 'anna', name: '', service: '', zone: '', step: '' };
const rotation = 'A of A/B from 2026-10-26';
const late = { ...shift, agent: 'bob', shift: 'Late', start: '14:00', end: '22:00' };

/** A line of a grid, on a Monday, and what its code means. */
const line = { Employee: 'anna', Mon: 'E', Tue: '', Wed: 'OFF', Desk: '9-17' };
const entry = { code: 'E', means: 'available', times: '11:00-15:00', reason: '', pause: '', days: '' };
const grid = (...codes: INodeParameters[]): INodeParameters => ({
	...{
		rosterFrom: 'grid',
		legend: { code: codes },
		leaveOut: 'Desk',
		emptyCells: 'unknown',
		cellsHold: 'any',
		gridDate: '',
	},
});
const inLegend = (field: string, more: INodeParameters, items: IDataObject[] = [line]): Trial => ({
	field: `legend.code.${field}`,
	items,
	with: grid({ ...entry, ...more }),
	without: grid(entry),
});

/** A change of one field of one entry in the form; the other entries stay. */
const changed = (
	group: string,
	entry: INodeParameters,
	field: string,
	more: INodeParameters,
	others: INodeParameters = {},
): Trial => ({
	field: `roster.${group}.${field}`,
	with: inForm({
		shift: [shift],
		...others,
		[group]: [...((others[group] ?? []) as INodeParameters[]), { ...entry, ...more }],
	}),
	without: inForm({
		shift: [shift],
		...others,
		[group]: [...((others[group] ?? []) as INodeParameters[]), entry],
	}),
});

const inPreview = (trial: Trial): Trial => ({ ...trial, base: { ...preview, days: 7 } });

const trials: Trial[] = [
	{ field: 'operation', with: check },
	{ field: 'rosterFrom', with: inForm({ shift: [shift] }) },
	...[
		['agent', 'Who', 'zoe'],
		['name', 'Label', 'Zoë'],
		['service', 'System', 'conpeek'],
		['zone', 'Place', 'Asia/Tokyo'],
		['kind', 'Sort', 'agent'],
		['shift', 'Called', 'Dawn'],
		['days', 'On', 'Sun'],
		['start', 'Begins', '12:00'],
		['end', 'Ends', '11:00'],
		['state', 'Is', 'busy'],
		['reason', 'Why', 'Desk'],
		['from', 'First', '2026-11-01'],
		['until', 'Last', '2026-10-01'],
		['rotation', 'Turn', 'B of A/B from 2026-10-26'],
	].map(([field = '', heading = '', value = '']): Trial => ({
		field: `columns.${field}`,
		items: [{ ...rows[0], [heading]: value }],
		with: { columns: { [field]: heading } },
	})),
	{
		field: 'columns.step',
		items: [{ ...rows[0], rotation, Turn: 'B' }],
		with: { columns: { step: 'Turn' } },
	},
	{
		field: 'columns.with',
		items: [...rows, { agent: 'anna', kind: 'swap', with: 'bob', Partner: 'zoe', from: '2026-10-26' }],
		with: { columns: { with: 'Partner' } },
	},
	{
		field: 'columns.stagger',
		items: [
			...rows.map((row) => ({ ...row, start: '09:00', end: '17:00' })),
			{ agent: 'anna, bob', kind: 'break', start: '11:30', end: '20m', Later: '10 min' },
		],
		with: { columns: { stagger: 'Later' } },
	},
	{
		field: 'columns.priority',
		items: [
			{ ...rows[0], Weight: '1' },
			{ ...rows[0], state: 'busy' },
		],
		with: { columns: { priority: 'Weight' } },
	},
	{
		field: 'columns.needed',
		base: check,
		items: [...rows, { kind: 'needed', days: 'Mon', start: '09:00', end: '12:00', needed: 1, Least: 2 }],
		with: { columns: { needed: 'Least' } },
	},
	{
		field: 'columns.length',
		items: [{ agent: 'anna', days: 'daily', start: '09:00', Lasts: '8h' }],
		with: { columns: { length: 'Lasts' } },
	},
	{
		field: 'columns.breakStart',
		items: [{ ...rows[0], Away: '12:00', breakEnd: '12:30' }],
		with: { columns: { breakStart: 'Away' } },
	},
	...['breakEnd', 'breakLength'].map((name): Trial => ({
		field: `columns.${name}`,
		items: [{ ...rows[0], breakStart: '12:00', Rest: '30m' }],
		with: { columns: { [name]: 'Rest' } },
	})),
	{ field: 'datesAre', items: [{ ...rows[0], days: '', from: '10/11/2026' }], with: { datesAre: 'monthFirst' } },
	{ field: 'weekStartsOn', items: [{ ...rows[0], days: '1-5' }], with: { weekStartsOn: 'monday' } },

	changed('shift', late, 'agent', { agent: 'carla' }),
	changed('shift', { ...shift, agent: 'bob' }, 'shift', { shift: 'Dawn' }),
	changed('shift', late, 'days', { days: 'Sun' }),
	changed('shift', late, 'start', { start: '11:00' }),
	changed('shift', { ...shift, agent: 'bob' }, 'end', { end: '11:00' }),
	changed('shift', { ...shift, agent: 'bob' }, 'state', { state: 'busy' }),
	changed('shift', { ...shift, agent: 'bob' }, 'more.reason', { more: { reason: 'Desk' } }),
	changed('shift', { ...shift, agent: 'bob' }, 'more.from', { more: { from: '2026-11-01' } }),
	changed('shift', { ...shift, agent: 'bob' }, 'more.until', { more: { until: '2026-10-01' } }),
	changed('shift', { ...shift, agent: 'bob' }, 'more.rotation', { more: { rotation: 'B of A/B from 2026-10-26' } }),
	changed('shift', { ...shift, agent: 'bob', more: { rotation } }, 'more.step', { more: { rotation, step: 'B' } }),
	changed('shift', { ...shift, agent: 'bob' }, 'more.zone', { more: { zone: 'Asia/Tokyo' } }),
	changed('shift', { ...shift, state: 'busy' }, 'more.priority', { more: { priority: '-1' } }, { shift: [shift] }),

	...[
		changed('pause', pause, 'agent', { agent: 'bob' }),
		changed('pause', pause, 'shift', { shift: 'Late' }),
		changed('pause', pause, 'start', { start: '13:00' }),
		changed('pause', pause, 'end', { end: '45m' }),
		changed('pause', pause, 'state', { state: 'busy' }),
		changed('pause', pause, 'reason', { reason: 'Lunch' }),
		changed('pause', pause, 'more.days', { more: { days: 'Mon' } }),
		changed('pause', pause, 'more.from', { more: { from: '2026-10-28' } }),
		changed('pause', pause, 'more.until', { more: { until: '2026-10-28' } }),
		changed(
			'pause',
			pause,
			'more.priority',
			{ more: { priority: '1' } },
			{
				pause: [
					{ ...pause, start: '11:50', state: 'busy' },
					{ ...pause, start: '12:05', state: 'available' },
				],
			},
		),
		changed(
			'pause',
			{ ...pause, agent: 'anna, bob' },
			'more.stagger',
			{ more: { stagger: '15 min' } },
			{ shift: [shift, { ...shift, agent: 'bob' }] },
		),

		changed('exception', exception, 'kind', { kind: 'manual' }),
		changed('exception', exception, 'agent', { agent: 'bob' }),
		changed('exception', exception, 'shift', { shift: 'Sick' }),
		changed('exception', exception, 'from', { from: '2026-10-27', until: '2026-10-27' }),
		changed('exception', exception, 'until', { until: '2026-10-28' }),
		changed('exception', exception, 'state', { state: 'break' }),
		changed('exception', exception, 'more.reason', { more: { reason: 'Flu' } }),
		changed('exception', { ...exception, until: '2026-10-30' }, 'more.days', { more: { days: 'Tue' } }),
		changed('exception', exception, 'more.start', { more: { start: '10:00', end: '11:00' } }),
		changed('exception', temporary, 'more.end', { more: { start: '10:00', end: '15:00' } }),
		changed('exception', { ...temporary, until: '2026-11-06' }, 'more.rotation', {
			more: { start: '10:00', end: '12:30', rotation: 'B of A/B from 2026-10-26' },
		}),
		changed('exception', { ...temporary, more: { start: '10:00', end: '12:30', rotation } }, 'more.step', {
			more: { start: '10:00', end: '12:30', rotation, step: 'B' },
		}),
		changed('exception', temporary, 'more.zone', { more: { start: '10:00', end: '12:30', zone: 'Asia/Tokyo' } }),
		changed(
			'exception',
			temporary,
			'more.priority',
			{ more: { start: '10:00', end: '12:30', priority: '1' } },
			{ exception: [{ ...temporary, more: { start: '11:00', end: '15:00', priority: '0' } }] },
		),
		changed(
			'exception',
			{ ...exception, kind: 'swap', more: { with: 'carla' } },
			'more.with',
			{ more: { with: 'bob' } },
			{ shift: [shift, late] },
		),
	].map(inPreview),

	changed('person', person, 'agent', { agent: 'zoe' }),
	changed('person', person, 'name', { name: 'Anna' }),
	changed('person', person, 'service', { service: 'conpeek' }),
	changed('person', person, 'zone', { zone: 'Asia/Tokyo' }),
	changed('person', person, 'step', { step: 'B' }, { shift: [{ ...shift, more: { rotation } }] }),

	{ field: 'calendarIn', base: calendar, items: calendars, with: { calendarIn: 'file' } },
	{
		field: 'calendarFile',
		base: { ...calendar, calendarIn: 'file' },
		items: calendars,
		with: { calendarFile: 'attachment' },
	},
	{ field: 'calendarColumn', base: calendar, items: calendars, with: { calendarColumn: 'other' } },
	{ field: 'agentFrom', base: calendar, items: calendars, with: { agentFrom: 'property' } },
	{ field: 'calendarAgent', base: calendar, items: calendars, with: { calendarAgent: 'zoe' } },
	{
		field: 'agentProperty',
		base: { ...calendar, agentFrom: 'property' },
		items: calendars,
		with: { agentProperty: 'ORGANIZER' },
	},
	{ field: 'agentPart', base: titled, items: titles, with: { agentPart: 'before' } },
	{
		field: 'agentSeparator',
		base: { ...titled, agentPart: 'before' },
		items: titles,
		with: { agentSeparator: '/' },
	},
	{
		field: 'agentsToFind',
		base: { ...titled, agentPart: 'known', agentsToFind: 'Anna' },
		items: titles,
		with: { agentsToFind: 'Ben' },
	},
	{
		field: 'agentPattern',
		base: { ...titled, agentPart: 'pattern', agentPattern: '(*) - *' },
		items: titles,
		with: { agentPattern: '*/(*)' },
	},
	{ field: 'eventsAre', base: calendar, items: calendars, with: { eventsAre: 'leave' } },
	{ field: 'eventState', base: calendar, items: calendars, with: { eventState: 'busy' } },
	{ field: 'stateFrom', base: { ...calendar, words: words.words }, items: calendars, with: { stateFrom: 'words' } },
	{
		field: 'stateProperty',
		base: {
			...words,
			words: {
				word: [
					{ word: 'Desk', state: 'busy' },
					{ word: 'Training', state: 'break' },
				],
			},
		},
		items: calendars,
		with: { stateProperty: 'CATEGORIES' },
	},
	{
		field: 'words.word.word',
		base: words,
		items: calendars,
		with: { words: { word: [{ word: 'Lunch', state: 'busy' }] } },
	},
	{
		field: 'words.word.state',
		base: words,
		items: calendars,
		with: { words: { word: [{ word: 'Desk', state: 'break' }] } },
	},
	{ field: 'otherwise', base: odd, items: calendars, with: { otherwise: 'break' } },

	inLegend('code', { code: 'D' }),
	inLegend('means', { means: 'busy' }),
	inLegend('times', { times: '13:00-15:00' }),
	inLegend('reason', { reason: 'Desk' }),
	inLegend('pause', { pause: '12:00 30m' }),
	inLegend('days', { days: 'Tue-Fri' }, [{ Week: '2026-10-26', E: 'anna' }]),
	{
		field: 'emptyCells',
		base: { ...grid(entry), evaluateAt: '2026-10-27T12:00:00' },
		items: [line],
		with: { emptyCells: 'off' },
	},
	{
		field: 'cellsHold',
		base: grid(entry),
		items: [{ Date: '2026-10-26', E: 'anna' }],
		with: { cellsHold: 'codes' },
	},
	{
		field: 'gridDate',
		base: grid(entry),
		items: [line],
		with: { gridDate: '2026-11-04T00:00:00' },
	},
	{ field: 'leaveOut', base: grid(entry), items: [line], with: { leaveOut: '' } },
	{
		field: 'legendFrom',
		base: grid(entry),
		items: [line],
		secondInput: [{ code: 'E', means: 'busy', times: '11:00-15:00' }],
		with: { legendFrom: 'input' },
	},

	{
		field: 'agentsInCell',
		items: [{ ...rows[0], agent: 'Kowalska, Anna' }],
		with: { agentsInCell: 'one' },
	},
	{ field: 'itemsOf', base: services, items: events, with: { itemsOf: 'deputy' } },
	{ field: 'agentIs', base: services, items: events, with: { agentIs: 'name' } },
	{ field: 'eventOwner', base: services, items: events, with: { eventOwner: 'organizer' } },
	{ field: 'itemEventsAre', base: services, items: events, with: { itemEventsAre: 'away' } },
	{ field: 'itemWords.word.word', base: services, items: events, with: meaning('Cover', 'available') },
	{ field: 'itemWords.word.state', base: services, items: events, with: meaning('Lunch cover', 'busy') },
	{ field: 'zone', with: { zone: 'Asia/Tokyo' } },
	{ field: 'dst', base: { evaluateAt: '2026-10-25T01:30:00Z' }, with: { dst: 'keepDuration' } },
	{ field: 'period', base: changes, with: { period: 'next' } },
	{ field: 'minutes', base: changes, with: { minutes: 60 } },
	{ field: 'memory', base: sinceLastRun, with: { memory: 'columns' } },
	{ field: 'lastRun', base: { ...sinceLastRun, memory: 'columns' }, with: { lastRun: '2026-10-26T05:00:00Z' } },
	{ field: 'everyChange', base: { ...changes, minutes: 2880 }, with: { everyChange: true } },
	{ field: 'days', base: preview, with: { days: 2 } },
	{ field: 'daysAgo', base: { ...preview, evaluateAt: '2026-10-26T12:00' }, with: { daysAgo: 1 } },
	{ field: 'covered', base: check, with: { covered: ['busy'] } },
	{ field: 'minimum', base: check, with: { minimum: 2 } },
	{ field: 'hoursToCover', base: check, with: { hoursToCover: 'Mon-Fri 09:00-17:00' } },
	...[{ days: 'Tue' }, { from: '10:00' }, { until: '13:00' }, { state: 'busy' }, { needed: 3 }].map(
		(more): Trial => ({
			field: `neededPerInterval.interval.${Object.keys(more).join('')}`,
			base: check,
			with: { neededPerInterval: { interval: [{ ...interval, ...more }] } },
			without: { neededPerInterval: { interval: [interval] } },
		}),
	),
	{ field: 'knownAgents', base: check, with: { knownAgents: 'anna' } },
	{ field: 'includeOffline', base: preview, with: { includeOffline: true } },
	{ field: 'title', base: preview, with: { title: 'Our week' } },
	{ field: 'title', base: check, with: { title: 'Our week' } },
	{ field: 'pictureField', base: preview, with: { pictureField: 'plan' } },
	{ field: 'evaluateAt', with: { evaluateAt: '2026-10-26T23:00:00' } },
];

async function outcomeOf({ base, items = rows, secondInput }: Trial, parameters: INodeParameters = {}) {
	const { outputs, error } = await bench.run({
		node: 'shiftSchedule',
		parameters: { zone: 'Europe/Warsaw', evaluateAt: '2026-10-26T12:05:00', ...base, ...parameters },
		items,
		...(secondInput && { moreInputs: [secondInput] }),
	});
	return {
		error: error?.message,
		items: outputs.map((output) => output.map(({ json, binary }: INodeExecutionData) => ({ json, binary }))),
	};
}

it.each(trials.map((trial) => [trial.field, trial] as const))('%s has an effect', async (_, trial) => {
	const without = await outcomeOf(trial, trial.without);
	const withIt = await outcomeOf(trial, trial.with);

	expect(withIt).not.toEqual(without);
});

it('is tried with every field of the form', () => {
	const named = (property: INodeProperties): string[] => {
		if (property.type === 'notice') return [];
		if (property.type === 'collection') return membersOf(property).map(({ name }) => `${property.name}.${name}`);
		if (property.type !== 'fixedCollection') return [property.name];
		return ((property.options ?? []) as INodePropertyCollection[]).flatMap((group) =>
			group.values.flatMap(named).map((name) => `${property.name}.${group.name}.${name}`),
		);
	};

	expect([...new Set(trials.map(({ field }) => field))].sort()).toEqual(
		[...new Set(properties.filter((one) => !one.displayOptions?.show?.['@tool']).flatMap(named))].sort(),
	);
});
