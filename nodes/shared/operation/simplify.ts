/** What people look at first in a record. */
export interface SimpleRecord {
	/** The properties that are put out, in this order, under the vendor's own names. */
	properties: readonly string[];
	/** Those of them that the vendor keeps as JSON text, with what reads it; `undefined` leaves the text as it is. */
	parsed: Readonly<Record<string, (text: unknown) => unknown>>;
	/** Those of them that are put out only after a change that sets them, with the name of the field that does. */
	onlyIfSet?: Readonly<Record<string, string>>;
}

/** A record of properties alone, none of which holds JSON text. */
export const simpleRecord = (...properties: string[]): SimpleRecord => ({ properties, parsed: {} });

/** What the node itself says of a change: whether there was one, and whether the service confirms it. */
const REMARKS = ['changed', 'confirmed', 'note', 'requestedStatus'];

/** What the fields hold, by name. */
type FieldValues = Readonly<Record<string, unknown>>;

/** What a record has of that which people look at first: its name, what became of it, and the others. */
function firstIn(record: Record<string, unknown>, { properties, onlyIfSet = {} }: SimpleRecord, values: FieldValues) {
	const [name = '', ...others] = properties;
	return [name, ...REMARKS, ...others].filter((key) => {
		const field = onlyIfSet[key];
		return Object.hasOwn(record, key) && (field === undefined || values[field] !== undefined);
	});
}

/** The whole record, beginning with what people look at first. */
export const inReadingOrder = (record: Record<string, unknown>, simple: SimpleRecord, values: FieldValues) => ({
	...Object.fromEntries(firstIn(record, simple, values).map((key) => [key, record[key]])),
	...record,
});

/** What people look at first in the record, and nothing else. */
export const simplified = (record: Record<string, unknown>, simple: SimpleRecord, values: FieldValues) =>
	Object.fromEntries(
		firstIn(record, simple, values).map((key) => [key, simple.parsed[key]?.(record[key]) ?? record[key]]),
	);
