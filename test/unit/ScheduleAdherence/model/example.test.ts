import { adherenceTable, overallRow } from '../../../../nodes/ScheduleAdherence/model/answers/adherenceTable';
import type { Formula } from '../../../../nodes/ScheduleAdherence/model/comparison/formulas';
import { isBeyond } from '../../../../nodes/ScheduleAdherence/model/comparison/totals';
import { textOf } from '../../../support/documents/reference';
import { exampleFindings, fiveMinutes } from '../../../support/documents/adherenceDay';

const formula: Formula = { name: 'genesys', countsOutside: false };
const tenth = (percent: number | undefined): string => `**${Math.round((percent ?? NaN) * 10) / 10} %**`;

it('the worked example of the page is what the node works out', () => {
	const findings = exampleFindings();
	const rows = adherenceTable(findings, 'agent', formula);
	const all = overallRow(findings, formula);
	const page = textOf('docs/schedule-adherence.md').split('\n');
	const lineOf = (name: string): string => page.find((line) => line.startsWith(`| ${name} |`)) ?? '';
	for (const [name, row] of [...rows, all].map(
		(one, index) => [['Anna', 'Ben', 'Carla', 'All'][index] ?? '', one] as const,
	)) {
		const line = lineOf(name);
		expect(line).toContain(`= ${tenth(row.adherence)}`);
		expect(line).toContain(`= ${tenth(row.conformance)}`);
		expect(line.replace(',', '')).toContain(`| ${row.totals.inAdherence / 60_000} |`);
		expect(line).toContain(`| ${row.totals.unknown / 60_000} |`);
	}
	const kinds = findings.map(({ exceptions }) =>
		exceptions
			.filter((one) => isBeyond(one, fiveMinutes))
			.map(({ kind, start, end }) => `${kind} ${(end - start) / 60_000}`),
	);
	expect(kinds).toEqual([['lateStart 20', 'longBreak 10'], ['earlyBreak 30', 'missedBreak 30'], []]);
	expect(Math.round(adherenceTable(findings, 'agent', { ...formula, name: 'share' })[1]?.adherence ?? 0 * 10)).toBe(
		87,
	);
});
