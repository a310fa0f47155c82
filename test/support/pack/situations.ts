import type { INodeParameters } from 'n8n-workflow';
import type { Situation, Replying } from '../../../simulators/samples';
import { SUBJECTS } from './vendors';

export type { Situation } from '../../../simulators/samples';

/** The agents are not there; the lists and everything else are. */
const withoutAgent =
	(usual: Replying): Replying =>
	(request) =>
		/\/(?:users|workers|agents)\/[^/]+$/i.test(request.path.split('?')[0] ?? '') ? { status: 404 } : usual(request);

/** A row of a mapping, where it makes a difference. */
function mapped(operation: string, vendor: string): Situation {
	const { mapping, tells } = SUBJECTS[vendor]?.states ?? {};
	if (operation === 'setState' || operation === 'compare') {
		return { asksForAll: true, row: { state: 'break', reason: 'Lunch', ...mapping?.elsewhere } };
	}
	const row: INodeParameters = { state: 'available', reason: '', ...mapping?.asItIs };
	if (tells) return { row, isLoose: true };
	// What this node set before is all that is known there.
	return operation === 'getState'
		? { row, isLoose: true, before: 'setState', wish: { state: 'offline' } }
		: { row: { ...row, state: 'offline', ...mapping?.elsewhere }, isLoose: true, wish: { state: 'offline' } };
}

/** A reason or a note, at a service where it changes what is sent. */
function told(what: 'reason' | 'note', operation: string, vendor: string): Situation {
	const counts = Object.keys(SUBJECTS).find((node) => SUBJECTS[node]?.situations?.[what]);
	const isNeeded = what === 'note' || operation === 'compare';
	const service = SUBJECTS[vendor]?.situations?.[what] ? vendor : isNeeded ? counts : undefined;
	const situation = SUBJECTS[service ?? '']?.situations?.[what];
	return service !== undefined && situation ? { vendor: service, ...situation(operation) } : {};
}

/** @param name the field's own name; a mapping is called `stateMapping` on every node */
export function situationOf(operation: string, vendor: string, name: string): Situation {
	switch (name) {
		case 'reason':
		case 'reasonColumn':
			return told('reason', operation, vendor);
		case 'note':
		case 'noteColumn':
			return told('note', operation, vendor);
		case 'stateMapping':
			return mapped(operation, vendor);
		case 'confirmAfter':
		case 'protectedStates':
			return { wish: { state: SUBJECTS[vendor]?.states?.otherState ?? 'available' } };
		case 'outMinutes':
			return { before: 'itself', wish: { state: SUBJECTS[vendor]?.states?.otherState ?? 'available' } };
		case 'output':
			if (operation === 'restorePrevious') return { isUntouched: true };
			return SUBJECTS[vendor]?.states?.tells ? { asksForAll: true } : { before: 'itself' };
		case 'rejectPending':
			return { wish: { state: 'offline' } };
		case 'unknownAgents':
			return { reply: withoutAgent, goesOn: true };
		case 'vendorColumn':
			// One of the two columns names a service that tells no history.
			return { goesOn: operation === 'getHistory' };
		case 'restoreAnyway':
			return { hasMovedOn: true };
		case 'trustMinutes':
			return { before: 'itself' };
		case 'state':
			return { wish: { state: 'available', reason: 'Lunch' } };
		default:
			return SUBJECTS[vendor]?.situations?.[name]?.(operation) ?? {};
	}
}

/** Every state with every reason. */
export const allSituations = ['available', 'break', 'busy', 'offline'].flatMap((state) =>
	['Lunch', 'Tea'].map((reason) => ({ state, reason })),
);
