import type { Demo } from '../bootstrap/demo';
import type { Services } from '../bootstrap/startSimulators';
import type { RunningVendor } from '../bootstrap/vendors';
import type { N8nClient } from '../n8n/client';

/** What a scenario works with: a running n8n with everything imported, and the simulators. */
export interface Scenario {
	progress: Demo['progress'];
	client: N8nClient;
	services: Services;
	vendors: RunningVendor[];
}
