import fastify from 'fastify';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

import { addControlPlane, CONTROL_PREFIX } from './controlPlane';
import type { Fault, Faults } from './faults';

export interface Seen {
	method: string;
	/** As on the wire, undecoded, with the query. */
	path: string;
	headers: Record<string, string | string[] | undefined>;
	/** As on the wire; empty until the body has arrived. */
	body: string;
	/** Milliseconds since the epoch at which the request arrived. */
	at: number;
}

export interface Simulator {
	/** `http://127.0.0.1:PORT` */
	url: string;
	/** Requests to the vendor's API in order of arrival; the control plane's are not among them. */
	seen: Seen[];
	maxInFlight: number;
	faults: Faults;
	close(): Promise<void>;
}

/** What the server has to know about a vendor before it can misbehave like it. */
export interface Vendor {
	state: object;
	faults: Faults;
	switches?: Record<string, () => void>;
	/** The body of an error the vendor itself did not cause (429, 5xx), as the vendor words it. */
	faultBody(status: number): unknown;
	/** Headers on every answer; `inFlight` counts this request too. */
	headers?(inFlight: number): Record<string, string>;
}

export interface Server {
	app: FastifyInstance;
	listen(port: number | undefined): Promise<Simulator>;
}

/** A Fastify server that records, counts and disturbs requests; the vendor adds its routes to `app`. */
export function createServer(vendor: Vendor): Server {
	const app = fastify({
		exposeHeadRoutes: false,
		forceCloseConnections: true,
		routerOptions: { maxParamLength: 2048 },
		// A path that is not a valid percent-encoding runs no hook.
		frameworkErrors: (_error, request, reply) => {
			simulator.seen.push(seenOf(request));
			reply.raw.writeHead(400, { 'content-type': 'application/json' }).end(JSON.stringify(vendor.faultBody(400)));
		},
	});
	const simulator: Simulator = {
		url: '',
		seen: [],
		maxInFlight: 0,
		faults: vendor.faults,
		close: async () => await app.close(),
	};
	const afterwards = new WeakMap<FastifyRequest, Fault>();
	const arrivals = new WeakMap<FastifyRequest, { entry: Seen; inFlight: number }>();
	let inFlight = 0;

	// Raw text for every type: each vendor decodes, and refuses, by its own rules.
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'string' }, (_request, body, done) => done(null, body));

	app.addHook('onRequest', async (request, reply) => {
		if (request.url.startsWith(CONTROL_PREFIX)) return;
		const entry = seenOf(request);
		simulator.seen.push(entry);
		inFlight += 1;
		simulator.maxInFlight = Math.max(simulator.maxInFlight, inFlight);
		arrivals.set(request, { entry, inFlight });
		reply.raw.once('close', () => (inFlight -= 1));
		reply.headers(vendor.headers?.(inFlight) ?? {});
	});

	app.addHook('preValidation', async (request, reply) => {
		const arrival = arrivals.get(request);
		if (!arrival) return;
		arrival.entry.body = typeof request.body === 'string' ? request.body : '';
		const limit = vendor.faults.concurrencyLimit;
		if (limit !== null && arrival.inFlight > limit) return await refuse(reply, vendor, { status: 429 });
		const fault = vendor.faults.take(request.method, request.url);
		const delay = vendor.faults.latencyMs + (fault?.delayMs ?? 0);
		if (delay > 0) await sleep(delay);
		if (!fault) return;
		if (fault.afterProcessing) afterwards.set(request, fault);
		else if (fault.reset) await hangUp(request, reply);
		else if (disturbs(fault)) return await refuse(reply, vendor, fault);
	});

	app.addHook('onSend', async (request, reply, payload) => {
		const fault = afterwards.get(request);
		if (fault?.reset) request.raw.socket.destroy();
		if (!fault || fault.reset || !disturbs(fault)) return payload;
		const { status, headers, body } = answerOf(fault, vendor);
		reply.code(status).headers(headers).removeHeader('content-length');
		return body;
	});

	addControlPlane(app, { ...vendor, seen: simulator.seen });
	return {
		app,
		listen: async (port = 0) => {
			await app.listen({ host: '127.0.0.1', port });
			simulator.url = `http://127.0.0.1:${(app.server.address() as AddressInfo).port}`;
			return simulator;
		},
	};
}

function seenOf({ method, url, headers }: FastifyRequest): Seen {
	return { method, path: url, headers, body: '', at: Date.now() };
}

function disturbs(fault: Fault): boolean {
	return fault.status !== undefined || fault.html === true;
}

function answerOf(fault: Fault, vendor: Vendor): { status: number; headers: Record<string, string>; body: string } {
	const status = fault.status ?? 502;
	const page = `<html><head><title>${status}</title></head><body><center><h1>${status}</h1></center><hr><center>nginx</center></body></html>`;
	const body = fault.body ?? (fault.html ? page : vendor.faultBody(status));
	return {
		status,
		headers: { 'content-type': fault.html ? 'text/html' : 'application/json; charset=utf-8', ...fault.headers },
		body: typeof body === 'string' ? body : JSON.stringify(body),
	};
}

async function refuse(reply: FastifyReply, vendor: Vendor, fault: Fault): Promise<FastifyReply> {
	const { status, headers, body } = answerOf(fault, vendor);
	return await reply.code(status).headers(headers).send(body);
}

async function hangUp(request: FastifyRequest, reply: FastifyReply): Promise<void> {
	reply.hijack();
	request.raw.socket.destroy();
}
