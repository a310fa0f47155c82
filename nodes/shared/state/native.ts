import { hash } from 'node:crypto';
import type { WireValue } from '../http/request';
import { canonicalText } from '../values/canonicalJson';
import { isRecord } from '../values/record';

/** A state as the service has it. */
export interface Native {
	/** As people know it, such as "Lunch". */
	label: string;
	/** What is sent to get there, by the service's own field names, such as `{ActivitySid: "WA…"}`. */
	fields: Readonly<Record<string, WireValue>>;
}

/** Whether two states are one and the same to the service. One that nobody knows is not the same as any. */
export function isSameNative(one: Native | null | undefined, other: Native | null | undefined): boolean {
	if (!one || !other) return false;
	const fields = Object.entries(one.fields);
	return (
		fields.length === Object.keys(other.fields).length &&
		fields.every(([name, value]) => other.fields[name] === value)
	);
}

/** A short text that is the same for states that are the same to the service, whatever their labels. */
export const fingerprintOf = ({ fields }: Native): string => shortHash(canonicalText(fields));

/** Eight hexadecimal digits: short enough for a table's cell, and one in four thousand million for a mistake. */
export const shortHash = (text: string): string => hash('sha256', text).slice(0, 8);

/** Only what Native has: a state option holds more. */
export const plain = ({ label, fields }: Native): Native => ({ label, fields });

/**
 * With the label that the service's list gives: a record often names a state by its id alone.
 *
 * @param optionOf the option of that list, if it is there
 */
export const namedState = (
	{ optionOf }: { optionOf: (native: Native) => Native | undefined },
	native: Native | null,
): Native | null => native && plain(optionOf(native) ?? native);

/** A native state that comes back from n8n's storage. */
export function nativeIn(value: unknown): Native | null {
	if (!isRecord(value) || typeof value.label !== 'string') return null;
	const fields = fieldsIn(value.fields);
	return fields && { label: value.label, fields };
}

/** The fields of a native state that comes back from a row or from n8n's storage; `null` where there are none. */
export function fieldsIn(value: unknown): Native['fields'] | null {
	if (!isRecord(value)) return null;
	const fields = Object.entries(value).filter((entry): entry is [string, WireValue] =>
		['string', 'number', 'boolean'].includes(typeof entry[1]),
	);
	return fields.length > 0 ? Object.fromEntries(fields) : null;
}
