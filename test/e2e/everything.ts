import { join } from 'node:path';

import type { Demo } from '../../demo/bootstrap/demo';
import { startConpeek, startTwilio } from '../../simulators';
import type { TwilioSimulator } from '../../simulators';
import { makeCanaries, seeds, sentKeys, signIns } from './canaries';
import type { Canaries } from './canaries';
import { openChecks } from './checks';
import type { Checks } from './checks';
import { checkInterrupted } from './interrupted';
import { checkKilled } from './killed';
import { checkLeaks, checkPlanted, findLeaks } from './leaks';
import { checkMemory } from './memory';
import { openN8n } from './n8n';
import type { N8n } from './n8n';
import { checkPackages } from './packages';
import { roster, workersOf } from './roster';
import { useSecrets } from './secrets';
import { checkTool } from './tool';
import { checkTrigger } from './trigger';
import { killedWorkflow, memoryWorkflow } from './workflows';

export interface Stage extends Pick<Demo, 'root' | 'node' | 'processes' | 'progress'> {
	/** Where n8n keeps everything; removed afterwards. */
	folder: string;
	/** The keys of all credentials. */
	canaries: Canaries;
}

export interface Options {
	rounds: number;
	seed: number;
	/** Whether an activation is killed at its last write alone. */
	isShort: boolean;
}

/**
 * What can be run alone: `killed` for Agent State, `interrupted` for what its broken-off runs
 * hand on, `trigger` for the TaskRouter trigger, `tool` for Agent State as a tool
 * of an AI agent, `packages` for the packages of one service, `secrets` for the keys.
 */
export const PARTS = ['killed', 'interrupted', 'trigger', 'tool', 'packages', 'secrets'] as const;
export type Part = (typeof PARTS)[number];

/** So many n8n are killed side by side, since each is busy with one processor; for a round or two, one is enough. */
const lanesFor = (rounds: number): number => (rounds > 2 ? 2 : 1);

/** @returns how many checks were met, and how many were not */
export async function runEverything(given: Omit<Stage, 'canaries'>, options: Options, parts: readonly Part[] = PARTS) {
	const stage = { ...given, canaries: makeCanaries() };
	const checks = openChecks(stage.progress);
	if (parts.includes('killed')) await runKilled(stage, checks, options);
	if (parts.includes('interrupted')) await checkInterrupted(stage, checks);
	if (parts.includes('trigger')) await checkTrigger(stage, checks, options);
	if (parts.includes('tool')) await checkTool(stage, checks);
	if (parts.includes('packages')) await checkPackages(stage, checks);
	const { tokens, planted } = parts.includes('secrets')
		? await useSecrets(stage, checks)
		: { tokens: [], planted: [] };
	const secrets = [...Object.values(stage.canaries), ...sentKeys(stage.canaries), ...tokens];
	const found = await findLeaks(stage, [...secrets, ...planted]);
	checkLeaks(checks, secrets, found);
	checkPlanted(checks, planted, found);
	return checks.counts;
}

async function runKilled(stage: Stage, checks: Checks, { rounds, seed }: Options): Promise<void> {
	const { progress, folder } = stage;
	const laneCount = lanesFor(rounds);
	const agents = roster();
	const { canaries } = stage;
	const keys = seeds(canaries);
	const conpeek = await startConpeek({ seed: keys.conpeek });
	const services: TwilioSimulator[] = [];
	const lanes: Array<{ n8n: N8n; twilio: TwilioSimulator }> = [];
	try {
		for (let lane = 1; lane <= laneCount; lane += 1) {
			const twilio = await startTwilio({ seed: { ...keys.twilio, workers: workersOf(agents) } });
			services.push(twilio);
			const credentials = [
				signIns.twilioAuthToken(twilio.url, canaries.twilioAuthToken.secret),
				signIns.conpeek(conpeek.url, canaries.conpeek.secret),
			];
			const place = { home: join(folder, `n8n${lane}`), port: 5700 + 10 * lane };
			const workflows = [killedWorkflow(agents), memoryWorkflow()];
			const n8n = await progress.step(
				`Set up an n8n of its own (${lane} of ${laneCount})`,
				async () => await openN8n(stage, place, credentials, workflows),
			);
			lanes.push({ n8n, twilio });
			if (lane === 1) await checkMemory({ n8n, conpeek, checks });
		}
		await Promise.all(
			lanes.map(async (lane, at) => {
				const share = Math.floor((rounds + at) / laneCount);
				await checkKilled({ ...lane, agents, checks, progress }, { rounds: share, seed: seed + at });
			}),
		);
	} finally {
		await Promise.all([conpeek, ...services].map(async (service) => await service.close()));
	}
}
