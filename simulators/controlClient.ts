import axios from 'axios';

import type { Seen } from './server';

/** A request as the control plane reports it: without headers and body. */
export type SeenRequest = Pick<Seen, 'method' | 'path' | 'at'>;

/** All that a simulator has on record. @param url of the simulator */
export async function readState<State>(url: string): Promise<State> {
	return (await axios.get<State>(`${url}/__control/state`, { proxy: false })).data;
}

/** The requests that a simulator received, in order of arrival. @param url of the simulator */
export async function readSeen(url: string): Promise<SeenRequest[]> {
	return (await axios.get<SeenRequest[]>(`${url}/__control/seen`, { proxy: false })).data;
}
