import { simulatedServices } from './index';

/**
 * Starts every simulator there is, and prints one line of JSON with their addresses by the names of their folders:
 * `node --import tsx simulators/serve.ts`. A port may come as TWILIO_PORT, OFFICE_PORT and so on; without one any free
 * port is taken.
 */
async function serve(): Promise<void> {
	const started = await Promise.all(
		simulatedServices().map(async ({ id, start }) => {
			const port = Number(process.env[`${id.toUpperCase()}_PORT`] ?? 0);
			return { id, simulator: await start({ port }) };
		}),
	);
	const addresses = started.map(({ id, simulator }) => [id, simulator.url] as const);
	process.stdout.write(`${JSON.stringify(Object.fromEntries(addresses))}\n`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void Promise.all(started.map(async ({ simulator }) => await simulator.close())));
	}
}

void serve();
