import axios from 'axios';
import type { AxiosRequestConfig } from 'axios';

export interface Answered {
	status: number;
	headers: Partial<Record<string, unknown>>;
	data: unknown;
}

/** One request that answers every status and never follows a redirect. */
export async function request(config: AxiosRequestConfig): Promise<Answered> {
	const { status, headers, data } = await axios.request<unknown>({
		validateStatus: () => true,
		maxRedirects: 0,
		timeout: 10_000,
		...config,
	});
	return { status, headers, data };
}
