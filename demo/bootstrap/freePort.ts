import { createServer } from 'node:net';

/** The first port from `from` on that is free on 127.0.0.1. */
export async function findFreePort(from: number): Promise<number> {
	for (let port = from; port <= 65_535; port += 1) if (await isFree(port)) return port;
	throw new Error(`No free port from ${from} on.`);
}

async function isFree(port: number): Promise<boolean> {
	return await new Promise((resolve) => {
		const server = createServer();
		server.once('error', () => resolve(false));
		server.listen({ host: '127.0.0.1', port, exclusive: true }, () => server.close(() => resolve(true)));
	});
}
