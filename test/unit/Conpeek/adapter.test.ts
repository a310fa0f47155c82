import { adapter } from '../../../nodes/Conpeek/adapter';
import type { Native, StateOption } from '../../../nodes/shared/state/adapter';
import { formText } from '../../support/formText';

const { writing } = adapter;
const online: StateOption = { key: 'ONLINE', label: 'Online', fields: { work_state: 'ONLINE' } };
const coffee: StateOption = {
	key: 'COFFEE',
	label: 'Coffee Break',
	fields: { work_state: 'ONBREAK', break_type: 'COFFEE' },
};

it('the form says what Conpeek has', () => {
	expect(adapter).toMatchObject({
		id: 'conpeek',
		noun: 'Work State',
		stateModifiers: ['onlineModeId'],
		notice: 'Conpeek offers no way to read states, so this node remembers what it set. For a break, give its name in Conpeek as the reason.',
	});
	expect(formText([...adapter.scopeFields, adapter.native])).toEqual([
		"Online Mode ID (onlineModeId, number) = 0 {\"minValue\":0}: The availability mode for being online. With 0 Conpeek takes the first mode that it finds, which may not be the one you want. Conpeek's own API call 'Read Online Mode' lists the numbers.",
		'Work State (native, options) = "COFFEE": The work state that stands for this state',
		'  Business Break = "BUSINESS": On a break for other work, such as training',
		'  Coffee Break = "COFFEE": On a break to rest',
		'  Offline = "OFFLINE": Gets no work',
		'  Online = "ONLINE": Gets work',
	]);
	expect(adapter.nativeFields({})).toEqual(['work_state', 'break_type', 'break_cause', 'online_mode_id']);
});

describe('what is sent for a state', () => {
	it.each([
		['online', online, '', {}, { label: 'Online', fields: { work_state: 'ONLINE' } }],
		['online with a reason', online, 'Lunch', {}, { label: 'Online', fields: { work_state: 'ONLINE' } }],
		[
			'online in the first mode',
			online,
			'',
			{ onlineModeId: 0 },
			{ label: 'Online', fields: { work_state: 'ONLINE' } },
		],
		[
			'online in another mode',
			online,
			'',
			{ onlineModeId: 7 },
			{ label: 'Online (mode 7)', fields: { work_state: 'ONLINE', online_mode_id: 7 } },
		],
		[
			'a break, whatever the mode',
			coffee,
			'Lunch',
			{ onlineModeId: 7 },
			{
				label: 'Coffee Break: Lunch',
				fields: { work_state: 'ONBREAK', break_type: 'COFFEE', break_cause: 'Lunch' },
			},
		],
		[
			'a break without its name',
			coffee,
			'',
			{},
			{ problem: "a break needs a 'Reason': the name of the break as it is set up in Conpeek" },
		],
	])('is right: %s', (_what, option, cause, values, target) => {
		expect(writing.target?.(option, { cause, note: 'n' }, values)).toEqual(target);
	});

	it.each([
		[online, 'back soon', { work_state: 'ONLINE' }],
		[coffee, '', { work_state: 'ONBREAK', break_type: 'COFFEE' }],
		[coffee, 'back soon', { work_state: 'ONBREAK', break_type: 'COFFEE', break_note: 'back soon' }],
	])('%j with the note "%s" is %j', (native, note, body) => {
		expect(writing.body(native, { cause: 'Lunch', note })).toEqual(body);
	});

	it('goes to the work state of the user', () => {
		expect(writing.request).toEqual({
			method: 'PUT',
			path: '/tenant_user/{agent}/work_state',
			idempotent: true,
		});
		expect(writing.keepsNote).toBe(true);
		expect(adapter.reading).toBeUndefined();
	});
});

describe('what an answer tells', () => {
	const lunch: Native = {
		label: 'Coffee Break: Lunch',
		fields: { work_state: 'ONBREAK', break_type: 'COFFEE', break_cause: 'Lunch' },
	};
	const told = (body: unknown, values = { agent: 'anna' }) =>
		writing.observe({ status: 200, headers: {}, body }, lunch, values);
	const anna = { id: 'anna', name: 'anna', since: null };

	it.each<[string, unknown, Native]>([
		['all of it', { data: { work_state: 'ONBREAK', break_type: 'COFFEE', break_cause: 'Lunch' } }, lunch],
		['the state alone', { data: { work_state: 'ONBREAK' } }, lunch],
		['a mode that is no text', { data: { work_state: 'ONBREAK', break_type: 5 } }, lunch],
		['another state', { data: { work_state: 'ONLINE' } }, { label: 'ONLINE', fields: { work_state: 'ONLINE' } }],
		[
			'another break',
			{ data: { work_state: 'ONBREAK', break_cause: 'Tea' } },
			{ label: 'ONBREAK: Tea', fields: { work_state: 'ONBREAK', break_cause: 'Tea' } },
		],
		[
			'another kind of break',
			{ data: { work_state: 'ONBREAK', break_type: 'BUSINESS' } },
			{ label: 'ONBREAK', fields: { work_state: 'ONBREAK' } },
		],
	])('is the state: %s', (_what, body, native) => expect(told(body)).toEqual({ ...anna, native }));

	it.each([undefined, 'text', {}, { data: [] }, { data: { work_state: 5 } }, { work_state: 'ONBREAK' }])(
		'is nothing: %j',
		(body) => expect(told(body)).toBeUndefined(),
	);

	it('has no agent where none was named', () => {
		const answer = { status: 200, headers: {}, body: { data: { work_state: 'ONBREAK' } } };
		expect(writing.observe(answer, lunch, {})).toMatchObject({ id: '', name: '' });
	});
});
