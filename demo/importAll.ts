import { credentialsFor } from './credentials';
import type { N8nClient } from './n8nClient';
import type { Services } from './startSimulators';
import { bindAddresses, bindCredentials, readWorkflows } from './workflows';

/**
 * Puts the credentials and every workflow of the folder into n8n, in place of those of an earlier start.
 * @returns what was imported, in words
 */
export async function importAll(client: N8nClient, services: Services, folder: string): Promise<string> {
	const credentials = credentialsFor(services);
	const ids = new Map<string, string>();
	for (const credential of credentials) {
		const id = await client.putCredential(credential);
		const wrong = await client.testCredential(id, credential);
		if (wrong !== undefined) throw new Error(`n8n's test of the credential "${credential.name}" says: ${wrong}`);
		ids.set(credential.type, id);
	}
	const workflows = await readWorkflows(folder);
	for (const workflow of workflows)
		await client.putWorkflow(bindAddresses(bindCredentials(workflow, ids), services.office));
	return `${credentials.length} credentials, all tested, and ${workflows.length} workflows`;
}
