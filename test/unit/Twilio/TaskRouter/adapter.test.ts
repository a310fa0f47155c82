import { adapter, toOption } from '../../../../nodes/Twilio/TaskRouter/adapter';
import { history } from '../../../../nodes/Twilio/TaskRouter/history';
import { mayBePending, pendingAdvice } from '../../../../nodes/Twilio/TaskRouter/pending';
import { activityIn, calledOf } from '../../../../nodes/Twilio/TaskRouter/worker';
import { workload } from '../../../../nodes/Twilio/TaskRouter/workload';
import { plainFailure } from '../../../../nodes/shared/http/failure';
import { formText } from '../../../support/formText';

const { reading, writing } = adapter;
const sid = (prefix: string) => prefix + '0aF'.repeat(10) + '12';

it('the form says what TaskRouter has', () => {
	expect(adapter).toMatchObject({ id: 'twilioTaskRouter', noun: 'Activity' });
	expect(adapter.notice).toBeUndefined();
	expect(adapter.scopeFields.map(({ name }) => name)).toEqual(['workspace']);
	expect(formText([adapter.native])).toEqual([
		'Activity (native, resourceLocator) = {"mode":"list","value":""}: The activity that stands for this state',
	]);
	expect(adapter.nativeFields({})).toEqual(['ActivitySid']);
});

it('a scope is the workspace', () => {
	expect(adapter.scopeColumn?.of({ workspace: 'WS1' })).toBe('WS1');
	expect(adapter.scopeColumn?.of({})).toBe('');
	expect(adapter.scopeColumn?.parameters(sid('WS'))).toEqual({
		workspace: { __rl: true, mode: 'id', value: sid('WS') },
	});
	expect(adapter.scopeColumn?.parameters(null)).toEqual({ workspace: { __rl: true, mode: 'name', value: '' } });
});

it('is read and written at the address of the worker', () => {
	const path = '/v1/Workspaces/{workspace}/Workers/{agent}';
	expect(reading).toMatchObject({ one: path, tellsSince: true });
	expect(reading?.list?.method).toBe('searchWorkers');
	expect(writing).toMatchObject({
		request: { method: 'POST', path, idempotent: true },
		rejectPending: { RejectPendingReservations: true },
	});
	const native = { label: 'Break', fields: { ActivitySid: 'WA1' } };
	expect(writing.body(native, { cause: 'Lunch', note: '' })).toEqual({ ActivitySid: 'WA1' });
});

it.each([
	[sid('WK'), true],
	[` ${sid('WK')}`, false],
	[`${sid('WK')}0`, false],
	[sid('WS'), false],
	[`WK${'g'.repeat(32)}`, false],
	['Anna', false],
])('%s is an ID: %s', (text, isId) => expect(reading?.isId(text)).toBe(isId));

it('the activities of the workspace are the states', () => {
	const states = adapter.stateOptions({});
	expect(states).toMatchObject({ kind: 'listed', lookup: { method: 'searchActivities' } });
	const lunch = { key: 'WA1', label: 'Lunch', fields: { ActivitySid: 'WA1' } };
	expect(toOption({ sid: 'WA1', friendly_name: 'Lunch', available: false })).toEqual({ ...lunch, takesWork: false });
	expect(toOption({ sid: 'WA1', friendly_name: 'Lunch', available: 'false' })).toEqual(lunch);
	expect(toOption({})).toEqual({ key: '', label: '', fields: { ActivitySid: '' } });
});

describe('the state of a worker', () => {
	it.each<[string, Record<string, unknown>, unknown]>([
		[
			'with all that is told',
			{
				sid: 'WK1',
				friendly_name: 'anna',
				activity_sid: 'WA1',
				activity_name: 'Lunch',
				date_status_changed: '2026-03-01T10:00:00Z',
			},
			{
				id: 'WK1',
				name: 'anna',
				names: ['anna'],
				native: { label: 'Lunch', fields: { ActivitySid: 'WA1' } },
				since: '2026-03-01T10:00:00Z',
			},
		],
		[
			'without names',
			{ sid: 'WK1', activity_sid: 'WA1' },
			{
				id: 'WK1',
				name: 'WK1',
				names: [],
				native: { label: 'WA1', fields: { ActivitySid: 'WA1' } },
				since: null,
			},
		],
		[
			'without an activity',
			{ sid: 'WK1', activity_sid: '' },
			{ id: 'WK1', name: 'WK1', names: [], native: null, since: null },
		],
		[
			'with a damaged one',
			{ sid: 'WK1', activity_sid: 5 },
			{ id: 'WK1', name: 'WK1', names: [], native: null, since: null },
		],
		['without an SID', { activity_sid: 'WA1' }, undefined],
	])('%s', (_what, worker, observed) => {
		expect(reading?.observe(worker, {})).toEqual(observed);
		expect(writing.observe({ status: 200, headers: {}, body: worker }, { label: '', fields: {} }, {})).toEqual(
			observed,
		);
	});

	it('is not told by a text', () => {
		expect(writing.observe({ status: 200, headers: {}, body: 'x' }, { label: '', fields: {} }, {})).toBeUndefined();
	});
});

