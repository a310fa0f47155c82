/**
 * The vendor for benchmarks, a process of its own so that its work does not count as n8n's. Bare node:http: the
 * simulators check every field on Fastify, which at hundreds of requests a second would slow down what is measured.
 */
import { createServer } from 'node:http';
import type { IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { setTimeout as sleep } from 'node:timers/promises';

import { Gate } from './gate';
import type { Counts, Setup } from './vendor';
import { Workforce } from './workforce';

let latencyMs = 0;
let gate = new Gate([]);
let workforce = new Workforce('', 0, 1);
let requests: Counts['requests'] = { list: 0, read: 0, update: 0 };

const server = createServer((request, response) => {
	answer(request).then(
		({ status, body }) => {
			response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body));
		},
		(reason: unknown) => {
			console.error(reason);
			response.destroy();
		},
	);
});
// n8n opens a connection per request, and a node that does not pace itself opens them all at once.
server.listen({ host: '127.0.0.1', port: 0, backlog: 65_535 }, () => console.log(JSON.stringify({ url: address() })));

const address = () => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;

interface Answer {
	status: number;
	body: object;
}

async function answer(request: IncomingMessage): Promise<Answer> {
	const { pathname, searchParams } = new URL(request.url ?? '/', address());
	const isChange = request.method === 'POST';
	const sent = isChange ? await text(request) : '';
	if (pathname === '/control') {
		if (isChange) reset(JSON.parse(sent) as Setup);
		return { status: 200, body: counts() };
	}
	if (pathname === '/trace') return { status: 200, body: gate.trace };
	if (pathname === '/rows') {
		const workspace = searchParams.get('workspace') ?? '';
		const { rows } = workforce;
		return { status: 200, body: workspace === '' ? rows : rows.filter(({ scope }) => scope === workspace) };
	}
	if (pathname === '/scopes') return { status: 200, body: workforce.scopes };
	if (pathname === '/everything') return { status: 200, body: [{ workspace: '' }] };
	if (request.headers.authorization === undefined) return refusal(401, 20003, 'Authentication Error');
	if (isChange) gate.begin(performance.now());
	// The answer to a run that is over must not count in the next one.
	const entered = gate;
	if (!entered.enter(performance.now())) return refusal(429, 20429, 'Too Many Requests');
	if (latencyMs > 0) await sleep(latencyMs);
	const body = find(pathname, searchParams, isChange ? new URLSearchParams(sent) : undefined);
	entered.leave(performance.now());
	return body ? { status: 200, body } : refusal(404, 20404, `The requested resource ${pathname} was not found`);
}

const refusal = (status: number, code: number, message: string): Answer => ({
	status,
	body: { code, message, status },
});

function find(path: string, query: URLSearchParams, change: URLSearchParams | undefined): object | undefined {
	const [, workspace = '', kind, sid] =
		/^\/taskrouter\/v1\/Workspaces\/(WS\w+)\/(Workers|Activities)(?:\/(WK\w+))?$/.exec(path) ?? [];
	if (sid !== undefined && change) {
		requests.update += 1;
		return workforce.update(sid, change);
	}
	requests[sid === undefined ? 'list' : 'read'] += 1;
	if (sid !== undefined) return workforce.read(sid);
	if (kind === 'Workers') return workforce.listWorkers(query, workspace);
	return kind === 'Activities' ? workforce.listActivities(workspace) : undefined;
}

function reset(setup: Setup): void {
	({ latencyMs } = setup);
	gate = new Gate(setup.phases);
	workforce = new Workforce(`${address()}/taskrouter`, setup.agents, setup.differing, setup.workspaces);
	requests = { list: 0, read: 0, update: 0 };
}

function counts(): Counts {
	const { accepted, refused, maxInFlight, heldMs, spanMs, phaseCounts } = gate;
	const { updatedWorkers } = workforce;
	return { requests, updatedWorkers, accepted, refused, maxInFlight, heldMs, spanMs, phases: phaseCounts };
}
