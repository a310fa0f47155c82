import type { Weekday } from '../calendar/day';
import { problem, value, type Problem, type Result } from '../../../shared/values/result';
import { inQuotes } from '../../../shared/values/text';
import { foldedText, visibleText } from '../../../shared/values/visibleText';
import {
	ENGLISH,
	englishNames,
	isAccented,
	languageName,
	localNames,
	mayBeDay,
	type NamesOfLanguage,
	type LocalNames,
} from './localNames';

/** How the days of a whole column are written. */
export interface DayStyle {
	/** Which day 1 stands for; without it, numbers are refused. */
	firstDay?: Weekday;
	/** The languages that the column may be in; without it, any. */
	languages?: ReadonlySet<string>;
}

const ENGLISH_NAMES = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** In letters: seven days in full, with some to spare. Each is looked for in some hundred languages. */
const LONGEST_DAYS = 200;

const ALL: Weekday[] = [1, 2, 3, 4, 5, 6, 7];
const WORKDAYS: Weekday[] = [1, 2, 3, 4, 5];
const WEEKEND: Weekday[] = [6, 7];

/** What people write for several days, folded. One letter for a day is clear in M-F and L-V alone. */
const wordsForDays = new Map<string, Weekday[]>([
	...['daily', 'every day', 'everyday', 'each day', 'all days', 'all', '*', '7 days', '7 days a week'].map(
		(word) => [word, ALL] as const,
	),
	...['taglich', 'codziennie', 'diario', 'diariamente', 'quotidien', 'tous les jours', 'dagelijks', 'denne'].map(
		(word) => [word, ALL] as const,
	),
	...['weekday', 'weekdays', 'm-f', 'l-v'].map((word) => [word, WORKDAYS] as const),
	...['weekend', 'weekends'].map((word) => [word, WEEKEND] as const),
]);

/** The words for "to" between two days, as `Mon to Fri`; of those that begin alike, the longer first. */
const wordsForTo: Partial<Record<string, readonly string[]>> = {
	[ENGLISH]: ['to', 'thru', 'through', 'till', 'until'],
	...{ de: ['bis'], nl: ['tot en met', 'tot', 't/m'], fr: ['a', 'à', 'au'], es: ['a', 'al'], it: ['a'] },
	...{ pt: ['a', 'ate', 'até'], pl: ['do'], cs: ['az', 'až', 'do'], sk: ['az', 'až', 'do'] },
};

/**
 * Reads `Mon-Fri`, `Fri - Mon`, `mon, wed, fri`, `Mo Tu`, `Mon to Fri`, `M-F`, `weekdays`, `daily`, and the same in every
 * language of the platform, by the long and short names that it has for the days.
 *
 * All words must be of one language. Names that are different days in different languages are refused, unless the other
 * words of the text or of the column say which language it is. Numbers are refused without `firstDay`: 1 is Monday to some
 * and Sunday to others.
 */
export function parseWeekdays(text: string, { firstDay, languages }: DayStyle = {}): Result<Weekday[]> {
	if (text.length > LONGEST_DAYS) return problem(`${inQuotes(text)} is too long for days: write days as Mon-Fri`);
	const plain = plainDays(text);
	if (/^[\d\s,;/&+-]+$/.test(plain)) return numberedDays(text, plain, firstDay);
	if (isOtherWord(plain)) return noDay(plain);
	// A short form that English has, too, is English; but "Thứ Tư" without its accents is not Thu, Tu.
	const inEnglish = isAccented(text) ? undefined : daysByNames(plain, englishNames());
	if (inEnglish && !isNameOfTwoWords(plain)) return value(inEnglish);
	const readings = new Map<string, { days: Weekday[]; language: string }>();
	if (inEnglish) readings.set(inEnglish.join(), { days: inEnglish, language: ENGLISH });
	for (const { days, names } of readingsIn(localNames(), text)) {
		if (languages?.has(names.language) === false || readings.has(days.join())) continue;
		readings.set(days.join(), { days, language: names.language });
	}
	const [only, another] = [...readings.values()];
	if (only === undefined) return strangeDay(text, plain);
	if (another === undefined) return value(only.days);
	const said = [only, another].map(
		({ days, language }) => `${days.map(nameOfDay).join(', ')} in ${languageName(language)}`,
	);
	return problem(`${inQuotes(text)} is ${said.join(' and ')}: write the days in full, or in English as Mon-Fri`);
}

