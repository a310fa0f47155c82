import type { Operation } from '../../../../shared/operation/operation';
import { deleted } from '../../../twilio';
import { activityLocator, workspaceLocator } from '../locators';

export const del: Operation = {
	kind: 'send',
	option: {
		name: 'Delete',
		value: 'delete',
		action: 'Delete an activity',
		description: 'Permanently delete an activity from the workspace',
	},
	request: { method: 'DELETE', path: '/v1/Workspaces/{workspace}/Activities/{activity}', idempotent: false },
	subject: 'activity',
	fields: [workspaceLocator, activityLocator],
	read: deleted,
};
