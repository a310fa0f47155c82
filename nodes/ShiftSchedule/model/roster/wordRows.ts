import { MINUTES_A_DAY } from '../calendar/day';
import { textOf } from '../../../shared/values/text';
import { normalizedHeading } from '../../../shared/values/headings';
import type { ColumnNames, RosterColumn } from './columns';
import { layoutOf } from './layout';
import { readLegendLines, type LegendLine, type Meaning } from './legend';
import { codeLines } from './legendRows';
import { rowKinds } from './roster';
import type { TimeRange } from './timeRanges';
import { clockText } from './times';

/** Rows in which words are replaced by what they mean. */
export interface MeantRows {
	/** At the same places; those of the legend are blank. */
	rows: Array<Record<string, unknown>>;
	/** The usual words that were read. */
	words: Meaning[];
	/** What is wrong with the legend, a sentence each. */
	problems: string[];
}

/** What the column of words is called in an export of activities. Sources: NICE IEX, Assembled, Genesys. */
const activityHeadings = ['activity', 'activityname', 'activitytype', 'activitycode', 'shiftcode', 'code'];

/**
 * Reads words where a kind, a start or an activity stands: `Annual Leave`, `OFF`, `Lunch`, or a code of the legend with
 * its times. An activity without a meaning becomes the kind of its row, which no reader knows: it is never work.
 */
export function rowsAsMeant(
	rows: Array<Record<string, unknown>>,
	lines: LegendLine[],
	columns: ColumnNames,
): MeantRows {
	const codes = codeLines(rows);
	const legend = readLegendLines([...lines, ...codes.lines]);
	const words = new Map<string, Meaning>();
	const { placements } = layoutOf(rows, columns);
	const isReadAs = (key: string, column: RosterColumn): boolean => {
		const found = placements.get(key);
		return found?.kind === 'column' && found.column === column;
	};
	const meant = rows.map((row, index) => {
		if (codes.indexes.has(index)) return {};
		const filled = Object.keys(row).filter((key) => textOf(row[key]) !== '');
		const keyOf = (column: RosterColumn): string | undefined => filled.find((key) => isReadAs(key, column));
		const [kind, start, end] = [keyOf('kind'), keyOf('start'), keyOf('end')];
		const activity =
			kind === undefined ? filled.find((key) => activityHeadings.includes(normalizedHeading(key))) : undefined;
		// In a row for one day, the name of a shift tells its times where nothing else does.
		const others = [kind, start, end, activity, keyOf('until'), keyOf('days'), keyOf('rotation')];
		const shift = others.every((key) => key === undefined) ? keyOf('shift') : undefined;
		for (const key of [kind, start, activity, shift]) {
			if (key === undefined) continue;
			const text = textOf(row[key]);
			const meaning = key === kind && rowKinds.includes(text.toLowerCase()) ? undefined : legend.meaningOf(text);
			if (meaning === undefined) continue;
			words.set(meaning.code, meaning);
			const reason = keyOf('reason') === undefined ? meaning.reason : '';
			return {
				...row,
				...(key === activity && { [key]: '' }),
				...rowMeant({ ...meaning, reason }, key, { kind, start, end }),
			};
		}
		return activity === undefined ? row : { ...row, [activity]: '', kind: textOf(row[activity]) };
	});
	const breaks = legend.breaks
		.filter(({ code }) => words.has(code))
		.map(({ code, start, end }) => ({ agent: '*', kind: 'break', shift: code, start, end }));
	return {
		rows: [...meant, ...breaks],
		words: [...words.values()],
		problems: legend.problems,
	};
}

/** The columns of a row as its word means them: a day off in a row of its own is away from work, like leave. */
function rowMeant(
	{ name, code, reason, ranges }: Meaning,
	word: string,
	keys: { kind: string | undefined; start: string | undefined; end: string | undefined },
): Record<string, unknown> {
	const isAway = name === 'off' || name === 'leave' || name === 'holiday';
	const kind = !isAway ? 'shift' : name === 'holiday' ? 'holiday' : 'leave';
	const times = ranges.map(timesText).join(', ');
	const isOwnTime = times !== '' && (word === keys.start || keys.start === undefined);
	return {
		...{ shift: code, [keys.kind ?? 'kind']: kind, ...(!isAway && { state: name }) },
		...(reason !== '' && { reason }),
		...(word === keys.start && { [word]: times, ...(keys.end !== undefined && { [keys.end]: '' }) }),
		...(isOwnTime && { [keys.start ?? 'start']: times }),
	};
}

function timesText({ start, minutes }: TimeRange): string {
	const end = start + minutes;
	return `${clockText({ minutes: start })}-${clockText({ minutes: end })}${end > MINUTES_A_DAY ? ' (+1)' : ''}`;
}
