import axios from 'axios';

import { readState } from '../controlClient';
import { PEOPLE, VOIPNOW_CLIENT_ID, VOIPNOW_CLIENT_SECRET, VOIPNOW_QUEUE, VOIPNOW_SALES_QUEUE } from '../seed';
import type { VendorDemo } from '../vendorDemo';
import type { AgentStatus, VoipNowState } from './state';

const STATUS_NAMES = { '0': 'logged out', '1': 'online', '2': 'paused' } as const;

/** Queues whose agents the demo changes. */
const QUEUES = { VoipNow: VOIPNOW_QUEUE, 'VoipNow sales': VOIPNOW_SALES_QUEUE };

export const demo: VendorDemo = {
	credential: (url) => ({
		name: 'VoipNow account',
		type: 'voipNowOAuth2Api',
		data: {
			host: url,
			clientId: VOIPNOW_CLIENT_ID,
			clientSecret: VOIPNOW_CLIENT_SECRET,
			ignoreSSLIssues: false,
		},
	}),
	async readStates(url) {
		const { queues } = await readState<VoipNowState>(url);
		return Object.values(PEOPLE).flatMap(({ name, extension }) =>
			Object.entries(QUEUES).map(([place, queue]) => {
				const status = queues[queue]?.agents[extension];
				return { agent: name, node: 'voipNow', place, state: status ? STATUS_NAMES[status] : 'none' };
			}),
		);
	},
	pictures: { voipNow: 'voipnow' },
};

/** Changes the status of an agent in a queue as the agent's own phone would: without n8n. @param url of the simulator */
export async function setStatus(url: string, queue: string, agent: string, status: AgentStatus): Promise<void> {
	const { data } = await axios.post<{ access_token: string }>(
		`${url}/oauth/token.php`,
		new URLSearchParams({
			grant_type: 'client_credentials',
			client_id: VOIPNOW_CLIENT_ID,
			client_secret: VOIPNOW_CLIENT_SECRET,
			redirect_uri: url,
			state: '0',
			type: 'unifiedapi',
		}),
		{ proxy: false },
	);
	await axios.put(
		`${url}/uapi/extensions/@me/${queue}/queue/agents/${agent}`,
		{ status },
		{ proxy: false, headers: { authorization: `Bearer ${data.access_token}` } },
	);
}
