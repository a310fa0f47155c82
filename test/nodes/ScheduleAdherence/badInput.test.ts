import { rowsOf } from '../../support/pack/stage';
import { planned, useAdherence, was } from '../../support/pack/useAdherence';

const adherence = useAdherence();
const told = (outcome: { hints: Array<{ message: string }> }): string =>
	outcome.hints.map(({ message }) => message).join('\n');

const plan = [planned('anna', '09:00-17:00 available')];
const day = [was('anna', '00:00-09:00 offline'), was('anna', '09:00-17:00 available')];

describe('what is defined, and told', () => {
	it('gaps are unknown, and neither in nor out', async () => {
		const outcome = await adherence({
			scheduled: plan,
			actual: [was('anna', '09:00-12:00 available'), was('anna', '13:00-17:00 available')],
		});
		expect(rowsOf(outcome.out)).toMatchObject([{ adherencePercent: 100, unknownMinutes: 60, exceptions: 0 }]);
		expect(told(outcome)).toContain('12.5 % of the scheduled time (60 min) is unknown: of anna.');
	});

	it('changes may come in any order, and last until the next one', async () => {
		const change = (time: string, state: string) => ({
			agent: 'anna',
			State: state,
			Time: `2026-11-24T${time}:00+01:00`,
		});
		const { out } = await adherence({
			scheduled: plan,
			actual: [
				change('16:00', 'Offline'),
				change('08:50', 'Available'),
				change('12:00', 'On Break'),
				change('12:30', 'available'),
			],
		});
		expect(rowsOf(out)).toMatchObject([{ inAdherenceMinutes: 390, exceptionMinutes: 90, unknownMinutes: 0 }]);
	});

	it('rows that contradict each other are unknown', async () => {
		const outcome = await adherence({ scheduled: plan, actual: [...day, was('anna', '10:00-11:00 break')] });
		expect(rowsOf(outcome.out)).toMatchObject([{ unknownMinutes: 60, inAdherenceMinutes: 420 }]);
		expect(told(outcome)).toContain('contradict each other for anna');
	});

	it('rows that say the same twice do no harm', async () => {
		const { out } = await adherence({ scheduled: [...plan, ...plan], actual: [...day, ...day] });
		expect(rowsOf(out)).toMatchObject([{ scheduledMinutes: 480, inAdherenceMinutes: 480, unknownMinutes: 0 }]);
	});

	it('an agent on one side only is told', async () => {
		const outcome = await adherence({
			scheduled: [...plan, planned('ben', '09:00-17:00 available')],
			actual: [...day, was('carl', '09:00-10:00 available')],
		});
		expect(rowsOf(outcome.out)).toMatchObject([
			{ agent: 'anna', adherencePercent: 100 },
			{ agent: 'ben', adherencePercent: null, unknownMinutes: 480, exceptions: 0 },
			{
				agent: 'carl',
				adherencePercent: null,
				conformancePercent: null,
				scheduledMinutes: 0,
				outsideMinutes: 60,
			},
		]);
		expect(told(outcome)).toContain('The input Actual has no row of ben.');
		expect(told(outcome)).toContain('The timeline does not have carl');
	});

	it('time to come does not count', async () => {
		const outcome = await adherence(
			{ scheduled: plan, actual: day },
			{ evaluateAt: '2026-11-24T13:00', period: 'today' },
		);
		expect(rowsOf(outcome.out)).toMatchObject([{ scheduledMinutes: 240, inAdherenceMinutes: 240 }]);
		expect(told(outcome)).toContain('4 h of the schedule are still to come');
	});

	it('rows from the future are left out', async () => {
		const outcome = await adherence({
			scheduled: plan,
			actual: [...day, was('anna', '+3 09:00-+3 10:00 available')],
		});
		expect(told(outcome)).toContain('Rows of anna are about the future');
	});

	it('days are those of the agent, whatever zone the node has', async () => {
		const night = [planned('anna', '05:00-13:00 available', { zone: 'America/New_York' })];
		const outcome = await adherence({ scheduled: night, actual: [was('anna', '05:00-13:00 available')] });
		expect(rowsOf(outcome.out)).toMatchObject([
			{ date: '2026-11-23', zone: 'America/New_York', adherencePercent: 100 },
		]);
		expect(told(outcome)).toContain("in the agents' own time zones, as in the timeline, and not in Europe/Warsaw");
	});

	it('a shift over midnight belongs to the day it starts on, and counts as a whole', async () => {
		const { out } = await adherence(
			{
				scheduled: [planned('anna', '-1 22:00-06:00 available'), planned('anna', '22:00-+1 06:00 available')],
				actual: [was('anna', '-1 00:00-+1 12:00 available')],
			},
			{ period: 'yesterday' },
		);
		expect(rowsOf(out)).toMatchObject([{ date: '2026-11-24', scheduledMinutes: 480, outsideMinutes: 960 }]);
	});

	it('a timeline that may have cut a shift is told', async () => {
		const cut = [planned('anna', '00:00-06:00 available')];
		const outcome = await adherence({ scheduled: cut, actual: [was('anna', '00:00-06:00 available')] });
		expect(told(outcome)).toContain('Start it a day earlier');
	});

	it('a state that stands for none of the four is unknown until the user says which', async () => {
		const coaching = [was('anna', '09:00-17:00 unknown Coaching')];
		const unknown = await adherence({ scheduled: plan, actual: coaching });
		expect(rowsOf(unknown.out)).toMatchObject([{ unknownMinutes: 480 }]);
		expect(told(unknown)).toContain('"Coaching": not one of the states');

		const known = await adherence(
			{ scheduled: plan, actual: coaching },
			{ sameStates: { group: [{ words: 'available, coaching' }] } },
		);
		expect(rowsOf(known.out)).toMatchObject([{ inAdherenceMinutes: 480, workedMinutes: 480 }]);
	});

	it('without any row nothing comes out', async () => {
		const outcome = await adherence({ scheduled: [{}], actual: [{}] });
		expect([outcome.error, outcome.out]).toEqual([undefined, []]);
	});

	it('an agent whom the service could not tell is unknown', async () => {
		const failed = {
			agent: 'anna',
			outcome: 'failed',
			reason: 'no such worker',
			state: null,
			from: null,
			until: null,
		};
		const outcome = await adherence({ scheduled: plan, actual: [failed] });
		expect(rowsOf(outcome.out)).toMatchObject([{ unknownMinutes: 480 }]);
		expect(told(outcome)).toContain('Rows of anna say that the agent could not be read');
	});
});

