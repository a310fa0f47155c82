import type { IDataObject } from 'n8n-workflow';
import type { Native, Observed } from '../../shared/state/adapter';
import { namedState } from '../../shared/state/native';
import type { Scope } from '../../shared/state/read/scope';

/** What a trigger says of an agent. */
export interface TriggerEvent {
	event: 'stateChanged' | 'agentAdded' | 'agentRemoved' | 'currentState';
	scope: Scope;
	agentId: string;
	/** `undefined`: the agent is no longer there. */
	observed: Observed | undefined;
	/** `null`: there was none, or it is not known. */
	before: Native | null;
	/** `null`: nobody knows. */
	byUs: boolean | null;
}

/** @param at when the states were read, in milliseconds since the epoch */
export function itemOf({ event, scope, agentId, observed, before, byUs }: TriggerEvent, at: number): IDataObject {
	const { mapping, session } = scope;
	const native = namedState(mapping, observed?.native ?? null);
	const previous = namedState(mapping, before);
	return {
		agent: observed?.name ?? agentId,
		state: mapping.stateOf(native),
		previousState: mapping.stateOf(previous),
		native: native?.label ?? null,
		since: isoTimeOf(observed?.since),
		event,
		at: new Date(at).toISOString(),
		previousNative: previous?.label ?? null,
		service: session.adapter.id,
		scope: scope.name,
		agentId,
		byUs,
	};
}

/** In the same form whatever the service's. */
function isoTimeOf(text: string | null | undefined): string | null {
	const at = Date.parse(text ?? '');
	return Number.isNaN(at) ? null : new Date(at).toISOString();
}
