import type { FastifyInstance } from 'fastify';

import type { Fault, Faults } from './faults';

export const CONTROL_PREFIX = '/__control/';

export interface Controlled {
	faults: Faults;
	state: object;
	/** Requests so far. */
	seen: ReadonlyArray<{ method: string; path: string; at: number }>;
	/** A vendor's extra switches, such as VoipNow's `expireTokens`, named as in the JSON body that pulls them. */
	switches?: Record<string, () => void>;
}

/**
 * The same control over HTTP as in the process, for a simulator that runs elsewhere (the demo).
 *
 * `GET /__control/state` tells what the vendor has on record, `GET /__control/seen` which requests it got.
 * `POST /__control/faults` takes a `Fault` (its `match.path` is the source of the expression), `{"latency": ms}`,
 * `{"concurrency": limit | null}` or a vendor's switch such as `{"expireTokens": true}`.
 */
export function addControlPlane(app: FastifyInstance, controlled: Controlled): void {
	app.get(`${CONTROL_PREFIX}state`, async () => controlled.state);
	app.get(`${CONTROL_PREFIX}seen`, async () => controlled.seen.map(({ method, path, at }) => ({ method, path, at })));
	app.delete(`${CONTROL_PREFIX}faults`, async (_request, reply) => {
		controlled.faults.clear();
		return await reply.code(204).send();
	});
	app.post(`${CONTROL_PREFIX}faults`, async (request, reply) => {
		const order = parseOrder(request.body);
		if (!order) return await reply.code(400).send({ error: 'The body is not a JSON object' });
		apply(order, controlled);
		return await reply.code(204).send();
	});
}

function parseOrder(body: unknown): Record<string, unknown> | undefined {
	try {
		const order: unknown = JSON.parse(String(body));
		return isRecord(order) ? order : undefined;
	} catch {
		return undefined;
	}
}

function apply(order: Record<string, unknown>, { faults, switches = {} }: Controlled): void {
	const { latency, concurrency } = order;
	const pulled = Object.entries(switches).filter(([name]) => order[name] === true);
	if (typeof latency === 'number') faults.latency(latency);
	else if (typeof concurrency === 'number' || concurrency === null) faults.concurrency(concurrency);
	else if (pulled.length > 0) for (const [, pull] of pulled) pull();
	else faults.push(toFault(order));
}

function toFault(order: Record<string, unknown>): Fault {
	const match = isRecord(order.match) ? order.match : {};
	return {
		...(order as Fault),
		match: {
			...(typeof match.method === 'string' && { method: match.method }),
			...(typeof match.path === 'string' && { path: new RegExp(match.path) }),
		},
	};
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
