import type { IExecuteFunctions } from 'n8n-workflow';
import { isRecord } from '../../../shared/values/record';
import { inQuotes } from '../../../shared/values/text';
import { rosterOf } from '../../model/roster/roster';
import type { Requirement } from '../../model/schedule/types';
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

/**
 * Takes them from the form or from the roster.
 *
 * @throws Error when an entry cannot be read, or when both have some: nobody could say which of them holds
 */
export function readRequirements({ context, loaded, settings }: RosterTask): Requirements {
	const inForm = requirementsInForm(context, settings);
	const inRoster = loaded.schedule.requirements;
	if (inForm.length === 0) return { requirements: inRoster, placeOfRequirement: loaded.placeOf, areRows: true };
	const [row] = inRoster;
	if (row !== undefined) {
		throw new Error(
			`The roster says how many agents are needed (${loaded.placeOf(row.row)}), and so does 'Agents Needed per Interval'. Leave one of them empty`,
		);
	}
	return { requirements: inForm, placeOfRequirement: (place) => `interval ${place}`, areRows: false };
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