/** Reads one day by its name, in any language of the platform: see {@link parseWeekdays}. */
export function weekdayNamed(text: string, style: DayStyle = {}): Result<Weekday> {
	const found = parseWeekdays(text, style);
	if (found.kind === 'problem') return found;
	const [day, ...more] = found.value;
	return day === undefined || more.length > 0 ? problem(`${inQuotes(text)} is not one day`) : value(day);
}

/** The languages in which all these texts can be read that can be read in any; none where they agree on none. */
export function languagesOfDays(texts: Iterable<string>): ReadonlySet<string> | undefined {
	let left: LocalNames[] | undefined;
	for (const text of new Set(texts)) {
		if (text.length > LONGEST_DAYS) continue;
		if (isOtherWord(plainDays(text))) continue;
		const before = left ?? [englishNames(), ...localNames()];
		// How one language spells it can tell that another does not.
		const able = readingsIn(isAccented(text) ? [englishNames(), ...localNames()] : before, text)
			.map(({ names }) => names)
			.filter((names) => before.includes(names));
		if (able.length > 0) left = able;
	}
	return left && new Set(left.map(({ language }) => language));
}

/** Whether a text is one word that is not a day in any language, found out without asking each of them. */
const isOtherWord = (plain: string): boolean => /^\p{L}+$/u.test(plain) && !wordsForDays.has(plain) && !mayBeDay(plain);

const isNameOfTwoWords = (plain: string): boolean =>
	/^[a-z]+ [a-z]+$/.test(plain) && localNames().some(({ weekdays }) => weekdays.has(plain));

const plainDays = (text: string): string => withPlainSigns(foldedText(text));

const withPlainSigns = (text: string): string =>
	text.replace(/ ?[-–—−~] ?/g, '-').replace(/^(?:every|each|on) (?!day$)/, '');

/**
 * What a text says in each language that can read it. Accents may be left out; but a text that has those of one language is
 * not read in another that has others: `Št` is Thursday in Slovak, and not `st`, which is Wednesday in Czech.
 */
function readingsIn(languages: LocalNames[], text: string): Array<{ names: LocalNames; days: Weekday[] }> {
	const [plain, spelled] = [plainDays(text), withPlainSigns(visibleText(text).toLowerCase())];
	const bySpelling = languages.map((names) => daysByNames(spelled, names.spelled));
	const isSpelled = isAccented(text) && bySpelling.some((days) => days !== undefined);
	return languages.flatMap((names, index) => {
		const days = bySpelling[index] ?? (isSpelled ? undefined : daysByNames(plain, names));
		return days ? [{ names, days }] : [];
	});
}

/** @returns the days in the order of the week; `undefined` when the language does not have all the words */
function daysByNames(plain: string, names: NamesOfLanguage): Weekday[] | undefined {
	const whole = wordsForDays.get(plain);
	if (whole) return whole;
	const parts = wordsOf(plain, names);
	// A single letter is too little, even where a language has such short forms: T is two days in English.
	if (/^[a-z]$/.test(parts.join(' '))) return undefined;
	const dayOfWord = names.language === ENGLISH ? englishDay(parts) : localDay(names);
	const found = new Set<Weekday>();
	for (const part of parts) {
		const days = wordsForDays.get(part) ?? rangeOf(part, dayOfWord);
		if (days === undefined) return undefined;
		days.forEach((day) => found.add(day));
	}
	return found.size === 0 ? undefined : ALL.filter((day) => found.has(day));
}

function wordsOf(plain: string, { language, longWeekdays }: NamesOfLanguage): string[] {
	let text = ` ${plain} `;
	for (const [name, day] of longWeekdays) text = text.replaceAll(name, `#${day}`);
	for (const word of wordsForTo[language] ?? []) text = text.replaceAll(` ${word} `, '-');
	return text.split(/[\s,;/&+]+|\band\b/).filter((part) => part !== '');
}

