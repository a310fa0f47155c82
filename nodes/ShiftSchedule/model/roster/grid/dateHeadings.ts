import { problem, value, type Result } from '../../../../shared/values/result';
import { inQuotes } from '../../../../shared/values/text';
import { dateOf, dayOf, isoDate, weekdayOf, type EpochDay, type Weekday } from '../../calendar/day';
import type { ZoneClock } from '../../calendar/zone';
import { dateOfCell } from '../date';
import { dateOrders, type DateOrder } from '../dateText';
import { languagesOfDays, weekdayNamed } from '../days';

/** What {@link dateHeadings} needs to know besides the headings. */
interface DateContext {
	clock: ZoneClock;
	order?: DateOrder;
	inPeriod?: EpochDay;
	today: EpochDay;
}

/** The headings that are dates. */
interface DatesFound {
	found: Map<string, EpochDay>;
	/** Whether a year or a month had to be added to one of them. */
	isCompleted: boolean;
}

/** A heading taken apart: `Mon 23/11` is a Monday and `23/11`. */
interface HeadingParts {
	name: string;
	date: string;
	weekday?: Weekday;
}

/**
 * Finds the headings that are dates, all in the same order of day and month. Where two orders fit, that one holds in which
 * the dates follow each other as the days or weeks of a grid do.
 */
export function dateHeadings(names: string[], context: DateContext): Result<DatesFound> {
	const parts = headingParts(names.filter((name) => /\d/.test(name)));
	const tried = (context.order ? [context.order] : dateOrders).map((order) => datesByOrder(parts, order, context));
	const most = Math.max(...tried.map(({ found }) => found.size));
	const readings = distinct(tried.filter(({ found }) => found.size === most));
	const following = readings.filter(({ found }) => isSeries([...found.values()]));
	const [one, other] = following.length > 0 ? following : readings;
	if (one === undefined) return value({ found: new Map(), isCompleted: false });
	if (other === undefined) return value(one);
	const name = [...one.found].find(([heading, day]) => other.found.get(heading) !== day)?.[0] ?? '';
	const said = [one, other].map(({ found }) => isoDate(found.get(name) ?? 0));
	return problem(`The column ${inQuotes(name)} is ${said.join(' or ')}. Set 'Dates Are', or write it as ${said[0]}`);
}

function distinct(readings: DatesFound[]): DatesFound[] {
	const byText = new Map(readings.map((reading) => [JSON.stringify([...reading.found]), reading]));
	return [...byText.values()];
}

/** Days that follow each other, at most a week apart. */
const isSeries = (days: EpochDay[]): boolean =>
	days.every((day, index) => index === 0 || (day > (days[index - 1] ?? day) && day - (days[index - 1] ?? day) <= 7));

function headingParts(names: string[]): HeadingParts[] {
	const taken = names.map((name) => ({ name, ...apart(name.replace(/\s+/g, ' ').trim()) }));
	const words = taken.flatMap(({ word }) => word ?? []);
	const languages = languagesOfDays(words);
	return taken.map(({ name, text, word, rest }) => {
		// `Mar 3` is a day in March, unless other words beside it show that it is a martes.
		const isMonth = /^\d+\.?$/.test(rest) && new Set(words).size === 1;
		const named = word === undefined || isMonth ? undefined : weekdayNamed(word, languages ? { languages } : {});
		return named?.kind === 'value' ? { name, date: rest, weekday: named.value } : { name, date: text };
	});
}

/** The word before or after the date, which may be a weekday. */
function apart(heading: string): { text: string; word?: string; rest: string } {
	// Databases hand over a date as its midnight.
	const text = heading.replace(/[T ]00:00(:00(\.0+)?)?Z?$/, '');
	const before = /^(\p{L}{2,})\.?,?[ (]+/u.exec(text);
	if (before?.[1] !== undefined) {
		return { text, word: before[1], rest: text.slice(before[0].length).replace(/\)$/, '') };
	}
	const after = /[ (](\p{L}{2,})\.?\)?$/u.exec(text);
	if (after?.[1] === undefined) return { text, rest: text };
	const ahead = text
		.slice(0, after.index)
		.replace(/(?<![ (])[ (]+$/, '')
		.replace(/,$/, '');
	return { text, word: after[1], rest: ahead };
}

function datesByOrder(parts: HeadingParts[], order: DateOrder, context: DateContext): DatesFound {
	const found = new Map<string, EpochDay>();
	let isCompleted = false;
	for (const part of parts) {
		const whole = wholeDate(part.date, order, context.clock);
		const day = whole ?? nearestDate(part, order, context);
		if (day === undefined || (part.weekday !== undefined && weekdayOf(day) !== part.weekday)) continue;
		found.set(part.name, day);
		if (whole === undefined) isCompleted = true;
	}
	return { found, isCompleted };
}

function wholeDate(text: string, order: DateOrder, clock: ZoneClock): EpochDay | undefined {
	// From 1 to 8.30 is not a day of 1930.
	if (/^\d{1,2}(\.\d{2})? ?- ?\d{1,2}(\.\d{2})?$/.test(text)) return undefined;
	const read = dateOfCell(/^\d{5}$/.test(text) ? Number(text) : text, clock, order);
	if (read.kind === 'problem') return undefined;
	const { day, minutes = 0 } = read.value;
	return minutes === 0 ? day : undefined;
}

/** Adds the year, or to `Mon 23` the month, which makes it the nearest such day. */
function nearestDate(part: HeadingParts, order: DateOrder, context: DateContext): EpochDay | undefined {
	const near = context.inPeriod ?? context.today;
	const candidates = /^\d{1,2}\.?$/.test(part.date)
		? part.weekday === undefined
			? []
			: daysNumbered(Number.parseInt(part.date, 10), near)
		: datesOfYears(part.date, order, near, context.clock);
	const fitting = candidates.filter((day) => part.weekday === undefined || weekdayOf(day) === part.weekday);
	return fitting.sort((a, b) => Math.abs(a - near) - Math.abs(b - near))[0];
}

/** The days of that number in the months around a day. */
function daysNumbered(number: number, near: EpochDay): EpochDay[] {
	const { year, month } = dateOf(near);
	return [-2, -1, 0, 1, 2].flatMap((offset) => {
		const index = year * 12 + month - 1 + offset;
		return dayOf({ year: Math.floor(index / 12), month: (index % 12) + 1, day: number }) ?? [];
	});
}

/** The dates that a text without a year has in the years around a day. */
function datesOfYears(text: string, order: DateOrder, near: EpochDay, clock: ZoneClock): EpochDay[] {
	const plain = text.replace(/[.,/-]$/, '');
	if (!/^(\d{1,2}[./\- ]{1,2}(\d{1,2}|\p{L}+)|\p{L}+[.\- ]{1,2}\d{1,2})$/u.test(plain)) return [];
	const separator = /[./-]/.exec(plain)?.[0] ?? ' ';
	const { year } = dateOf(near);
	return [year - 1, year, year + 1].flatMap((one) => {
		const dated = /^\p{L}/u.test(plain) ? `${plain.replaceAll('-', ' ')}, ${one}` : `${plain}${separator}${one}`;
		return wholeDate(dated, order, clock) ?? [];
	});
}
