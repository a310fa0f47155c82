import type { NodeDefinition } from '../../shared/operation/operation';
import { adapter } from './adapter';
import { create as createActivity } from './resources/activity/create';
import { del as deleteActivity } from './resources/activity/delete';
import { get as getActivity } from './resources/activity/get';
import { getAll as getActivities } from './resources/activity/getAll';
import { update as updateActivity } from './resources/activity/update';
import { getAll as getEvents } from './resources/event/getAll';
import { get as getReservation } from './resources/reservation/get';
import { getAll as getReservations } from './resources/reservation/getAll';
import { update as updateReservation } from './resources/reservation/update';
import { get as getStatistics } from './resources/statistics/get';
import { getCumulative } from './resources/statistics/getCumulative';
import { getRealTime } from './resources/statistics/getRealTime';
import { getWorkers as getStatisticsOfAll } from './resources/statistics/getWorkers';
import { addSkills } from './resources/worker/addSkills';
import { create } from './resources/worker/create';
import { del } from './resources/worker/delete';
import { get } from './resources/worker/get';
import { getAll } from './resources/worker/getAll';
import { getHistory } from './resources/worker/getHistory';
import { mergeAttributes } from './resources/worker/mergeAttributes';
import { removeSkills } from './resources/worker/removeSkills';
import { setActivity } from './resources/worker/setActivity';
import { setState } from './resources/worker/setState';
import { update } from './resources/worker/update';
import { get as getChannel } from './resources/workerChannel/get';
import { getAll as getChannels } from './resources/workerChannel/getAll';
import { update as updateChannel } from './resources/workerChannel/update';
import { get as getWorkspace } from './resources/workspace/get';
import { getAll as getWorkspaces } from './resources/workspace/getAll';
import { vendor } from './vendor';

export const taskRouter: NodeDefinition = {
	vendor,
	preselected: 'worker',
	// The node panel lists the actions in this order: what most people look for comes first.
	resources: [
		{
			option: { name: 'Worker', value: 'worker' },
			preselected: 'setActivity',
			operations: [
				setState(adapter),
				addSkills,
				create,
				del,
				get,
				getHistory(adapter),
				getAll,
				mergeAttributes,
				removeSkills,
				setActivity,
				update,
			],
		},
		{
			option: { name: 'Activity', value: 'activity' },
			operations: [createActivity, deleteActivity, getActivity, getActivities, updateActivity],
		},
		{ option: { name: 'Event', value: 'event' }, operations: [getEvents] },
		{
			option: { name: 'Reservation', value: 'reservation' },
			operations: [getReservation, getReservations, updateReservation],
		},
		{
			option: { name: 'Statistic', value: 'statistics' },
			operations: [getStatistics, getStatisticsOfAll, getCumulative, getRealTime],
		},
		{
			option: { name: 'Worker Channel', value: 'workerChannel' },
			operations: [getChannel, getChannels, updateChannel],
		},
		{ option: { name: 'Workspace', value: 'workspace' }, operations: [getWorkspace, getWorkspaces] },
	],
};
