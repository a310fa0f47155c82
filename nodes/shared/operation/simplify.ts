/** What people look at first in a record. */
export interface SimpleRecord {
	/** The properties that are put out, in this order, under the vendor's own names. */
	properties: readonly string[];
	/** Those of them that the vendor keeps as JSON text, with what reads it; `undefined` leaves the text as it is. */
	parsed: Readonly<Record<string, (text: unknown) => unknown>>;
}

/** A record of properties alone, none of which holds JSON text. */
export const simpleRecord = (...properties: string[]): SimpleRecord => ({ properties, parsed: {} });

/** What the node itself says of a change: whether there was one, and whether the service confirms it. */
const REMARKS = ['changed', 'confirmed', 'note'];

/** The whole record in the order in which people read: its name, what became of it, what they look at first, all else. */
export function inReadingOrder(record: Record<string, unknown>, { properties }: SimpleRecord) {
	const [name = '', ...others] = properties;
	const first = [name, ...REMARKS, ...others].filter((key) => Object.hasOwn(record, key));
	return { ...Object.fromEntries(first.map((key) => [key, record[key]])), ...record };
}

/** The record with those properties that it has. */
export function simplified(record: Record<string, unknown>, { properties, parsed }: SimpleRecord) {
	const kept = properties.filter((name) => Object.hasOwn(record, name));
	return Object.fromEntries(kept.map((name) => [name, parsed[name]?.(record[name]) ?? record[name]]));
}
