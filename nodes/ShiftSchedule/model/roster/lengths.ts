import { problem, value, type Result } from '../../../shared/values/result';
import { inQuotes } from '../../../shared/values/text';
import { visibleText } from '../../../shared/values/visibleText';
import { normalizedHeading } from '../../../shared/values/headings';
import { durationOf, lengthText } from './times';

/**
 * Reads the length in a column of lengths: `8h`, `PT8H`, `7:30`, or a number, in the unit that the heading names.
 *
 * A number without a unit is hours up to 24 and minutes from 60 on; what can be either is refused.
 *
 * @param heading as the table has it: `lengthMinutes`, `Duration (hours)`
 */
export function lengthInCell(cell: unknown, heading: string): Result<number> {
	const text = visibleText(cell);
	const said = durationOf(cell);
	if (said !== undefined) return said > 0 ? value(said) : problem('lasts no time at all');
	const [, hours, rest] = /^(\d{1,3}):([0-5]\d)(?::00)?$/.exec(text) ?? [];
	const number = hours === undefined ? Number(text.replace(',', '.')) : Number(hours) + Number(rest) / 60;
	if (text === '' || typeof cell === 'object' || !Number.isFinite(number)) {
		return problem(
			typeof cell === 'object' ? `is not a length: ${HINT}` : `${inQuotes(text)} is not a length: ${HINT}`,
		);
	}
	if (number <= 0) return problem('lasts no time at all');
	const unit = hours === undefined ? unitOf(heading, number) : 60;
	if (unit === undefined) {
		const readings = number < 1 ? [number * 60, number * 1440] : [number, number * 60];
		return problem(`${text} can be ${readings.map((one) => lengthText(Math.round(one))).join(' or ')}: ${HINT}`);
	}
	return value(Math.round(number * unit));
}

const HINT = 'write 8h or 480 min';

/** In minutes; `undefined` where neither the heading nor the number says. */
function unitOf(heading: string, number: number): number | undefined {
	const plain = normalizedHeading(heading);
	if (/min/.test(plain)) return 1;
	if (/hour|stunde|godzin|hora|heure|hrs/.test(plain)) return 60;
	if (number >= 1 && number <= 24) return 60;
	return number >= 60 ? 1 : undefined;
}
