import { value, type Problem, type Result } from '../../values/result';
import type { Values } from '../operation';
import { pathSafe } from '../rule';

/** A filled path, or which field cannot stand in it and why. */
export type FilledPath = Exclude<Result<string>, Problem> | (Problem & { field: string });

/**
 * The only place where an id becomes part of an address.
 *
 * @param template `{name}` is filled with a value; a part in square brackets is left out when its value is absent
 */
export function fillPath(template: string, values: Values): FilledPath {
	const kept = template.replace(/\[([^[\]]*)\]/g, (_, part: string) =>
		namesIn(part).every((name) => values[name] !== undefined) ? part : '',
	);
	for (const field of namesIn(kept)) {
		const wrong = pathSafe(`${values[field] ?? ''}`);
		if (wrong !== undefined) return { kind: 'problem', field, problem: wrong };
	}
	return value(kept.replace(/\{(\w+)\}/g, (_, name: string) => encodeSegment(`${values[name] ?? ''}`)));
}

export const namesIn = (template: string): string[] =>
	[...template.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? '');

/**
 * Percent-encodes all that RFC 3986 does not allow in a path segment, and nothing else: whether a service takes
 * `%40` for `@` is undocumented (VoipNow's `@me`), and Twilio's official client sends `@` and `+` as they are.
 */
export function encodeSegment(value: string): string {
	return encodeURIComponent(value).replace(/%(?:24|26|2B|2C|3A|3B|3D|40)/g, decodeURIComponent);
}
