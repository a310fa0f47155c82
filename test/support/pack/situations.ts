import type { INodeParameters } from 'n8n-workflow';
import { ACTIVITY } from '../../../simulators';
import type { Recorder } from './recorder';
import { bySid } from './vendors';

/** In which a field of *Set State* or of Agent State makes a difference, where the plainest run shows none. */
export interface Situation {
	/** The service, for a field that means something at one only. */
	vendor?: string;
	/** What is asked for. */
	wish?: { state: string; reason?: string };
	parameters?: INodeParameters;
	/** The vendor's answer made from its usual one. */
	reply?: (usual: Recorder['reply']) => Recorder['reply'];
	/** An operation that the node did before, in an execution whose memory n8n saved. */
	before?: 'setState' | 'itself';
	/** The node is set to go on after errors: one of the values makes an agent fail. */
	goesOn?: boolean;
	/** Every state is asked for with every reason, each for another agent. */
	asksForAll?: boolean;
	/** A row of the mapping besides the field that is tried. */
	row?: INodeParameters;
	/** The agents have left the state that was given to them, before it is taken back. */
	hasMovedOn?: boolean;
	/** Several values may come to the same: what is only read may stand for several states. */
	isLoose?: boolean;
}

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

const withSince =
	(usual: Recorder['reply']): Recorder['reply'] =>
	(request) => {
		const { body, ...rest } = usual(request);
		return { ...rest, body: { ...(body as object), date_status_changed: minutesAgo(5) } };
	};

/** The agents are not there; the lists and everything else are. */
const withoutAgent =
	(usual: Recorder['reply']): Recorder['reply'] =>
	(request) =>
		/\/(?:users|workers|agents)\/[^/]+$/i.test(request.path.split('?')[0] ?? '') ? { status: 404 } : usual(request);

const atVoipNow = (vendor: string, there: string, elsewhere: string) => (vendor === 'voipNow' ? there : elsewhere);

/** A row that leads somewhere else than the names do, for each service. */
const elsewhere: Record<string, INodeParameters> = {
	twilioTaskRouter: { native: bySid(ACTIVITY.available) },
	twilioFrontline: { native: 'true' },
	twilioConversations: { native: 'lunch' },
	voipNow: { native: '1' },
	conpeek: { native: 'ONLINE' },
};

/** A row that changes what the state that everybody has in these tests is called. */
const asTheyAre: Record<string, INodeParameters> = {
	twilioTaskRouter: { native: bySid(ACTIVITY.break) },
	twilioFrontline: { native: 'false' },
	twilioConversations: { native: 'break' },
	voipNow: { native: '2' },
	conpeek: { native: 'OFFLINE' },
};

function mapped(operation: string, vendor: string): Situation {
	if (operation === 'setState' || operation === 'compare') {
		return { asksForAll: true, row: { state: 'break', reason: 'Lunch', ...elsewhere[vendor] } };
	}
	const row = { state: 'available', reason: '', ...asTheyAre[vendor] };
	if (vendor !== 'conpeek') return { row, isLoose: true };
	return operation === 'getState'
		? { row, isLoose: true, before: 'setState', wish: { state: 'offline' } }
		: { row: { ...row, state: 'offline', native: 'ONLINE' }, isLoose: true, wish: { state: 'offline' } };
}

/** @param name the field's own name; a mapping is called `stateMapping` on every node */
export function situationOf(operation: string, vendor: string, name: string): Situation {
	switch (name) {
		case 'stateMapping':
			return mapped(operation, vendor);
		case 'confirmAfter':
		case 'protectedStates':
			return { wish: { state: atVoipNow(vendor, 'break', 'available') } };
		case 'graceMinutes':
			return { reply: withSince };
		case 'rejectPending':
			return { wish: { state: 'offline' } };
		case 'unknownAgents':
			return { reply: withoutAgent, goesOn: true };
		case 'restoreAnyway':
			return { hasMovedOn: true };
		case 'trustMinutes':
			return { before: 'itself' };
		case 'state':
			return { wish: { state: 'available', reason: 'Obiad' } };
		case 'reason':
		case 'note':
		case 'reasonColumn':
		case 'noteColumn':
			return vendor === 'conpeek' || operation === 'compare' || name.startsWith('note')
				? { vendor: 'conpeek', wish: { state: 'break', reason: 'Obiad' } }
				: {};
		case 'keptIn':
		case 'attributeName':
			// Nothing but a mapping says which role a state is.
			return {
				goesOn: operation === 'restorePrevious',
				parameters: Object.fromEntries(
					['stateMapping', 'twilioConversationsMapping'].map((mapping) => [
						mapping,
						{ rule: [{ state: 'available', reason: '', native: 'service admin' }] },
					]),
				),
			};
		default:
			return {};
	}
}

/** Every state with every reason. */
export const allWishes = ['available', 'break', 'busy', 'offline'].flatMap((state) =>
	['Lunch', 'Tea'].map((reason) => ({ state, reason })),
);
