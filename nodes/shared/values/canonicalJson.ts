import { isRecord } from './record';

/** JSON text that is the same for values that mean the same: keys in order. */
export const canonicalText = (value: unknown): string => JSON.stringify(inOrder(value));

function inOrder(value: unknown): unknown {
	if (Array.isArray(value)) return value.map(inOrder);
	if (!isRecord(value)) return value;
	return Object.fromEntries(
		Object.keys(value)
			.sort()
			.map((key) => [key, inOrder(value[key])]),
	);
}
