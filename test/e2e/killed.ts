import { setTimeout as sleep } from 'node:timers/promises';

import type { Demo } from '../../demo/bootstrap/demo';
import { ACTIVITY } from '../../simulators';
import type { TwilioSimulator } from '../../simulators';
import type { Checks } from './checks';
import type { Options } from './everything';
import type { N8n } from './n8n';
import { openRandom } from './random';
import type { RosterAgent } from './roster';
import { killedWorkflow } from './workflows';

const LATENCY_MS = 30;
/** A kill counts if it strikes while some are written and some are not; so many tries for each that is to count. */
const MOST_TRIES = 2;
const START_LIMIT_MS = 120_000;

interface Scene {
	n8n: N8n;
	twilio: TwilioSimulator;
	agents: RosterAgent[];
	checks: Checks;
	progress: Demo['progress'];
}

/**
 * Again and again: everyone is in a wrong state, n8n is killed at a random moment of the writing, and run again.
 * The second run must write exactly those who are still wrong, each once.
 */
export async function checkKilled(
	{ n8n, twilio, agents, checks, progress }: Scene,
	{ rounds, seed }: Pick<Options, 'rounds' | 'seed'>,
): Promise<void> {
	const random = openRandom(seed);
	const { id } = killedWorkflow(agents);
	const activities = [ACTIVITY.available, ACTIVITY.break, ACTIVITY.busy, ACTIVITY.offline, ACTIVITY.unavailable];
	const activityOf = ({ sid }: RosterAgent) => twilio.state.workers[sid]?.activity_sid;
	const wrong = () => agents.filter((agent) => activityOf(agent) !== agent.activity).map(({ sid }) => sid);
	twilio.faults.latency(LATENCY_MS);
	progress.note(`Killing n8n at ${rounds} random moments, ${agents.length} agents, seed ${seed}`);

	/** Workers as they are written while `work` is under way, in the order in which the requests arrive. */
	async function watch(work: (written: () => string[]) => Promise<unknown>): Promise<string[]> {
		const begun = twilio.seen.length;
		const written = () => writesIn(twilio.seen.slice(begun));
		await work(written);
		return written();
	}

	async function killAfter(writes: number, written: () => string[]): Promise<void> {
		const started = n8n.begin(id);
		const deadline = Date.now() + START_LIMIT_MS;
		let end = '';
		void started.ended.then((words) => (end = words));
		while (written().length < writes && end === '' && Date.now() < deadline) await sleep(2);
		await sleep(random.below(LATENCY_MS));
		if (started.pid !== undefined && end === '') process.kill(started.pid, 'SIGKILL');
		await started.ended;
		// What had arrived by then still takes effect, though nobody waits for the answer.
		await sleep(LATENCY_MS * 10);
	}

	if (rounds === 0) return;
	let halfWay = 0;
	let round = 0;
	while (halfWay < rounds && round < rounds * MOST_TRIES) {
		round += 1;
		for (const agent of agents) {
			const worker = twilio.state.workers[agent.sid];
			if (worker) worker.activity_sid = random.oneOf(activities.filter((sid) => sid !== agent.activity));
		}
		const first = await watch(async (written) => await killAfter(1 + random.below(agents.length), written));
		const left = wrong();
		if (left.length > 0 && left.length < agents.length) halfWay += 1;
		const second = await watch(async () => await n8n.execute(id));
		checks.check(
			`seed ${seed}, round ${round}: killed after ${first.length} writes, ${left.length} agents were still wrong; the next run wrote ${second.length}`,
			[
				wrong().length > 0 && `${wrong().length} agents are in a wrong state`,
				twiceIn(first) > 0 && `${twiceIn(first)} agents were written twice in the run that was killed`,
				twiceIn(second) > 0 && `${twiceIn(second)} agents were written twice in the next run`,
				[...new Set(second)].sort().join() !== left.sort().join() &&
					'the next run wrote others than were wrong',
			],
		);
	}
	checks.check(`${halfWay} of ${round} kills struck half-way`, [halfWay < rounds && 'that is too few']);
	const third = await watch(async () => await n8n.execute(id));
	checks.check(`a run with everyone right wrote ${third.length}`, [third.length > 0 && 'it should write nothing']);
}

const writesIn = (seen: TwilioSimulator['seen']): string[] =>
	seen.filter(({ method }) => method !== 'GET').map(({ path }) => path.split('/').at(-1) ?? '');

const twiceIn = (written: string[]): number => written.length - new Set(written).size;
