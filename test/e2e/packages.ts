import { dirname, join } from 'node:path';

import { pathsOf } from '../../demo/bootstrap/demo';
import { installPack } from '../../demo/n8n/installPack';
import type { Workflow } from '../../demo/n8n/workflows';
import { readManifest } from '../../release/contents';
import { packagesOf, stage as stagePackage } from '../../release/stage';
import {
	CONPEEK_BREAK,
	PEOPLE,
	startConpeek,
	startTwilio,
	startVoipNow,
	VOIPNOW_QUEUE,
	WORKSPACE_SID,
} from '../../simulators';
import { bySid } from '../../simulators/locator';
import { seeds, signIns } from './canaries';
import type { Checks } from './checks';
import type { Stage } from './everything';
import { openN8n } from './n8n';

const { anna, carla } = PEOPLE;
const ID = 'agentStateE2ePackages';
const taskRouter = { vendor: 'twilioTaskRouter', workspace: bySid(WORKSPACE_SID) };

/** A state to set by Agent State of each package, by the end of the package's name. */
const changes: Record<string, object> = {
	'': { ...taskRouter, agent: bySid(anna.worker), state: 'busy' },
	'-conpeek': { vendor: 'conpeek', agent: anna.login, state: 'break', reason: CONPEEK_BREAK.lunch },
	'-twilio': { ...taskRouter, agent: bySid(carla.worker), state: 'busy' },
	'-voipnow': { vendor: 'voipNow', queues: VOIPNOW_QUEUE, agent: bySid(anna.extension), state: 'break' },
};

/** All packages in one n8n: each has a node `agentState`, and each runs under the name of its package. */
export async function checkPackages(stage: Stage, checks: Checks): Promise<void> {
	const { root, folder, processes, progress, canaries } = stage;
	const home = join(folder, 'packages');
	const paths = pathsOf(root, home);
	const keys = seeds(canaries);
	const twilio = await startTwilio({ seed: keys.twilio });
	const voipNow = await startVoipNow({ seed: keys.voipNow });
	const conpeek = await startConpeek({ seed: keys.conpeek });
	try {
		for (const contents of packagesOf(root)) {
			// Not in packages/, where other tests may be at work.
			const source = stagePackage(root, contents, join(home, 'staged', contents.id));
			const place = {
				packed: join(home, 'packed', contents.id),
				pack: join(dirname(paths.pack), readManifest(source).name),
			};
			await installPack({ root: source, processes }, { ...paths, ...place });
		}
		const credentials = [
			signIns.twilioAuthToken(twilio.url, canaries.twilioAuthToken.secret),
			signIns.voipNow(voipNow.url, canaries.voipNow.secret),
			signIns.conpeek(conpeek.url, canaries.conpeek.secret),
		];
		const n8n = await progress.step(
			'Install all packages into one n8n',
			async () =>
				await openN8n(stage, { home, port: 5750 }, credentials, [
					workflow(credentials.map(({ type }) => type)),
				]),
		);
		const { data } = await n8n.execute(ID);
		for (const end of Object.keys(changes)) {
			const rows = data.resultData.runData[nameOf(end)]?.[0]?.data.main[0] ?? [];
			const outcomes = rows.map(({ json }) => json.outcome);
			checks.check(`${nameOf(end)}: ${outcomes.join(', ')}`, [
				outcomes.join() !== 'changed' && `one changed agent was expected: ${JSON.stringify(rows)}`,
			]);
		}
	} finally {
		await Promise.all([twilio, voipNow, conpeek].map(async (service) => await service.close()));
	}
}

const nameOf = (end: string) => `n8n-nodes-agent-state${end}.agentState`;

/** Agent State of each package, all after the same start. */
function workflow(credentialTypes: string[]): Workflow {
	const start = { name: 'Start', type: 'n8n-nodes-base.manualTrigger', parameters: {} };
	const nodes = Object.entries(changes).map(([end, parameters]) => ({
		name: nameOf(end),
		type: nameOf(end),
		parameters: { operation: 'setState', source: 'fields', ...parameters },
		credentials: Object.fromEntries(credentialTypes.map((type) => [type, { id: null, name: '' }])),
	}));
	return {
		id: ID,
		name: ID,
		active: false,
		nodes: [start, ...nodes].map((node, index) => ({
			id: `${ID}-${index}`,
			typeVersion: 1,
			position: [index > 0 ? 200 : 0, index * 100],
			...node,
		})),
		connections: { Start: { main: [nodes.map(({ name }) => ({ node: name, type: 'main', index: 0 }))] } },
		settings: { executionOrder: 'v1' },
	};
}
