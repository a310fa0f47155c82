import { onlyDifferences } from '../../../../shared/operation/run/readModifyWrite';
import { snakeCase } from '../../../records';
import { onlyIfChanged, simplify } from '../../../../shared/operation/fields';
import type { Operation } from '../../../../shared/operation/operation';
import { workerLocator, workspaceLocator } from '../locators';
import { activityField, rejectPendingField } from './fields';
import { dependentFields, pendingExplanation, rejectionPrecheck } from './rejectionPrecheck';
import { simpleWorkerChange } from '../../simple';

export const setActivity: Operation = {
	kind: 'edit',
	option: {
		name: 'Set Activity',
		value: 'setActivity',
		action: 'Set the activity of a worker',
		description: 'Change what an agent is doing, such as Available, Break or Offline',
	},
	request: { method: 'POST', path: '/v1/Workspaces/{workspace}/Workers/{worker}', idempotent: true },
	simple: simpleWorkerChange,
	subject: 'worker',
	fields: [workspaceLocator, workerLocator, activityField, rejectPendingField, onlyIfChanged, simplify],
	prechecks: [rejectionPrecheck],
	explanation: pendingExplanation,
	edit: onlyDifferences({ keyOf: snakeCase, dependentFields }),
};
