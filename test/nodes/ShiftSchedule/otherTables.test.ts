import { useSchedule } from '../../support/pack/useSchedule';

const run = useSchedule();

const line = { 'Employee Email': 'anna', Date: '11/3/2026', 'Shift Start': '9:00:00 AM', 'Shift End': '5:00:00 PM' };

it('a sheet with other headings is read as it is, and a line above the output says how', async () => {
	const { outputs, hints } = await run([{ ...line, Role: 'Agent', row_number: 2 }], { datesAre: 'monthFirst' });

	expect(outputs[0]?.[0]?.json).toMatchObject({
		agentId: 'anna',
		desiredState: 'available',
		until: '2026-11-03T17:00:00+01:00',
	});
	expect(hints.map(({ message }) => message).join()).toContain(
		'Read Employee Email as agent, Date as from, Shift Start as start',
	);
	expect(hints.map(({ message }) => message).join()).toContain('Not read: the column Role.');
});

it('a date with two readings is refused until the order is chosen, or another date shows it', async () => {
	const { error } = await run([line]);
	expect(error?.message).toBe(
		`Row 1, column "Date": "11/3/2026" can be 11 March 2026 or 3 November 2026: choose the order in 'Dates Are', or write it as 2026-01-05, or 2026-01-05 14:00`,
	);

	const { outputs } = await run([line, { ...line, Date: '11/13/2026' }]);
	expect(outputs[0]?.[0]?.json).toMatchObject({ agentId: 'anna', desiredState: 'available' });
});

it('the fields of the form take dates and days in the same way', async () => {
	const roster = { shift: [{ agent: 'anna', days: '', start: '9:00', end: '17:00', more: { from: '11/3/2026' } }] };
	const { outputs } = await run([{}], { rosterFrom: 'fields', roster, datesAre: 'monthFirst' });

	expect(outputs[0]?.[0]?.json).toMatchObject({ agentId: 'anna', desiredState: 'available' });
});

it('a value inside another one is found by its path, and a path that leads nowhere is told', async () => {
	const item = { who: [{ email: 'anna' }], on: { day: '2026-11-03' }, start: '9:00', end: '17:00' };
	const { outputs } = await run([item], { columns: { agent: 'who[0].email', from: 'on.day' } });
	expect(outputs[0]?.[0]?.json).toMatchObject({ agentId: 'anna', desiredState: 'available' });

	const { error } = await run([item], { columns: { agent: 'who[0].mail', from: 'on.day' } });
	expect(error?.message).toContain('No row has the column "who[0].mail"');
});

it('Check Schedule finds a column that may matter', async () => {
	const rows = [
		{ agent: 'anna', days: 'daily', start: '9:00', end: '17:00' },
		{ agent: 'bob', days: 'daily', start: '9:00', end: '17:00', Published: 'TRUE' },
	];
	const { outputs } = await run(rows, { operation: 'checkSchedule', covered: [], days: 1 });
	expect(outputs[0]?.map(({ json }) => json.kind)).toEqual(['columnNotRead']);
});

describe('a fixed offset as the zone', () => {
	const zone = 'UTC+05:30';

	it('is right for a row whose start and end have their dates', async () => {
		const shift = { agent: 'anna', start: '2026-11-03 14:00', end: '2026-11-03 22:30', zone };
		const { outputs } = await run([shift]);

		expect(outputs[0]?.[0]?.json).toMatchObject({
			desiredState: 'available',
			since: '2026-11-03T09:30:00+01:00',
			until: '2026-11-03T18:00:00+01:00',
		});
	});

	it('is refused for a row that repeats: it would be wrong when the clocks change', async () => {
		const { error } = await run([{ agent: 'anna', days: 'Mon-Fri', start: '14:00', end: '22:30', zone }]);

		expect(error?.message).toContain('"UTC+05:30" is a fixed offset, not a time zone');
	});
});
