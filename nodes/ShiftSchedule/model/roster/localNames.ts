import type { Weekday } from '../calendar/day';
import { foldedText } from '../../../shared/values/visibleText';

/** What a language calls the days of the week and the months, by its folded names. */
export interface LocalNames {
	/** As in `de`. */
	language: string;
	weekdays: ReadonlyMap<string, Weekday>;
	/** Those of them that are several words; of those that begin alike, the longer first. */
	longWeekdays: ReadonlyArray<[name: string, day: Weekday]>;
	/** From 1. */
	months: ReadonlyMap<string, number>;
}

/** The language that is asked first: what English has is English. */
export const ENGLISH = 'en';

/** Those that come first, so that a message names a language that people know. */
const spokenMost = ['de', 'fr', 'es', 'it', 'pt', 'nl', 'pl', 'cs', 'ro', 'fi'];

/** English is asked first. The others are nobody's first language: their short names would only cast doubt on real ones. */
const passedOver = [ENGLISH, 'eo', 'ia', 'ie', 'io', 'vo'];

/** Short forms in daily use that CLDR, from which the platform takes its names, does not have. */
const inDailyUse: Record<string, Partial<Record<string, Weekday>>> = {
	pl: { pn: 1, sr: 3, cz: 4, sb: 6, nd: 7, ndz: 7 },
};

/** The names in English, without asking for those of all languages. */
export const englishNames = remembered((): LocalNames => localNamesOf(ENGLISH));

/** The names of every other language that the platform knows, long and short. */
export const localNames = remembered((): LocalNames[] => {
	const letters = [...'abcdefghijklmnopqrstuvwxyz'];
	const codes = letters.flatMap((first) => letters.map((second) => first + second));
	const known = Intl.DateTimeFormat.supportedLocalesOf([...spokenMost, ...codes]);
	return [...new Set(known)].filter((language) => !passedOver.includes(language)).map(localNamesOf);
});

/** In letters: so much of a name is looked at to see whether any language has it. */
const BEGINNING = 4;

/** How the days of the week begin in all languages. */
const dayBeginnings = remembered((): ReadonlySet<string> => {
	const names = [englishNames(), ...localNames()].flatMap(({ weekdays }) => [...weekdays.keys()]);
	// As people write it in English besides.
	const all = [...names, 'weds'].flatMap((name) =>
		Array.from({ length: BEGINNING }, (_, at) => name.slice(0, at + 1)),
	);
	return new Set(all);
});

/** Whether a word may be a day of the week in some language, found out at once: most words of a table are none. */
export const mayBeDay = (word: string): boolean => dayBeginnings().has(word.slice(0, BEGINNING));

/** As people call a language in English. */
export const languageName = (language: string): string =>
	new Intl.DisplayNames('en', { type: 'language' }).of(language) ?? language;

/** A name as it is looked up: folded, and without the full stop of a short form. */
export const nameKey = (text: string): string => foldedText(text).replace(/\.$/, '');

function localNamesOf(language: string): LocalNames {
	const weekdays = new Map<string, Weekday>();
	const months = new Map<string, number>();
	for (const width of ['long', 'short'] as const) {
		// In a date many languages put the month into another case than alone: "3 listopada", "listopad".
		const dated = formatOf(language, { weekday: width, day: 'numeric', month: width });
		const alone = formatOf(language, { month: width });
		for (let month = 1; month <= 12; month++) {
			// The 1st of January 2024 was a Monday; the day of the other months does not matter.
			const date = Date.UTC(2024, month - 1, 1);
			for (const format of [dated, alone]) keep(months, partOf(format, date, 'month'), month);
		}
		for (let day = 1; day <= 7; day++) {
			keep(weekdays, partOf(dated, Date.UTC(2024, 0, day), 'weekday'), day as Weekday);
		}
	}
	for (const [name, day] of Object.entries(inDailyUse[language] ?? {})) keep(weekdays, name, day);
	// The longest first: "thứ ba" is the beginning of "thứ bảy".
	const longWeekdays = [...weekdays].filter(([name]) => /[\s-]/.test(name)).sort(([a], [b]) => b.length - a.length);
	return { language, weekdays, longWeekdays, months };
}

const formatOf = (language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
	new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC', calendar: 'gregory' });

const partOf = (format: Intl.DateTimeFormat, date: number, type: 'month' | 'weekday'): string =>
	format.formatToParts(date).find((part) => part.type === type)?.value ?? '';

/** A name that a language has for two of them says nothing, nor does one with a digit, as in "1. Monat". */
function keep<T>(names: Map<string, T | undefined>, name: string, value: T | undefined): void {
	const key = nameKey(name);
	if (key === '' || /\d/.test(key)) return;
	names.set(key, names.has(key) && names.get(key) !== value ? undefined : value);
}

/** Asking the platform for all names takes a quarter of a second, and the answer is always the same. */
function remembered<T>(make: () => T): () => T {
	const made: T[] = [];
	return () => (made[0] ??= make());
}
