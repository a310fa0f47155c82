import type { Lookup } from '../../../shared/operation/lookup';
import { pages } from '../../pagination';
import { nameContains, nameIs } from '../expression';
import { calledOf } from '../worker';

const byFriendlyName = (name: string) => ({ FriendlyName: name });

export const workspaces: Lookup = {
	method: 'searchWorkspaces',
	singular: 'workspace',
	plural: 'workspaces',
	path: '/v1/Workspaces',
	paging: pages('workspaces', 1000),
	find: byFriendlyName,
	id: 'sid',
	label: 'friendly_name',
};

export const workers: Lookup = {
	method: 'searchWorkers',
	singular: 'worker',
	plural: 'workers',
	path: '/v1/Workspaces/{workspace}/Workers',
	paging: pages('workers', 1000),
	find: (name) => ({ TargetWorkersExpression: nameIs(name) }),
	search: (text) => ({ TargetWorkersExpression: nameContains(text) }),
	id: 'sid',
	label: 'friendly_name',
	called: calledOf,
	remark: 'activity_name',
};

export const activities: Lookup = {
	method: 'searchActivities',
	singular: 'activity',
	plural: 'activities',
	path: '/v1/Workspaces/{workspace}/Activities',
	paging: pages('activities', 1000),
	find: byFriendlyName,
	id: 'sid',
	label: 'friendly_name',
	remark: 'available',
	remarks: { true: 'gets tasks', false: 'gets no tasks' },
};

export const channels: Lookup = {
	method: 'searchChannels',
	singular: 'channel',
	plural: 'channels',
	path: '/v1/Workspaces/{workspace}/Workers/{worker}/Channels',
	paging: pages('channels', 1000),
	id: 'sid',
	label: 'task_channel_unique_name',
};

export const reservations: Lookup = {
	method: 'searchReservations',
	singular: 'reservation',
	plural: 'reservations',
	path: '/v1/Workspaces/{workspace}/Workers/{worker}/Reservations',
	paging: pages('reservations', 1000),
	id: 'sid',
	label: 'reservation_status',
	remark: 'date_created',
};
