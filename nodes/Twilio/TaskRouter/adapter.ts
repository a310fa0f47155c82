import { isRecord } from '../../shared/values/record';
import { optional } from '../../shared/operation/fields';
import type { Adapter, Observed, StateOption } from '../../shared/state/adapter';
import { located, textIn } from '../twilio';
import { activityLocator, workerLocator, workspaceLocator } from './resources/locators';
import { activities, workers } from './resources/lookups';
import { history } from './history';
import { vendor } from './vendor';
import { calledOf } from './worker';
import { mayBePending, pendingAdvice } from './pending';
import { workload } from './workload';

const workerPath = '/v1/Workspaces/{workspace}/Workers/{agent}';

/** A worker's state is its activity. Every workspace has its own activities. */
export const adapter: Adapter = {
	id: 'twilioTaskRouter',
	vendor,
	noun: 'Activity',
	scopeFields: [workspaceLocator],
	scopeColumn: {
		of: ({ workspace }) => `${workspace ?? ''}`,
		parameters: (scope) => ({ workspace: located('WS', scope) }),
	},
	agent: workerLocator,
	nativeFields: () => ['ActivitySid'],
	native: { ...optional(activityLocator), name: 'native', description: 'The activity that stands for this state' },
	stateOptions: () => ({
		kind: 'listed',
		lookup: activities,
		toOption,
	}),
	reading: {
		one: workerPath,
		isId: (text) => /^WK[0-9a-fA-F]{32}$/.test(text),
		list: workers,
		observe,
		tellsSince: true,
	},
	workload,
	history,
	writing: {
		request: { method: 'POST', path: workerPath, idempotent: true },
		body: ({ fields }) => ({ ...fields }),
		rejectPending: { RejectPendingReservations: true },
		adviceIfPending: (failure) => (mayBePending(failure) ? pendingAdvice('Reject Pending Work') : undefined),
		observe: ({ body }) => (isRecord(body) ? observe(body) : undefined),
	},
};

/** An activity of the workspace's list, as a state that can be chosen. */
export function toOption({ sid, friendly_name: name, available }: Record<string, unknown>): StateOption {
	return {
		key: textIn(sid),
		label: textIn(name),
		fields: { ActivitySid: textIn(sid) },
		...(typeof available === 'boolean' && { takesWork: available }),
	};
}

function observe(worker: Record<string, unknown>): Observed | undefined {
	const { sid, activity_sid: activity, activity_name: label, date_status_changed: since } = worker;
	if (typeof sid !== 'string') return undefined;
	const { label: name, names } = calledOf(worker);
	const isKnown = typeof activity === 'string' && activity !== '';
	return {
		id: sid,
		name: name || sid,
		names,
		native: isKnown ? { label: textIn(label) || activity, fields: { ActivitySid: activity } } : null,
		since: textIn(since) || null,
	};
}
