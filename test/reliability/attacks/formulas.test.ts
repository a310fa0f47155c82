import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { makeWorker } from '../../../simulators';
import { Poller } from '../../support/bench/poller';
import { rowsOf, taskRouter, useStage } from '../../support/pack/stage';

const FORMULAS = [
	...[
		'=1+1',
		'=HYPERLINK("http://127.0.0.1/?"&A1)',
		'@SUM(A1:A9)',
		'+A1',
		'-A1+A2',
		'＝1+1',
		'\u200b=1',
		"=cmd|'/C calc'!A0",
	],
	...['@bob', '=Anna, Kowalska'],
];

const stage = useStage();

/** Whether a sheet takes a text for more than text; written apart from what is tested. */
function isRun(text: string): boolean {
	const seen = text.normalize('NFKC').replace(/^[\s\p{C}]+/u, '');
	return /^[=@+-]/.test(seen) && !/^[+-][\d ()./-]*$/.test(seen);
}

function runnable(value: unknown): string[] {
	if (typeof value === 'string') return isRun(value) ? [value] : [];
	return typeof value === 'object' && value !== null ? Object.values(value).flatMap(runnable) : [];
}

const shown = (...outputs: INodeExecutionData[][]) => runnable(outputs.map(rowsOf));

const sids = FORMULAS.map((_, at) => `WKf${String(at).padStart(31, '0')}`);

/** A TaskRouter whose workers are called like formulas. */
const giveWorkers = () =>
	FORMULAS.forEach((name, at) => {
		const sid = sids[at] ?? '';
		stage.twilio.state.workers[sid] = makeWorker({ sid, friendly_name: name });
	});

beforeEach(giveWorkers);

/** The rows in which Shift Schedule names them. */
const roster = FORMULAS.map((agent) => ({
	agent: [agent],
	days: 'daily',
	start: '00:00',
	end: '24:00',
	shift: agent,
	reason: agent,
}));

const schedule = async (operation: string, items: IDataObject[], more = {}) =>
	await stage.bench.run({
		node: 'shiftSchedule',
		parameters: { operation, zone: 'Europe/Warsaw', evaluateAt: '2026-11-03T12:00', ...more },
		items,
		onError: 'continueRegularOutput',
	});

it('marks what it looks for', () => {
	expect(FORMULAS.map(isRun)).toEqual(FORMULAS.map(() => true));
});

it('Agent State puts out no formula, and finds the agents again', async () => {
	const items = FORMULAS.map((agentId) => ({ agentId, desiredState: 'available', reason: agentId, note: agentId }));
	const set = await stage.run(taskRouter(), items);
	expect(set.error).toBeUndefined();
	expect(shown(set.out)).toEqual([]);
	expect(rowsOf(set.out).map(({ agent, outcome }) => [agent, outcome])).toEqual(
		FORMULAS.map((name) => [`'${name}`, 'changed']),
	);

	const again = rowsOf(set.out).map(({ agent }) => ({ agentId: agent, desiredState: 'available' }));
	expect(
		rowsOf((await stage.run(taskRouter(), again)).out).map(({ agentId, outcome }) => [agentId, outcome]),
	).toEqual(sids.map((sid) => [sid, 'unchanged']));

	const restored = await stage.run({ ...taskRouter(), operation: 'restorePrevious' }, rowsOf(set.out));
	expect(rowsOf(restored.out).map(({ outcome }) => outcome)).toEqual(FORMULAS.map(() => 'changed'));

	for (const operation of ['getState', 'compare', 'getHistory']) {
		expect(shown((await stage.run({ ...taskRouter(), operation }, items)).out)).toEqual([]);
	}
});

it('agents nobody knows come out as text, too', async () => {
	const { out } = await stage.run(
		taskRouter(),
		[
			{ agentId: '=nobody()', desiredState: '=x()' },
			{ agentId: '@nobody', desiredState: 'offline' },
		],
		{ onError: 'continueRegularOutput' },
	);
	expect(shown(out)).toEqual([]);
	expect(rowsOf(out).map(({ agent }) => agent)).toEqual(["'=nobody()", "'@nobody"]);
});

