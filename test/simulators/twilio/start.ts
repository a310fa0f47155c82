import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';

import { splitAddress } from '../address';
import { Faults } from '../faults';
import { createServer } from '../server';
import type { Simulator } from '../server';
import { isAuthentic } from './authenticate';
import { toCall } from './call';
import { CONVERSATIONS } from './conversations';
import { FRONTLINE } from './frontline';
import { RateLimit } from './rateLimit';
import { faultBody, notFound, Refusal } from './refusal';
import { endpoints } from './resource';
import type { Endpoint } from './resource';
import { seedTwilioState } from './seedState';
import type { TwilioState } from './state';
import { TASK_ROUTER } from './taskRouter';

export interface TwilioSimulator extends Simulator {
	state: TwilioState;
}

/** Every product by the first label of its host, which is also its path prefix on the simulator. */
function products(): Record<string, Endpoint[]> {
	const { chatServices, serviceUsers, users, serviceRoles, roles } = CONVERSATIONS;
	return {
		taskrouter: [
			...endpoints(TASK_ROUTER.workspaces),
			...endpoints(TASK_ROUTER.activities),
			...endpoints(TASK_ROUTER.workers),
		],
		'frontline-api': endpoints(FRONTLINE.frontlineUsers),
		conversations: [
			...endpoints(chatServices),
			...[serviceUsers, users].flatMap((resource) => endpoints(resource)),
			...[serviceRoles, roles].flatMap((resource) => endpoints(resource)),
		],
	};
}

/** Starts Twilio on 127.0.0.1; `seed` replaces whole tables of the default state. */
export async function startTwilio(
	options: { port?: number; seed?: Partial<TwilioState> } = {},
): Promise<TwilioSimulator> {
	const state: TwilioState = { ...seedTwilioState(), ...options.seed };
	const { app, listen } = createServer({
		state,
		faults: new Faults(),
		faultBody,
		headers: (inFlight) => ({
			'Twilio-Request-Id': `RQ${randomUUID().replaceAll('-', '')}`,
			'Twilio-Concurrent-Requests': String(inFlight),
		}),
	});
	app.addHook('preHandler', async (request) => {
		if (!request.url.startsWith('/__control/') && !isAuthentic(request.headers.authorization, state)) {
			throw new Refusal(401, 20003, 'Authenticate');
		}
	});
	app.setNotFoundHandler((request) => {
		throw notFound(splitAddress(request.url).path);
	});
	app.setErrorHandler(refuse);
	const rateLimit = new RateLimit(state);
	for (const [product, served] of Object.entries(products())) mount(app, product, served, state, rateLimit);
	return Object.assign(await listen(options.port), { state });
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

function mount(
	app: FastifyInstance,
	product: string,
	served: Endpoint[],
	state: TwilioState,
	rateLimit: RateLimit,
): void {
	const address = (path: string) => `/${product}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
	for (const { method, path, answer } of served) {
		app.route({
			method,
			url: address(path),
			handler: async (request, reply) => {
				if (product === 'taskrouter') reply.headers(rateLimit.spend(`${method} ${path}`));
				const { status, body, headers = {} } = answer(toCall(product, state, request));
				return await reply.code(status).headers(headers).send(body);
			},
		});
	}
	for (const path of new Set(served.map((endpoint) => endpoint.path))) {
		const known = served.filter((endpoint) => endpoint.path === path).map(({ method }): string => method);
		app.route({
			method: METHODS.filter((method) => !known.includes(method)),
			url: address(path),
			handler: async () => {
				throw new Refusal(405, 20004, 'Method not allowed');
			},
		});
	}
}

async function refuse(error: unknown, _request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> {
	if (error instanceof Refusal) return await reply.code(error.status).send(error.body);
	const message = error instanceof Error ? error.message : String(error);
	return await reply.code(500).send({ ...faultBody(500), message: `Simulator: ${message}` });
}
