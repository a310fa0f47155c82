import axios from 'axios';

import type { Services } from './startSimulators';

interface Seen {
	method: string;
	path: string;
}

/** How many requests so far were meant to change something, as the services counted them. Messages do not count. */
export async function readWrites({ twilio, voipNow, conpeek }: Services): Promise<number> {
	const answers = await Promise.all(
		[twilio, voipNow, conpeek].map(
			async (url) => (await axios.get<Seen[]>(`${url}/__control/seen`, { proxy: false })).data,
		),
	);
	return answers.flat().filter(({ method, path }) => method !== 'GET' && !path.startsWith('/oauth/')).length;
}
