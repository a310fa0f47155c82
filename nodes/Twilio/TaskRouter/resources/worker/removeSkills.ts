import { simplify } from '../../../../shared/operation/fields';
import type { Operation } from '../../../../shared/operation/operation';
import { workerLocator, workspaceLocator } from '../locators';
import { changeSkills, skillNames, skillsAttribute } from './skills';
import { simpleWorker } from '../../simple';

export const removeSkills: Operation = {
	kind: 'edit',
	option: {
		name: 'Remove Skills',
		value: 'removeSkills',
		action: 'Remove skills from a worker',
		description: 'Remove skills from an agent and keep everything else',
	},
	request: { method: 'POST', path: '/v1/Workspaces/{workspace}/Workers/{worker}', idempotent: true },
	simple: simpleWorker,
	subject: 'worker',
	fields: [workspaceLocator, workerLocator, skillNames, skillsAttribute, simplify],
	edit: { change: (worker, values) => changeSkills(worker, values, 'remove') },
};
