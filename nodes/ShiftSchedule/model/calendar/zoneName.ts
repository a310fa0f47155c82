import { IANAZone } from 'luxon';
import { closestNames, isCloseTo } from '../../../shared/values/closestNames';
import { problem, value, type Result } from '../../../shared/values/result';
import { inQuotes } from '../../../shared/values/text';
import { fixedOffsetNamed } from './fixedOffset';
import { windowsLabels } from './windowsLabels';
import { windowsZones } from './windowsZones';
import { zoneOfLetters } from './zoneLetters';

/** In letters; longer than the name of any zone. Comparing letters takes time. */
const MAX_NAME_LENGTH = 60;

/** Longer than any spelling of a zone. Taking ten megabytes apart takes seconds and all memory. */
const LONGEST_TEXT = 1000;

/** For so many wrong names the closest are looked for: comparing a thousand with all places takes seconds. */
const MOST_ZONES_EXPLAINED = 20;

/** Reads the name of a time zone; of a wrong one, it finds the closest names if it is asked to. */
type ReadZone = (text: string, isExplained?: boolean) => Result<string>;

/** Makes a reader that remembers: a column of ten thousand rows holds a few names. */
export function zoneReader(read: ReadZone = zoneNamed): (text: string) => Result<string> {
	const known = new Map<string, Result<string>>();
	let explained = 0;
	return (text) => {
		const before = known.get(text);
		if (before !== undefined) return before;
		const found = read(text, explained < MOST_ZONES_EXPLAINED);
		if (found.kind === 'problem') explained++;
		known.set(text, found);
		return found;
	};
}

/**
 * Reads the name of a time zone: `Europe/Warsaw`, in any case and with spaces for underscores, or as Windows calls it.
 *
 * A fixed offset is refused: `UTC+1` is right for half of the year only. So are letters: see zoneLetters.ts.
 *
 * @param isExplained whether the closest names are looked for where it is none
 * @returns an IANA name
 */
export function zoneNamed(text: string, isExplained = true): Result<string> {
	if (text.trim() === '') return problem('is empty: write a time zone such as Europe/Warsaw');
	if (text.length > LONGEST_TEXT) return problem(unknown(text, false));
	if (isOffset(text)) {
		return problem(
			`${inQuotes(text)} is a fixed offset, not a time zone: it would be wrong by an hour when the clocks change. Write a place, such as Europe/Warsaw`,
		);
	}
	const found = zoneOfLetters(text.trim()) ?? placeNamed(text) ?? windowsZoneNamed(text);
	return typeof found === 'string' ? value(found) : (found ?? problem(unknown(text, isExplained)));
}

/**
 * As {@link zoneNamed}, for a time on a date, which a fixed offset makes exact.
 *
 * @returns a name that `createZoneClock` knows
 */
export function datedZoneNamed(text: string, isExplained = true): Result<string> {
	const offset = fixedOffsetNamed(text);
	return offset === undefined ? zoneNamed(text, isExplained) : value(offset);
}

const isOffset = (text: string): boolean => /^((Etc\/)?(UTC|GMT)|Z)?\s*[+\-−]\s*\d/i.test(text.trim());

/** @returns an IANA name, or `undefined` when no place has that name */
export function placeNamed(text: string): string | undefined {
	const name = text
		.trim()
		.replace(/\s+/g, ' ')
		.replace(/ ?\/ ?/g, '/')
		.replaceAll(' ', '_');
	const listed = places.get(name.toLowerCase());
	if (listed !== undefined) return listed;
	// Older names, such as US/Eastern, are valid though they are not listed. Letters are valid as well, for other places.
	const isWord = name.includes('/') || wordsOfTzdb.has(name.toLowerCase());
	return isWord && IANAZone.isValidZone(name) ? name : undefined;
}

/** Reads Windows' own name, `Eastern Standard Time`, or what it shows for it: `(UTC-05:00) Eastern Time (US & Canada)`. */
export function windowsZoneNamed(text: string): string | undefined {
	const name = text.trim().toLowerCase();
	const [, prefix, label = ''] = /^(\((?:utc|gmt)(?:[+\-−]\d{1,2}(?::?\d\d)?)?\) *)?(.*)$/s.exec(name) ?? [];
	const shown = label
		.replace(/&amp;/g, '&')
		.replace(/\(us and canada\)/, '(us & canada)')
		.replace(/ - (new|old)$/, '');
	// Without its offset a label of one word may be another place: Georgetown, Salvador.
	const isLabel = prefix !== undefined || /[,(]/.test(shown);
	return windowsZones.get(name) ?? (isLabel ? windowsZones.get(windowsLabels.get(shown) ?? '') : undefined);
}

function unknown(text: string, isExplained: boolean): string {
	const name = text.trim();
	if (name.length > MAX_NAME_LENGTH) return `"${name.slice(0, MAX_NAME_LENGTH)}…" is not a time zone`;
	const wanted = name.replace(/ /g, '_');
	const closest = !isExplained
		? []
		: closestNames(wanted, [...places.values()], 3).filter((place) => isCloseTo(wanted, place));
	return closest.length > 0
		? `${inQuotes(text)} is not a time zone. Closest names: ${closest.join(', ')}`
		: `${inQuotes(text)} is not a time zone: write a place, such as Europe/Warsaw`;
}

const places: ReadonlyMap<string, string> = new Map(
	Intl.supportedValuesOf('timeZone').map((zone) => [zone.toLowerCase(), zone]),
);

/** Names of the tz database that are one word and follow the clocks of a place. V8 takes other letters as well. */
const wordsOfTzdb: ReadonlySet<string> = new Set([
	...['cet', 'eet', 'met', 'wet', 'cst6cdt', 'est5edt', 'mst7mdt', 'pst8pdt', 'utc', 'zulu', 'universal'],
	...['cuba', 'egypt', 'eire', 'gb', 'gb-eire', 'hongkong', 'iceland', 'iran', 'israel', 'jamaica', 'japan'],
	...['kwajalein', 'libya', 'navajo', 'nz', 'nz-chat', 'poland', 'portugal', 'prc', 'roc', 'rok', 'singapore'],
	...['turkey', 'w-su'],
]);
