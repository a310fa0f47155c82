import { fromModel } from '../../../shared/n8n/toolForm';
import type { Field } from '../../../shared/operation/operation';
import { bySid, byName, fromList } from '../../twilio';
import { activities, channels, reservations, workers, workspaces } from './lookups';

export const workspaceLocator: Field = {
	displayName: 'Workspace',
	name: 'workspace',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The TaskRouter workspace',
	modes: [fromList(workspaces), byName('Support'), bySid('WS', 'a workspace SID')],
	lookup: workspaces,
};

export const workerLocator: Field = {
	displayName: 'Worker',
	name: 'worker',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The agent',
	modes: [
		fromList(workers),
		{
			...byName('Anna Kowalska'),
			hint: 'Enter the full name, the email or the login, as Flex shows them. It is not case-sensitive, and accents may be left out.',
		},
		bySid('WK', 'a worker SID'),
	],
	lookup: workers,
	inTool: {
		default: {
			mode: 'name',
			value: fromModel('Agent', 'The full name of the agent, the email or the login. A worker SID is fine, too.'),
		},
	},
};

export const activityLocator: Field = {
	displayName: 'Activity',
	name: 'activity',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'What the agent is doing, such as Available, Break or Offline',
	modes: [fromList(activities), byName('Break'), bySid('WA', 'an activity SID')],
	lookup: activities,
	inTool: {
		default: {
			mode: 'name',
			value: fromModel(
				'Activity',
				'The name of the activity, as TaskRouter has it, such as Available, Break or Offline',
			),
		},
	},
};

export const channelLocator: Field = {
	displayName: 'Channel',
	name: 'channel',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The kind of task that the worker handles, such as voice or chat',
	modes: [fromList(channels), byName('voice'), bySid('WC', 'a worker channel SID')],
	lookup: channels,
	inTool: {
		default: { mode: 'name', value: fromModel('Channel', 'The unique name of the channel, such as voice or chat') },
	},
};

export const reservationLocator: Field = {
	displayName: 'Reservation',
	name: 'reservation',
	type: 'resourceLocator',
	default: { mode: 'list', value: '' },
	required: true,
	description: 'The task that was offered or assigned to the worker',
	modes: [fromList(reservations), bySid('WR', 'a reservation SID')],
	lookup: reservations,
	inTool: {
		default: {
			mode: 'id',
			value: fromModel('Reservation', 'The SID of the reservation: WR and 32 digits and letters'),
		},
	},
};
