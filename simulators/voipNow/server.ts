import type { FastifyRequest } from 'fastify';

import { splitAddress } from '../address';
import { Faults } from '../faults';
import { createServer } from '../server';
import type { Simulator } from '../server';
import { isAuthorized, issueToken } from './oauth';
import { listAgents, listPresence, updateAgent } from './queueAgents';
import type { VoipNowAnswer, VoipNowCall } from './queueAgents';
import { badExtension, faultBody, Refusal } from './refusal';
import { seedVoipNowState } from './state';
import type { VoipNowState } from './state';

export interface VoipNowSimulator extends Simulator {
	state: VoipNowState;
	faults: Faults & { expireTokens(): void };
	/** Ends every token issued so far: requests with them are answered 401. */
	expireTokens(): void;
}

/** Starts VoipNow on 127.0.0.1; `seed` replaces whole parts of the default state. */
export async function start(options: { port?: number; seed?: Partial<VoipNowState> } = {}): Promise<VoipNowSimulator> {
	const state: VoipNowState = { ...seedVoipNowState(), ...options.seed };
	const expireTokens = () => {
		for (const token of Object.keys(state.tokens)) state.tokens[token] = 0;
	};
	const faults = Object.assign(new Faults(), { expireTokens });
	const { app, listen } = createServer({ state, faults, faultBody, switches: { expireTokens } });

	app.post('/oauth/token.php', async (request, reply) => {
		const { status, body } = issueToken(request.headers['content-type'], bodyOf(request), state, Date.now());
		return await reply.code(status).send(body);
	});
	const serve = (method: 'GET' | 'PUT', url: string, answer: (call: VoipNowCall) => VoipNowAnswer) =>
		app.route({
			method,
			url,
			handler: async (request, reply) => {
				const { status, body } = answer(toCall(request, state));
				return await reply.code(status).send(body);
			},
		});
	// The pages and samples have no trailing slash on agents, the vendor's client has one; presence has one everywhere.
	for (const slash of ['', '/']) {
		serve('GET', `/uapi/extensions/:user/:extension/queue/agents${slash}`, listAgents);
		serve('GET', `/uapi/extensions/:user/:extension/queue/agents/:agent${slash}`, listAgents);
		serve('PUT', `/uapi/extensions/:user/:extension/queue/agents/:agent${slash}`, updateAgent);
	}
	serve('GET', '/uapi/extensions/:user/:extension/presence/', listPresence);

	app.addHook('preHandler', async ({ url, headers }) => {
		if (url.startsWith('/uapi/') && !isAuthorized(headers.authorization, state, Date.now())) {
			throw new Refusal(401, 'http_401', 'The access token is missing, invalid or expired.');
		}
	});
	app.setNotFoundHandler(async (_request, reply) => await reply.code(404).send(faultBody(404)));
	app.setErrorHandler(async (error, _request, reply) =>
		error instanceof Refusal
			? await reply.code(error.status).send(error.body)
			: await reply.code(500).send({ error: { code: 'simulator', message: String(error) } }),
	);
	return Object.assign(await listen(options.port), { state, faults, expireTokens });
}

function toCall(request: FastifyRequest, state: VoipNowState): VoipNowCall {
	const { path, query } = splitAddress(request.url);
	if (path.includes('%')) throw badExtension();
	return {
		state,
		params: request.params as Record<string, string | undefined>,
		query,
		body: bodyOf(request),
		contentType: request.headers['content-type'],
		base: `http://${request.headers.host ?? request.hostname}`,
		path,
	};
}

function bodyOf(request: FastifyRequest): string {
	return typeof request.body === 'string' ? request.body : '';
}
