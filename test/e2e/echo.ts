import { createServer } from 'node:http';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import axios from 'axios';

import { encodings } from './forms';

/** How a service answers that shows all it was sent. */
export const echoModes = [
	/** As the real one does, with the echo among the fields of each record. */
	'record',
	/** The same, with the echo in names, which lists and messages show. */
	'name',
	'refuse-400',
	'refuse-401',
	'refuse-500',
	/** A web page under 200. */
	'page',
	/** To the other host. */
	'redirect',
	/** The request for a token alone goes wrong. */
	'token-400',
	'token-200',
	'token-redirect',
] as const;
export type EchoMode = (typeof echoModes)[number];

interface Listener {
	url: string;
	/** What arrived, whole. */
	seen: string[];
	close(): Promise<void>;
}

export interface EchoService extends Listener {
	/** Whether the words after the status of a refusal hold the echo, too. */
	settings: { isInReason: boolean };
	/** Of a service behind it. */
	at(mode: EchoMode, service: string): string;
}

/** Writes down all that reaches it. */
export const startOtherHost = async (): Promise<Listener> =>
	await listen(async (_request, _body, response) => void response.writeHead(200).end('{}'));

/**
 * Stands before the simulators and echoes what it is sent, in every form.
 *
 * @param services the simulators' addresses by name
 * @param otherHost where redirects lead
 */
export async function startEcho(services: Record<string, string>, otherHost: string): Promise<EchoService> {
	const settings = { isInReason: true };
	const server = await listen(async (request, body, response) => {
		const [, mode = '', service = '', rest = ''] = /^\/([^/]+)\/([^/]+)(.*)$/.exec(request.url ?? '') ?? [];
		const echo = echoOf(request, body);
		const isToken = /\/oauth\/|\/oauth$/.test(rest);
		const kind = !mode.startsWith('token') ? (isToken ? 'record' : mode) : isToken ? mode.slice(6) : 'record';
		const [, status = kind] = /^refuse-(\d+)$/.exec(kind) ?? [];
		if (kind === 'redirect') response.writeHead(307, { location: `${otherHost}${rest}` }).end();
		else if (kind === 'page') response.writeHead(200, htmlType).end(`<html>${echo.join('\n')}</html>`);
		else if (/^\d+$/.test(status)) refuse(response, Number(status), echo, settings.isInReason);
		else
			await forward(`${services[service] ?? ''}${rest}`, request, body, response, (given) =>
				isToken ? given : withEcho(given, echo, mode === 'name'),
			);
	});
	return { ...server, settings, at: (mode, service) => `${server.url}/${mode}/${service}` };
}

const htmlType = { 'content-type': 'text/html' };

/** What was sent, each part of it in every form; the order changes, since long texts are cut. */
function echoOf({ headers: { authorization = '' } }: IncomingMessage, body: string): string[] {
	const [, basic] = /^Basic (.+)$/.exec(authorization) ?? [];
	const sent = [authorization, basic === undefined ? '' : Buffer.from(basic, 'base64').toString(), body];
	const fields = [...new URLSearchParams(body).values()];
	const all = [...sent, ...fields].filter((text) => text.length > 5);
	const shown = all.flatMap((text) => Object.values(encodings).map((encode) => encode(text)));
	const first = Math.floor(Math.random() * shown.length);
	return [...shown.slice(first), ...shown.slice(0, first)];
}

/** An error as each of the services words it. */
function refuse(response: ServerResponse, status: number, echo: string[], isInReason: boolean): void {
	const [first = '', ...rest] = echo;
	const words = { message: `Denied ${rest.join(' ')}`, code: first };
	response
		.writeHead(status, isInReason ? `Denied ${first}` : 'Denied', {
			'content-type': 'application/json',
			'twilio-request-id': echo[1] ?? '',
			'x-request-id': echo[2] ?? '',
			'www-authenticate': `Basic realm="${echo[3] ?? ''}"`,
		})
		.end(JSON.stringify({ ...words, status, more_info: echo, error: words, errors: { errors: [words] } }));
}

/** With the echo in every record. */
function withEcho(given: unknown, echo: string[], isInNames: boolean): unknown {
	if (Array.isArray(given)) return given.map((one) => withEcho(one, echo, isInNames));
	if (typeof given !== 'object' || given === null) return given;
	const all = Object.entries(given).map(([key, value]) => {
		if (isInNames && typeof value === 'string' && /name/i.test(key)) return [key, `${value} ${echo.join(' ')}`];
		if (key === 'attributes' && typeof value === 'string')
			return [key, JSON.stringify({ ...(JSON.parse(value) as object), echo })];
		return [key, key === 'links' ? (value as unknown) : withEcho(value, echo, isInNames)];
	});
	return { ...Object.fromEntries(all), echo };
}

async function forward(
	url: string,
	{ method = 'GET', headers }: IncomingMessage,
	body: string,
	response: ServerResponse,
	change: (given: unknown) => unknown,
): Promise<void> {
	const { authorization, 'content-type': type, 'if-match': version } = headers;
	const answer = await axios.request<unknown>({
		method,
		url,
		proxy: false,
		maxRedirects: 0,
		validateStatus: () => true,
		...(body !== '' && { data: body }),
		headers: {
			...(authorization !== undefined && { authorization }),
			...(type !== undefined && { 'content-type': type }),
			...(version !== undefined && { 'if-match': version }),
		},
	});
	const text = JSON.stringify(change(answer.data)) as string | undefined;
	const etag = answer.headers.etag as string | undefined;
	response
		.writeHead(answer.status, { 'content-type': 'application/json', ...(etag !== undefined && { etag }) })
		.end(answer.status === 204 ? undefined : text);
}

async function listen(
	answer: (request: IncomingMessage, body: string, response: ServerResponse) => Promise<void>,
): Promise<Listener> {
	const seen: string[] = [];
	const server = createServer((request, response) => {
		const chunks: Buffer[] = [];
		request.on('data', (chunk: Buffer) => chunks.push(chunk));
		request.on('end', () => {
			const body = Buffer.concat(chunks).toString();
			seen.push(JSON.stringify([request.method, request.url, request.headers, body]));
			void answer(request, body, response).catch(() => request.socket.destroy());
		});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	return {
		url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
		seen,
		async close() {
			server.closeAllConnections();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
