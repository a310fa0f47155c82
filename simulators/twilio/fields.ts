import { invalid } from './refusal';

/** Reads one form or query value, or throws the refusal that Twilio answers it with. */
export type Reader<T> = (raw: string, name: string) => T;

export type Readers = Record<string, Reader<unknown>>;
export type Values<F extends Readers> = { [Name in keyof F]?: ReturnType<F[Name]> };

/** The fields that were sent; a field that was not sent is absent, which is what makes updates partial. */
export function readFields<F extends Readers>(fields: F, sent: URLSearchParams): Values<F> {
	const values: Values<F> = {};
	for (const [name, read] of Object.entries(fields) as Array<[keyof F & string, F[keyof F]]>) {
		const raw = sent.get(name);
		if (raw !== null) values[name] = read(raw, name) as ReturnType<F[keyof F]>;
	}
	return values;
}

export function required<T>(value: T | undefined, name: string): T {
	if (value === undefined || value === '') throw invalid(`Missing required parameter ${name} in the post body`);
	return value;
}

export function text(maxLength: number): Reader<string> {
	return (raw, name) => {
		// Code points, not UTF-16 units: the documents speak of characters.
		if ([...raw].length > maxLength) throw invalid(`${name} must be at most ${maxLength} characters`);
		return raw;
	};
}

export function sid(prefix: string): Reader<string> {
	const pattern = new RegExp(`^${prefix}[0-9a-fA-F]{32}$`);
	return (raw, name) => {
		if (!pattern.test(raw)) throw invalid(`${name} is not a valid SID: it must match ${pattern.source}`);
		return raw;
	};
}

export function oneOf<T extends string>(...values: T[]): Reader<T> {
	return (raw, name) => {
		const found = values.find((value) => value === raw);
		if (found === undefined) throw invalid(`Invalid ${name} '${raw}': it must be one of ${values.join(', ')}`);
		return found;
	};
}

export const flag: Reader<boolean> = (raw, name) => {
	if (!/^(true|false)$/i.test(raw)) throw invalid(`Invalid ${name} '${raw}': it must be true or false`);
	return raw.toLowerCase() === 'true';
};

/** "A value of true, 1, or yes specifies the Activity is available. All other values specify that it is not." */
export const available: Reader<boolean> = (raw) => /^(true|1|yes)$/i.test(raw);

export const integer: Reader<number> = (raw, name) => {
	if (!/^-?\d{1,9}$/.test(raw)) throw invalid(`Invalid ${name} '${raw}': it must be an integer`);
	return Number(raw);
};

export function atLeast(min: number): Reader<number> {
	return (raw, name) => {
		const value = integer(raw, name);
		if (value < min) throw invalid(`Invalid ${name} '${raw}': it must be ${min} or more`);
		return value;
	};
}

/** An ISO 8601 date-time, as milliseconds since the epoch. */
export const dateTime: Reader<number> = (raw, name) => {
	const ms = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/.test(raw) ? Date.parse(raw) : NaN;
	if (Number.isNaN(ms)) throw invalid(`Invalid ${name} '${raw}': it must be an ISO 8601 date-time`);
	return ms;
};

/** Attributes travel as one opaque string, which must hold a JSON object. @param refusal of a text that holds none */
export function jsonObjectOr(refusal: (problem: string) => Error): Reader<string> {
	return (raw, name) => {
		let parsed: unknown;
		try {
			parsed = JSON.parse(raw);
		} catch {
			throw refusal(`${name} is not valid JSON`);
		}
		if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) {
			throw refusal(`${name} must be a JSON object`);
		}
		return raw;
	};
}

export const jsonObject = jsonObjectOr(invalid);

export const isWebAddress = (raw: string): boolean => /^https?:\/\//i.test(raw) && URL.canParse(raw);

/** An address that can be called; an empty one takes the one on record away. */
export const webAddressOrNone: Reader<string> = (raw, name) => {
	if (raw !== '' && !isWebAddress(raw)) throw invalid(`${name} is not a valid URL`);
	return raw;
};