describe('what cannot be read stops the run, and says where it is', () => {
	it.each([
		[
			'an unreadable start',
			[planned('anna', '09:00-17:00 available', { start: 'Tue 9:00' })],
			day,
			'Scheduled, row 1 (anna): "start": "Tue 9:00" is not a date and time',
		],
		[
			'an unknown state',
			[planned('anna', '09:00-17:00 working')],
			day,
			'Scheduled, row 1 (anna): "desiredState": "working" is not one of',
		],
		['no agent', [{ desiredState: 'available' }], day, 'Scheduled, row 1: no agent is named'],
		[
			'two states at once',
			[...plan, planned('anna', '12:00-13:00 busy')],
			day,
			'Scheduled, row 2 (anna): it overlaps row 1',
		],
		[
			'an unknown zone',
			[planned('anna', '09:00-17:00 available', { zone: 'BST' })],
			day,
			'"zone": "BST" is not the name of a place',
		],
		[
			'an end before the start',
			plan,
			[was('anna', '10:00-09:00 available')],
			'Actual, row 1 (anna): "until" is before "from"',
		],
		[
			'no time',
			plan,
			[{ agent: 'anna', state: 'available' }],
			"Actual, row 1 (anna): the row has no time. Give the column in 'Columns of Actual'",
		],
		[
			'a date alone',
			plan,
			[{ agent: 'anna', state: 'available', at: '2026-11-24' }],
			'"at": "2026-11-24" has no time of day',
		],
		['nobody', plan, [{ state: 'available', at: '2026-11-24T09:00Z' }], 'Actual, row 1: no agent is named'],
		[
			'two agents of one name',
			[planned('Anna', '09:00-17:00 available')],
			[
				was('WK1', '09:00-17:00 available', { agent: 'Anna' }),
				was('WK2', '09:00-17:00 available', { agent: 'Anna' }),
			],
			'several agents of the input Actual have this name: WK1, WK2',
		],
	])('%s', async (_, scheduled, actual, message) => {
		const { error } = await adherence({ scheduled, actual });
		expect(error?.message).toContain(message);
	});

	it.each([
		[
			'a group without one of the four states',
			{ sameStates: { group: [{ words: 'Coaching, Lunch' }] } },
			'must be available, busy, break or offline',
		],
		['a tolerance below 0', { tolerance: -1 }, "'Tolerance (Minutes)' must be a number of minutes, 0 or more"],
		[
			'a tolerance of no number',
			{ tolerances: { lateStart: 'x' } },
			"'Other Tolerances (Minutes), Late Start' must be",
		],
		['a moment of no time', { evaluateAt: 'soon' }, "'Evaluate At' must be a date and time"],
		['a zone of no place', { zone: 'BST' }, 'Time zone: "BST" is not the name of a place'],
		['an unknown kind', { operation: 'getExceptions', kinds: ['late'] }, '\'Kinds\' has "late"'],
	])('%s', async (_, parameters, message) => {
		const { error } = await adherence({ scheduled: plan, actual: day }, parameters);
		expect(error?.message).toContain(message);
	});

	it('a wrong field is one error item where the node is set to continue', async () => {
		const { out, error } = await adherence(
			{ scheduled: plan, actual: day },
			{ zone: 'BST' },
			{ onError: 'continueRegularOutput' },
		);
		expect(error).toBeUndefined();
		expect(rowsOf(out)).toMatchObject([{ error: expect.stringContaining('Time zone: "BST"') as string }]);
	});

	it('a wrong row of excused times', async () => {
		const { error } = await adherence({
			...{ scheduled: plan, actual: day },
			excused: [{ who: 'anna', from: '2026-11-24 10:00', until: '2026-11-24 09:00' }],
		});
		expect(error?.message).toContain('Excused, row 1 (anna): "until" is not after "from"');
	});

	it('set to continue, the other agents are worked out, and the error is an item', async () => {
		const outcome = await adherence(
			{
				scheduled: [...plan, planned('ben', '09:00-17:00 working')],
				actual: [...day, was('ben', '09:00-17:00 available')],
			},
			{},
			{ onError: 'continueRegularOutput' },
		);
		expect(rowsOf(outcome.out)).toMatchObject([
			{ agent: 'anna', adherencePercent: 100 },
			{ error: expect.stringContaining('Scheduled, row 2 (ben)') as string },
		]);
		expect(told(outcome)).toContain(
			'One row could not be read. See the error items. Left out until this is corrected: ben.',
		);
	});
});
