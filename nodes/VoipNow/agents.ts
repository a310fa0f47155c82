import { isRecord } from '../shared/values/record';

/**
 * The queue agents in any of the shapes that VoipNow's pages show: an array (Update), `{entry: []}` (version 3
 * lists), `[{entry: []}]` (version 5 lists), a single agent, or no body at all (204).
 */
export function agentsIn(body: unknown): Array<Record<string, unknown>> {
	if (Array.isArray(body)) return body.flatMap(agentsIn);
	if (!isRecord(body)) return [];
	return 'entry' in body ? agentsIn(body.entry) : [body];
}

/** Whether a list has a next page. The link is never followed: on VoipNow's pages it leads to another host. */
export function hasNextPage(body: unknown): boolean {
	if (Array.isArray(body)) return body.some(hasNextPage);
	return isRecord(body) && typeof body.next === 'string' && body.next !== '';
}
