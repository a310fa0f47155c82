import { onlyDifferences } from '../../../../shared/operation/run/readModifyWrite';
import { snakeCase } from '../../../records';
import { onlyIfChanged, optional, simplify } from '../../../../shared/operation/fields';
import type { Operation } from '../../../../shared/operation/operation';
import { sid } from '../../../twilio';
import { workerLocator, workspaceLocator } from '../locators';
import { activityField, attributesField, friendlyNameField, ifMatchField, rejectPendingField } from './fields';
import { flexAttributesPrecheck } from './flexAttributes';
import { dependentFields, pendingExplanation, rejectionPrecheck } from './rejectionPrecheck';
import { simpleWorkerChange } from '../../simple';

export const update: Operation = {
	kind: 'edit',
	option: {
		name: 'Update',
		value: 'update',
		action: 'Update a worker',
		description: "Change a worker's activity, attributes or name",
	},
	request: { method: 'POST', path: '/v1/Workspaces/{workspace}/Workers/{worker}', idempotent: true },
	simple: simpleWorkerChange,
	subject: 'worker',
	fields: [
		workspaceLocator,
		workerLocator,
		{
			displayName: 'Update Fields',
			name: 'updateFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			options: [
				optional(activityField),
				attributesField,
				{
					displayName: 'Concurrency',
					name: 'concurrency',
					type: 'number',
					typeOptions: { minValue: 0 },
					default: 1,
					description:
						"Probably how many tasks the worker handles at once. Undocumented: only an example on Twilio's page shows it, and Twilio may ignore it.",
					routing: { send: { type: 'body', property: 'Concurrency' } },
				},
				friendlyNameField,
				ifMatchField,
				{
					displayName: 'Operating Unit SID',
					name: 'operatingUnitSid',
					type: 'string',
					default: '',
					placeholder: 'e.g. OU0123456789abcdef0123456789abcdef',
					description: "Undocumented: only an example on Twilio's page shows it, and Twilio may ignore it",
					rule: sid('OU', 'an operating unit SID'),
					routing: { send: { type: 'body', property: 'OperatingUnitSid' } },
				},
				rejectPendingField,
			],
		},
		onlyIfChanged,
		simplify,
	],
	prechecks: [rejectionPrecheck, flexAttributesPrecheck],
	explanation: pendingExplanation,
	edit: onlyDifferences({
		dependentFields,
		keyOf: (field) => (field === 'Concurrency' ? 'configured_concurrency' : snakeCase(field)),
	}),
};
