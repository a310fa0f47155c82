import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import type { AttemptResult } from './response';
import { formsOf } from './secrets';
import type { Vendor } from './vendor';

/** Records are full of short words: what is shorter is taken out of errors only, which nobody works on with. */
const SHORTEST_IN_RECORDS = 12;

/** The secrets that a credential holds by now: n8n puts a token that it fetched into this same object. */
export const secretValues = (vendor: Vendor, credential: ICredentialDataDecryptedObject): string[] =>
	[...heldSecrets(vendor, credential), ...(vendor.sentSecrets?.(credential) ?? [])].filter(
		({ length }) => length >= 6,
	);

const heldSecrets = ({ secrets }: Vendor, credential: ICredentialDataDecryptedObject): string[] =>
	secrets.map((name) => credential[name]).filter((value): value is string => typeof value === 'string');

/**
 * Takes the secrets of a credential out of whatever a service answers, before anything is made of it: records, names,
 * messages and headers. An answer with something taken out is marked, since it is not what the service holds.
 */
export function concealAnswers(
	vendor: Vendor,
	credential: ICredentialDataDecryptedObject,
): (result: AttemptResult) => AttemptResult {
	let known: { key: string; pattern: RegExp | undefined } | undefined;
	return (result) => {
		if (result.kind !== 'response' && result.kind !== 'tokenRefused') return result;
		const key = heldSecrets(vendor, credential).join('\n');
		if (key !== known?.key) known = { key, pattern: patternOf(secretValues(vendor, credential)) };
		const { pattern } = known;
		if (!pattern) return result;
		const { response } = result;
		const isConcealed = concealIn(response, pattern);
		return isConcealed && result.kind === 'response'
			? { kind: 'response', response: { ...result.response, isConcealed } }
			: result;
	};
}

function patternOf(secrets: readonly string[]): RegExp | undefined {
	const long = secrets.filter(({ length }) => length >= SHORTEST_IN_RECORDS);
	if (long.length === 0) return undefined;
	const anyForm = formsOf(long)
		.map((form) => form.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&'))
		.join('|');
	return new RegExp(anyForm, 'g');
}

/** Changes every text in an answer, names of fields included; without recursion, since an answer may nest as deep as it likes. */
function concealIn(root: object, pattern: RegExp): boolean {
	let isConcealed = false;
	const open: object[] = [root];
	const put = (target: object, key: string, value: unknown) =>
		// Not by assignment: a field may be called __proto__.
		Object.defineProperty(target, key, { value, enumerable: true, configurable: true, writable: true });
	const shown = (text: string) => {
		if (text.length < SHORTEST_IN_RECORDS || text.search(pattern) < 0) return text;
		isConcealed = true;
		return text.replace(pattern, '***');
	};
	for (let one = open.pop(); one; one = open.pop()) {
		for (const [key, value] of Object.entries(one) as Array<[string, unknown]>) {
			const name = Array.isArray(one) ? key : shown(key);
			if (name !== key) {
				Reflect.deleteProperty(one, key);
				put(one, name, value);
			}
			if (typeof value === 'object' && value !== null) open.push(value);
			const text = typeof value === 'string' ? shown(value) : value;
			if (text !== value) put(one, name, text);
		}
	}
	return isConcealed;
}
