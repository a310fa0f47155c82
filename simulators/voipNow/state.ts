import * as cast from './cast';

export type AgentStatus = '0' | '1' | '2';

export interface Queue {
	/** User-Id of the queue's owner. */
	owner: string;
	/** Status by what an address takes: the extension of a local agent, the ID of a remote one. One for each queue. */
	agents: Record<string, AgentStatus>;
}

export interface Registration {
	agent: string;
	registration: string;
	expire: string;
}

export interface Extension {
	owner: string;
	/** 0 unknown, 1 online, 2 ringing, 3 busy. */
	status: '0' | '1' | '2' | '3';
	registration: Registration[];
}

/**
 * How an update answers: the documented array; 204; two shapes seen in other pages of the vendor; or a row of another
 * agent, in which case nothing was changed.
 */
export type UpdateAnswer = 'array' | 'noContent' | 'entry' | 'object' | 'wrongAgent';

export interface VoipNowState {
	clientId: string;
	clientSecret: string;
	/** The user whom `@me` and `@viewer` mean. */
	me: string;
	/** Lifetime of tokens to come; the pages give 2 h, 1 h and 15 min. */
	tokenSeconds: number;
	/** Milliseconds since the epoch at which each issued token ends. */
	tokens: Record<string, number>;
	updateAnswer: UpdateAnswer;
	/** `collection` is `{"entry": […]}`; version 5 of the pages wraps that in an array. */
	listAnswer: 'collection' | 'arrayOfCollection';
	queues: Record<string, Queue>;
	/** The public numbers of remote agents by agent ID. */
	remoteNumbers: Record<string, string>;
	/** How answers name local agents: `0003*211`, or `211` as a page of version 3 shows. Addresses take both. */
	extensionForm: 'long' | 'short';
	extensions: Record<string, Extension>;
}

export function seedVoipNowState(): VoipNowState {
	const { anna, bob, carla, dawid, elif, frank } = cast.PEOPLE;
	const phones = [anna, bob, carla, dawid, elif].map(({ extension }): [string, Extension] => [
		extension,
		{
			owner: cast.VOIPNOW_USER,
			status: '1',
			registration: [{ agent: 'Simulated phone', registration: '1', expire: '3600' }],
		},
	]);
	return {
		clientId: cast.VOIPNOW_CLIENT_ID,
		clientSecret: cast.VOIPNOW_CLIENT_SECRET,
		me: cast.VOIPNOW_USER,
		tokenSeconds: 7200,
		tokens: {},
		updateAnswer: 'array',
		listAnswer: 'collection',
		remoteNumbers: { [frank.extension]: cast.VOIPNOW_REMOTE_NUMBER },
		extensionForm: 'long',
		queues: {
			[cast.VOIPNOW_QUEUE]: {
				owner: cast.VOIPNOW_USER,
				agents: { [anna.extension]: '0', [bob.extension]: '1', [dawid.extension]: '2', [frank.extension]: '0' },
			},
			[cast.VOIPNOW_SALES_QUEUE]: {
				owner: cast.VOIPNOW_USER,
				agents: { [anna.extension]: '0', [carla.extension]: '1', [elif.extension]: '1' },
			},
			[cast.VOIPNOW_OTHER_QUEUE]: { owner: cast.VOIPNOW_OTHER_USER, agents: { '0007*301': '0' } },
		},
		extensions: Object.fromEntries(phones),
	};
}
