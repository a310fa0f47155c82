import { readState } from '../controlClient';
import { PEOPLE, VOIPNOW_CLIENT_ID, VOIPNOW_CLIENT_SECRET, VOIPNOW_QUEUE, VOIPNOW_SALES_QUEUE } from '../seed';
import type { VendorDemo } from '../vendorDemo';
import type { VoipNowState } from './state';

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
