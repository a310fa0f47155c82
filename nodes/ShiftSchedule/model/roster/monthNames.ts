import { problem, value, type Result } from '../../../shared/values/result';
import { inQuotes } from '../../../shared/values/text';
import { englishNames, isAccented, languageName, localNames, nameKey, spelledKey, type LocalNames } from './localNames';

/** In letters, of a name in English: `Sept`. */
const MIN_ENGLISH = 3;

/**
 * Reads the name of a month in any language of the platform, long, short, alone or as it stands in a date: `Nov`,
 * `November`, `listopada`. A name that is different months in different languages is refused.
 *
 * @returns from 1
 */
export function monthNamed(word: string): Result<number> {
	const key = nameKey(word);
	const english = monthBeginning(key, englishNames());
	if (english !== undefined) return value(english);
	const readings = new Map<number, string>();
	const spelled = spelledKey(word);
	// A word that has the accents of one language is not read in another that has others: "जाने" is January in Marathi and
	// not "जून", which is June.
	const isSpelled = isAccented(word) && localNames().some((names) => names.spelled.months.has(spelled));
	for (const { months, language, spelled: own } of localNames()) {
		const month = own.months.get(spelled) ?? (isSpelled ? undefined : months.get(key));
		if (month !== undefined && !readings.has(month)) readings.set(month, language);
	}
	const [only, another] = [...readings.entries()];
	if (only === undefined) return problem(`${inQuotes(word)} is not a month`);
	if (another === undefined) return value(only[0]);
	const said = [only, another].map(([month, language]) => `month ${month} in ${languageName(language)}`);
	return problem(`${inQuotes(word)} is ${said.join(' and ')}`);
}

const monthBeginning = (key: string, { months }: LocalNames): number | undefined =>
	key.length < MIN_ENGLISH ? undefined : [...months].find(([name]) => name.startsWith(key))?.[1];
