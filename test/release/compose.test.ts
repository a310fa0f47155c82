import { parse } from 'yaml';
import { z } from 'zod';
import { pathsOf } from '../../demo/bootstrap/demo';
import {
	simulatedServices,
	CONPEEK_API_KEY,
	TWILIO_ACCOUNT_SID,
	TWILIO_AUTH_TOKEN,
	VOIPNOW_CLIENT_ID,
	VOIPNOW_CLIENT_SECRET,
} from '../../simulators';
import { read } from '../architecture/imports';

const service = z.object({
	image: z.string(),
	command: z.array(z.string()).optional(),
	network_mode: z.string().optional(),
	ports: z.array(z.string()).optional(),
	environment: z.record(z.string(), z.string()).optional(),
	volumes: z.array(z.string()),
	working_dir: z.string().optional(),
	depends_on: z.unknown(),
});
const { services, volumes } = z
	.object({ services: z.record(z.string(), service), volumes: z.record(z.string(), z.null()) })
	.parse(parse(read('docs/compose.yml')));
const { n8n, simulators, pack } = services;
const page = read('docs/docker.md');

it('n8n has the version that the demo is tried with', () => {
	const { dependencies } = JSON.parse(read('demo/bootstrap/n8n/package.json')) as { dependencies: { n8n: string } };
	expect(n8n?.image).toBe(`docker.n8n.io/n8nio/n8n:${dependencies.n8n}`);
});

it('the simulators are this machine to n8n, and nobody else reaches them', () => {
	expect(simulators?.network_mode).toBe('service:n8n');
	expect(simulators?.ports).toBeUndefined();
	expect(n8n?.ports).toEqual(['127.0.0.1:5678:5678']);
});

it('the pack is unpacked where n8n looks for it', () => {
	const { pack: installed } = pathsOf('', '/home/node');
	const mounted = n8n?.volumes.find((one) => one.startsWith('nodes:'))?.replace('nodes:', '') ?? '';
	expect(installed.startsWith(`${mounted}/`)).toBe(true);
	expect(pack?.volumes).toContain('nodes:/nodes');
	expect(pack?.command?.at(-1)).toContain(`-C ${installed.replace(mounted, '/nodes')} `);
	expect(n8n?.depends_on).toEqual({ pack: { condition: 'service_completed_successfully' } });
});

it('every volume is declared', () => {
	const named = Object.values(services).flatMap((one) => one.volumes.map((volume) => volume.split(':')[0] ?? ''));
	expect(new Set(named.filter((name) => !name.startsWith('.')))).toEqual(new Set(Object.keys(volumes)));
});

it.each(simulatedServices().map(({ id }) => id))(
	'the simulator %s has a port of its own, which the page names',
	(id) => {
		const ports = Object.values(simulators?.environment ?? {});
		const port = simulators?.environment?.[`${id.toUpperCase()}_PORT`];
		expect(port).toMatch(/^\d{4}$/);
		expect(new Set(ports).size).toBe(ports.length);
		if (id !== 'office') expect(page).toContain(`http://127.0.0.1:${port}`);
	},
);

it.each([TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, VOIPNOW_CLIENT_ID, VOIPNOW_CLIENT_SECRET, CONPEEK_API_KEY])(
	'the page names the key %s',
	(key) => {
		expect(page).toContain(`| \`${key}\` |`);
	},
);
