import type { IDataObject } from 'n8n-workflow';
import type { Job } from '../../support/bench/bench';
import { each, rowsOf } from '../../support/pack/stage';
import { useSchedule } from '../../support/pack/useSchedule';

const legend = {
	code: [
		{ code: 'E', means: 'available', times: '07:00-15:00', reason: '', pause: '11:45 30m', days: '' },
		{ code: 'TR', means: 'busy', times: '09:00-17:00', reason: 'Training', pause: '', days: '' },
	],
};
const month: IDataObject[] = [
	{ row_number: 2, Employee: 'anna', '2026-11-02': 'OFF', '2026-11-03': 'E', '2026-11-04': '', Hours: 8 },
	{ row_number: 3, Employee: 'bob', '2026-11-02': 'E', '2026-11-03': 'AL', '2026-11-04': 'TR', Hours: 16 },
];

const schedule = useSchedule({ rosterFrom: 'grid', legend });
const going: Partial<Job> = { onError: 'continueErrorOutput' };
const told = (hints: Array<{ message: string }>): string => hints.map(({ message }) => message).join('\n');

describe('a grid', () => {
	it('gives each agent a state, with the cell that it comes from', async () => {
		const { out, hints } = await schedule(month);

		expect(rowsOf(out)).toMatchObject([
			{ agent: 'anna', desiredState: 'break', source: 'break, Legend, entry 1' },
			{
				agent: 'bob',
				desiredState: 'offline',
				reason: 'AL',
				source: 'override "AL", row 3, column "2026-11-03"',
			},
		]);
		expect(out.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 1 }]);
		expect(told(hints)).toContain('Read "Employee" as the agent, and "2026-11-02" to "2026-11-04" as days.');
		expect(told(hints)).toContain('Read "OFF" as a day off, "AL" as leave.');
		expect(told(hints)).toContain('Column "Hours" is not read.');
	});

	it("has days that follow each other, or the order of dates in 'Dates Are'", async () => {
		const items = [{ Employee: 'anna', '3/11/2026': 'E', '4/11/2026': 'OFF' }];
		expect(each((await schedule(items)).out, 'desiredState')).toEqual(['break']);

		const inMarch = { datesAre: 'monthFirst', evaluateAt: '2026-03-11T12:00' };
		expect(each((await schedule(items, inMarch)).out, 'desiredState')).toEqual(['break']);
		expect(each((await schedule(items, { ...inMarch, datesAre: 'dayFirst' })).out, 'desiredState')).toEqual([]);
	});

	it('gives no state where a cell is empty or the day is not in it, and says so', async () => {
		const empty = await schedule(month, { evaluateAt: '2026-11-04T12:00' });
		expect(each(empty.out, 'agentId')).toEqual(['bob']);
		expect(told(empty.hints)).toContain('Nothing is known about this moment for anna');
		expect(told(empty.hints)).toContain("set 'Empty Cells Mean' to 'Off'");

		const later = await schedule(month, { evaluateAt: '2026-12-01T12:00' });
		expect(later.out).toEqual([]);
		expect(told(later.hints)).toContain('for anna, bob');
	});

	it('signs off who worked until the morning of a day about which it says nothing', async () => {
		const items = [{ Employee: 'anna', '2026-11-02': '22:00-06:00', '2026-11-03': '' }];
		expect(each((await schedule(items, { evaluateAt: '2026-11-03T07:00' })).out, 'desiredState')).toEqual([
			'offline',
		]);
		const late = [{ Employee: 'anna', '2026-11-02': '16:00-24:00', '2026-11-03': '' }];
		expect(each((await schedule(late, { evaluateAt: '2026-11-03T00:05' })).out, 'desiredState')).toEqual([
			'offline',
		]);
		const sick = [{ Employee: 'anna', '2026-11-02': 'Sick', '2026-11-03': '' }];
		expect((await schedule(sick, { evaluateAt: '2026-11-03T07:00' })).out).toEqual([]);
	});

	it('takes empty cells for days off where the form says so', async () => {
		const { out } = await schedule(month, { evaluateAt: '2026-11-04T12:00', emptyCells: 'off' });
		expect(each(out, 'desiredState')).toEqual(['offline', 'busy']);
	});

	it('names the row, the column and the codes to add where cells have no meaning', async () => {
		const { error } = await schedule(month, { legend: {} });
		expect(error?.message).toBe(
			'Row 2, column "2026-11-03": "E" has no meaning (in 2 cells): add E to \'Legend\'. Codes without a meaning: E, TR',
		);
		expect(error?.context?.itemIndex).toBe(0);
	});

	it('leaves out the agents of a cell that cannot be read, and nobody else', async () => {
		const { outputs, hints } = await schedule([{ ...month[0], '2026-11-04': '9-5' }, month[1] ?? {}], {}, going);
		expect(each(outputs[0] ?? [], 'agentId')).toEqual(['bob']);
		expect(outputs[2]?.map(({ json }) => json.error)).toEqual([
			expect.stringContaining('Row 2, column "2026-11-04": "9-5" can be read in two ways'),
		]);
		expect(told(hints)).toContain('Left out until this is corrected: anna.');
	});

	it('that is none is an error for every agent', async () => {
		const { error } = await schedule([{ Employee: 'anna', First: 'E' }]);
		expect(error?.message).toContain('No column is a day or a time of day');
		const { outputs } = await schedule([{ Employee: 'anna', First: 'E' }], {}, going);
		expect(outputs[0]).toEqual([]);
		expect(outputs[2]).toHaveLength(1);
	});

	it('is drawn and checked as any roster', async () => {
		const preview = await schedule(month, {
			operation: 'previewTimeline',
			days: 2,
			evaluateAt: '2026-11-02T08:00',
		});
		expect(each(preview.outputs[0] ?? [], 'desiredState')).toEqual(
			expect.arrayContaining(['available', 'break', 'offline']),
		);
		const check = await schedule(month, { operation: 'checkSchedule', days: 2, covered: ['available'] });
		expect(each(check.outputs[0] ?? [], 'kind')).not.toContain('unknownAgent');
	});

	it('refuses a date in the grid that is none', async () => {
		const { error } = await schedule(month, { gridDate: 'soon' });
		expect(error?.message).toContain('Date in the Grid');
	});
});

