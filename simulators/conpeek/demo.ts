import { readState } from '../controlClient';
import { CONPEEK_API_KEY, PEOPLE } from '../seed';
import type { VendorDemo } from '../vendorDemo';
import type { ConpeekState } from './state';

export const demo: VendorDemo = {
	credential: (url) => ({
		name: 'Conpeek account',
		type: 'conpeekApi',
		data: { baseUrl: url, apiKey: CONPEEK_API_KEY },
	}),
	async readStates(url) {
		const { users } = await readState<ConpeekState>(url);
		return Object.values(PEOPLE).map(({ name, conpeekId }) => ({
			agent: name,
			node: 'conpeek',
			place: 'Conpeek',
			state: users[String(conpeekId)]?.work_state ?? 'none',
		}));
	},
	pictures: { conpeek: 'conpeek' },
};
