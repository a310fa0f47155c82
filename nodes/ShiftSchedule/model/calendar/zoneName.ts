import { IANAZone } from 'luxon';
import { closestNames } from '../../../shared/values/closestNames';
import { problem, value, type Result } from '../../../shared/values/result';

/** In letters; longer than the name of any zone. Comparing letters takes time. */
const MAX_NAME_LENGTH = 60;

/** Names that people use for the time at their place, but which stand for zones without summer time. */
const fixedAbbreviations: Record<string, string> = {
	EST: 'America/New_York',
	MST: 'America/Denver',
	HST: 'Pacific/Honolulu',
};

/** Makes a {@link zoneNamed} that remembers: a column of ten thousand rows holds a few names. */
export function zoneReader(): (text: string) => Result<string> {
	const known = new Map<string, Result<string>>();
	return (text) => {
		const before = known.get(text);
		if (before !== undefined) return before;
		const read = zoneNamed(text);
		known.set(text, read);
		return read;
	};
}

/**
 * Reads the name of a time zone, such as `Europe/Warsaw`, in any case and with spaces for underscores.
 *
 * A fixed offset is refused: `UTC+1` is right for half of the year only, and newer engines would accept it.
 *
 * @returns an IANA name
 */
export function zoneNamed(text: string): Result<string> {
	const name = text
		.trim()
		.replace(/\s*\/\s*/g, '/')
		.replace(/\s+/g, '_');
	if (name === '') return problem('is empty: write a time zone such as Europe/Warsaw');
	if (/^((Etc\/)?(UTC|GMT)|Z)?[+\-−]\d/i.test(name)) {
		return problem(
			`"${text}" is a fixed offset, not a time zone: it would be wrong by an hour when the clocks change. Write a place, such as Europe/Warsaw`,
		);
	}
	const place = fixedAbbreviations[name.toUpperCase()];
	if (place !== undefined) {
		return problem(`"${text}" has no summer time: write a place, such as ${place}`);
	}
	const listed = zones().find((zone) => zone.toLowerCase() === name.toLowerCase());
	if (listed !== undefined) return value(listed);
	// Older names, such as US/Eastern, are valid though they are not listed.
	if (IANAZone.isValidZone(name)) return value(name);
	if (name.length > MAX_NAME_LENGTH) return problem(`"${text.slice(0, MAX_NAME_LENGTH)}…" is no time zone`);
	return problem(`"${text}" is no time zone. Closest names: ${closestNames(name, zones(), 3).join(', ')}`);
}

const zones = (): string[] => Intl.supportedValuesOf('timeZone');
