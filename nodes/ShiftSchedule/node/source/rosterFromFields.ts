import type { IExecuteFunctions } from 'n8n-workflow';
import { isRecord } from '../../../shared/values/record';
import { problemSentence } from '../../model/roster/problem';
import { rosterOf } from '../../model/roster/roster';
import { groups } from '../fields/roster';
import type { LoadedRoster, RowOptions } from './loadedRoster';
import { readWriting } from './readWriting';

/** Reads the roster in the form. It is the same for all input items, so it is read once. */
export function rosterFromFields(context: IExecuteFunctions, options: RowOptions): LoadedRoster {
	const given: unknown = context.getNodeParameter('roster', 0, {});
	const form = isRecord(given) ? given : {};
	const labels: string[] = [];
	const rows = Object.entries(groups).flatMap(([name, { title, kind }]) => {
		const entries = Array.isArray(form[name]) ? form[name].filter(isRecord) : [];
		return entries.map(({ more, ...entry }, index) => {
			labels.push(`${title} ${index + 1}`);
			return { ...(kind && { kind }), ...entry, ...(isRecord(more) && more) };
		});
	});
	const { schedule, problems, notes, doubted } = rosterOf(rows, {
		...{ ...options, ...readWriting(context) },
		// The form says itself that commas separate agents.
		agentsInCell: 'several',
		placeOf: (row) => labels[row - 1] ?? 'Roster',
	});
	return {
		...{ schedule, notes, doubted },
		problems: problems.map((problem) => ({
			message: problemSentence(labels[problem.row - 1] ?? 'Roster', problem, ''),
			item: 0,
		})),
		placeOf: (row) => labels[row - 1] ?? '',
		itemOf: () => 0,
		saysNothing: () => false,
	};
}
