import axios from 'axios';
import { z } from 'zod';

import { readState } from '../controlClient';
import { PEOPLE, TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, WORKSPACE_SID } from '../seed';
import type { Person } from '../seed';
import type { VendorDemo } from '../vendorDemo';
import type { TwilioState } from './state';

export const demo: VendorDemo = {
	credential: (url) => ({
		name: 'Twilio Contact Center account',
		type: 'twilioContactCenterApi',
		data: {
			authentication: 'authToken',
			accountSid: TWILIO_ACCOUNT_SID,
			authToken: TWILIO_AUTH_TOKEN,
			region: '',
			apiRootOverride: `${url}/{product}`,
		},
	}),
	async readStates(url) {
		const { workers, activities, frontlineUsers, conversationUsers } = await readState<TwilioState>(url);
		return Object.values(PEOPLE).flatMap(({ name, worker, frontlineUser, conversationUser }) => [
			{
				agent: name,
				node: 'twilioTaskRouter',
				place: 'TaskRouter',
				state: activities[workers[worker]?.activity_sid ?? '']?.friendly_name ?? 'none',
			},
			{
				agent: name,
				node: 'twilioFrontline',
				place: 'Frontline',
				state: frontlineUsers[frontlineUser]?.is_available ? 'available' : 'not available',
			},
			{
				agent: name,
				node: 'twilioConversations',
				place: 'Conversations',
				state: agentStateIn(conversationUsers[conversationUser]?.attributes),
			},
		]);
	},
	pictures: { twilioFrontline: 'twilio-frontline', twilioConversations: 'twilio-conversations' },
};

const keptState = z.object({ agentState: z.string().default('none') });

/** The state that is kept among a user's attributes, since Conversations has none of its own. */
function agentStateIn(attributes = '{}'): string {
	return keptState.parse(JSON.parse(attributes)).agentState;
}

/** What TaskRouter has on record about one agent. */
export interface RecordedWorker {
	person: Person;
	skills: string[];
	/** name of the worker's Activity */
	activity: string;
}

const attributesShape = z.object({ skills: z.array(z.string()) });

/** Everyone's skills and Activity. @param url of Twilio's simulator */
export async function readWorkers(url: string): Promise<RecordedWorker[]> {
	const { workers, activities } = await readState<TwilioState>(url);
	return Object.values(PEOPLE).map((person) => {
		const worker = workers[person.worker];
		return {
			person,
			skills: worker ? attributesShape.parse(JSON.parse(worker.attributes)).skills : [],
			activity: activities[worker?.activity_sid ?? '']?.friendly_name ?? '?',
		};
	});
}

/** Gives some agents a day at work yesterday: see `recordPastDay`. @param url of Twilio's simulator */
export async function recordYesterday(url: string): Promise<void> {
	await axios.post(`${url}/__control/faults`, JSON.stringify({ pastDay: true }), { proxy: false });
}

/**
 * Changes a worker's Activity as the agent's own phone would: through TaskRouter itself, without n8n.
 *
 * @param simulator its URL, or the simulator itself, if it takes another token than usual
 * @param options rejectsPending: whether tasks that the worker is offered are rejected, without which TaskRouter refuses
 */
export async function setActivity(
	simulator: string | { url: string; state: Pick<TwilioState, 'authToken'> },
	worker: string,
	activity: string,
	{ rejectsPending = false } = {},
): Promise<void> {
	const { url, state } =
		typeof simulator === 'string' ? { url: simulator, state: { authToken: TWILIO_AUTH_TOKEN } } : simulator;
	await axios.post(
		`${url}/taskrouter/v1/Workspaces/${WORKSPACE_SID}/Workers/${worker}`,
		new URLSearchParams({ ActivitySid: activity, ...(rejectsPending && { RejectPendingReservations: 'true' }) }),
		{ proxy: false, auth: { username: TWILIO_ACCOUNT_SID, password: state.authToken } },
	);
}
