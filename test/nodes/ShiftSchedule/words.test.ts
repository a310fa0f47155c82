import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { textAt } from '../../support/pack/stage';
import { useSchedule } from '../../support/pack/useSchedule';

const entry = { code: '', means: 'available', times: '', reason: '', pause: '', days: '' };
const schedule = useSchedule();
const states = async (items: IDataObject[], parameters: INodeParameters = {}): Promise<string[]> => {
	const { out, error } = await schedule(items, parameters);
	if (error) throw error;
	return out.map((_, at) => `${textAt(out, at, 'agentId')} ${textAt(out, at, 'desiredState')}`);
};
const from = '2026-11-03';

it('reads usual words in place of a kind or a start, and tells them', async () => {
	const items = [
		{ agent: 'anna', from, kind: 'Annual Leave' },
		{ agent: 'bob', from, kind: 'Sick' },
		{ agent: 'eve', from, start: 'OFF' },
		{ agent: 'kim', from, start: '6AM-3PM' },
	];
	expect(await states(items)).toEqual(['anna offline', 'bob offline', 'eve offline', 'kim available']);
	const { hints } = await schedule(items);
	expect(hints.map(({ message }) => message).join()).toContain(
		'"Annual Leave" and "Sick" as leave, "OFF" as a day off',
	);
});

it('reads codes with their times, in the node and in rows of kind code', async () => {
	const items = [
		{ agent: 'anna', from, start: 'E' },
		{ agent: 'bob', from, start: 'L' },
		{ kind: 'code', shift: 'L', start: '14:00', end: '22:00' },
	];
	const legend = { code: [{ ...entry, code: 'E', times: '07:00-15:00', pause: '11:45 30m' }] };
	expect(await states(items, { legend })).toEqual(['anna break', 'bob offline']);
});

describe('the name of a shift', () => {
	const legend = { code: [{ ...entry, code: 'Early', times: '07:00-15:00' }] };

	it('tells its times in a row for one day that has no others, whatever the columns are called', async () => {
		const items = [
			{ Employee: 'anna', Date: from, Shift: 'Early' },
			{ Employee: 'bob', Date: from, Shift: 'OFF' },
		];
		expect(await states(items, { legend })).toEqual(['anna available', 'bob offline']);
	});

	it('is only a name beside times, and in a row for more than a day', async () => {
		const items = [
			{ agent: 'anna', from, shift: 'Early', start: '16:00', end: '20:00' },
			{ agent: 'bob', shift: 'Early', from: `${from} 16:00`, until: `${from} 20:00` },
		];
		expect(await states(items, { legend })).toEqual(['anna offline', 'bob offline']);
	});

	it('without an entry is refused, and the message says where its times go', async () => {
		const { error } = await schedule([{ agent: 'anna', from, shift: 'Early' }]);
		expect(error?.message).toContain("write the times under 'Words Stand For'");
	});
});

describe('an export of activities', () => {
	const activities = [
		{ agent: 'anna', activity: 'Phone', from, start: '09:00', end: '11:45' },
		{ agent: 'anna', activity: 'Lunch', from, start: '11:45', end: '12:30' },
		{ agent: 'bob', activity: 'Meeting', from, start: '11:00', end: '13:00' },
		{ agent: 'eve', activity: 'PTO', from, start: '09:00', end: '17:00' },
	];

	it('is read by its words: lunch is never work', async () => {
		expect(await states(activities)).toEqual(['anna break', 'bob busy', 'eve offline']);
	});

	it('is refused where a word has no meaning, until the form says it', async () => {
		const items = [...activities, { agent: 'kim', activity: 'Back Office', from, start: '09:00', end: '17:00' }];
		const { error } = await schedule(items);
		expect(error?.message).toContain('"Back Office" is not a kind of row');
		expect(error?.message).toContain("'Words Stand For'");
		const legend = { code: [{ ...entry, code: 'Back Office', means: 'busy' }] };
		expect(await states(items, { legend })).toContain('kim busy');
	});
});

it('refuses a legend with a line that is wrong', async () => {
	const legend = { code: [{ ...entry, code: 'E', times: 'early' }] };
	const { error } = await schedule([{ agent: 'anna', from, start: 'E' }], { legend });
	expect(error?.message).toContain('Legend, entry 1: the times of "E"');
});
