import type { IDataObject, INodeExecutionData } from 'n8n-workflow';

import {
	ACTIVITY,
	bySid,
	makeWorker,
	startTwilio,
	TWILIO_ACCOUNT_SID,
	TWILIO_AUTH_TOKEN,
	WORKSPACE_SID,
	type Seen,
	type TwilioSimulator,
} from '../../../simulators';
import type { Job } from '../bench/bench';

export const byId = (value: string) => ({ __rl: true, mode: 'id', value });

/** The SID of the worker of item `index`. */
export const sidOf = (index: number) => `WK${String(index).padStart(32, '0')}`;

/** A Twilio with workers 0 … `count` - 1, all offline. */
export async function twilioWith(count: number): Promise<TwilioSimulator> {
	const workers = Array.from({ length: count }, (_, index) =>
		makeWorker({ sid: sidOf(index), friendly_name: `Worker ${index}` }),
	);
	return await startTwilio({ seed: { workers: bySid(workers) } });
}

/** Sets workers 0 … `count` - 1 to Available, one per item; `more` replaces parts of the job. */
export function makeAvailable(
	twilio: { url: string },
	count: number,
	more: Partial<Job> & { parallelLimit?: number } = {},
): Job {
	const { parallelLimit, ...rest } = more;
	return {
		node: 'twilioTaskRouter',
		parameters: {
			resource: 'worker',
			operation: 'update',
			workspace: byId(WORKSPACE_SID),
			worker: byId('={{ $json.w }}'),
			updateFields: { activity: byId(ACTIVITY.available) },
			...(parallelLimit !== undefined && { options: { parallelLimit } }),
		},
		items: Array.from({ length: count }, (_, index) => ({ w: sidOf(index), row: index })),
		credentials: { twilioContactCenterApi: credential(twilio.url) },
		...rest,
	};
}

export const credential = (url: string): Record<string, string> => ({
	authentication: 'authToken',
	accountSid: TWILIO_ACCOUNT_SID,
	authToken: TWILIO_AUTH_TOKEN,
	region: '',
	apiRootOverride: `${url}/{product}`,
});

/** Matches the requests for the worker of item `index`. */
export const aboutWorker = (index: number) => ({ path: new RegExp(sidOf(index)) });

/** The item numbers of the workers that requests were for, in order of arrival. */
export const workersIn = (seen: Seen[]) =>
	seen.flatMap(({ path }) => {
		const [, digits] = /Workers\/WK(\d{32})/.exec(path) ?? [];
		return digits === undefined ? [] : [Number(digits)];
	});

export const available = ({ state }: TwilioSimulator) =>
	Object.values(state.workers)
		.filter(({ activity_sid: activity }) => activity === ACTIVITY.available)
		.map(({ sid }) => Number(sid.slice(2)))
		.sort((one, other) => one - other);

export const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

/** The input item that an output item says it comes from. */
export function originOf({ pairedItem }: INodeExecutionData): number | undefined {
	return typeof pairedItem === 'object' && !Array.isArray(pairedItem) ? pairedItem.item : undefined;
}

export const detailsOf = ({ json }: INodeExecutionData) => json.details as IDataObject;
