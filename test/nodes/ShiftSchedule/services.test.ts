import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { rowsOf } from '../../support/pack/stage';
import { useSchedule } from '../../support/pack/useSchedule';

const schedule = useSchedule();

const early: IDataObject = {
	...{ kind: 'calendar#event', id: '7q7r', status: 'confirmed', summary: 'Early shift', eventType: 'default' },
	...{ creator: { email: 'lead@example.com' }, organizer: { email: 'lead@example.com' } },
	start: { dateTime: '2026-11-03T09:00:00+01:00', timeZone: 'Europe/Warsaw' },
	end: { dateTime: '2026-11-03T17:00:00+01:00', timeZone: 'Europe/Warsaw' },
	attendees: [{ email: 'anna@example.com', responseStatus: 'accepted' }],
};
const away: IDataObject = {
	...{ kind: 'calendar#event', id: '7q7s', status: 'confirmed', summary: 'Out of office', eventType: 'outOfOffice' },
	...{ creator: { email: 'bob@example.com' }, start: { date: '2026-11-03' }, end: { date: '2026-11-05' } },
};

it.each<[string, INodeParameters]>([
	['chosen', { rosterFrom: 'services', itemsOf: 'googleCalendar' }],
	['found by their form', { rosterFrom: 'services' }],
	['found in rows of the input', {}],
	['found beside columns with other names', { columns: { agent: 'creator.email', from: 'start.dateTime' } }],
])('events of Google Calendar are a roster: %s', async (_, parameters) => {
	const { outputs, error, hints } = await schedule([early, away], parameters);

	expect(error).toBeUndefined();
	expect(rowsOf(outputs[0] ?? [])).toMatchObject([
		{ agentId: 'anna@example.com', desiredState: 'available', until: '2026-11-03T17:00:00+01:00' },
		{ agentId: 'bob@example.com', desiredState: 'offline', reason: 'Out of office' },
	]);
	expect(rowsOf(outputs[0] ?? [])[0]?.source).toBe('shift "Early shift", item 1');
	expect((outputs[0] ?? []).map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
	expect(hints.map(({ message }) => message).join()).toContain('read as Google Calendar: 1 shift and 1 absence');
});

it('a column of agents makes rows of a table of them, whatever stands beside it', async () => {
	const { error } = await schedule([{ ...early, agent: 'anna' }]);

	expect(error?.message).toContain('holds several values (dateTime, timeZone)');
});

it('the title is the agent where a column says so', async () => {
	const { outputs } = await schedule([{ ...early, summary: 'Anna' }], { columns: { agent: 'summary' } });

	expect(rowsOf(outputs[0] ?? [])).toMatchObject([{ agentId: 'Anna', desiredState: 'available' }]);
});

it('an item that cannot be read stops the run, and holds back its own agent alone when the node goes on', async () => {
	const bad = { ...early, id: 'x', attendees: [{ email: 'carla@example.com' }], recurrence: ['RRULE:FREQ=DAILY'] };
	const { error } = await schedule([early, bad]);
	const { outputs, hints } = await schedule([early, bad], {}, { onError: 'continueErrorOutput' });
	const [states = [], , failed = []] = outputs;

	expect(error?.message).toContain('Item 2 cannot be read: it is an event that repeats');
	expect(error?.context?.itemIndex).toBe(1);
	expect(rowsOf(states)).toMatchObject([{ agentId: 'anna@example.com', desiredState: 'available' }]);
	expect(failed).toHaveLength(1);
	expect(hints.map(({ message }) => message).join()).toContain('carla@example.com');
});

it('items of no service are refused with the names of the services', async () => {
	const { error } = await schedule([{ who: 'anna', when: 'now' }], { rosterFrom: 'services' });

	expect(error?.message).toContain('The first item has: who, when.');
	expect(error?.message).toContain('PagerDuty');
});

it('one item of another form holds back all', async () => {
	const { outputs } = await schedule(
		[early, { error: 'timeout' }],
		{ rosterFrom: 'services', itemsOf: 'googleCalendar' },
		{ onError: 'continueErrorOutput' },
	);
	const [states = [], , failed = []] = outputs;

	expect(states).toEqual([]);
	expect(failed[0]?.json.error).toContain('Item 2 is not an item of Google Calendar');
});

it('an empty item, as n8n hands it on where nothing was found, says nothing', async () => {
	const { outputs, error } = await schedule([{}], { rosterFrom: 'services', itemsOf: 'deputy' });

	expect([error, outputs[0]]).toEqual([undefined, []]);
});

it.each([
	['the answer of Microsoft Graph', { value: [{ id: 'S', userId: 'u1', sharedShift: {} }] }, 'Item 1 cannot be read'],
])('%s is read entry by entry', async (_, item, words) => {
	const { error } = await schedule([item], { rosterFrom: 'services', itemsOf: 'teamsShifts' });

	expect(error?.message).toContain(words);
});

it('states go on to the summary and the timeline as those of any roster', async () => {
	const { outputs } = await schedule([early, away], { operation: 'checkSchedule', days: 1, covered: ['available'] });
	const preview = await schedule([early, away], { operation: 'previewTimeline', days: 1 });

	expect(rowsOf(outputs[2] ?? [])).toMatchObject([{ agents: 2, unknownAgents: 0 }]);
	expect(rowsOf(preview.outputs[0] ?? [])).toMatchObject([{ desiredState: 'available', minutes: 480 }, {}]);
});
