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
	previous: Native | null;
	/** By which the state that was given is known again. */
	requested: string;
}

/**
 * What *Restore Previous* needs beyond the other cells of a row, as one text: `v2:`, a checksum, and JSON. It is kept
 * short, since n8n's table shows cells whole and in lines of forty characters.
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
	const kept = [previous?.fields ?? null, fingerprintOf(requested), ...(Object.keys(more).length > 0 ? [more] : [])];
	const body = JSON.stringify(kept);
	return `v${VERSION}:${checksumOf(cells, body)}:${body}`;
}

/** @param cells of the row as they are now */
export function parseRestoreText(text: string, cells: CoveredCells): Result<Kept> {
	const [, version, sum, body = ''] = /^v(\d+):(?:([0-9a-f]{8}):(.*))?/su.exec(text) ?? [];
	if (version !== undefined && version !== `${VERSION}`) return problem(otherVersion(version));
	const parsed = parsedJson(body);
	const [fields, requested, more] = Array.isArray(parsed) ? (parsed as unknown[]) : [];
	const extra = isRecord(more) ? more : {};
	const agentId = asPutOut(extra.agentId, cells.agentId);
	const scope = asPutOut(extra.scope, cells.scope);
	if (sum !== checksumOf({ ...cells, agentId, scope }, body) || typeof requested !== 'string')
		return problem(changed);
	const known = fieldsIn(fields);
	const label = typeof extra.label === 'string' ? extra.label : Object.values(known ?? {}).join(', ');
	return value({ agentId, scope, requested, previous: known && { label, fields: known } });
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
