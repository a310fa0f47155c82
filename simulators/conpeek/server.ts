import { Faults } from '../faults';
import { createServer } from '../server';
import type { Simulator } from '../server';
import { seedConpeekState } from './state';
import type { ConpeekState } from './state';
import { consultantOf, findUser, Refusal, setWorkState } from './workState';

export interface ConpeekSimulator extends Simulator {
	state: ConpeekState;
}

/** The body of Conpeek's errors is documented nowhere; this is one guess among many that a client must survive. */
function faultBody(status: number) {
	return { message: `Error ${status}` };
}

/** Starts Conpeek on 127.0.0.1; `seed` replaces whole parts of the default state. */
export async function start(options: { port?: number; seed?: Partial<ConpeekState> } = {}): Promise<ConpeekSimulator> {
	const state: ConpeekState = { ...seedConpeekState(), ...options.seed };
	const { app, listen } = createServer({ state, faults: new Faults(), faultBody });

	app.put<{ Params: { user: string } }>('/tenant_user/:user/work_state', async (request) => {
		const user = findUser(request.params.user, state);
		setWorkState(user, readJson(request.headers['content-type'], request.body), state);
		return { data: consultantOf(user) };
	});
	app.get<{ Querystring: { limit?: string; offset?: string } }>(
		'/callback',
		async ({ query: { limit = '1000', offset = '0' } }) => {
			if (!/^\d+$/.test(limit) || !/^\d+$/.test(offset))
				throw new Refusal(400, 'limit and offset must be numbers');
			return { data: state.callbacks.slice(Number(offset), Number(offset) + Number(limit)) };
		},
	);

	app.addHook('preHandler', async ({ url, headers }) => {
		// The raw key, no scheme word. Which status a bad key answers is documented nowhere.
		if (!url.startsWith('/__control/') && headers.authorization !== state.apiKey)
			throw new Refusal(401, 'Unauthorized');
	});
	app.setNotFoundHandler(() => {
		throw new Refusal(404, 'Nie znaleziono zasobu');
	});
	app.setErrorHandler(async (error, _request, reply) =>
		error instanceof Refusal
			? await reply.code(error.status).send(errorBody(error, state.errorShape))
			: await reply.code(500).send({ message: `Simulator: ${String(error)}` }),
	);
	return Object.assign(await listen(options.port), { state });
}

function errorBody({ message, field }: Refusal, shape: ConpeekState['errorShape']): object {
	const known = { ...(field !== undefined && { field }), message };
	return { message: { message }, error: { error: known }, errors: { errors: [known] } }[shape];
}

/** A body that is not a JSON object answers 400, the status other pages of this API give a bad request. */
function readJson(contentType: string | undefined, body: unknown): Record<string, unknown> {
	const refusal = new Refusal(400, 'Bad Request');
	if (!/^application\/json\s*(;|$)/i.test(contentType ?? '')) throw refusal;
	try {
		const parsed: unknown = JSON.parse(String(body));
		if (typeof parsed === 'object' && parsed !== null && !Array.isArray(parsed)) return { ...parsed };
	} catch {
		throw refusal;
	}
	throw refusal;
}
