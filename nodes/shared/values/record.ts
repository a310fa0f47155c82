/** Whether a value is a plain object, as JSON has them. */
export function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A copy of an object without some of its properties. */
export function omit<T extends object, K extends keyof T>(from: T, ...names: K[]): Omit<T, K> {
	const copy = { ...from };
	for (const name of names) Reflect.deleteProperty(copy, name);
	return copy;
}
