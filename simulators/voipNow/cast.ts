import { peopleWith, type Person, type PersonKey } from '../cast';

export const VOIPNOW_CLIENT_ID = 'simulated-app-key';
export const VOIPNOW_CLIENT_SECRET = 'simulated-app-secret';
/** The user the App is registered under, that is `@me`. */
export const VOIPNOW_USER = '3';
export const VOIPNOW_OTHER_USER = '7';
export const VOIPNOW_QUEUE = '0003*212';
/** A second queue of the same user: the state of an agent is one per queue. */
export const VOIPNOW_SALES_QUEUE = '0003*216';
/** A queue of VOIPNOW_OTHER_USER. */
export const VOIPNOW_OTHER_QUEUE = '0007*300';

/** Frank works from a mobile phone: a remote agent, whose agent ID is in `extensions` and whose number is this one. */
export const VOIPNOW_REMOTE_NUMBER = '+4917112345';

/** The extension of a local agent, the agent ID of a remote one: what an address takes. */
const extensions: Record<PersonKey, string> = {
	anna: '0003*210',
	bob: '0003*211',
	carla: '0003*213',
	dawid: '0003*214',
	elif: '0003*215',
	frank: '5001',
};

export interface VoipNowPerson extends Person {
	/** The extension number, or the agent ID of a remote agent. */
	extension: string;
}

export const PEOPLE: Record<PersonKey, VoipNowPerson> = peopleWith((_person, key) => ({ extension: extensions[key] }));
