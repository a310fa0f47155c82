/** What people look at first in a record. */
export interface SimpleRecord {
	/** The properties that are put out, in this order, under the vendor's own names. */
	properties: readonly string[];
	/** Those of them that the vendor keeps as JSON text, with what reads it; `undefined` leaves the text as it is. */
	parsed: Readonly<Record<string, (text: unknown) => unknown>>;
}

/** A record of properties alone, none of which holds JSON text. */
export const simpleRecord = (...properties: string[]): SimpleRecord => ({ properties, parsed: {} });

/** The record with those properties that it has. */
export function simplified(record: Record<string, unknown>, { properties, parsed }: SimpleRecord) {
	const kept = properties.filter((name) => Object.hasOwn(record, name));
	return Object.fromEntries(kept.map((name) => [name, parsed[name]?.(record[name]) ?? record[name]]));
}
