import { urlOf } from '../bootstrap/startSimulators';
import type { Services } from '../bootstrap/startSimulators';
import type { RunningVendor } from '../bootstrap/vendors';
import type { N8nClient } from './client';
import { bindAddresses, bindCredentials, readWorkflows } from './workflows';

/**
 * Imports a credential for each vendor and every workflow of a folder into n8n. They replace those of an earlier start.
 * @returns what was imported, in words
 */
export async function importAll(
	client: N8nClient,
	vendors: RunningVendor[],
	services: Services,
	folder: string,
): Promise<string> {
	const ids = new Map<string, string>();
	for (const { url, demo } of vendors) {
		const credential = demo.credential(url);
		const id = await client.putCredential(credential);
		const wrong = await client.testCredential(id, credential);
		if (wrong !== undefined) throw new Error(`n8n's test of the credential "${credential.name}" says: ${wrong}`);
		ids.set(credential.type, id);
	}
	const workflows = await readWorkflows(folder);
	for (const workflow of workflows)
		await client.putWorkflow(bindAddresses(bindCredentials(workflow, ids), urlOf(services, 'office')));
	return `${ids.size} credentials, all tested, and ${workflows.length} workflows`;
}
