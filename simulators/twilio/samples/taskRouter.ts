import { bySid } from '../../locator';
import { locatorSamples, type NodeSamples, type Replying, type Two } from '../../samples';
import {
	ACTIVITY,
	OTHER_WORKSPACE_SID,
	PEOPLE,
	RESERVATION,
	TASK_CHANNEL,
	workerChannelSid,
	WORKSPACE_SID,
} from '../cast';
import type { TwilioSimulator } from '../server';
import { twilioCredential } from './account';
import { reply } from './reply';

const { anna, bob, dawid } = PEOPLE;

const workspace = { workspace: bySid(WORKSPACE_SID) };
const worker = { ...workspace, worker: bySid(anna.worker) };
const activity = { ...workspace, activity: bySid(ACTIVITY.break) };
const annasVoice = workerChannelSid(anna.worker, TASK_CHANNEL.voice);
const channel = { ...worker, channel: bySid(annasVoice) };
const reservation = { ...worker, reservation: bySid(RESERVATION.bob) };

const attributes: Two = ['{"skills":["billing"]}', '{}'];
const reasons: Two = ['Lunch', 'Tea'];
const versions: Two = ['"3"', '4'];
const workers: [string, string] = [anna.worker, bob.worker];
const workerNames: [string, string] = [anna.name, bob.name.toLowerCase()];
const activities: [string, string] = [ACTIVITY.available, ACTIVITY.break];
const activityNames: [string, string] = ['available', 'Break'];
const sids = (prefix: string): Two => [`${prefix}${'a'.repeat(32)}`, `${prefix}${'B'.repeat(32)}`];

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000).toISOString();

/** The agents have been in their state for five minutes. */
const withSince =
	(usual: Replying): Replying =>
	(request) => {
		const { body, ...rest } = usual(request);
		return { ...rest, body: { ...(body as object), date_status_changed: minutesAgo(5) } };
	};

/** The agents of the list have been in their state for five minutes. */
const withNewState =
	(usual: Replying): Replying =>
	(request) => {
		const { body, ...rest } = usual(request);
		const { workers: listed } = body as { workers?: object[] };
		if (!listed) return { ...rest, body };
		const date_status_changed = minutesAgo(5);
		return {
			...rest,
			body: { ...(body as object), workers: listed.map((one) => ({ ...one, date_status_changed })) },
		};
	};

/** Everyone is on a task. */
const withTask =
	(usual: Replying): Replying =>
	(request) => {
		const [, worker] = /Workers\/(WK\w+)\/Reservations\?/.exec(request.path) ?? [];
		if (worker === undefined) return usual(request);
		const [reservation_status, date_updated] = ['accepted', '2026-01-02T08:00:00Z'];
		return { body: { reservations: [{ worker_sid: worker, reservation_status, date_updated }], meta: {} } };
	};

