import type { IDataObject } from 'n8n-workflow';
import type { Workload } from '../../../../../nodes/shared/state/workload';
import { openDeferrals } from '../../../../../nodes/shared/state/read/deferrals';
import { holdBack } from '../../../../../nodes/shared/state/run/holdBack';
import type { Task } from '../../../../../nodes/shared/state/run/task';
import { wholeList } from '../../../../support/acme';
import {
	answered,
	decidedTask,
	officeAdapter,
	officeOf,
	refusal,
	scopeOf,
	settings,
} from '../../../../support/stateOffice';

const now = Date.parse('2026-03-01T12:00:00Z');
const MINUTE = 60_000;

const workload: Workload = {
	one: [{ path: '/work/{agent}', paging: wholeList }],
	all: [{ path: '/work', paging: wholeList }],
	observe: ({ agent, since }) =>
		typeof agent === 'string'
			? { agent, work: { what: 'on a call', since: typeof since === 'string' ? since : null } }
			: undefined,
	isSilenceNone: true,
};

interface Given {
	/** What the service answers to the question for the work of the agent. */
	work?: unknown;
	set?: Record<string, unknown>;
	to?: string;
	/** Since when the agent has been left. */
	since?: number;
	isRemembered?: boolean;
	isPreview?: boolean;
	isSilenceNone?: boolean;
}

async function held(given: Given) {
	const { work = [{ agent: 'A1', since: '2026-03-01T11:30:00Z' }], to = 'rest', since, isRemembered = true } = given;
	const { set = { openWork: 'untilDone' }, isPreview = false, isSilenceNone = true } = given;
	const { client, asked } = officeOf([], () => (work === 'refused' ? refusal('No') : answered(work)));
	const scope = scopeOf({ client, adapter: officeAdapter({ workload: { ...workload, isSilenceNone } }) });
	const data: IDataObject = since === undefined ? {} : { deferred: { '["acme",null,"A1"]': { since, last: since } } };
	const deferrals = openDeferrals(data, now);
	const patience = { deferrals, isRemembered, isPreview: () => isPreview, zone: 'Europe/Warsaw', now };
	const [task] = await holdBack(scope, [decidedTask(scope, { id: 'A1', state: 'on' }, to)], settings(set), patience);
	return { task, asked, since: deferrals.since('["acme",null,"A1"]') };
}
const told = (task: Task | undefined) => {
	if (task?.phase === 'done') return `${task.row.outcome}: ${task.row.reason ?? ''}`;
	return task?.phase === 'decided' ? `decided: ${task.remark ?? ''}` : undefined;
};

it('who is at work is left until it is done', async () => {
	const { task, since } = await held({});
	expect(told(task)).toBe('deferred: on a call since 12:30; the next run after that changes the state');
	expect(task).toMatchObject({ row: { current: 'available', restore: null }, applied: undefined });
	expect(since).toBeUndefined();
});

it.each<[string, Given]>([
	['who has nothing in hand', { work: [] }],
	['who gets work in the new state', { to: 'on' }],
	['where work makes no difference', { set: { openWork: 'now' } }],
	['where nobody asked for it', { set: {} }],
])('%s is changed', async (_who, given) => {
	const { task, asked } = await held(given);
	expect(told(task)).toBe('decided: ');
	expect(asked).toEqual('work' in given ? ['GET /work/A1'] : []);
});

it('who is at a service that does not tell of work is changed, and so is who was not seen', async () => {
	const scope = scopeOf();
	const task = decidedTask(scope, { id: 'A1', state: 'on' }, 'rest');
	const patience = {
		...{ deferrals: openDeferrals({}, now), isRemembered: true, isPreview: () => false, zone: 'utc', now },
	};
	expect(await holdBack(scope, [task], settings({ openWork: 'untilDone' }), patience)).toEqual([task]);
	const working = scopeOf({ adapter: officeAdapter({ workload }) });
	const unseen = { ...decidedTask(working, { id: 'A1', state: 'on' }, 'rest'), observed: undefined };
	expect(await holdBack(working, [unseen], settings({ openWork: 'untilDone' }), patience)).toEqual([unseen]);
});

it('where the work cannot be read nobody is changed', async () => {
	expect(told((await held({ work: 'refused' })).task)).toBe('failed: Agent A1: No');
});

it.each([
	['2026-03-01T11:30:00Z', 'on a call since 12:30'],
	['2026-02-28T11:30:00Z', 'on a call since 2026-02-28 12:30'],
	[undefined, 'on a call'],
	['soon', 'on a call'],
])('work since %s is told of as %s', async (since, text) => {
	const { task } = await held({ work: [{ agent: 'A1', since }] });
	expect(told(task)).toBe(`deferred: ${text}; the next run after that changes the state`);
});

describe('for so many minutes at most', () => {
	const set = { openWork: 'atMost', openWorkMinutes: 30 };

	it('who is at work is left from the first run on', async () => {
		const { task, since } = await held({ set });
		expect(told(task)).toBe(
			'deferred: on a call since 12:30; the next run after that, or a run after 13:30 changes the state',
		);
		expect(since).toBe(now);
	});

	it('who was left before is left for the rest of the time', async () => {
		const { task, since } = await held({ set, since: now - 29 * MINUTE });
		expect(told(task)).toBe(
			'deferred: on a call since 12:30; the next run after that, or a run after 13:01 changes the state',
		);
		expect(since).toBe(now - 29 * MINUTE);
	});

	it('who was left for as long is changed, and the row says so', async () => {
		const { task } = await held({ set, since: now - 30 * MINUTE });
		expect(told(task)).toBe('decided: on a call since 12:30; was left for 30 minutes, which is the limit');
	});

	it('a run by hand does not remember since when', async () => {
		expect(told((await held({ set, isRemembered: false })).task)).toBe(
			'deferred: on a call since 12:30; the next run after that changes the state. A manual run does not remember how long the agent has been left alone',
		);
		expect(told((await held({ set, isRemembered: false, since: now - MINUTE })).task)).toContain(
			'or a run after 13:29 changes the state',
		);
	});

	it('a preview is not remembered', async () => {
		expect((await held({ set, isPreview: true })).since).toBeUndefined();
	});
});

describe('where the service cannot tell', () => {
	const untold = { work: [], isSilenceNone: false };

	it('who might be at work is skipped, with the way out', async () => {
		expect(told((await held(untold)).task)).toBe(
			"skipped: Acme does not show whether the agent has open work. Choose 'Change Now' to change the agent in any case",
		);
	});

	it('who might be at work is left for the time', async () => {
		const set = { openWork: 'atMost' };
		expect(told((await held({ ...untold, set })).task)).toBe(
			'deferred: Acme does not show whether the agent has open work; a run after 13:30 changes the state',
		);
		expect(told((await held({ ...untold, set, isRemembered: false })).task)).toBe(
			'deferred: Acme does not show whether the agent has open work. A manual run does not remember how long the agent has been left alone',
		);
	});
});
