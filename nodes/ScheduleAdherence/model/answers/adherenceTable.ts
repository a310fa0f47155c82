import type { EpochDay } from '../../../ShiftSchedule/model/calendar/day';
import { adherenceOf, conformanceOf, type Formula } from '../comparison/formulas';
import { addTotals, noTotals, type Totals } from '../comparison/totals';
import type { AgentRecord } from '../record/types';
import type { Findings } from './findings';

/** What a row of the answer is about. */
export const levelNames = ['agentDay', 'agent', 'team'] as const;

export type LevelName = (typeof levelNames)[number];

/** The figures of an agent on a day, of an agent, or of a team. */
export interface AdherenceRow {
	/** `undefined` for a team. */
	agent: AgentRecord | undefined;
	team: string;
	/** `undefined` for all days of the period. */
	day: EpochDay | undefined;
	/** How many agents it is about. */
	agents: number;
	totals: Totals;
	/** In percent; `undefined` where nothing is scheduled, or nothing of it is known. */
	adherence: number | undefined;
	conformance: number | undefined;
}

/**
 * The figures, in the order of the agents and days. Those of several days or agents are those of all their time together,
 * and no average of percentages: a short day weighs less than a long one.
 */
export function adherenceTable(findings: readonly Findings[], level: LevelName, formula: Formula): AdherenceRow[] {
	const rows = new Map<string, Omit<AdherenceRow, 'adherence' | 'conformance'>>();
	for (const [index, { record, days }] of findings.entries()) {
		const { team } = record;
		const counted = new Set<string>();
		for (const [day, totals] of days) {
			const key = level === 'team' ? team : level === 'agent' ? `${index}` : `${index} ${day}`;
			const row = rows.get(key) ?? {
				agent: level === 'team' ? undefined : record,
				...{ team, day: level === 'agentDay' ? day : undefined, agents: 0, totals: noTotals() },
			};
			addTotals(row.totals, totals);
			if (!counted.has(key)) row.agents++;
			counted.add(key);
			rows.set(key, row);
		}
	}
	return [...rows.values()].map((row) => ({
		...row,
		adherence: adherenceOf(row.totals, formula),
		conformance: conformanceOf(row.totals),
	}));
}

/** The figures of all agents and days together. */
export function overallRow(
	findings: readonly Findings[],
	formula: Formula,
): Omit<AdherenceRow, 'agent' | 'team' | 'day'> {
	const rows = adherenceTable(findings, 'agent', formula);
	const totals = noTotals();
	for (const row of rows) addTotals(totals, row.totals);
	return { agents: rows.length, totals, adherence: adherenceOf(totals, formula), conformance: conformanceOf(totals) };
}