export const taskRouter: NodeSamples<TwilioSimulator> = {
	credentials: twilioCredential,
	paths: /^\/taskrouter\//,
	reply,
	ownOperations: [
		...['setActivity', 'mergeAttributes', 'addSkills', 'removeSkills'],
		...['getHistory', 'getWorkers', 'getCumulative', 'getRealTime'],
	],
	operations: {
		'activity.create': { ...workspace, friendlyName: 'Lunch' },
		'activity.delete': activity,
		'activity.get': activity,
		'activity.getAll': workspace,
		'activity.update': { ...activity, friendlyName: 'Lunch' },
		'event.getAll': workspace,
		'reservation.get': reservation,
		'reservation.getAll': worker,
		'reservation.update': { ...reservation, reservationStatus: 'rejected' },
		'statistics.get': worker,
		'statistics.getCumulative': workspace,
		'statistics.getRealTime': workspace,
		'statistics.getWorkers': workspace,
		'worker.addSkills': { ...worker, skills: 'english' },
		'worker.create': { ...workspace, friendlyName: 'Grace' },
		'worker.delete': worker,
		'worker.get': worker,
		'worker.getAll': workspace,
		'worker.getHistory': worker,
		'worker.mergeAttributes': { ...worker, attributes: '{"skills":["billing","vip"]}' },
		'worker.removeSkills': { ...worker, skills: 'billing' },
		'worker.setState': worker,
		'worker.setActivity': { ...worker, activity: bySid(ACTIVITY.break) },
		'worker.update': worker,
		'workerChannel.get': channel,
		'workerChannel.getAll': worker,
		'workerChannel.update': channel,
		'workspace.get': workspace,
		'workspace.getAll': {},
	},
	firstColumns: {
		'activity.create': ['friendly_name', 'available', 'sid'],
		'activity.delete': [],
		'activity.get': ['friendly_name', 'available', 'sid'],
		'activity.getAll': ['friendly_name', 'available', 'sid'],
		'activity.update': ['friendly_name', 'available', 'sid'],
		'event.getAll': ['event_date', 'event_type', 'description'],
		'reservation.get': [],
		'reservation.getAll': [],
		'reservation.update': [],
		'statistics.get': ['worker_sid', 'cumulative'],
		'statistics.getWorkers': ['realtime', 'cumulative'],
		'statistics.getCumulative': ['activity_durations', 'reservations_created'],
		'statistics.getRealTime': ['total_workers', 'activity_statistics'],
		'worker.addSkills': ['friendly_name', 'changed', 'activity_name'],
		'worker.create': ['friendly_name', 'activity_name', 'available'],
		'worker.delete': [],
		'worker.get': ['friendly_name', 'activity_name', 'available'],
		'worker.getAll': ['friendly_name', 'activity_name', 'available'],
		'worker.mergeAttributes': ['friendly_name', 'changed', 'activity_name'],
		'worker.removeSkills': ['friendly_name', 'changed', 'activity_name'],
		'worker.setActivity': ['friendly_name', 'activity_name', 'available'],
		'worker.update': ['friendly_name', 'activity_name', 'available'],
		'workerChannel.get': ['task_channel_unique_name', 'available', 'configured_capacity'],
		'workerChannel.getAll': ['task_channel_unique_name', 'available', 'configured_capacity'],
		'workerChannel.update': ['task_channel_unique_name', 'available', 'configured_capacity'],
		'workspace.get': ['friendly_name', 'default_activity_name', 'timeout_activity_name'],
		'workspace.getAll': ['friendly_name', 'default_activity_name', 'timeout_activity_name'],
	},
	optional: {
		'worker.update': { updateFields: { activity: bySid(ACTIVITY.available) } },
		'workerChannel.update': { updateFields: { capacity: 2 } },
	},
	fields: {
		...locatorSamples('workspace', [WORKSPACE_SID, OTHER_WORKSPACE_SID], ['Support', 'back office']),
		...locatorSamples('worker', workers, workerNames),
		...locatorSamples('activity', activities, activityNames),
		...locatorSamples('channel', [annasVoice, workerChannelSid(anna.worker, TASK_CHANNEL.chat)], ['voice', 'Chat']),
		...locatorSamples('reservation', [RESERVATION.bob, RESERVATION.carla]),
		...locatorSamples('filters.activity', activities, activityNames),
		...locatorSamples('filters.worker', workers, workerNames),
		...locatorSamples('updateFields.activity', activities, activityNames),
		...locatorSamples('additionalFields.activity', activities, activityNames),
		...locatorSamples('additionalFields.dequeuePostWorkActivity', activities, activityNames),
		...locatorSamples('additionalFields.postWorkActivity', activities, activityNames),
		...locatorSamples('additionalFields.workerActivity', activities, activityNames),
		...locatorSamples('stateMapping native', activities, activityNames),
		reason: reasons,
		'stateMapping reason': reasons,
		'stateOptions.confirmAfter': [0, 1],
		'stateOptions.outMinutes': [0, 60],
		'stateOptions.graceMinutes': [0, 10],
		historyFrom: [60, 120].map((minutes) => minutesAgo(minutes)) as Two,
		historyUntil: [10, 20].map((minutes) => minutesAgo(minutes)) as Two,
		'stateOptions.openWorkMinutes': [20, 40],
		'stateOptions.protectedStates': ['On Call, break', 'Busy'],
		friendlyName: ['Lunch', 'Tea'],
		limit: [2, 3],
		attributes: ['{"skills":["billing","vip"]}', '{"team":"a"}'],
		skills: ['billing', 'english'],
		'filters.activityName': ['Break', 'Offline'],
		'filters.conditions attribute': ['skills', 'routing.skills'],
		'filters.conditions value': ['billing', `O'Neil "the" \\ boss`],
		'filters.friendlyName': ['Anna', 'Bob'],
		'filters.taskQueueName': ['Support', 'Sales'],
		'filters.taskQueueSid': sids('WQ'),
		'filters.startDate': ['2026-03-29T08:00:00Z', '2026-03-30T08:00:00Z'],
		'filters.endDate': ['2026-03-29T08:00:00Z', '2026-03-30T08:00:00Z'],
		'filters.minutes': [5, 1],
		'filters.taskChannel': ['voice', 'chat'],
		'filters.workerName': ['Anna Kowalska', 'Bob Stone'],
		'filters.eventSid': sids('EV'),
		'filters.eventType': ['worker.activity.update', 'worker.created'],
		'filters.reservationSid': sids('WR'),
		'filters.taskSid': sids('WT'),
		'filters.workflowSid': sids('WW'),
		'updateFields.attributes': attributes,
		'updateFields.concurrency': [5, 0],
		'updateFields.capacity': [5, 0],
		'updateFields.friendlyName': ['Anna', ''],
		'updateFields.ifMatch': versions,
		'updateFields.operatingUnitSid': [`OU${'a'.repeat(32)}`, `OU${'b'.repeat(32)}`],
		'additionalFields.attributes': attributes,
		'additionalFields.ifMatch': versions,
		'additionalFields.level': [3, 0],
		skillsAttribute: ['skills', 'routing.skills'],
	},
	numbered: { worker: { prefix: 'WK', digits: 32 }, activity: { prefix: 'WA', digits: 32 } },
	situations: {
		graceMinutes: () => ({ reply: withSince }),
		// The state before is looked for agent by agent.
		parallelLimit: (operation) => (operation === 'getHistory' ? { reply: withNewState } : {}),
		openWork: () => ({ reply: withTask, wish: { state: 'offline' } }),
		openWorkMinutes: () => ({ reply: withTask, wish: { state: 'offline' } }),
	},
	states: {
		resource: 'worker',
		scopeFields: workspace,
		scope: WORKSPACE_SID,
		scopes: [WORKSPACE_SID, OTHER_WORKSPACE_SID],
		parameters: ['workspace'],
		agents: [anna, dawid].map((person) => ({ id: person.worker, alias: person.name, name: person.name })),
		named: workers,
		agentField: (id) => ({ worker: bySid(id) }),
		tells: true,
		stateOf: ({ state }) => state.workers[anna.worker]?.activity_sid,
		available: ACTIVITY.available,
		now: { ActivitySid: ACTIVITY.break },
		before: { available: { ActivitySid: ACTIVITY.available }, offline: { ActivitySid: ACTIVITY.offline } },
		otherState: 'available',
		mapping: { elsewhere: { native: bySid(ACTIVITY.available) }, asItIs: { native: bySid(ACTIVITY.break) } },
	},
};
