import { readOption } from '../../../shared/n8n/parameters';
import { adherenceTable, levelNames, type AdherenceRow } from '../../model/answers/adherenceTable';
import { formulaNames, type Formula } from '../../model/comparison/formulas';
import { adherenceItemRow } from '../adherenceRows';
import type { Link } from '../inputs';
import { adherenceSummary } from '../summaryLine';
import { onPeriod } from './compareAll';
import { drawPicture } from './drawPicture';

/** Figures for each agent and day, each agent, or each team, and a picture. */
export const getAdherence = onPeriod(async (task) => {
	const { context, findings, table, linkOf } = task;
	const level = readOption(context, { name: 'level', label: 'A Row For', options: levelNames });
	const formula: Formula = {
		name: readOption(context, { name: 'formula', label: 'Formula', options: formulaNames }),
		countsOutside: context.getNodeParameter('countsOutside', 0, false) === true,
	};
	const rows = adherenceTable(findings, level, formula);
	const teams = new Map<string, Link[]>();
	for (const { record } of findings) {
		const own = teams.get(record.team) ?? [];
		own.push(linkOf(record));
		teams.set(record.team, own);
	}
	const linksOf = ({ agent, team }: AdherenceRow): Link | Link[] => (agent ? linkOf(agent) : (teams.get(team) ?? []));
	return {
		outputs: [
			rows.map((row) => ({ json: adherenceItemRow(table, row), pairedItem: linksOf(row) })),
			await drawPicture(task, formula),
		],
		summary: adherenceSummary(findings, formula, table.thisYear),
		notes: [],
	};
});
