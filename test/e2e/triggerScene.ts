import axios from 'axios';

import { WORKSPACE_SID } from '../../simulators';
import type { TwilioSimulator } from '../../simulators';
import type { Server } from '../support/runningN8n';
import type { Checks } from './checks';

export const ways = ['eventStreams', 'workspaceCallback'] as const;
export type Way = (typeof ways)[number];

export interface Scene {
	way: Way;
	twilio: TwilioSimulator;
	start(port?: number): Promise<Server>;
	checks: Checks;
}

/** What the simulator held before: Flex listens too, and must not notice anything. */
export async function listenAlready(twilio: TwilioSimulator): Promise<void> {
	const post = async (path: string, form: Record<string, string>) =>
		(
			await axios.post<{ sid: string }>(`${twilio.url}/events/v1/${path}`, new URLSearchParams(form), {
				proxy: false,
				auth: { username: twilio.state.accountSid, password: twilio.state.authToken },
			})
		).data.sid;
	const destination = 'http://127.0.0.1:9/flex';
	const SinkSid = await post('Sinks', {
		Description: 'Flex',
		SinkType: 'webhook',
		SinkConfiguration: JSON.stringify({ destination, method: 'POST' }),
	});
	await post('Subscriptions', {
		Description: 'Flex',
		SinkSid,
		Types: '{"type":"com.twilio.taskrouter.task.created"}',
	});
}

/** All that anyone could notice of a listener. */
export const heldBy = ({ state }: TwilioSimulator): string => {
	const workspace = state.workspaces[WORKSPACE_SID];
	return JSON.stringify([
		state.sinks,
		state.subscriptions,
		state.subscribedEvents,
		workspace?.event_callback_url,
		workspace?.events_filter ?? '',
	]);
};

/** Addresses at which Twilio calls this n8n. */
export function addressesAt({ state }: TwilioSimulator, url: string): string[] {
	const callback = state.workspaces[WORKSPACE_SID]?.event_callback_url ?? '';
	const sinks = Object.values(state.sinks).filter(({ sid }) =>
		Object.values(state.subscriptions).some(({ sink_sid: used }) => used === sid),
	);
	return [...sinks.map(({ sink_configuration: { destination } }) => destination), callback].filter((address) =>
		address.startsWith(`${url}/`),
	);
}

export const one = (addresses: string[]): string | false =>
	addresses.length !== 1 && `these are the addresses: ${addresses.join(' ') || 'none'}`;
