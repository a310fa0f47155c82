import type { Weekday } from '../calendar/day';
import { foldedText, visibleText } from '../../../shared/values/visibleText';

/** What a language calls the days of the week and the months, by its names as they are looked up. */
export interface NamesOfLanguage {
	/** As in `de`. */
	language: string;
	weekdays: ReadonlyMap<string, Weekday>;
	/** Those of them that are several words; of those that begin alike, the longer first. */
	longWeekdays: ReadonlyArray<[name: string, day: Weekday]>;
	/** From 1. */
	months: ReadonlyMap<string, number>;
}

/** The names folded, for people leave accents out, and as they are spelled: in Slovak, `st` is Wednesday and `št` Thursday. */
export interface LocalNames extends NamesOfLanguage {
	spelled: NamesOfLanguage;
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

/** The same with its accents. */
export const spelledKey = (text: string): string => visibleText(text).toLowerCase().replace(/\.$/, '');

export const isAccented = (text: string): boolean => /\p{M}/u.test(text.normalize('NFD'));

function localNamesOf(language: string): LocalNames {
	const weekdays: Array<[string, Weekday | undefined]> = [];
	const months: Array<[string, number]> = [];
	for (const width of ['long', 'short'] as const) {
		// In a date many languages put the month into another case than alone: "3 listopada", "listopad".
		const dated = formatOf(language, { weekday: width, day: 'numeric', month: width });
		const alone = formatOf(language, { month: width });
		for (let month = 1; month <= 12; month++) {
			// The 1st of January 2024 was a Monday; the day of the other months does not matter.
			const date = Date.UTC(2024, month - 1, 1);
			for (const format of [dated, alone]) months.push([partOf(format, date, 'month'), month]);
		}
		for (let day = 1; day <= 7; day++) {
			weekdays.push([partOf(dated, Date.UTC(2024, 0, day), 'weekday'), day as Weekday]);
		}
	}
	weekdays.push(...Object.entries(inDailyUse[language] ?? {}));
	const namesBy = (keyOf: (name: string) => string): NamesOfLanguage => {
		const days = namesByKey(weekdays, keyOf);
		// The longest first: "thứ ba" is the beginning of "thứ bảy".
		const longWeekdays = [...days].filter(([name]) => /[\s-]/.test(name)).sort(([a], [b]) => b.length - a.length);
		return { language, weekdays: days, longWeekdays, months: namesByKey(months, keyOf) };
	};
	return { ...namesBy(nameKey), spelled: namesBy(spelledKey) };
}

const formatOf = (language: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat =>
	new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC', calendar: 'gregory' });

const partOf = (format: Intl.DateTimeFormat, date: number, type: 'month' | 'weekday'): string =>
	format.formatToParts(date).find((part) => part.type === type)?.value ?? '';

/** A name that a language has for two of them says nothing, nor does one with a digit, as in "1. Monat". */
function namesByKey<T>(
	named: Array<[name: string, value: T | undefined]>,
	keyOf: (name: string) => string,
): Map<string, T> {
	const found = new Map<string, T | undefined>();
	for (const [name, value] of named) {
		const key = keyOf(name);
		if (key === '' || /\d/.test(key)) continue;
		found.set(key, found.has(key) && found.get(key) !== value ? undefined : value);
	}
	return new Map([...found].flatMap(([key, value]) => (value === undefined ? [] : [[key, value]])));
}

/** Asking the platform for all names takes a quarter of a second, and the answer is always the same. */
function remembered<T>(make: () => T): () => T {
	const made: T[] = [];
	return () => (made[0] ??= make());
}
