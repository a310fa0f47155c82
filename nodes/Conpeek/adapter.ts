import { isRecord } from '../shared/values/record';
import type { Field } from '../shared/operation/operation';
import type { Adapter, StateOption } from '../shared/state/adapter';
import { ONLINE_MODES, userField } from './resources/user/fields';
import { vendor } from './vendor';

const onlineModeId: Field = {
	displayName: 'Online Mode ID',
	name: 'onlineModeId',
	type: 'number',
	typeOptions: { minValue: 0 },
	default: 0,
	description: `The availability mode for being online. With 0 Conpeek takes the first mode that it finds, which may not be the one you want. ${ONLINE_MODES}`,
};

const workStates: StateOption[] = [
	{ key: 'ONLINE', label: 'Online', fields: { work_state: 'ONLINE' }, takesWork: true },
	{ key: 'OFFLINE', label: 'Offline', fields: { work_state: 'OFFLINE' }, takesWork: false },
	{
		key: 'BUSINESS',
		label: 'Business Break',
		fields: { work_state: 'ONBREAK', break_type: 'BUSINESS' },
		takesWork: false,
	},
	{ key: 'COFFEE', label: 'Coffee Break', fields: { work_state: 'ONBREAK', break_type: 'COFFEE' }, takesWork: false },
];

/** Conpeek documents no way to read a state, so only what this node set last is known. */
export const adapter: Adapter = {
	id: 'conpeek',
	vendor,
	noun: 'Work State',
	scopeFields: [onlineModeId],
	stateModifiers: [onlineModeId.name],
	agent: userField,
	nativeFields: () => ['work_state', 'break_type', 'break_cause', 'online_mode_id'],
	native: {
		displayName: 'Work State',
		name: 'native',
		type: 'options',
		options: [
			{ name: 'Business Break', value: 'BUSINESS', description: 'On a break for other work, such as training' },
			{ name: 'Coffee Break', value: 'COFFEE', description: 'On a break to rest' },
			{ name: 'Offline', value: 'OFFLINE', description: 'Gets no work' },
			{ name: 'Online', value: 'ONLINE', description: 'Gets work' },
		],
		default: 'COFFEE',
		description: 'The work state that stands for this state',
	},
	stateOptions: () => ({
		kind: 'fixed',
		options: workStates,
		usual: { available: 'ONLINE', busy: 'BUSINESS', break: 'COFFEE', offline: 'OFFLINE' },
	}),
	notice: 'Conpeek offers no way to read states, so this node remembers what it set. For a break, give its name in Conpeek as the reason.',
	writing: {
		request: { method: 'PUT', path: '/tenant_user/{agent}/work_state', idempotent: true },
		target({ label, fields }, { cause }, { onlineModeId: mode }) {
			if (fields.work_state === 'ONLINE' && mode) {
				return { label: `${label} (mode ${mode})`, fields: { ...fields, online_mode_id: mode } };
			}
			if (fields.work_state !== 'ONBREAK') return { label, fields };
			if (cause === '')
				return { problem: "a break needs a 'Reason': the name of the break as it is set up in Conpeek" };
			return { label: `${label}: ${cause}`, fields: { ...fields, break_cause: cause } };
		},
		keepsNote: true,
		body: ({ fields }, { note }) => ({
			...fields,
			...(fields.work_state === 'ONBREAK' && note !== '' && { break_note: note }),
		}),
		observe({ body }, native, { agent }) {
			const data = isRecord(body) && isRecord(body.data) ? body.data : {};
			const told = data.work_state;
			if (typeof told !== 'string') return undefined;
			// The answer has no mode and may leave out the break: only a field that is there and differs counts.
			const isAsked = Object.entries(native.fields).every(
				([field, value]) => typeof data[field] !== 'string' || data[field] === value,
			);
			const cause = typeof data.break_cause === 'string' ? data.break_cause : '';
			const shown = isAsked
				? native
				: {
						label: cause === '' ? told : `${told}: ${cause}`,
						fields: { work_state: told, ...(cause !== '' && { break_cause: cause }) },
					};
			return { id: `${agent ?? ''}`, name: `${agent ?? ''}`, native: shown, since: null };
		},
	},
};
