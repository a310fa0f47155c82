import { startConpeek, startOffice, startTwilio, startVoipNow } from './index';

/**
 * Starts the three vendors and the office, and prints one line of JSON with their addresses:
 * `node --import tsx simulators/serve.ts [twilioPort] [voipNowPort] [conpeekPort] [officePort]`.
 * The ports may also come as TWILIO_PORT, VOIPNOW_PORT, CONPEEK_PORT and OFFICE_PORT; without either any free one is taken.
 */
async function serve(): Promise<void> {
	const port = (index: number, name: string) => Number(process.argv[index + 2] ?? process.env[name] ?? 0);
	const simulators = await Promise.all([
		startTwilio({ port: port(0, 'TWILIO_PORT') }),
		startVoipNow({ port: port(1, 'VOIPNOW_PORT') }),
		startConpeek({ port: port(2, 'CONPEEK_PORT') }),
		startOffice({ port: port(3, 'OFFICE_PORT') }),
	]);
	const [twilio, voipNow, conpeek, office] = simulators.map(({ url }) => url);
	process.stdout.write(`${JSON.stringify({ twilio, voipNow, conpeek, office })}\n`);
	for (const signal of ['SIGINT', 'SIGTERM'] as const) {
		process.once(signal, () => void Promise.all(simulators.map(async (simulator) => await simulator.close())));
	}
}

void serve();
