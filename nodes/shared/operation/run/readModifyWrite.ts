import type { Client, ProblemIn, Sent } from '../../http/client';
import { getRequest, type VendorRequest, type WireValue } from '../../http/request';
import type { VendorResponse } from '../../http/response';
import { isRecord } from '../../values/record';
import { plainFailure } from '../../http/failure';
import type { Vendor } from '../../http/vendor';
import { canonicalText } from '../../values/canonicalJson';
import { keepsNumbers } from '../../values/jsonText';
import type { ReadModifyWrite, Values } from '../operation';
import type { WriteLog } from './keyedQueue';

export type Edited =
	| { kind: 'unchanged'; record: Record<string, unknown> }
	| { kind: 'written'; response: VendorResponse; versioned: boolean; attempts: number }
	| Exclude<Sent, { kind: 'answered' }>;

/** A busy worker's version changes with every reservation; whoever loses this often meets a loop, not a colleague. */
const ROUNDS = 10;

/**
 * Reads the record of `request`, decides on the change and writes it under the version that was read (If-Match), so
 * that a change made by someone else in between is neither lost nor overwritten. A service that tells no
 * version gets the write without one.
 *
 * @param problemIn what makes the answer to the write useless, if anything
 */
export async function readModifyWrite(
	{ vendor, client, writes }: { vendor: Pick<Vendor, 'versionOf'>; client: Client; writes: WriteLog },
	request: VendorRequest,
	edit: ReadModifyWrite,
	values: Values,
	problemIn?: ProblemIn,
): Promise<Edited> {
	const read = getRequest(request.encoding, request.path);
	const recordIn = edit.record ?? (({ body }: VendorResponse) => (isRecord(body) ? body : undefined));
	// A version that the user gave means: this one or none.
	const givenVersion = request.headers['If-Match'] !== undefined;
	let mayBeOurs = false;
	let attempts = 0;
	for (let round = 1; ; round++) {
		const count = writes.count();
		const current = await client.send(read, (answer) =>
			recordIn(answer, values)
				? undefined
				: `the service answered with status ${answer.status} but without the record`,
		);
		if (current.kind !== 'answered') return current;
		const record = recordIn(current.response, values) ?? {};
		const change = edit.change(record, values, request.body ?? {});
		if (change.kind === 'problem') return { kind: 'failed', failure: plainFailure(change.problem) };
		if (change.kind === 'none') {
			// Refused on a repetition, and what was asked for is there: the first attempt did it, only its answer was lost.
			return mayBeOurs
				? { kind: 'written', response: current.response, versioned: true, attempts }
				: { kind: 'unchanged', record };
		}
		// The rest of the record is written back as it was read, in part or whole.
		if (edit.applies === undefined && current.response.isConcealed) {
			return {
				kind: 'failed',
				failure: plainFailure(HOLDS_KEY, 'Take it out of the record and change the key.'),
			};
		}
		const version = vendor.versionOf?.(current.response);
		const headers = { ...(version !== undefined && { 'If-Match': version }), ...request.headers };
		const retries = !givenVersion && round < ROUNDS;
		const written = { ...request, headers, body: change.body, ...(retries && { expected: isConflict }) };
		const which = edit.id === undefined ? request.path : String(record[edit.id]);
		const sent = await writes.unlessSince(count, which, async () => await client.send(written, problemIn));
		if (sent === 'stale') {
			// Another row of this run was faster: no round lost to strangers, and over when the rows are.
			round--;
			continue;
		}
		if (sent.kind === 'failed' && sent.failure.httpCode === '412' && !givenVersion) {
			const advice = 'Someone else keeps changing this record at the same time. Run the workflow again.';
			return { kind: 'failed', failure: { ...sent.failure, advice } };
		}
		if (sent.kind !== 'answered') return sent;
		attempts += sent.attempts;
		mayBeOurs ||= sent.attempts > 1;
		if (sent.response.status !== 412) {
			return { kind: 'written', response: sent.response, versioned: headers['If-Match'] !== undefined, attempts };
		}
	}
}

const HOLDS_KEY = 'the record holds a key of the credential, which is not shown and would be lost by this change';

const isConflict = ({ status }: VendorResponse): boolean => status === 412;

interface Comparison {
	/** The record's key for a body field. */
	keyOf: (field: string) => string;
	/** Fields that are not changes by themselves, each with the field whose change it goes along with. */
	dependentFields?: Readonly<Record<string, string>>;
	/** Fields of which the record shows something computed, which proves nothing: they are always written. */
	computed?: readonly string[];
	record?: ReadModifyWrite['record'];
}

/** Writes only the fields that differ from the record, when the user asked for that with `onlyIfChanged`. */
export function onlyDifferences({ keyOf, dependentFields = {}, computed = [], record }: Comparison): ReadModifyWrite {
	return {
		applies: ({ onlyIfChanged }) => onlyIfChanged === true,
		...(record && { record }),
		change: (current, _values, body) => {
			const differing = Object.entries(body).filter(
				([field, value]) => computed.includes(field) || !isSameValue(current[keyOf(field)], value),
			);
			const changed = new Set(differing.map(([field]) => field).filter((field) => !(field in dependentFields)));
			const written = differing.filter(([field]) => changed.has(dependentFields[field] ?? field));
			return changed.size > 0 ? { kind: 'write', body: Object.fromEntries(written) } : { kind: 'none' };
		},
	};
}

/** JSON texts are compared by what they say, everything else by what it looks like on the wire. */
function isSameValue(current: unknown, wanted: WireValue): boolean {
	if (typeof current !== 'string' && typeof current !== 'number' && typeof current !== 'boolean') return false;
	if (String(current) === String(wanted)) return true;
	const [before, after] = [current, wanted].map(meaning);
	return before !== undefined && before === after;
}

function meaning(text: unknown): string | undefined {
	if (typeof text !== 'string' || !/^\s*[[{]/.test(text)) return undefined;
	try {
		return keepsNumbers(text) ? canonicalText(JSON.parse(text)) : undefined;
	} catch {
		return undefined;
	}
}
