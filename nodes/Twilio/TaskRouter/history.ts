import type { History } from '../../shared/state/history';
import { isRecord } from '../../shared/values/record';
import { pages } from '../pagination';
import { textIn } from '../twilio';
import { secondsUtc } from './resources/period';
import { activityIn } from './worker';

const TYPE = 'worker.activity.update';

/** The events of the workspace, which TaskRouter keeps for 30 days. Their order is not documented. */
export const history: History = {
	keptDays: 30,
	path: '/v1/Workspaces/{workspace}/Events',
	paging: pages('events', 1000),
	query: ({ from, until }, agent) => ({
		// Whole seconds, both ends included.
		StartDate: secondsUtc(from),
		EndDate: secondsUtc(until + 999),
		EventType: TYPE,
		...(agent !== undefined && { WorkerSid: agent }),
	}),
	changeIn({ event_type: type, event_date_ms: at, event_data: data }) {
		if (type !== TYPE || typeof at !== 'number' || !isRecord(data)) return undefined;
		const agent = textIn(data.worker_sid);
		const native = activityIn(data.worker_activity_sid, data.worker_activity_name);
		if (agent === '' || !native) return undefined;
		const before = activityIn(data.worker_previous_activity_sid, data.worker_previous_activity_name);
		// The numbers in an event are text.
		const lasted = Number(data.worker_time_in_previous_activity_ms ?? NaN);
		return { agent, at, native, before, lasted: lasted > 0 ? lasted : undefined };
	},
};
