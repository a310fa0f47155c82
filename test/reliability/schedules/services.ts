import {
	ACTIVITY,
	PEOPLE,
	startConpeek,
	startTwilio,
	startVoipNow,
	VOIPNOW_QUEUE,
	WORKSPACE_SID,
} from '../../../simulators';
import type { INodeParameters } from 'n8n-workflow';
import type { Job } from '../../support/bench/bench';
import { bySid, conpeekCredential, twilioCredential, voipNowCredential } from '../../support/pack/vendors';

export type Wish = 'available' | 'offline';

/** A service with agents whose states can be looked at and set behind everyone's back. */
export interface Service {
	url: string;
	place: INodeParameters;
	credentials: (url: string) => NonNullable<Job['credentials']>;
	agents: string[];
	/** Whether the service tells states. */
	tells: boolean;
	set: (agent: string, state: Wish) => void;
	stateOf: (agent: string) => Wish | undefined;
	close: () => Promise<void>;
}

const { anna, bob, carla, dawid, elif } = PEOPLE;
const people = [anna, bob, carla, dawid, elif];

const keyOf = <Value>(values: Record<Wish, Value>, value: Value | undefined): Wish | undefined =>
	(['available', 'offline'] as const).find((state) => values[state] === value);

async function openTaskRouter(): Promise<Service> {
	const { state, url, close } = await startTwilio({ seed: { reservations: {} } });
	const { available, offline } = ACTIVITY;
	const activities = { available, offline };
	return {
		...{ url, close, tells: true },
		place: { vendor: 'twilioTaskRouter', workspace: bySid(WORKSPACE_SID) },
		credentials: (address) => twilioCredential(address),
		agents: people.map(({ worker }) => worker),
		set(agent, wish) {
			const worker = state.workers[agent];
			if (worker) Object.assign(worker, { activity_sid: activities[wish], available: wish === 'available' });
		},
		stateOf: (agent) => keyOf(activities, state.workers[agent]?.activity_sid),
	};
}

async function openVoipNow(): Promise<Service> {
	const { state, url, close } = await startVoipNow();
	const statuses = { available: '1', offline: '0' } as const;
	const agents = state.queues[VOIPNOW_QUEUE]?.agents ?? {};
	return {
		...{ url, close, tells: true },
		place: { vendor: 'voipNow', user: '@me', queues: VOIPNOW_QUEUE },
		credentials: (address) => voipNowCredential(address),
		agents: Object.keys(agents),
		set: (agent, wish) => void (agents[agent] = statuses[wish]),
		stateOf: (agent) => keyOf<string>(statuses, agents[agent]),
	};
}

async function openConpeek(): Promise<Service> {
	const { state, url, close } = await startConpeek();
	const works = { available: 'ONLINE', offline: 'OFFLINE' } as const;
	return {
		...{ url, close, tells: false },
		place: { vendor: 'conpeek' },
		credentials: (address) => conpeekCredential(address),
		agents: people.map(({ conpeekId }) => String(conpeekId)),
		set(agent, wish) {
			const user = state.users[agent];
			if (user) user.work_state = works[wish];
		},
		stateOf: (agent) => keyOf<string>(works, state.users[agent]?.work_state),
	};
}

export const services: Array<[name: string, open: () => Promise<Service>]> = [
	['TaskRouter', openTaskRouter],
	['VoipNow', openVoipNow],
	['Conpeek', openConpeek],
];
