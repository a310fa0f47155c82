import { isRecord } from '../../values/record';
import { problem, value, type Result } from '../../values/result';
import type { Native } from '../adapter';
import { fieldsIn, fingerprintOf, shortHash } from '../native';

/** Of the text: *Restore Previous* must not misread what another version of this node put out. */
export const VERSION = 2;

/** The cells of a row that its text belongs to; '' where there is none. */
export interface CoveredCells {
	service: string;
	scope: string;
	agentId: string;
	previous: string;
	requested: string;
}

/** What a row keeps of the change that it tells of. */
export interface Kept extends Pick<CoveredCells, 'agentId' | 'scope'> {
	/** The state before; `null` where it is not known. */
	previous: KeptState | null;
	/** By which the state that was given is known again. */
	requested: string;
}

/** A state as a row keeps it: by its fingerprint alone where the service's list has it. */
export interface KeptState {
	fingerprint: string;
	native?: Native;
}

/**
 * What *Restore Previous* needs beyond the other cells of a row, as one text: `v2:`, a checksum, and the fingerprints of
 * the two states (`v2:0f1e2d3c:8b9caa01.1f2e3d4c`) or JSON. It is kept short, since n8n's table shows cells whole and in
 * lines of forty characters: a longer text, or one with hyphens, would make each row two lines high.
 *
 * @param label of the state before, where the service's list does not give it
 */
export function writeRestoreText(
	cells: CoveredCells,
	previous: Native | null,
	requested: Native,
	label: string | undefined,
): string {
	const { agentId, scope } = cells;
	const more = {
		...(label !== undefined && { label }),
		...(looksNumeric(agentId) && { agentId }),
		...(looksNumeric(scope) && { scope }),
	};
	if (previous && Object.keys(more).length === 0)
		return textWith(cells, `${fingerprintOf(previous)}.${fingerprintOf(requested)}`);
	const kept = [previous?.fields ?? null, fingerprintOf(requested), ...(Object.keys(more).length > 0 ? [more] : [])];
	return textWith(cells, JSON.stringify(kept));
}

const textWith = (cells: CoveredCells, body: string): string => `v${VERSION}:${checksumOf(cells, body)}:${body}`;

/** @param cells of the row as they are now */
export function parseRestoreText(text: string, cells: CoveredCells): Result<Kept> {
	const [, version, sum, body = ''] = /^v(\d+):(?:([0-9a-f]{8}):(.*))?/su.exec(text) ?? [];
	if (version !== undefined && version !== `${VERSION}`) return problem(otherVersion(version));
	const [, before, after] = /^([0-9a-f]{8})\.([0-9a-f]{8})$/.exec(body) ?? [];
	if (before !== undefined && after !== undefined && sum === checksumOf(cells, body))
		return value({
			agentId: cells.agentId,
			scope: cells.scope,
			requested: after,
			previous: { fingerprint: before },
		});
	const parsed = parsedJson(body);
	const [fields, requested, more] = Array.isArray(parsed) ? (parsed as unknown[]) : [];
	const extra = isRecord(more) ? more : {};
	const agentId = asPutOut(extra.agentId, cells.agentId);
	const scope = asPutOut(extra.scope, cells.scope);
	if (sum !== checksumOf({ ...cells, agentId, scope }, body) || typeof requested !== 'string')
		return problem(changed);
	const known = fieldsIn(fields);
	const label = typeof extra.label === 'string' ? extra.label : Object.values(known ?? {}).join(', ');
	const native = known && { label, fields: known };
	return value({
		...{ agentId, scope, requested },
		previous: native && { native, fingerprint: fingerprintOf(native) },
	});
}

export const otherVersion = (version: string) =>
	`is a result row of another version (${version}): this node reads version ${VERSION}`;

const changed =
	"was changed or cut since 'Set State' put it out: 'service', 'scope', 'agentId', 'previous', 'requested' and 'restore' must be as they were";

/** A sheet takes such a text for a number and drops its zeros: it is told a second time. */
const looksNumeric = (text: string): boolean => text !== '' && Number.isFinite(Number(text));

/** The text that was put out, unless the cell means another one by now. */
const asPutOut = (told: unknown, cell: string): string =>
	typeof told === 'string' && cell !== '' && Number(told) === Number(cell) ? told : cell;

const checksumOf = ({ service, scope, agentId, previous, requested }: CoveredCells, body: string): string =>
	shortHash(JSON.stringify([service, scope, agentId, previous, requested, body]));

function parsedJson(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}
