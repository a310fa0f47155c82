import type { EpochDay } from '../../ShiftSchedule/model/calendar/day';
import type { Interval } from '../../ShiftSchedule/model/calendar/interval';
import { isInRange } from '../model/answers/period';
import { windowText } from '../../ShiftSchedule/picture/layout/dateText';
import { pngFile } from '../../ShiftSchedule/picture/pngFile';
import { MINUTES_A_DAY } from '../../ShiftSchedule/model/calendar/day';
import type { ZoneClock } from '../../ShiftSchedule/model/calendar/zone';
import type { Findings } from '../model/answers/findings';
import { adherenceOf, type Formula } from '../model/comparison/formulas';
import { addTotals, noTotals, type Totals } from '../model/comparison/totals';
import { laneDrawing, lanePages } from './lanePicture';
import type { LaneAgent, LaneOptions } from './lanes';
import { percentTable, type PercentLine } from './percentTable';

/** A page as a file. */
export interface AdherencePicture {
	png: Uint8Array;
	/** From 1. */
	page: number;
	pages: number;
	/** How many agents are on it. */
	agents: number;
}

/** Two lanes for each agent, as PNG files with as many agents as can be read at once. */
export async function lanePictures(
	agents: readonly LaneAgent[],
	window: Interval,
	title: string,
	options: LaneOptions,
): Promise<AdherencePicture[]> {
	const pictures: AdherencePicture[] = [];
	// One after the other, because a page takes megabytes while it is painted.
	for (const page of lanePages(agents, window, options)) {
		const png = await pngFile(laneDrawing(page, window, title, options));
		pictures.push({ png, page: page.number, pages: page.of, agents: page.agents.length });
	}
	return pictures;
}

/** The most agents in a table, and days side by side. */
const [MOST_LINES, DAYS_A_WEEK] = [24, 7];

/** A table of percentages for each week of the period, which begin on its first day. */
export async function tablePictures(
	findings: readonly Findings[],
	clock: ZoneClock,
	title: string,
	formula: Formula,
): Promise<AdherencePicture[]> {
	const pages = weeksIn(findings).flatMap((days) => {
		const shown = findings.filter(({ days: own }) => days.some((day) => (own.get(day)?.scheduled ?? 0) > 0));
		const lines = shown.map((one) => lineOf(one.record.name, [one], days, formula));
		const team = lineOf('All agents', shown, days, formula);
		const count = Math.max(1, Math.ceil(lines.length / MOST_LINES));
		return Array.from({ length: count }, (_, index) => ({
			...{ days, team, lines: lines.slice(index * MOST_LINES, (index + 1) * MOST_LINES) },
		}));
	});
	const pictures: AdherencePicture[] = [];
	for (const [index, page] of pages.entries()) {
		const [number, of] = [index + 1, pages.length];
		const [first = 0] = page.days;
		const start = clock.instantOf(first * MINUTES_A_DAY);
		const end = clock.instantOf((first + page.days.length) * MINUTES_A_DAY);
		const about = `${windowText(clock, { start, end })}, ${clock.zone} · adherence in %`;
		const png = await pngFile(percentTable({ ...page, number, of }, title, about));
		pictures.push({ png, page: number, pages: of, agents: page.lines.length });
	}
	return pictures;
}

function weeksIn(findings: readonly Findings[]): EpochDay[][] {
	const [first, last] = [
		Math.min(...findings.map(({ range }) => range.first)),
		Math.max(...findings.map(({ range }) => range.last)),
	];
	const days = Number.isFinite(first) ? Array.from({ length: last - first + 1 }, (_, index) => first + index) : [];
	return Array.from({ length: Math.ceil(days.length / DAYS_A_WEEK) }, (_, week) =>
		days.slice(week * DAYS_A_WEEK, (week + 1) * DAYS_A_WEEK),
	);
}

function lineOf(name: string, findings: readonly Findings[], days: readonly EpochDay[], formula: Formula): PercentLine {
	const all = noTotals();
	const byDay = days.map((day): Totals => {
		const totals = noTotals();
		for (const one of findings) {
			const own = isInRange(one.range, day) ? one.days.get(day) : undefined;
			if (own) addTotals(totals, own);
		}
		addTotals(all, totals);
		return totals;
	});
	return { name, days: byDay.map((totals) => adherenceOf(totals, formula)), all: adherenceOf(all, formula) };
}
