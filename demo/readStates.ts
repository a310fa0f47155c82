import { PEOPLE, VOIPNOW_QUEUE, VOIPNOW_SALES_QUEUE } from '../simulators/seed';
import type { ConpeekState, TwilioState, VoipNowState } from '../simulators';
import { readState } from './readState';
import type { Services } from './startSimulators';

/** Where a person has a state; in VoipNow that is each queue. */
export type Place = 'TaskRouter' | 'Frontline' | 'Conversations' | 'VoipNow' | 'VoipNow sales' | 'Conpeek';

/** Who is in which state, by {@link keyOf}. */
export type States = Readonly<Record<string, string>>;

export const keyOf = (place: Place, name: string) => `${name} in ${place}`;

const VOIPNOW = { '0': 'logged out', '1': 'online', '2': 'paused' } as const;

/** What the services themselves have on record about everybody, everywhere, and not by way of the nodes. */
export async function readStates(services: Services): Promise<States> {
	const [twilio, voipNow, conpeek] = await Promise.all([
		readState<TwilioState>(services.twilio),
		readState<VoipNowState>(services.voipNow),
		readState<ConpeekState>(services.conpeek),
	]);
	const inQueue = (queue: string, extension: string) => {
		const status = voipNow.queues[queue]?.agents[extension];
		return status && VOIPNOW[status];
	};
	const found = Object.values(PEOPLE).flatMap(({ name, ...ids }): Array<[string, string | undefined]> => [
		[keyOf('TaskRouter', name), twilio.activities[twilio.workers[ids.worker]?.activity_sid ?? '']?.friendly_name],
		[
			keyOf('Frontline', name),
			twilio.frontlineUsers[ids.frontlineUser]?.is_available ? 'available' : 'not available',
		],
		[keyOf('Conversations', name), keptIn(twilio.conversationUsers[ids.conversationUser]?.attributes)],
		[keyOf('VoipNow', name), inQueue(VOIPNOW_QUEUE, ids.extension)],
		[keyOf('VoipNow sales', name), inQueue(VOIPNOW_SALES_QUEUE, ids.extension)],
		[keyOf('Conpeek', name), conpeek.users[String(ids.conpeekId)]?.work_state],
	]);
	return Object.fromEntries(found.map(([key, state]) => [key, state ?? 'none']));
}

function keptIn(attributes = '{}'): string | undefined {
	const { agentState } = JSON.parse(attributes) as { agentState?: string };
	return agentState;
}
