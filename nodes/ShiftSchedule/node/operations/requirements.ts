import type { IExecuteFunctions } from 'n8n-workflow';
import { isRecord } from '../../../shared/values/record';
import { inQuotes } from '../../../shared/values/text';
import { rosterOf } from '../../model/roster/roster';
import { readText } from '../../../shared/n8n/parameters';
import type { Requirement, ScheduledState } from '../../model/schedule/types';
import type { SourceOptions } from '../source/loadedRoster';
import type { RosterTask } from './task';

/** How many agents are needed when, and how people find each entry of it. */
export interface Requirements {
	requirements: Requirement[];
	placeOfRequirement: (row: number) => string;
	/** Whether they are rows of the roster, so that their numbers are those of rows. */
	areRows: boolean;
}

/** The columns of a roster in which the fields of an entry are read, and the fields' names. */
const labels: Record<string, string> = {
	days: 'Days',
	start: 'From',
	end: 'Until',
	state: 'State',
	needed: 'Agents Needed',
};

/** In place of a row: the hours to cover are none, and no interval either. */
export const HOURS_ROW = 0;

/**
 * Takes them from the form or from the roster, and where neither says anything about a state, from the hours to cover.
 *
 * @param covered the states that need agents, and how many of them
 * @throws Error when an entry cannot be read, or when both have some: nobody could say which of them holds
 */
export function readRequirements(
	task: RosterTask,
	covered: { states: ScheduledState[]; minimum: number },
): Requirements {
	const { loaded } = task;
	const found = requirementsPerInterval(task);
	const open = covered.states.filter((state) => !found.requirements.some((one) => one.state === state));
	const hours = hoursToCover(task, { ...covered, states: open });
	const place = found.areRows ? loaded.placeOf : (row: number) => `interval ${row}`;
	return {
		...found,
		requirements: [...found.requirements, ...hours],
		placeOfRequirement: (row) => (row === HOURS_ROW ? "'Hours to Cover'" : place(row)),
	};
}

function requirementsPerInterval({
	context,
	loaded,
	settings,
}: RosterTask): Pick<Requirements, 'requirements' | 'areRows'> {
	const inForm = requirementsInForm(context, settings);
	const inRoster = loaded.schedule.requirements;
	if (inForm.length === 0) return { requirements: inRoster, areRows: true };
	const [row] = inRoster;
	if (row !== undefined) {
		throw new Error(
			`The roster says how many agents are needed (${loaded.placeOf(row.row)}), and so does 'Agents Needed per Interval'. Leave one of them empty`,
		);
	}
	return { requirements: inForm, areRows: false };
}

/**
 * The same number of agents at the hours that the form names, such as `Mon-Fri 09:00-17:00; Sat 10:00-14:00`.
 *
 * @throws Error when they cannot be read
 */
function hoursToCover(
	{ context, settings }: RosterTask,
	{ states, minimum }: { states: ScheduledState[]; minimum: number },
): Requirement[] {
	const parts = readText(context, 'hoursToCover')
		.split(/[;\n]/)
		.map((part) => part.trim())
		.filter(Boolean);
	return parts.flatMap((part) => {
		// The days end where the first time begins.
		const [, days = '', times = ''] = /^([^\d]*)(.*)$/.exec(part) ?? [];
		const row = { kind: 'needed', days: days.trim() || 'daily', start: times, needed: minimum };
		const { schedule, problems } = rosterOf(
			states.map((state) => ({ ...row, state })),
			settings,
		);
		const [first] = problems;
		if (first !== undefined) throw new Error(`'Hours to Cover', ${inQuotes(part)}: ${first.problem}`);
		// One of them never contradicts another.
		return schedule.requirements.map((one) => ({ ...one, row: HOURS_ROW }));
	});
}

function requirementsInForm(context: IExecuteFunctions, options: SourceOptions): Requirement[] {
	const given: unknown = context.getNodeParameter('neededPerInterval', 0, {});
	const entries = isRecord(given) && Array.isArray(given.interval) ? given.interval.filter(isRecord) : [];
	const rows = entries.map(({ from, until, ...entry }) => ({ ...entry, kind: 'needed', start: from, end: until }));
	const { schedule, problems } = rosterOf(rows, options);
	const [first] = problems;
	if (first === undefined) return schedule.requirements;
	const field = labels[first.column] ?? first.column;
	throw new Error(`'Agents Needed per Interval', interval ${first.row}, ${inQuotes(field)}: ${first.problem}`);
}
