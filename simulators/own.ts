/** The record with this id; `constructor` and the like, which every object inherits, are not ids. */
export function own<T>(records: Record<string, T>, id: string | undefined): T | undefined {
	return id !== undefined && Object.hasOwn(records, id) ? records[id] : undefined;
}
