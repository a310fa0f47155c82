import { createServer } from 'node:http';
import { connect, type AddressInfo, type Socket } from 'node:net';
import tls, { type ConnectionOptions, type TlsOptions } from 'node:tls';

/** What a proxy does in place of letting a request through. */
export type Refuse = (socket: Socket) => void;

export interface HttpProxy {
	url: string;
	/** What was asked for: `CONNECT service.invalid:443`, or `GET http://…` where nothing is encrypted. */
	seen: string[];
	close: () => Promise<void>;
}

/** Both sides know this key, so that TLS needs no certificate. */
const KEY = Buffer.from('shared by the proxy and its test');
const server: TlsOptions = { ciphers: 'PSK', maxVersion: 'TLSv1.2', pskCallback: () => KEY };
const client = {
	...{ ciphers: 'PSK', maxVersion: 'TLSv1.2', checkServerIdentity: () => undefined },
	pskCallback: () => ({ psk: KEY, identity: 'test' }),
} as ConnectionOptions;

/** Lets what runs in this process speak TLS with the service behind the proxy, until jest restores it. */
export function trustProxiedService(): void {
	const { connect: usual } = tls;
	jest.spyOn(tls, 'connect').mockImplementation(((options: ConnectionOptions) =>
		usual({ ...options, ...client })) as typeof tls.connect);
}

/**
 * A proxy as companies have it. It leads every tunnel to one service, whatever host it is meant for.
 *
 * @param target the address of the service, which the proxy reaches without encryption
 * @param times how many of the first requests are refused
 */
export async function startHttpProxy(target: string, refuse: Refuse, times: number): Promise<HttpProxy> {
	const service = Number(new URL(target).port);
	const secure = tls.createServer(server, (inner) => {
		const outer = connect(service, '127.0.0.1');
		inner.pipe(outer).pipe(inner);
		inner.on('error', () => outer.destroy());
		outer.on('error', () => inner.destroy());
	});
	const isRefused = (asked: string, socket: Socket): boolean => {
		proxy.seen.push(asked);
		if (proxy.seen.length > times) return false;
		socket.on('error', () => undefined);
		refuse(socket);
		return true;
	};
	// Server.close waits for tunnels, and closeAllConnections leaves them open.
	const open = new Set<Socket>();
	const front = createServer((request, response) => {
		if (isRefused(`${request.method} ${request.url}`, request.socket)) return;
		response.writeHead(200, { 'content-type': 'application/json' }).end('{}');
	});
	front.on('connect', (request) => {
		const { socket } = request;
		if (isRefused(`CONNECT ${request.url}`, socket)) return;
		socket.write('HTTP/1.1 200 OK\r\n\r\n');
		secure.emit('connection', socket);
	});
	front.on('connection', (socket) => {
		open.add(socket);
		socket.on('close', () => open.delete(socket));
	});
	await new Promise<void>((resolve) => front.listen(0, '127.0.0.1', resolve));
	const proxy: HttpProxy = {
		url: `http://127.0.0.1:${(front.address() as AddressInfo).port}`,
		seen: [],
		close: async () => {
			for (const socket of open) socket.destroy();
			await new Promise((resolve) => front.close(resolve));
		},
	};
	return proxy;
}
