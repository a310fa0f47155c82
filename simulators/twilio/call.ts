import type { FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';

import { splitAddress } from '../address';
import { Refusal } from './refusal';
import type { TwilioState } from './state';
import type { TaskRouterEvent } from './taskRouterState';

/** One authenticated request, decoded as Twilio decodes it. */
export interface Call {
	state: TwilioState;
	/** Path placeholders, percent-decoded once. */
	params: Record<string, string | undefined>;
	query: URLSearchParams;
	form: URLSearchParams;
	header(name: string): string | undefined;
	/** Address of the product as the client reached it, without a trailing slash. */
	base: string;
	/** Path below `base`, without the query. */
	path: string;
	/** ISO 8601 in whole seconds, as all dates of these products. */
	now: string;
	/** Takes an event of TaskRouter down, and tells it to whoever listens. */
	record(event: TaskRouterEvent): void;
	/** Sends the test event of a sink. @param sid of the sink */
	testSink(sid: string): void;
}

export interface Answer {
	status: number;
	body?: object;
	headers?: Record<string, string> | undefined;
}

export function toCall(
	product: string,
	state: TwilioState,
	request: FastifyRequest,
	told: Pick<Call, 'record' | 'testSink'>,
): Call {
	const { path, query } = splitAddress(request.url);
	return {
		state,
		params: request.params as Record<string, string | undefined>,
		query,
		form: request.method === 'POST' ? readForm(request) : new URLSearchParams(),
		header: (name) => [request.headers[name]].flat()[0],
		base: `http://${request.headers.host ?? request.hostname}/${product}`,
		path: path.slice(product.length + 1),
		now: timestamp(),
		...told,
	};
}

/** 19056: "API requests must use application/x-www-form-urlencoded or multipart/form-data"; the 415 is not documented. */
function readForm(request: FastifyRequest): URLSearchParams {
	const body = typeof request.body === 'string' ? request.body : '';
	const type = request.headers['content-type'] ?? '';
	if (body !== '' && !/^application\/x-www-form-urlencoded\s*(;|$)/i.test(type)) {
		throw new Refusal(415, 19056, 'Input request content type is invalid');
	}
	return new URLSearchParams(body);
}

export function timestamp(ms = Date.now()): string {
	return `${new Date(ms).toISOString().slice(0, 19)}Z`;
}

export function newSid(prefix: string): string {
	return prefix + randomUUID().replaceAll('-', '');
}
