import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';

import { pathsOf } from '../../demo/bootstrap/demo';
import type { Demo, Started } from '../../demo/bootstrap/demo';
import { signalGroup } from '../../demo/bootstrap/processes.mjs';
import { N8nClient } from '../../demo/n8n/client';
import { installPack } from '../../demo/n8n/installPack';
import { readOrMakeOwner } from '../../demo/n8n/owner';
import { startN8n } from '../../demo/n8n/startN8n';
import type { StartOptions } from '../../demo/n8n/startN8n';

/** A real n8n with the packed pack that can be started, killed and started again on what it left. */
export interface Server {
	client: N8nClient;
	/** of the editor and of the webhooks */
	url: string;
	process: Started;
	/** kill -9: it saves nothing and says goodbye to nobody */
	kill(): Promise<void>;
}

export interface ServerHome {
	/** @param port from which a free one is looked for */
	start(port: number, options?: Omit<StartOptions, 'paths'>): Promise<Server>;
}

/**
 * @param home an empty folder, which n8n keeps from start to start
 * @param installed folder in which n8n is installed; the demo's unless given
 */
export async function openServerHome(
	stage: Pick<Demo, 'root' | 'node' | 'processes'>,
	home: string,
	installed?: string,
): Promise<ServerHome> {
	const paths = pathsOf(stage.root, home, join(home, 'packed'), installed);
	await mkdir(home, { recursive: true });
	await installPack(stage, paths);
	const owner = await readOrMakeOwner(paths.owner);
	const interrupted = new AbortController().signal;
	return {
		async start(port, options = {}) {
			const { url, process: started } = await startN8n({ ...stage, port, interrupted }, { ...options, paths });
			return {
				url,
				process: started,
				client: await N8nClient.signIn(url, owner),
				kill: async () => {
					// n8n leads a group, with its task runner in it.
					signalGroup(started, 'SIGKILL');
					await started.ended;
				},
			};
		},
	};
}
