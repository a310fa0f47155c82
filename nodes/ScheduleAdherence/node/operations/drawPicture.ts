import type { INodeExecutionData } from 'n8n-workflow';
import { readOption, readText } from '../../../shared/n8n/parameters';
import { pictureItem } from '../../../shared/n8n/pictureItem';
import type { Interval } from '../../../ShiftSchedule/model/calendar/interval';
import { dayAt, isoOf } from '../../../ShiftSchedule/model/calendar/zone';
import type { Findings } from '../../model/answers/findings';
import { isInRange } from '../../model/answers/period';
import { adherenceOf, type Formula } from '../../model/comparison/formulas';
import { exceptionKinds, type ExceptionKind } from '../../model/comparison/kinds';
import { addTotals, isBeyond, noTotals } from '../../model/comparison/totals';
import { cutAtMidnights, shiftsOf, startOfDay } from '../../model/record/shifts';
import { lanePictures, tablePictures, type AdherencePicture } from '../../picture/adherencePictures';
import type { LaneAgent } from '../../picture/lanes';
import { toMinutes, shortTime } from '../adherenceRows';
import { kindNames } from '../kindNames';
import type { ComparedTask } from './compareAll';

const pictureKinds = ['lanes', 'table', 'none'] as const;

/** The pictures that the form asks for, one item each. */
export async function drawPicture(
	task: ComparedTask,
	formula: Formula,
	kinds: ReadonlySet<ExceptionKind> = new Set(exceptionKinds),
): Promise<INodeExecutionData[]> {
	const { context, findings, settings, table } = task;
	const shows = readOption(context, { name: 'pictureShows', label: 'Picture', options: pictureKinds });
	const window = pictureWindow(findings);
	if (shows === 'none' || !window) return [];
	const title = readText(context, 'title');
	const { clock, comparer, now } = settings;
	const pictures =
		shows === 'table'
			? await tablePictures(findings, clock, title, formula)
			: await lanePictures(laneAgents(task, formula, kinds), window, title, {
					...{ clock, now, stateOf: (actual) => comparer.commonStateOf(actual) },
					labelOf: ({ kind, start, end }) =>
						`${kindNames[kind].name.toLowerCase()} ${Math.round(toMinutes(end - start))}`,
				});
	const span = {
		from: shortTime(clock, window.start, table.thisYear),
		to: shortTime(clock, window.end, table.thisYear),
		...{ start: isoOf(clock, window.start), end: isoOf(clock, window.end) },
	};
	return await Promise.all(pictures.map(async (picture) => await itemOfPicture(context, picture, span)));
}

const itemOfPicture = async (
	context: ComparedTask['context'],
	{ page, pages, agents, png }: AdherencePicture,
	span: Record<string, string>,
): Promise<INodeExecutionData> =>
	await pictureItem(context, { page, pages, agents, ...span }, { png, page, pages, name: 'schedule-adherence' });

/** Agents of whom there is something to show, and what. */
function laneAgents(
	{ findings, settings }: ComparedTask,
	formula: Formula,
	kinds: ReadonlySet<ExceptionKind>,
): LaneAgent[] {
	return findings
		.filter(({ days }) => days.size > 0)
		.map(({ record, pieces, exceptions, days }) => {
			const totals = noTotals();
			for (const one of days.values()) addTotals(totals, one);
			const percent = adherenceOf(totals, formula);
			return {
				...{ record, pieces },
				exceptions: exceptions.filter((one) => kinds.has(one.kind) && isBeyond(one, settings.tolerances)),
				remark: percent === undefined ? '–' : `${Math.round(percent * 10) / 10} %`,
			};
		});
}

const HOUR = 3_600_000;

/**
 * The days of the period, with the ends of their last shifts. Of a single day only the hours in which something happens are
 * shown, so that minutes can be seen.
 */
function pictureWindow(findings: readonly Findings[]): Interval | undefined {
	const whole = findings.map(({ record, range }) => ({
		start: startOfDay(record.clock, range.first),
		end: startOfDay(record.clock, range.last + 1),
		isOneDay: range.first === range.last,
	}));
	if (whole.length === 0) return undefined;
	const busy = findings.flatMap(({ record, range, pieces }) => [
		...shiftsOf(record.scheduled, record.clock).filter(({ day }) => isInRange(range, day)),
		...pieces
			.filter(({ standing }) => standing === 'outside')
			.flatMap((piece) => cutAtMidnights(piece, record.clock))
			.filter(({ start }) => isInRange(range, dayAt(record.clock, start))),
	]);
	const last = Math.max(...whole.map(({ end }) => end), ...busy.map(({ end }) => end));
	if (whole.every(({ isOneDay }) => isOneDay) && busy.length > 0) {
		const first = Math.min(...busy.map(({ start }) => start));
		const end = Math.max(...busy.map((one) => one.end));
		return { start: Math.floor((first - HOUR / 2) / HOUR) * HOUR, end: Math.ceil((end + HOUR / 2) / HOUR) * HOUR };
	}
	const first = Math.min(...whole.map(({ start }) => start));
	return { start: first, end: last };
}
