import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';

import { splitAddress } from '../address';
import { Faults } from '../faults';
import { createServer } from '../server';
import type { Simulator } from '../server';
import { isAuthentic } from './authenticate';
import { toCall } from './call';
import type { Call } from './call';
import { CONVERSATIONS } from './conversations';
import { Deliveries } from './delivery/deliveries';
import { eventTypes, schemas, schemaVersions } from './eventStreams/eventTypes';
import { SINK_TESTS, sinks } from './eventStreams/sinks';
import { subscribedEvents, subscriptions } from './eventStreams/subscriptions';
import { FRONTLINE } from './frontline';
import { expireTokens, OAUTH, TOKEN_ADDRESS } from './oauth';
import { recordPastDay } from './pastDay';
import { RateLimits } from './rateLimit';
import { faultBody, notFound, Refusal } from './refusal';
import { endpoints } from './resource';
import type { Endpoint } from './resource';
import { seedTwilioState } from './seedState';
import type { TwilioState } from './state';
import { STATISTICS } from './statistics';
import { TASK_ROUTER } from './taskRouter';
import type { TaskRouterEvent } from './taskRouterState';

export interface TwilioSimulator extends Simulator {
	state: TwilioState;
	faults: Faults & { expireTokens(): void };
	/** Ends every access token issued so far: requests with them are answered 401. */
	expireTokens(): void;
	/** What goes out to sinks and event callbacks. */
	deliveries: Deliveries;
	/** Takes an event down and delivers it, as if TaskRouter had made it. */
	publish(event: TaskRouterEvent): void;
}

/** Every product by the first label of its host, which is also its path prefix on the simulator. */
function products(): Record<string, Endpoint[]> {
	const { chatServices, serviceUsers, users, serviceRoles, roles } = CONVERSATIONS;
	return {
		taskrouter: [
			...endpoints(TASK_ROUTER.workspaces),
			...endpoints(TASK_ROUTER.activities),
			...endpoints(TASK_ROUTER.workers),
			...endpoints(TASK_ROUTER.workerChannels),
			...endpoints(TASK_ROUTER.reservations),
			...endpoints(TASK_ROUTER.events),
			...endpoints(TASK_ROUTER.taskQueues),
			...endpoints(TASK_ROUTER.taskChannels),
			...endpoints(TASK_ROUTER.tasks),
			...endpoints(TASK_ROUTER.taskReservations),
			...STATISTICS,
		],
		'frontline-api': endpoints(FRONTLINE.frontlineUsers),
		conversations: [
			...endpoints(chatServices),
			...[serviceUsers, users].flatMap((resource) => endpoints(resource)),
			...[serviceRoles, roles].flatMap((resource) => endpoints(resource)),
		],
		events: [
			...endpoints(sinks),
			...SINK_TESTS,
			...endpoints(subscriptions),
			...endpoints(subscribedEvents),
			...endpoints(eventTypes),
			...endpoints(schemas),
			...endpoints(schemaVersions),
		],
		oauth: OAUTH,
	};
}

/** Starts Twilio on 127.0.0.1; `seed` replaces whole tables of the default state. */
export async function start(options: { port?: number; seed?: Partial<TwilioState> } = {}): Promise<TwilioSimulator> {
	const state = seedTwilioState(options.seed);
	const deliveries = new Deliveries(state);
	const publish = (event: TaskRouterEvent) => {
		state.events.set(event.sid, event);
		deliveries.publish(event);
	};
	const expire = () => expireTokens(state);
	const faults = Object.assign(new Faults(), { expireTokens: expire });
	const { app, listen } = createServer({
		state,
		faults,
		faultBody,
		switches: {
			expireTokens: expire,
			pastDay: () => {
				recordPastDay(state, Date.now());
			},
		},
		headers: (inFlight) => ({
			'Twilio-Request-Id': `RQ${randomUUID().replaceAll('-', '')}`,
			'Twilio-Concurrent-Requests': String(inFlight),
		}),
	});
	app.addHook('preHandler', async ({ url, headers }) => {
		const isOpen = url.startsWith('/__control/') || splitAddress(url).path === TOKEN_ADDRESS;
		if (!isOpen && !isAuthentic(headers.authorization, state, Date.now())) {
			throw new Refusal(401, 20003, 'Authenticate');
		}
	});
	app.setNotFoundHandler((request) => {
		throw notFound(splitAddress(request.url).path);
	});
	app.setErrorHandler(refuse);
	app.addHook('onClose', async () => deliveries.stop());
	const limits = new RateLimits();
	const told = { record: publish, testSink: (sid: string) => deliveries.test(sid, randomUUID()) };
	for (const [product, served] of Object.entries(products())) mount(app, product, served, { state, limits, told });
	return Object.assign(await listen(options.port), { state, faults, expireTokens: expire, deliveries, publish });
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

function mount(
	app: FastifyInstance,
	product: string,
	served: Endpoint[],
	{ state, limits, told }: { state: TwilioState; limits: RateLimits; told: Pick<Call, 'record' | 'testSink'> },
): void {
	const address = (path: string) => `/${product}${path.replaceAll(/\{(\w+)\}/g, ':$1')}`;
	for (const { method, path, answer, limit } of served) {
		app.route({
			method,
			url: address(path),
			handler: async (request, reply) => {
				const call = toCall(product, state, request, told);
				if (product === 'taskrouter') {
					const usual = { key: `${method} ${path}`, perSecond: state.rateLimitPerSecond };
					const { headers, exceeded } = limits.spend(limit?.(call) ?? usual, Date.now());
					reply.headers(headers);
					if (exceeded) throw new Refusal(429, 20429, 'Too Many Requests');
				}
				// Nothing is awaited from here on: a request reads, compares and writes before the next one starts.
				const { status, body, headers = {} } = answer(call);
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
