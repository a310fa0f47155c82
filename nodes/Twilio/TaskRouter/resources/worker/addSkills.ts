import { simplify } from '../../../../shared/operation/fields';
import type { Operation } from '../../../../shared/operation/operation';
import { hyphenWarning } from '../../../attributes';
import { workerLocator, workspaceLocator } from '../locators';
import { changeSkills, level, skillNames, skillsAttribute } from './skills';
import { simpleWorker } from '../../simple';

export const addSkills: Operation = {
	kind: 'edit',
	option: {
		name: 'Add Skills',
		value: 'addSkills',
		action: 'Add skills to a worker',
		description: 'Add skills to an agent and keep everything else',
	},
	request: { method: 'POST', path: '/v1/Workspaces/{workspace}/Workers/{worker}', idempotent: true },
	simple: simpleWorker,
	subject: 'worker',
	fields: [
		workspaceLocator,
		workerLocator,
		skillNames,
		skillsAttribute,
		simplify,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [level],
		},
	],
	edit: { change: (worker, values) => changeSkills(worker, values, 'add') },
	warning: ({ skills }) => hyphenWarning(skills),
};