function rangeOf(part: string, dayOfWord: (word: string) => Weekday | undefined): Weekday[] | undefined {
	const [first, last, ...more] = part.split('-').map(dayOfWord);
	if (first === undefined || more.length > 0) return undefined;
	if (!part.includes('-')) return [first];
	if (last === undefined) return undefined;
	const length = ((last - first + 7) % 7) + 1;
	return Array.from({ length }, (_, index) => (((first - 1 + index) % 7) + 1) as Weekday);
}

/** By at least two letters of the name; `Weds`, `Mondays`; single letters only where W or F says that they are English. */
function englishDay(parts: string[]) {
	const isLettered = parts.some((part) => part === 'w' || part === 'f');
	const letters = new Map<string, Weekday>();
	if (isLettered) letters.set('m', 1).set('w', 3).set('f', 5);
	if (isLettered && parts.includes('th')) letters.set('t', 2);
	return (word: string): Weekday | undefined => {
		const plain = word.replace(/\.$/, '');
		if (plain === 'weds') return 3;
		const single = plain.length > 4 ? plain.replace(/s$/, '') : plain;
		const index = ENGLISH_NAMES.findIndex((name) => single.length >= 2 && name.startsWith(single));
		return index === -1 ? letters.get(plain) : ((index + 1) as Weekday);
	};
}

/** By the whole name, long or short, or by the beginning of a long one that no other day has. */
const localDay =
	({ weekdays }: NamesOfLanguage) =>
	(word: string): Weekday | undefined => {
		if (word.startsWith('#')) return Number(word.slice(1)) as Weekday;
		const key = word.replace(/\.$/, '');
		const exact = weekdays.get(key);
		if (exact !== undefined || key.length < MIN_BEGINNING) return exact;
		const found = new Set([...weekdays].filter(([name]) => name.startsWith(key)).map(([, day]) => day));
		return found.size === 1 ? [...found][0] : undefined;
	};

/** In letters: `segunda` for `segunda-feira`, `niedz` for `niedziela`. */
const MIN_BEGINNING = 4;

function numberedDays(text: string, plain: string, firstDay: Weekday | undefined): Result<Weekday[]> {
	if (firstDay === undefined) {
		return problem(
			`${inQuotes(text)} counts days, and 1 is Monday to some and Sunday to others: write days as Mon-Fri or Mon, Wed, Fri, or set 'Week Starts On'`,
		);
	}
	const dayOfNumber = (word: string): Weekday | undefined =>
		/^[1-7]$/.test(word) ? ((((firstDay + Number(word) - 2) % 7) + 1) as Weekday) : undefined;
	const ranges = plain
		.split(/[\s,;/&+]+/)
		.filter((part) => part !== '')
		.map((part) => rangeOf(part, dayOfNumber));
	return ranges.includes(undefined)
		? problem(`${inQuotes(text)} must be numbers from 1 to 7: 1 is the first day of the week`)
		: value(ALL.filter((day) => ranges.some((range) => range?.includes(day))));
}

/** Names the word that no language knows; where there is none, the words are of several. */
function strangeDay(text: string, plain: string): Problem {
	const words = plain.split(/[\s,;/&+-]+/).filter((word) => word !== '');
	const stranger = words.find((word) => ![englishNames(), ...localNames()].some((names) => daysByNames(word, names)));
	return stranger === undefined
		? problem(`${inQuotes(text)} is not a list of days in any one language: write days as Mon-Fri or Mon, Wed, Fri`)
		: noDay(stranger);
}

const noDay = (word: string): Problem =>
	problem(`${inQuotes(word)} is not a day: write days as Mon-Fri or Mon, Wed, Fri`);

const nameOfDay = (day: Weekday): string => {
	const name = ENGLISH_NAMES[day - 1] ?? '';
	return name.slice(0, 1).toUpperCase() + name.slice(1);
};
