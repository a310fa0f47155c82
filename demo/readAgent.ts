import { PEOPLE, VOIPNOW_QUEUE } from '../simulators/seed';
import type { ConpeekState, TwilioState, VoipNowState } from '../simulators';
import { readState } from './readState';
import type { Services } from './startSimulators';

/** One person's state in one service. */
export interface AgentState {
	agent: string;
	service: string;
	state: string;
}

const VOIPNOW_WORDS = { '0': 'logged out', '1': 'online', '2': 'paused' } as const;

/** Anna's state in every service, from the services' own records and not by way of the nodes. */
export async function readAgent(services: Services, { name, ...ids } = PEOPLE.anna): Promise<AgentState[]> {
	const [twilio, voipNow, conpeek] = await Promise.all([
		readState<TwilioState>(services.twilio),
		readState<VoipNowState>(services.voipNow),
		readState<ConpeekState>(services.conpeek),
	]);
	const worker = twilio.workers[ids.worker];
	const frontline = twilio.frontlineUsers[ids.frontlineUser];
	const status = voipNow.queues[VOIPNOW_QUEUE]?.agents[ids.extension];
	const user = conpeek.users[String(ids.conpeekId)];
	return [
		{
			agent: name,
			service: 'Twilio TaskRouter',
			state: worker ? (twilio.activities[worker.activity_sid]?.friendly_name ?? '?') : '?',
		},
		{ agent: name, service: 'Twilio Frontline', state: frontline?.is_available ? 'available' : 'not available' },
		{
			agent: name,
			service: 'Twilio Conversations',
			state: twilio.conversationUsers[ids.conversationUser]?.attributes ?? '?',
		},
		{ agent: name, service: `VoipNow, queue ${VOIPNOW_QUEUE}`, state: status ? VOIPNOW_WORDS[status] : '?' },
		{
			agent: name,
			service: 'Conpeek',
			state: user
				? `${user.work_state}${user.online_mode_id === null ? '' : `, mode ${user.online_mode_id}`}`
				: '?',
		},
	];
}
