import { adapters } from '../../../nodes/AgentState/adapters';

const found = (id: string) => {
	const adapter = adapters.find((one) => one.id === id);
	if (!adapter) throw new Error(`There is no adapter ${id}`);
	const states = adapter.stateOptions({});
	if (states.kind !== 'fixed') throw new Error(`The states of ${id} are listed by the service`);
	return { adapter, states };
};

describe('a state that is always there, as the service takes it', () => {
	it.each([
		['conpeek', 'ONLINE', 'Online', { work_state: 'ONLINE' }, true],
		['conpeek', 'OFFLINE', 'Offline', { work_state: 'OFFLINE' }, false],
		['conpeek', 'BUSINESS', 'Business Break', { work_state: 'ONBREAK', break_type: 'BUSINESS' }, false],
		['conpeek', 'COFFEE', 'Coffee Break', { work_state: 'ONBREAK', break_type: 'COFFEE' }, false],
		['voipNow', '0', 'Logged Out', { status: '0' }, false],
		['voipNow', '1', 'Online', { status: '1' }, true],
		['voipNow', '2', 'Paused', { status: '2' }, false],
		['twilioFrontline', 'true', 'Available', { IsAvailable: true }, true],
		['twilioFrontline', 'false', 'Not Available', { IsAvailable: false }, false],
	])('%s: %s', (id, key, label, fields, takesWork) => {
		const { adapter, states } = found(id);
		expect(states.options.find((one) => one.key === key)).toEqual({ key, label, fields, takesWork });
		expect(adapter.nativeFields({})).toEqual(expect.arrayContaining(Object.keys(fields)));
		expect(adapter.native.options).toContainEqual(expect.objectContaining({ name: label, value: key }));
	});

	it.each([
		['conpeek', 4, { available: 'ONLINE', busy: 'BUSINESS', break: 'COFFEE', offline: 'OFFLINE' }],
		['voipNow', 3, { available: '1', busy: '2', break: '2', offline: '0' }],
		['twilioFrontline', 2, { available: 'true', busy: 'false', break: 'false', offline: 'false' }],
	])('%s has %d, and the four states mean', (id, count, usual) => {
		const { adapter, states } = found(id);
		expect(states.options).toHaveLength(count);
		expect(adapter.native.options).toHaveLength(count);
		expect(states.usual).toEqual(usual);
	});
});

it.each(adapters.map((adapter) => ({ id: adapter.id, adapter })))(
	'setting a state a second time does no harm at $id',
	({ adapter }) => expect(adapter.writing.request.idempotent).toBe(true),
);

it('the keys of a Twilio credential are secrets', () => {
	const secrets = ['authToken', 'apiKeySecret', 'oAuthClientSecret', 'accessToken'];
	expect(adapters.find(({ id }) => id === 'twilioTaskRouter')?.vendor.secrets).toEqual(secrets);
});
