import { isBeyond } from '../../model/comparison/totals';
import { exceptionRow } from '../adherenceRows';
import { readKinds } from '../adherenceSettings';
import { exceptionsSummary } from '../summaryLine';
import { onPeriod } from './compareAll';
import { drawPicture } from './drawPicture';

/** A row for each deviation beyond the tolerance, and a picture. */
export const getExceptions = onPeriod(async (task) => {
	const { context, findings, settings, table, linkOf } = task;
	const kinds = readKinds(context);
	const all = findings.map((one) => ({
		one,
		exceptions: one.exceptions.filter(({ kind }) => kinds.has(kind)),
	}));
	const beyond = all.map(({ one, exceptions }) => ({
		one,
		exceptions: exceptions.filter((exception) => isBeyond(exception, settings.tolerances)),
	}));
	const count = (list: typeof all): number => list.reduce((sum, { exceptions }) => sum + exceptions.length, 0);
	return {
		outputs: [
			beyond.flatMap(({ one, exceptions }) =>
				exceptions.map((exception) => ({
					json: exceptionRow(table, one.record, exception),
					pairedItem: linkOf(one.record),
				})),
			),
			await drawPicture(task, { name: 'genesys', countsOutside: false }, kinds),
		],
		summary: exceptionsSummary(findings, beyond, count(all) - count(beyond), table.thisYear),
		notes: [],
	};
});
