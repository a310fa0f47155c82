import { simplify } from '../../../../shared/operation/fields';
import type { Field, Operation } from '../../../../shared/operation/operation';
import {
	attributesToMerge,
	changeAttributes,
	listRule,
	mergedAttributes as merge,
	type ListRule,
} from '../../../attributes';
import { serviceLocator, serviceScope, userLocator, userPath } from '../locators';
import { availabilityNotice, webhookField, withinLimit } from './fields';
import { simpleUser } from '../../simple';

const webhooks: Field = {
	displayName: 'Additional Fields',
	name: 'additionalFields',
	type: 'collection',
	placeholder: 'Add Field',
	default: {},
	options: [webhookField],
};

export const mergeAttributes: Operation = {
	kind: 'edit',
	option: {
		name: 'Merge Attributes',
		value: 'mergeAttributes',
		action: 'Merge attributes of a user',
		description: 'Change some attributes of a user and keep the others',
	},
	request: { method: 'POST', path: userPath, idempotent: true },
	simple: simpleUser,
	subject: 'user',
	fields: [
		availabilityNotice,
		serviceScope,
		serviceLocator,
		userLocator,
		attributesToMerge,
		listRule,
		simplify,
		webhooks,
	],
	edit: {
		// A SID and an identity lead to the same user.
		id: 'sid',
		change: (user, values) =>
			withinLimit(
				changeAttributes(user, (attributes) =>
					merge(attributes, JSON.parse(String(values.attributes)), values.listRule as ListRule),
				),
			),
	},
};
