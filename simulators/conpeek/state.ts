import * as cast from './cast';

export type WorkState = 'ONLINE' | 'OFFLINE' | 'ONBREAK';
export type BreakType = 'COFFEE' | 'BUSINESS';

export interface TenantUser {
	id: number;
	login: string;
	/** Id of the consultant feature's record, which is what an answer's `data.id` holds. */
	featureId: number;
	/** Without the consultant feature no state can be set. */
	consultant: boolean;
	groups: string[];
	onlineModes: number[];
	work_state: WorkState;
	online_mode_id: number | null;
	break_type: BreakType | null;
	break_cause: string | null;
	break_note: string | null;
}

/** A break of the tenant, for the members of its groups. */
export interface Break {
	name: string;
	type: BreakType;
	groups: string[];
}

/** Readable in the process and on the control plane alone: Conpeek documents no endpoint that reads a work state. */
export interface ConpeekState {
	apiKey: string;
	users: Record<string, TenantUser>;
	breaks: Break[];
	callbacks: Array<Record<string, unknown>>;
	/** The shape of an error's body, which is documented nowhere. */
	errorShape: 'message' | 'error' | 'errors';
	/** Whether a break without a note is refused: the page marks the note as it marks the type and the cause. */
	needsNote: boolean;
}

export function seedConpeekState(): ConpeekState {
	const { anna, bob, carla, dawid, elif, frank } = cast.PEOPLE;
	const { calls, chats } = cast.CONPEEK_MODE;
	const users = [
		user(anna, ['agents'], [calls, chats]),
		user(bob, ['agents'], [calls]),
		user(carla, ['agents'], [chats]),
		user(dawid, ['agents', 'managers'], [calls, chats]),
		user(elif, ['agents'], [calls]),
		{ ...user(frank, ['agents'], []), consultant: false },
	];
	return {
		apiKey: cast.CONPEEK_API_KEY,
		users: Object.fromEntries(users.map((one) => [String(one.id), one])),
		breaks: [
			{ name: cast.CONPEEK_BREAK.lunch, type: 'COFFEE', groups: ['agents'] },
			{ name: cast.CONPEEK_BREAK.training, type: 'BUSINESS', groups: ['agents'] },
			{ name: cast.CONPEEK_BREAK.management, type: 'BUSINESS', groups: ['managers'] },
		],
		callbacks: [],
		errorShape: 'message',
		needsNote: false,
	};
}

function user({ conpeekId, login }: cast.ConpeekPerson, groups: string[], onlineModes: number[]): TenantUser {
	return {
		id: conpeekId,
		login,
		featureId: conpeekId + 71,
		consultant: true,
		groups,
		onlineModes,
		work_state: 'OFFLINE',
		online_mode_id: null,
		break_type: null,
		break_cause: null,
		break_note: null,
	};
}
