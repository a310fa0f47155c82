import axios from 'axios';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { startConpeek, startVoipNow, VOIPNOW_USER } from '../../../simulators';
import { seedConpeekState, type TenantUser } from '../../../simulators/conpeek/state';
import { root } from '../../architecture/imports';
import { activitySid, workerSid, WORKSPACE } from '../../bench/workforce';
import type { Bench, Job, Outcome } from '../../support/bench/bench';
import { Poller } from '../../support/bench/poller';
import { bySid, conpeekCredential, twilioCredential, voipNowCredential } from '../../support/pack/vendors';

export interface Subject {
	/** One run of the node; the outcomes of its rows. */
	tick: (number: number) => Promise<string[]>;
	/** As n8n stores it between the runs. */
	staticData: IDataObject;
	close: () => Promise<void>;
}

const make = <T>(count: number, one: (index: number) => T): T[] =>
	Array.from({ length: count }, (_, index) => one(index));

/** Each agent works in half of the ticks of an hour; a sixth of them changes in each tick. */
const stateAt = (agent: number, tick: number): 'available' | 'offline' =>
	(agent + tick) % 12 < 6 ? 'available' : 'offline';

const outcomesOf = ({ out, error }: Outcome): string[] => {
	if (error) throw error;
	return out.map(({ json }) => json.outcome as string);
};

/** *Set State* of Agent State for everyone, at one service. */
const setStates =
	(bench: Bench, staticData: IDataObject, parameters: INodeParameters, credentials: Job['credentials']) =>
	async (items: IDataObject[]) =>
		outcomesOf(
			await bench.run({
				...{ node: 'agentState', items, credentials, staticData },
				parameters: { operation: 'setState', source: 'items', ...parameters },
			}),
		);

/** TaskRouter in a process of its own, quick enough for thousands of requests a second. */
async function startTaskRouter(agents: number) {
	const server = spawn(process.execPath, ['--import', 'tsx', 'test/bench/server.ts'], {
		cwd: root,
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	process.on('exit', () => server.kill());
	const [line] = (await once(createInterface(server.stdout), 'line')) as [string];
	const { url } = JSON.parse(line) as { url: string };
	const setup = { agents, differing: 1, latencyMs: 0, phases: [] };
	await axios.post(`${url}/control`, setup);
	return {
		url,
		close: async () => {
			const end = once(server, 'exit');
			server.kill();
			await end;
		},
	};
}

async function openTaskRouter(bench: Bench, size: number): Promise<Subject> {
	const { url, close } = await startTaskRouter(size);
	const staticData = {};
	const place = { vendor: 'twilioTaskRouter', workspace: bySid(WORKSPACE) };
	const run = setStates(bench, staticData, place, twilioCredential(url));
	return {
		...{ staticData, close },
		// Another hundredth of them is offline in each run, so a fiftieth changes.
		tick: async (tick) =>
			await run(
				make(size, (at) => ({
					agentId: workerSid(at),
					desiredState: at % 100 === tick % 100 ? 'offline' : 'available',
				})),
			),
	};
}

async function openVoipNow(bench: Bench, size: number): Promise<Subject> {
	const queues = make(size, (at) => `0003*${1000 + at}`);
	const agents = make(3, (at) => `0003*2${10 + at}`);
	const { url, close, seen } = await startVoipNow({
		seed: {
			queues: Object.fromEntries(
				queues.map((queue) => [
					queue,
					{ owner: VOIPNOW_USER, agents: Object.fromEntries(agents.map((agent) => [agent, '0' as const])) },
				]),
			),
		},
	});
	const staticData = {};
	const run = setStates(
		bench,
		staticData,
		{ vendor: 'voipNow', user: '@me', queues: queues.join(',') },
		voipNowCredential(url),
	);
	return {
		...{ staticData, close },
		tick: async (tick) => {
			seen.length = 0;
			return await run(agents.map((agentId, at) => ({ agentId, desiredState: stateAt(at * 4, tick) })));
		},
	};
}

/** As many as wanted, each like the first one that Conpeek has. */
function manyUsers(size: number): Record<string, TenantUser> {
	const [first] = Object.values(seedConpeekState().users);
	if (!first) throw new Error('Conpeek has users');
	return Object.fromEntries(make(size, (at) => [String(at + 1), { ...first, id: at + 1, featureId: at + 1 }]));
}

async function openConpeek(bench: Bench, size: number): Promise<Subject> {
	const simulator = await startConpeek({ seed: { users: manyUsers(size) } });
	const staticData = {};
	const run = setStates(bench, staticData, { vendor: 'conpeek' }, conpeekCredential(simulator.url));
	return {
		...{ staticData, close: simulator.close },
		tick: async (tick) => {
			simulator.seen.length = 0;
			return await run(make(size, (at) => ({ agentId: String(at + 1), desiredState: stateAt(at, tick) })));
		},
	};
}

/** Who is in which state now, by a roster with a row per agent. */
async function openRoster(bench: Bench, size: number): Promise<Subject> {
	const items = make(size, (at) => ({
		...{ agent: `Agent ${at}`, days: at % 2 === 0 ? 'Mon-Fri' : 'Sat, Sun, Mon', zone: 'Europe/Warsaw' },
		...{
			start: `${String(6 + (at % 12)).padStart(2, '0')}:00`,
			end: `${String((14 + (at % 12)) % 24).padStart(2, '0')}:00`,
		},
	}));
	const midnight = Date.parse('2026-11-26T00:00:00Z');
	return {
		staticData: {},
		close: async () => {},
		tick: async (tick) => {
			const evaluateAt = new Date(midnight + tick * 300_000).toISOString();
			const parameters = { operation: 'getStateNow', evaluateAt };
			const { outputs, error } = await bench.run({ node: 'shiftSchedule', parameters, items });
			if (error) throw error;
			return (outputs[0] ?? []).map(({ json }) => json.desiredState as string);
		},
	};
}

/** The polling trigger over all workers of a workspace. */
async function openTrigger(bench: Bench, size: number): Promise<Subject> {
	const { url, close } = await startTaskRouter(size);
	const parameters = { vendor: 'twilioTaskRouter', workspace: bySid(WORKSPACE) };
	const poller = new Poller(bench, { node: 'agentStateTrigger', parameters, credentials: twilioCredential(url) });
	await poller.activate();
	return {
		get staticData() {
			return poller.stored;
		},
		close,
		// One agent in fifty changes by someone else's hand.
		tick: async (tick) => {
			for (let at = tick % 50; at < size; at += 50) {
				await axios.post(
					`${url}/taskrouter/v1/Workspaces/${WORKSPACE}/Workers/${workerSid(at)}`,
					new URLSearchParams({ ActivitySid: activitySid(tick % 2) }),
					{ headers: { authorization: 'Basic any' } },
				);
			}
			return ((await poller.poll()) ?? []).map(() => 'told');
		},
	};
}

/** What a run costs by itself: a node that does nothing. */
const openNothing = async (bench: Bench): Promise<Subject> => ({
	staticData: {},
	close: async () => {},
	tick: async () => {
		await bench.run({ node: 'bench.sink', parameters: {} });
		return [];
	},
});

export const subjects: Record<string, (bench: Bench, size: number) => Promise<Subject>> = {
	nothing: openNothing,
	taskRouter: openTaskRouter,
	voipNow: openVoipNow,
	conpeek: openConpeek,
	roster: openRoster,
	trigger: openTrigger,
};