describe('what people call a worker', () => {
	it.each<[Record<string, unknown>, string, string[]]>([
		[{ friendly_name: 'jdoe' }, 'jdoe', ['jdoe']],
		[
			{ friendly_name: 'jdoe', attributes: '{"full_name":" Jane Doe ","email":" jd@example.com "}' },
			'Jane Doe (jdoe)',
			['Jane Doe (jdoe)', 'jdoe', 'Jane Doe', 'jd@example.com'],
		],
		[{ friendly_name: 'jane doe', attributes: '{"full_name":"Jane Doe"}' }, 'Jane Doe', ['Jane Doe', 'jane doe']],
		[{ attributes: '{"full_name":"Jane Doe"}' }, 'Jane Doe', ['Jane Doe']],
		[{ friendly_name: 'jdoe', attributes: '{"full_name":" "}' }, 'jdoe', ['jdoe']],
		[{ friendly_name: 'jdoe', attributes: '{"full_name":5,"email":5}' }, 'jdoe', ['jdoe']],
		[{ friendly_name: 'jdoe', attributes: 'damaged' }, 'jdoe', ['jdoe']],
		[{}, '', []],
	])('%j: %s', (worker, label, names) => expect(calledOf(worker)).toEqual({ label, names }));

	it.each([
		['WA1', 'Lunch', { label: 'Lunch', fields: { ActivitySid: 'WA1' } }],
		['WA1', undefined, { label: 'WA1', fields: { ActivitySid: 'WA1' } }],
		['', 'Lunch', undefined],
		[5, 'Lunch', undefined],
	])('an event with the activity %j, %j tells %j', (activity, name, native) => {
		expect(activityIn(activity, name)).toEqual(native);
	});
});

describe('pending reservations', () => {
	it.each([
		['20001', true],
		['20409', true],
		['20404', false],
		[undefined, false],
	])('may be why a change was refused with the code %s: %s', (vendorCode, may) => {
		expect(mayBePending({ vendorCode })).toBe(may);
	});

	const advice =
		"A worker with pending reservations can move to an activity that is not available only if they are rejected in the same step: switch on 'Reject Pending Work' if this worker has any.";

	it('are told of with the way out', () => {
		expect(pendingAdvice('Reject Pending Work')).toBe(advice);
		expect(writing.adviceIfPending?.({ ...plainFailure('No'), vendorCode: '20001' })).toBe(advice);
		expect(writing.adviceIfPending?.(plainFailure('No'))).toBeUndefined();
	});
});

describe('the history of a workspace', () => {
	const from = Date.parse('2026-03-01T10:00:00.400Z');
	const until = Date.parse('2026-03-01T11:00:00.001Z');

	it('is asked for in whole seconds, both included', () => {
		const asked = {
			StartDate: '2026-03-01T10:00:00Z',
			EndDate: '2026-03-01T11:00:01Z',
			EventType: 'worker.activity.update',
		};
		expect(history.query({ from, until })).toStrictEqual(asked);
		expect(history.query({ from, until }, 'WK1')).toEqual({ ...asked, WorkerSid: 'WK1' });
		expect(history).toMatchObject({
			keptDays: 30,
			path: '/v1/Workspaces/{workspace}/Events',
			paging: { pageSize: 1000 },
		});
		expect(history.paging.entriesIn({ status: 200, headers: {}, body: { events: [1] } })).toEqual([1]);
	});

	const data = {
		worker_sid: 'WK1',
		worker_activity_sid: 'WA1',
		worker_activity_name: 'Lunch',
		worker_previous_activity_sid: 'WA2',
		worker_previous_activity_name: 'Available',
		worker_time_in_previous_activity_ms: '5000',
	};
	const event = (more: object = {}, inData: object = {}) => ({
		event_type: 'worker.activity.update',
		event_date_ms: 123,
		event_data: { ...data, ...inData },
		...more,
	});
	const change = {
		agent: 'WK1',
		at: 123,
		native: { label: 'Lunch', fields: { ActivitySid: 'WA1' } },
		before: { label: 'Available', fields: { ActivitySid: 'WA2' } },
		lasted: 5000,
	};

	it.each([
		['all', event(), change],
		['no state before', event({}, { worker_previous_activity_sid: null }), { ...change, before: undefined }],
		['no time', event({}, { worker_time_in_previous_activity_ms: null }), { ...change, lasted: undefined }],
		[
			'no length of time',
			event({}, { worker_time_in_previous_activity_ms: '0' }),
			{ ...change, lasted: undefined },
		],
		['a number', event({}, { worker_time_in_previous_activity_ms: 7 }), { ...change, lasted: 7 }],
		['another event', event({ event_type: 'worker.created' }), undefined],
		['no moment', event({ event_date_ms: '123' }), undefined],
		['no data', event({ event_data: 'x' }), undefined],
		['no worker', event({}, { worker_sid: 5 }), undefined],
		['no activity', event({}, { worker_activity_sid: '' }), undefined],
	])('tells of a change with %s', (_what, entry, told) => expect(history.changeIn(entry)).toEqual(told));
});

it('work is looked for task by task', () => {
	expect(workload.all.map(({ path, paging }) => [path, paging.pageSize])).toEqual(
		Array(4).fill(['/v1/Workspaces/{workspace}/Tasks', 1000]),
	);
	expect(workload.all[0]?.paging.entriesIn({ status: 200, headers: {}, body: { tasks: [1] } })).toEqual([1]);
	expect(workload.behind?.path).toBe('/v1/Workspaces/{workspace}/Tasks/{work}/Reservations');
	expect(workload.behind?.paging.entriesIn({ status: 200, headers: {}, body: { reservations: [1] } })).toEqual([1]);
	expect(workload.isSilenceNone).toBe(true);
});
