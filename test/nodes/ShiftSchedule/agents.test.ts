import type { INodeParameters } from 'n8n-workflow';
import { each, rowsOf } from '../../support/pack/stage';
import { useSchedule } from '../../support/pack/useSchedule';

const schedule = useSchedule();

const shift = { days: 'Mon-Fri', start: '09:00', end: '17:00' };
const leave = { kind: 'leave', from: '2026-11-03' };

it('an agent on leave under another spelling is on leave', async () => {
	const { outputs, hints } = await schedule([
		{ agent: 'Anna Kowalska', ...shift },
		{ agent: 'anna\u00a0 kowalska\u200b', ...leave },
	]);

	expect(rowsOf(outputs[0] ?? [])).toMatchObject([{ agentId: 'Anna Kowalska', desiredState: 'offline' }]);
	expect(hints.map(({ message }) => message).join()).toContain('Anna Kowalska (also anna kowalska)');
});

it('a name with a comma stops the run until someone says what it is', async () => {
	const rows = [{ agent: 'Kowalska, Anna', ...shift }];
	const { error } = await schedule(rows);

	expect(error?.message).toContain('Row 1, column "agent": "Kowalska, Anna" can be one agent or 2');
	for (const [parameters, agents] of [
		[{ agentsInCell: 'one' }, ['Kowalska, Anna']],
		[{ agentsInCell: 'several' }, ['Kowalska', 'Anna']],
		[{ knownAgents: 'Kowalska, Anna; Nowak, Ben' }, ['Kowalska, Anna']],
		[{ knownAgents: '={{ ["Kowalska, Anna"] }}' }, ['Kowalska, Anna']],
	] as Array<[INodeParameters, string[]]>) {
		const { outputs } = await schedule(rows, parameters);
		expect(each(outputs[0] ?? [], 'agentId')).toEqual(agents);
	}
});

it('nobody else is held back by a name with a comma', async () => {
	const { outputs } = await schedule(
		[
			{ agent: 'Kowalska, Anna', ...shift },
			{ agent: 'ben', ...shift },
		],
		{},
		{ onError: 'continueErrorOutput' },
	);

	expect(each(outputs[0] ?? [], 'agentId')).toEqual(['ben']);
	expect(outputs[2]).toHaveLength(1);
});

it('agents with almost the same name are a finding, and told above the output', async () => {
	const items = [
		{ agent: '0042', ...shift },
		{ agent: 42, ...leave },
	];
	const { hints } = await schedule(items);
	const { outputs } = await schedule(items, { operation: 'checkSchedule' });

	expect(hints.map(({ message }) => message).join()).toContain('"0042" (row 1) and "42" (row 2)');
	expect(rowsOf(outputs[0] ?? [])).toContainEqual(expect.objectContaining({ kind: 'similarAgents', agentId: '42' }));
	expect(rowsOf(outputs[2] ?? [])).toMatchObject([{ isFine: false }]);
});

it('known agents are known by any spelling', async () => {
	const { outputs } = await schedule([{ agent: 'Anna Kowalska', ...shift }], {
		operation: 'checkSchedule',
		knownAgents: 'anna kowalska, ben',
	});

	expect(rowsOf(outputs[0] ?? []).filter(({ kind }) => kind === 'unknownAgent')).toEqual([]);
});

it('an address in upper and lower case is one agent in calendars', async () => {
	const event = (uid: string, address: string, from: string, until: string): string[] => [
		...['BEGIN:VEVENT', `UID:${uid}`, 'SUMMARY:Shift', `ATTENDEE:mailto:${address}`],
		...[`DTSTART:20261103T${from}Z`, `DTEND:20261103T${until}Z`, 'END:VEVENT'],
	];
	const calendar = (...events: string[][]): string =>
		['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.flat(), 'END:VCALENDAR', ''].join('\r\n');
	const items = [
		{ data: calendar(event('1', 'Anna.Nowak@Example.com', '080000', '160000')) },
		{ data: calendar(event('2', 'anna.nowak@example.com', '160000', '180000')) },
	];
	const { outputs } = await schedule(items, {
		...{ rosterFrom: 'calendar', calendarIn: 'column', agentFrom: 'property' },
	});

	expect(rowsOf(outputs[0] ?? [])).toMatchObject([
		{ agentId: 'Anna.Nowak@Example.com', desiredState: 'available', until: '2026-11-03T19:00:00+01:00' },
	]);
});