describe('rows that are those of a grid', () => {
	it.each<[string, IDataObject[]]>([
		['dates across', month],
		['weekdays across', [{ 'Employee Name': 'anna', Monday: '09:00-17:00', Tuesday: 'OFF' }]],
		['short weekdays across', [{ Mitarbeiter: 'anna', Mo: 'F', Di: 'S', Mi: '-' }]],
		['times across', [{ Agent: 'anna', '08:00': 'x', '08:30': 'x', '09:00': '' }]],
		['names in the cells', [{ '': '12:00AM - 1:00AM', 'Nov 3 2026': 'Anna', 'Nov 4 2026': 'Bob' }]],
		['weeks down', [{ 'Week Commencing': '2026-10-28', Primary: 'Anna' }]],
	])('are refused with the field that reads them: %s', async (_, items) => {
		const { error, out } = await schedule(items, { rosterFrom: 'items' });
		expect(error?.message).toContain('This table is a grid: it has a column');
		expect(error?.message).toContain("Set 'Roster From' to 'A Grid'");
		expect(out).toEqual([]);
	});

	it('are none where each row says when it is', async () => {
		const rows = [{ agent: 'anna', days: 'daily', start: '9-17', Mon: 'x', Tue: 'x' }];
		expect((await schedule(rows, { rosterFrom: 'items' })).error).toBeUndefined();
	});
});

describe('a legend by the second input', () => {
	const fromInput = { legendFrom: 'input', legend: {} };
	const sheet = [
		{ row_number: 2, Code: 'E', Times: '07:00-15:00', Break: '11:45 30m' },
		{ row_number: 3, Code: '', Times: '' },
		{ row_number: 4, Code: 'TR', Meaning: 'busy', Start: '09:00', End: '17:00', Reason: 'Training' },
	];

	it('means the same as in the form', async () => {
		for (const evaluateAt of ['2026-11-03T12:00', '2026-11-03T08:00', '2026-11-04T12:00']) {
			const bySheet = await schedule(month, { ...fromInput, evaluateAt }, { moreInputs: [sheet] });
			const byForm = await schedule(month, { evaluateAt });
			const states = ({ out }: typeof byForm) => out.map(({ json: { source: _place, ...row } }) => row);

			expect(bySheet.error).toBeUndefined();
			expect(states(bySheet)).toEqual(states(byForm));
		}
		const { out } = await schedule(month, fromInput, { moreInputs: [sheet] });
		expect(each(out, 'source')[0]).toBe('break, Legend, row 2');
	});

	it('is the legend of rows, too', async () => {
		const rows = [{ agent: 'anna', from: '2026-11-03', start: 'E' }];
		const { out } = await schedule(rows, { ...fromInput, rosterFrom: 'items' }, { moreInputs: [sheet] });

		expect(each(out, 'desiredState')).toEqual(['break']);
	});

	it.each([
		['holds nothing', [[]]],
		['holds blank rows', [[{ Code: '' }]]],
		['is not connected', undefined],
	])('stops the run where that input %s', async (_what, moreInputs) => {
		const { error, out } = await schedule(month, fromInput, { ...(moreInputs && { moreInputs }) });

		expect(error?.message).toContain("The input 'Legend' has no rows");
		expect(out).toEqual([]);
	});

	it('names the row that is wrong', async () => {
		const { error } = await schedule(month, fromInput, { moreInputs: [[...sheet, { Code: 'N', Times: 'late' }]] });

		expect(error?.message).toMatch(/Legend, row 4.*"late"/);
	});

	it('is not asked for where the roster has none', async () => {
		const rows = [{ agent: 'anna', days: 'Mon-Fri', start: '09:00', end: '17:00' }];
		const { error } = await schedule(rows, { legendFrom: 'fields', rosterFrom: 'items' });

		expect(error).toBeUndefined();
	});
});
