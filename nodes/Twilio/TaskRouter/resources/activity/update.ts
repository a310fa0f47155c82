import { onlyDifferences } from '../../../../shared/operation/run/readModifyWrite';
import { snakeCase } from '../../../records';
import { onlyIfChanged, simplify } from '../../../../shared/operation/fields';
import type { Operation } from '../../../../shared/operation/operation';
import { atMost } from '../../../../shared/operation/rule';
import { activityLocator, workspaceLocator } from '../locators';
import { simpleActivity } from '../../simple';

export const update: Operation = {
	kind: 'edit',
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update an activity',
		description: 'Rename an activity. Whether it is available cannot be changed.',
	},
	request: { method: 'POST', path: '/v1/Workspaces/{workspace}/Activities/{activity}', idempotent: true },
	simple: simpleActivity,
	subject: 'activity',
	fields: [
		workspaceLocator,
		activityLocator,
		{
			displayName: 'Friendly Name',
			name: 'friendlyName',
			type: 'string',
			default: '',
			required: true,
			description: 'The new name of the activity, at most 64 characters long',
			rule: atMost(64),
			routing: { send: { type: 'body', property: 'FriendlyName' } },
		},
		onlyIfChanged,
		simplify,
	],
	edit: onlyDifferences({ keyOf: snakeCase }),
};
