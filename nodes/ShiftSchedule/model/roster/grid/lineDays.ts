import { problem, value, type Result } from '../../../../shared/values/result';
import { inQuotes } from '../../../../shared/values/text';
import { dayHeadings, type DayContext, type GridDays } from './dayHeadings';
import { isAgentHeading, isUnfilled, isHarmless, type GridLine, type GridTable } from './table';

/** The column of a grid that says which days each line is about. */
export interface DayColumn {
	name: string;
	days: Map<GridLine, GridDays>;
	/** All columns that are days: a date may have its weekday beside it. */
	columns: string[];
}

/** How a column is called whose dates stand for weeks. */
const weekHeading = /\bweek|\bw\/?c\b|\bw\/e\b|woche|\bkw\b|tydzie|semana|semaine|settimana|\bweken\b/i;

/** Such as Day of the Week and Wochentag. */
const dayOfWeekHeading = /^(?:day|tag|d[ií]a|jour|giorno)\b|\bweek[ -]?da[yg]|wochentag/i;

/** Such as Week Ending, W/E and Wochenende. */
const endOfWeekHeading = /week[ -]end|w\/e\b|ende\b|\bfine?\b/i;

const isWeekHeading = (name: string): boolean => weekHeading.test(name) && !dayOfWeekHeading.test(name);

const WEEK_LENGTH = 7;

/**
 * Finds the column of a grid with the day of each line: dates, weekdays, or the first days of weeks.
 *
 * @returns `undefined` where no column holds days in all of its lines
 */
export function dayColumn(table: GridTable, context: DayContext): Result<DayColumn | undefined> {
	const found: FoundColumn[] = [];
	for (const name of table.names.filter(mayBeDays)) {
		const filled = table.lines.filter(({ json }) => !isUnfilled(json[name]));
		const texts = [...new Set(filled.map(({ json }) => String(json[name])))];
		const areWeeks = isWeekHeading(name) && texts.every((text) => /\d/.test(text));
		// Such numbers count weeks.
		if (areWeeks && texts.every((text) => /^\s*\d{1,2}\.?\s*$/.test(text))) continue;
		if (texts.length === 0 || !areDays(texts.slice(0, SAMPLE), context)) continue;
		const read = dayHeadings(texts, context);
		const isNamed = table.own.get('from') === name || table.own.get('days') === name;
		if (read.kind === 'problem' && isNamed) return problem(`Column ${inQuotes(name)}: ${read.problem}`);
		if (read.kind === 'problem' || read.value.days.size < texts.length) continue;
		const { days } = read.value;
		found.push({
			...{ name, areWeeks },
			days: new Map(
				filled.flatMap((line) => {
					const on = days.get(String(line.json[name]));
					return on ? [[line, on] as const] : [];
				}),
			),
		});
	}
	const dated = found.filter(({ days }) => [...days.values()].every(({ kind }) => kind === 'dates'));
	const best = dated.find(({ areWeeks }) => !areWeeks) ?? dated[0] ?? found[0];
	if (best === undefined) return value(undefined);
	const { name, areWeeks, days } = best;
	const columns = found.map((one) => one.name);
	if (!areWeeks) return value({ name, days, columns });
	if (endOfWeekHeading.test(name)) {
		return problem(
			`Column ${inQuotes(name)}: its dates are not the first days of weeks. Write these, under a heading such as "Week Commencing"`,
		);
	}
	const ofDays = found.find((one) => !one.areWeeks);
	if (ofDays !== undefined) {
		return problem(
			`The column ${inQuotes(name)} has weeks, and ${inQuotes(ofDays.name)} days in them. Write the date of each line in one column`,
		);
	}
	return value({ name, days: weeksFrom(days), columns });
}

/** A column of days, and whether its dates stand for weeks. */
interface FoundColumn {
	name: string;
	areWeeks: boolean;
	days: Map<GridLine, GridDays>;
}

const mayBeDays = (name: string): boolean => (!isHarmless(name) && !isAgentHeading(name)) || isWeekHeading(name);

/** A column of names is known after a few of them, and to read them all as days takes time. */
const SAMPLE = 3;

function areDays(texts: string[], context: DayContext): boolean {
	const read = dayHeadings(texts, context);
	return read.kind === 'problem' || read.value.days.size === texts.length;
}

/** Each week lasts to the day before the next one. */
function weeksFrom(starts: Map<GridLine, GridDays>): Map<GridLine, GridDays> {
	const days = [...starts.values()].flatMap((on) => (on.kind === 'dates' ? on.dates : [])).sort((a, b) => a - b);
	return new Map(
		[...starts].map(([line, on]) => {
			const start = on.kind === 'dates' ? (on.dates[0] ?? 0) : 0;
			const next = days.find((day) => day > start) ?? Infinity;
			const length = Math.min(WEEK_LENGTH, next - start);
			return [line, { kind: 'dates', dates: Array.from({ length }, (_, index) => start + index) }];
		}),
	);
}