it('two agents who differ in the apostrophe alone are not told apart by chance', async () => {
	Object.assign(stage.twilio.state.workers[sids[0] ?? ''] ?? {}, { friendly_name: "'=Eve" });
	Object.assign(stage.twilio.state.workers[sids[1] ?? ''] ?? {}, { friendly_name: '=Eve' });
	const items = ["'=Eve", '=Eve'].map((agentId) => ({ agentId, desiredState: 'available' }));
	const { out } = await stage.run(taskRouter(), items, { onError: 'continueRegularOutput' });
	for (const { outcome, reason } of rowsOf(out))
		expect([outcome, reason]).toEqual(['failed', expect.stringContaining('means several agents')]);
});

it.each(['getStateNow', 'getChanges', 'previewTimeline', 'checkSchedule'])(
	'Shift Schedule puts out no formula: %s',
	async (operation) => {
		const items = operation === 'getChanges' ? roster.map((row) => ({ ...row, start: '11:59' })) : roster;
		const { outputs, error } = await schedule(operation, items);
		expect(error).toBeUndefined();
		expect(outputs[0]?.length).toBeGreaterThan(0);
		expect(shown(...outputs)).toEqual([]);
	},
);

it('a chain of Shift Schedule and Agent State sets the states of these agents', async () => {
	const { outputs } = await schedule('getStateNow', roster);
	const rows = rowsOf(outputs[0] ?? []);
	expect(rows.map(({ agentId }) => agentId)).toEqual(FORMULAS.map((name) => `'${name.replace('\u200b', '')}`));
	const { out } = await stage.run(taskRouter(), rows);
	expect(rowsOf(out).map(({ agentId, outcome }) => [agentId, outcome])).toEqual(sids.map((sid) => [sid, 'changed']));
	// The rows come back from a sheet as a roster.
	const back = await schedule(
		'getStateNow',
		rows.map(({ agentId }) => ({ agent: [agentId], days: 'daily', start: '00:00', end: '24:00' })),
	);
	expect(rowsOf(back.outputs[0] ?? []).map(({ agentId }) => agentId)).toEqual(rows.map(({ agentId }) => agentId));
});

it('Schedule Adherence puts out no formula, and knows the agents of both sides', async () => {
	const timeline = await schedule('previewTimeline', roster, { daysAgo: 1 });
	const actual = FORMULAS.map((agent) => ({
		agent: `'${agent}`,
		state: 'busy',
		native: agent,
		from: '2026-11-02T09:00:00+01:00',
		until: '2026-11-02T17:00:00+01:00',
	}));
	for (const operation of ['getAdherence', 'getExceptions', 'getNow']) {
		const { outputs, error } = await stage.bench.run({
			node: 'scheduleAdherence',
			parameters: {
				operation,
				zone: 'Europe/Warsaw',
				evaluateAt: '2026-11-03T12:00',
				pictureShows: 'none',
				period: 'yesterday',
			},
			items: rowsOf(timeline.outputs[0] ?? []),
			moreInputs: [actual],
			onError: 'continueRegularOutput',
		});
		expect(error).toBeUndefined();
		expect(shown(...outputs)).toEqual([]);
		if (operation === 'getAdherence')
			expect(new Set(rowsOf(outputs[0] ?? []).map(({ agent }) => agent)).size).toBe(FORMULAS.length);
	}
});

it('Agent State Trigger puts out no formula', async () => {
	const parameters = { ...taskRouter(), options: { tellAllAtFirst: true } };
	const items = await new Poller(stage.bench, {
		node: 'agentStateTrigger',
		parameters,
		credentials: stage.credentials,
	}).activate();
	expect(items?.length).toBeGreaterThan(FORMULAS.length);
	expect(shown(items ?? [])).toEqual([]);
});
