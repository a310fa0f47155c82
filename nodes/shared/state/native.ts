import type { WireValue } from '../http/request';
import { isRecord } from '../values/record';
import type { Native } from './adapter';
import type { Mapping } from './mapping';

/** Whether two states are one and the same to the service. */
export function isSame(one: Native | null, other: Native | null): boolean {
	if (!one || !other) return false;
	const fields = Object.entries(one.fields);
	return (
		fields.length === Object.keys(other.fields).length &&
		fields.every(([name, value]) => other.fields[name] === value)
	);
}

/** Without what an offer holds beside the state. */
export const plain = ({ label, fields }: Native): Native => ({ label, fields });

/** As the place names it: a record often names a state by its id alone. */
export const named = ({ offerOf }: Pick<Mapping, 'offerOf'>, native: Native | null): Native | null =>
	native && plain(offerOf(native) ?? native);

/** A native state that comes back from a row or from n8n's storage. */
export function nativeIn(value: unknown): Native | null {
	if (!isRecord(value) || typeof value.label !== 'string' || !isRecord(value.fields)) return null;
	const fields = Object.entries(value.fields).filter((entry): entry is [string, WireValue] =>
		['string', 'number', 'boolean'].includes(typeof entry[1]),
	);
	return fields.length > 0 ? { label: value.label, fields: Object.fromEntries(fields) } : null;
}
