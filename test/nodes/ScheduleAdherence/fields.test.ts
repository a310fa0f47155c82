import type { IDataObject, INodeParameters, INodeProperties, INodePropertyCollection } from 'n8n-workflow';
import { adherenceProperties } from '../../../nodes/ScheduleAdherence/node/adherenceForm';
import { membersOf } from '../../support/pack/pack';
import { planned, useAdherence, was, type AdherenceSides } from '../../support/pack/useAdherence';

const adherence = useAdherence({ pictureShows: 'lanes' });

/** A run with the field and one without it, which must differ in what comes out. */
interface Trial {
	field: string;
	base?: INodeParameters;
	sides?: Partial<AdherenceSides>;
	with: INodeParameters;
	without?: INodeParameters;
}

const scheduled = [
	planned('anna', '09:00-12:00 available', { Team: 'North' }),
	planned('anna', '12:00-12:30 break Lunch', { Team: 'North' }),
	planned('anna', '12:30-17:00 available', { Team: 'North' }),
	planned('ben', '+1 08:00-+1 11:00 busy Training'),
];
const actual = [
	was('anna', '00:00-09:10 offline'),
	was('anna', '09:10-12:00 available'),
	was('anna', '12:00-12:40 break'),
	was('anna', '12:40-16:00 unknown Coaching'),
	was('anna', '16:00-17:30 available'),
	was('ben', '+1 00:00-+1 11:55 available'),
];
const exceptions = { operation: 'getExceptions' };
const now = { operation: 'getNow', evaluateAt: '2026-11-24T09:10' };
const days = { period: 'lastDays', days: 1 };
const odd = (name: string, column: string): Partial<AdherenceSides> => ({
	actual: actual.map(({ [name]: cell, ...row }): IDataObject => ({ ...row, [column]: cell })),
});
const change = { agent: 'anna', state: 'available' };

const trials: Trial[] = [
	{ field: 'operation', with: exceptions },
	{ field: 'period', with: { period: 'yesterday' } },
	{
		field: 'days',
		base: days,
		with: { days: 2 },
		sides: { scheduled: [planned('anna', '-1 09:00--1 17:00 available'), ...scheduled] },
	},
	{ field: 'level', with: { level: 'team' } },
	{ field: 'formula', base: { tolerance: 15 }, with: { formula: 'share' } },
	{ field: 'countsOutside', with: { countsOutside: true } },
	{ field: 'kinds', base: exceptions, with: { kinds: ['lateStart'] } },
	{ field: 'onlyBeyond', base: { ...now, tolerance: 60 }, with: { onlyBeyond: false } },
	{ field: 'tolerance', with: { tolerance: 20 } },
	...['lateStart', 'longBreak', 'otherState', 'unscheduledWork'].map((kind): Trial => ({
		field: `tolerances.${kind}`,
		base: exceptions,
		with: { tolerances: { [kind]: 600 } },
	})),
	{
		...{ field: 'tolerances.earlyLeave', base: exceptions, with: { tolerances: { earlyLeave: 600 } } },
		sides: { actual: [was('anna', '09:00-16:00 available'), was('anna', '16:00-17:00 offline')] },
	},
	{
		...{ field: 'tolerances.earlyBreak', base: exceptions, with: { tolerances: { earlyBreak: 600 } } },
		sides: { actual: [was('anna', '09:00-11:50 available'), was('anna', '11:50-12:30 break')] },
	},
	{
		...{ field: 'tolerances.missedBreak', base: exceptions, with: { tolerances: { missedBreak: 600 } } },
		sides: { actual: [was('anna', '09:00-17:00 available')] },
	},
	{
		...{
			field: 'tolerances.unscheduledAbsence',
			base: exceptions,
			with: { tolerances: { unscheduledAbsence: 600 } },
		},
		sides: { actual: [was('anna', '09:00-17:00 offline')] },
	},
	{ field: 'sameStates.group.words', with: { sameStates: { group: [{ words: 'available, Coaching' }] } } },
	{ field: 'neutral', with: { neutral: 'Training' } },
	{ field: 'workStates', with: { workStates: ['available'] } },
	{
		field: 'hasExcused',
		sides: { excused: [{ who: '*', from: '2026-11-24', until: '2026-11-24' }] },
		with: {},
		without: { hasExcused: false },
	},
	{
		field: 'zone',
		sides: { scheduled: scheduled.map(({ zone: _zone, ...row }) => row) },
		with: { zone: 'Asia/Tokyo' },
	},
	{
		field: 'columns.agent',
		sides: { actual: actual.map(({ agent, agentId: _id, ...row }) => ({ ...row, Who: agent })) },
		with: { columns: { agent: 'who' } },
	},
	{
		field: 'columns.agentId',
		sides: { actual: actual.map((row) => ({ ...row, agent: 'x', agentId: null, Number: row.agent })) },
		with: { columns: { agentId: 'Number' } },
	},
	{ field: 'columns.state', sides: odd('state', 'Zustand'), with: { columns: { state: 'Zustand' } } },
	{
		field: 'columns.native',
		sides: { actual: actual.map(({ native, ...row }) => ({ ...row, Aktivität: native })) },
		base: { sameStates: { group: [{ words: 'available, Coaching' }] } },
		with: { columns: { native: 'Aktivität' } },
	},
	{
		field: 'columns.reason',
		sides: { actual: [was('anna', '09:00-12:00 offline', { Grund: 'Outage' })] },
		base: { neutral: 'Outage' },
		with: { columns: { reason: 'Grund' } },
	},
	{ field: 'columns.from', sides: odd('from', 'Von'), with: { columns: { from: 'Von' } } },
	{ field: 'columns.until', sides: odd('until', 'Bis'), with: { columns: { until: 'Bis' } } },
	{
		field: 'columns.at',
		sides: { actual: [{ ...change, Um: '2026-11-24T09:10:00+01:00' }] },
		with: { columns: { at: 'Um' } },
	},
	{ field: 'teamColumn', with: { teamColumn: 'team' } },
	{ field: 'pictureShows', with: { pictureShows: 'table' } },
	{ field: 'title', with: { title: 'Our day' } },
	{ field: 'pictureField', with: { pictureField: 'plan' } },
	{ field: 'evaluateAt', with: { evaluateAt: '2026-11-24T10:00' } },
];

async function outcomeOf({ base, sides }: Trial, parameters: INodeParameters = {}) {
	const { outputs, error } = await adherence({ scheduled, actual, ...sides }, { ...base, ...parameters });
	return {
		error: error?.message,
		items: outputs.map((items) => items.map(({ json, binary }) => ({ json, binary }))),
	};
}

it.each(trials.map((trial) => [trial.field, trial] as const))('%s has an effect', async (_, trial) => {
	const without = await outcomeOf(trial, trial.without);
	const withIt = await outcomeOf(trial, trial.with);

	expect(withIt.error).toBeUndefined();
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
		[...new Set(adherenceProperties.filter((one) => !one.displayOptions?.show?.['@tool']).flatMap(named))].sort(),
	);
});
