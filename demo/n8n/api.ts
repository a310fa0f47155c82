import axios, { isAxiosError } from 'axios';
import { z } from 'zod';

import type { Owner } from './owner';

/** Calls n8n's own REST API as the owner. Returns the `data` of the response, unchecked. */
export type N8nApi = (method: string, path: string, body?: unknown) => Promise<unknown>;

const settingsShape = z.object({
	data: z.object({ userManagement: z.object({ showSetupOnFirstLoad: z.boolean() }) }),
});

/**
 * Creates the owner account on n8n's first start, logs in on later ones.
 *
 * @param url of the editor
 * @param onAnswer is told the body of every answer to a call
 */
export async function signIn(url: string, owner: Owner, onAnswer?: (body: string) => void): Promise<N8nApi> {
	const http = axios.create({
		baseURL: `${url}/rest`,
		proxy: false,
		headers: { 'browser-id': 'agent-state-demo' },
		timeout: 60_000,
	});
	const { email, password } = owner;
	const settings = settingsShape.parse((await http.get('/settings')).data).data;
	const response = settings.userManagement.showSetupOnFirstLoad
		? await http.post('/owner/setup', owner)
		: await http.post('/login', { emailOrLdapLoginId: email, password });
	const cookies = (response.headers['set-cookie'] ?? []).map((cookie) => cookie.split(';')[0]);
	http.defaults.headers.common.cookie = cookies.join('; ');
	if (onAnswer) {
		http.interceptors.response.use(
			(answer) => {
				onAnswer(JSON.stringify(answer.data));
				return answer;
			},
			(reason: unknown) => {
				if (isAxiosError(reason)) onAnswer(JSON.stringify(reason.response?.data ?? ''));
				throw reason;
			},
		);
	}
	return async (method, path, body) => {
		const { data } = await http
			.request<{ data: unknown }>({ method, url: path, data: body })
			.catch((reason: unknown) => {
				if (!isAxiosError(reason)) throw reason;
				const details = JSON.stringify(reason.response?.data ?? '').slice(0, 500);
				throw new Error(`n8n refused ${method} ${path}: ${reason.message} ${details}`);
			});
		return data.data;
	};
}
