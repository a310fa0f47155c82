import { dayText } from '../../ShiftSchedule/picture/layout/dateText';
import { overallRow } from '../model/answers/adherenceTable';
import type { Findings } from '../model/answers/findings';
import { minutesText } from '../model/answers/remarks';
import type { AdherenceException } from '../model/comparison/exceptions';
import type { Formula } from '../model/comparison/formulas';
import { exceptionKinds } from '../model/comparison/kinds';
import { kindNames } from './kindNames';

/** Such as `Tue 24 Nov: 12 agents, adherence 93.4 %, conformance 98.1 %, 5 exceptions (1 h 15 min).` */
export function adherenceSummary(findings: readonly Findings[], formula: Formula, thisYear: number): string {
	const { agents, totals, adherence, conformance } = overallRow(findings, formula);
	const count = totals.exceptionCount + (formula.countsOutside ? totals.outsideCount : 0);
	const time = totals.exceptions + (formula.countsOutside ? totals.outsideExceptions : 0);
	return `${daysText(findings, thisYear)}${countWithNoun(agents, 'agent')}, adherence ${percentText(adherence)}, conformance ${percentText(conformance)}, ${countWithNoun(count, 'exception')}${time > 0 ? ` (${minutesText(time)})` : ''}.`;
}

/** Such as `Tue 24 Nov: 5 exceptions of 3 agents: 2 late start, 3 long break. 12 more are within the tolerance.` */
export function exceptionsSummary(
	findings: readonly Findings[],
	shown: ReadonlyArray<{ exceptions: readonly AdherenceException[] }>,
	tolerated: number,
	thisYear: number,
): string {
	const all = shown.flatMap(({ exceptions }) => exceptions);
	const kinds = exceptionKinds.flatMap((kind) => {
		const count = all.filter((exception) => exception.kind === kind).length;
		return count === 0 ? [] : [`${count} ${kindNames[kind].name.toLowerCase()}`];
	});
	const agents = shown.filter(({ exceptions }) => exceptions.length > 0).length;
	const whose = all.length === 0 ? '' : ` of ${countWithNoun(agents, 'agent')}: ${kinds.join(', ')}`;
	const more = tolerated === 0 ? '' : ` ${tolerated} more within the tolerance.`;
	return `${daysText(findings, thisYear)}${countWithNoun(all.length, 'exception')}${whose}.${more}`;
}

/** The days of the period, if they are the same for all. */
function daysText(findings: readonly Findings[], thisYear: number): string {
	const [one, ...others] = findings.map(({ range }) => range);
	if (!one || others.some(({ first, last }) => first !== one.first || last !== one.last)) return '';
	const [first, last] = [dayText(one.first, thisYear), dayText(one.last, thisYear)];
	return first === last ? `${first}: ` : `${first} – ${last}: `;
}

export const countWithNoun = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;

const percentText = (percent: number | undefined): string =>
	percent === undefined ? 'undefined' : `${Math.round(percent * 10) / 10} %`;
