import axios from 'axios';

import { urlOf } from '../../demo/bootstrap/startSimulators';
import { SHIFT_WORKFLOW } from '../../demo/n8n/examples';
import { assertSuccess } from '../../demo/observe/problems';
import type { Scenario } from '../../demo/scenarios/scenario';

/** Runs the shift again after VoipNow has ended all tokens, the one that n8n keeps included. */
export async function runWithRefusedToken({ client, services }: Scenario): Promise<void> {
	await axios.post(`${urlOf(services, 'voipNow')}/__control/faults`, { expireTokens: true }, { proxy: false });
	assertSuccess('The shift with a new token', await client.runWorkflow(SHIFT_WORKFLOW.id, SHIFT_WORKFLOW.trigger));
}
