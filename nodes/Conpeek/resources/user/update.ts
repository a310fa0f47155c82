import type { IDataObject } from 'n8n-workflow';
import type { VendorResponse } from '../../../shared/http/response';
import { isRecord } from '../../../shared/values/record';
import { simplify } from '../../../shared/operation/fields';
import { fromModel } from '../../../shared/n8n/toolForm';
import type { Operation, Values } from '../../../shared/operation/operation';
import { problem, value, type Result } from '../../../shared/values/result';
import { filled } from '../../../shared/operation/rule';
import { simpleRecord } from '../../../shared/operation/simplify';
import { ONLINE_MODES, userField } from './fields';

export const update: Operation = {
	kind: 'send',
	option: {
		name: 'Update Work State',
		value: 'update',
		action: 'Update the work state of a user',
		description: 'Set a user online, offline or on a break',
	},
	request: { method: 'PUT', path: '/tenant_user/{user}/work_state', idempotent: true },
	simple: simpleRecord('user', 'work_state', 'break_type', 'break_cause', 'break_note', 'id'),
	subject: 'user',
	fields: [
		userField,
		{
			displayName: 'Work State',
			name: 'workState',
			type: 'options',
			options: [
				{ name: 'Offline', value: 'OFFLINE', description: 'The user gets no work' },
				{
					name: 'On Break',
					value: 'ONBREAK',
					description: 'The user is on one of the breaks set up in Conpeek',
				},
				{ name: 'Online', value: 'ONLINE', description: 'The user gets work' },
			],
			default: 'ONLINE',
			required: true,
			description: 'The new work state. Work schedules in Conpeek may change it again.',
			routing: { send: { type: 'body', property: 'work_state' } },
			inTool: { default: fromModel('Work_State', 'ONLINE (gets work), ONBREAK or OFFLINE') },
		},
		{
			displayName: 'Break Type',
			name: 'breakType',
			type: 'options',
			options: [
				{ name: 'Business', value: 'BUSINESS', description: 'Other work, such as training' },
				{ name: 'Coffee', value: 'COFFEE', description: 'A rest' },
			],
			default: 'COFFEE',
			displayOptions: { show: { workState: ['ONBREAK'] } },
			description: 'The kind of break',
			routing: { send: { type: 'body', property: 'break_type' } },
		},
		{
			displayName: 'Break Cause',
			name: 'breakCause',
			type: 'string',
			default: '',
			displayOptions: { show: { workState: ['ONBREAK'] } },
			placeholder: 'e.g. Training',
			description:
				'The name of the break, exactly as it is set up in Conpeek. It must be assigned to a group that the user belongs to.',
			// Not `required`: n8n would ask for it in every state as soon as 'Work State' is an expression.
			rule: filled,
			routing: { send: { type: 'body', property: 'break_cause' } },
		},
		simplify,
		{
			displayName: 'Additional Fields',
			name: 'additionalFields',
			type: 'collection',
			placeholder: 'Add Field',
			default: {},
			displayOptions: { show: { workState: ['ONBREAK', 'ONLINE'] } },
			options: [
				{
					displayName: 'Break Note',
					name: 'breakNote',
					type: 'string',
					default: '',
					displayOptions: { show: { '/workState': ['ONBREAK'] } },
					description:
						"A note about the break. Conpeek's documentation marks it like the type and the cause of a break: add a note if Conpeek refuses a break without one.",
					routing: { send: { type: 'body', property: 'break_note' } },
				},
				{
					displayName: 'Online Mode ID',
					name: 'onlineModeId',
					type: 'number',
					typeOptions: { minValue: 1 },
					default: 1,
					displayOptions: { show: { '/workState': ['ONLINE'] } },
					description: `The availability mode for being online. Without it Conpeek takes the first mode that it finds, which may not be the one you want. ${ONLINE_MODES}`,
					routing: { send: { type: 'body', property: 'online_mode_id' } },
				},
			],
		},
	],
	read,
};

/**
 * Puts out Conpeek's answer and whether it confirms the state. The answer is an object inside another and does not name
 * the user: simplified it is flat, and has the user as the item does.
 */
function read({ body, status }: VendorResponse, { user, workState, simplify: isFlat }: Values): Result<IDataObject[]> {
	if (body !== undefined && !isRecord(body)) {
		return problem(`Conpeek answered with status ${status} but with a web page instead of data`);
	}
	const told = isRecord(body?.data) ? body.data.work_state : undefined;
	const note =
		typeof told === 'string'
			? `Conpeek accepted the change and answered with ${told} instead of ${String(workState)}`
			: `Conpeek accepted the change and answered without a state (HTTP status ${status})`;
	const confirmation = told === workState ? { confirmed: true } : { confirmed: false, note };
	const shown = isFlat === true ? { user, ...(isRecord(body?.data) && body.data) } : body;
	return value([{ ...(shown as IDataObject | undefined), ...confirmation }]);
}
