import type { INodeParameters } from 'n8n-workflow';
import { PEOPLE, WORKSPACE_SID } from '../../../simulators';
import type { Job } from '../bench/bench';
import { useTwilio } from './useTwilio';
import { bySid, twilioCredential } from './vendors';

const { anna } = PEOPLE;

/** For tests that change the attributes of TaskRouter's workers; Anna's, unless another worker is named. */
export function useAttributes() {
	const stage = useTwilio();
	const workerNamed = (sid: string) => {
		const found = stage.twilio.state.workers[sid];
		if (!found) throw new Error(`no worker ${sid}`);
		return found;
	};
	return {
		stage,
		workerNamed,
		/** What the service has now. */
		attributes: (sid: string = anna.worker) => JSON.parse(workerNamed(sid).attributes) as Record<string, unknown>,
		/** Puts attributes where the service keeps them; what is not an object is kept as it is. */
		give: (attributes: object | string | null, sid: string = anna.worker) => {
			Object.assign(workerNamed(sid), {
				attributes: typeof attributes === 'object' && attributes ? JSON.stringify(attributes) : attributes,
			});
		},
		/** Runs an operation on a worker. */
		run: async (operation: string, parameters: INodeParameters, more: Partial<Job> = {}) =>
			await stage.bench.run({
				node: 'twilioTaskRouter',
				parameters: {
					resource: 'worker',
					operation,
					workspace: bySid(WORKSPACE_SID),
					worker: bySid(anna.worker),
					...parameters,
				},
				credentials: twilioCredential(stage.twilio.url),
				...more,
			}),
		/** The requests that change something. */
		writes: () => stage.twilio.seen.filter(({ method }) => method === 'POST'),
	};
}
