import type { IDataObject } from 'n8n-workflow';
import { isRecord } from '../../values/record';
import type { Native } from '../adapter';
import { nativeIn } from '../native';
import { isState, type State } from '../state';

/**
 * - `changed`: written, and the service's answer shows the new state
 * - `unchanged`: the agent was in the state already; nothing was written
 * - `pending`: written, and the service's answer shows another state for now
 * - `unconfirmed`: written, and nothing shows the new state
 * - `preview`: would be written
 * - `skipped`: left alone, by a rule that the user set
 * - `failed`: `reason` says why
 */
export const outcomes = ['changed', 'unchanged', 'pending', 'unconfirmed', 'preview', 'skipped', 'failed'] as const;

export type Outcome = (typeof outcomes)[number];

/** What became of one agent at one place: the same shape for real runs, previews and restores. */
export interface Row {
	/** The service, by the name of its node. */
	vendor: string;
	agent: { id: string | null; name: string };
	/** The workspace, conversation service or queue; `null` where the service has no such thing. */
	scope: string | null;
	requested: State | null;
	/** `null`: not known. */
	previous: State | null;
	current: State | null;
	outcome: Outcome;
	/** Why: the cause that was asked for, or the explanation of the outcome. */
	reason: string | null;
	changes: Array<{ field: string; from: string | null; to: string }>;
	/** The service's own states behind the words above; `version` is that of this shape. */
	native: { version: number; previous: Native | null; requested: Native | null; current: Native | null };
	/** By which the service's support finds the request. */
	requestId: string | null;
	/** Of the change; 0 when nothing was sent. */
	attempts: number;
	durationMs: number;
	/** When the row was made, as an ISO time. */
	at: string;
}

/** Of the shape of a row: *Restore Previous* must not misread rows that another version of this node kept somewhere. */
export const VERSION = 1;

/** What people look for first: in the editor's table the first columns are all that is seen at once. */
export function toJson({ agent, requested, previous, current, outcome, reason, ...more }: Row): IDataObject {
	const { id, name } = agent;
	return { agent: { name, id }, previous, current, outcome, reason, requested, ...more };
}

export type Parsed = { kind: 'row'; row: Row } | { kind: 'problem'; problem: string };

const problem = (text: string): Parsed => ({ kind: 'problem', problem: text });

/** Reads a row that comes back in, to restore what it says was before. */
export function parseRow(json: IDataObject): Parsed {
	const { vendor, agent, native, outcome } = json;
	if (!isRecord(native) || !isRecord(agent) || typeof vendor !== 'string') {
		return problem("is not a result row: 'Restore Previous' takes the rows that 'Set State' put out");
	}
	if (native.version !== VERSION) {
		return problem(
			`is a result row of another version (${String(native.version)}): this node reads version ${VERSION}`,
		);
	}
	const known = outcomes.find((one) => one === outcome);
	if (known === undefined) return problem('has an outcome that this node does not know');
	const { id, name } = agent;
	if (typeof id !== 'string' || id === '') return problem('does not say which agent it is about');
	const stateIn = (value: unknown): State | null => (isState(value) ? value : null);
	return {
		kind: 'row',
		row: {
			...(json as unknown as Row),
			vendor,
			outcome: known,
			agent: { id, name: typeof name === 'string' ? name : id },
			scope: typeof json.scope === 'string' ? json.scope : null,
			requested: stateIn(json.requested),
			previous: stateIn(json.previous),
			current: stateIn(json.current),
			native: {
				version: VERSION,
				previous: nativeIn(native.previous),
				requested: nativeIn(native.requested),
				current: nativeIn(native.current),
			},
		},
	};
}
