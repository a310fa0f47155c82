import axios from 'axios';

/** All that a simulated service has on record, asked of its control plane. */
export async function readState<State>(url: string): Promise<State> {
	return (await axios.get<State>(`${url}/__control/state`, { proxy: false })).data;
}
