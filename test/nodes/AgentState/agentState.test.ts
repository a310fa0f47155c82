import { ACTIVITY, PEOPLE } from '../../../simulators';
import { originOf } from '../../support/pack/workers';
import {
	announced,
	castOf,
	CASTS,
	each,
	rowsOf,
	taskRouter,
	textAt,
	useStage,
	wish,
	desiredStates,
	writesIn,
	type Stage,
} from '../../support/pack/stage';
import { byName } from '../../support/pack/vendors';

const { anna, carla, elif } = PEOPLE;
const stage = useStage();

/** In the order in which the editor's table shows them. */
const columnsOf = ({ scope }: ReturnType<typeof castOf>): string[] => [
	...['agent', 'outcome', 'previous', 'current', 'service'],
	...(scope === null ? [] : ['scope']),
	...['agentId', 'requested', 'restore'],
];

describe.each(CASTS.map((cast) => [cast.id, cast] as const))('Agent State for %s', (id, cast) => {
	beforeEach(() => cast.prepare?.(stage));
	const seen = () => cast.simulator(stage).seen;
	const parameters = { vendor: id, ...cast.place };

	it('brings agents into the states that the items ask for, one row each in input order', async () => {
		const { out, error } = await stage.run(parameters, desiredStates(cast));

		expect(error).toBeUndefined();
		expect(out.map(originOf)).toEqual([0, 1]);
		expect(each(out, 'outcome')).toEqual(['changed', 'changed']);
		expect(each(out, 'requested')).toEqual(['available', 'offline']);
		expect(each(out, 'current')).toEqual(['available', 'offline']);
		for (const [at, row] of rowsOf(out).entries()) {
			expect(Object.keys(row)).toEqual(columnsOf(cast));
			expect(row).toMatchObject({
				service: id,
				agent: cast.agents[at]?.name,
				agentId: cast.agents[at]?.id,
				...(cast.scope !== null && { scope: cast.scope }),
			});
			expect(Object.values(row).filter((cell) => typeof cell === 'object' && cell !== null)).toEqual([]);
		}
		expect(writesIn(seen())).toHaveLength(2);
		expect(cast.stateOf(stage)).toEqual(cast.available);
	});

	it('writes nothing when it runs again', async () => {
		const staticData = {};
		await stage.run(parameters, desiredStates(cast), { staticData });
		const before = seen().length;
		const { out } = await stage.run(parameters, desiredStates(cast), { staticData });

		expect(each(out, 'outcome')).toEqual(['unchanged', 'unchanged']);
		expect(Object.keys(out[0]?.json ?? {})).not.toContain('restore');
		expect(each(out, 'current')).toEqual(['available', 'offline']);
		expect(writesIn(seen().slice(before))).toEqual([]);
	});

	it('previews what the run then does, and writes nothing', async () => {
		const preview = await stage.run({ ...parameters, previewOnly: true }, desiredStates(cast));

		expect(writesIn(seen())).toEqual([]);
		expect(each(preview.out, 'outcome')).toEqual(['preview', 'preview']);
		expect(preview.hints[0]?.message).toBe('Preview: nothing was changed. 2 agents: 2 would change.');

		expect(each(preview.out, 'current')).toEqual(each(preview.out, 'previous'));
		expect(each(preview.out, 'reason')).toEqual([
			expect.stringMatching(/^would change to available( \(.+\))?$/),
			expect.stringMatching(/^would change to offline( \(.+\))?$/),
		]);

		const real = await stage.run(parameters, desiredStates(cast));
		expect(rowsOf(preview.out).map(announced)).toEqual(rowsOf(real.out).map(announced));
	});

	it('compares and writes nothing', async () => {
		const staticData = {};
		const apart = await stage.run({ ...parameters, operation: 'compare' }, desiredStates(cast), { staticData });

		expect(each(apart.out, 'matches')).toEqual([false, false]);
		expect(each(apart.out, 'desired')).toEqual(['available', 'offline']);
		expect(apart.hints[0]?.message).toBe('2 agents: 2 different.');
		expect(writesIn(seen())).toEqual([]);

		await stage.run(parameters, desiredStates(cast), { staticData });
		const alike = await stage.run({ ...parameters, operation: 'compare' }, desiredStates(cast), { staticData });
		expect(each(alike.out, 'matches')).toEqual([true, true]);
		expect(alike.hints[0]?.message).toBe('2 agents: 2 matching.');
		expect(each(alike.out, 'actual')).toEqual(['available', 'offline']);
	});

	it('tells the states and writes nothing', async () => {
		const staticData = {};
		await stage.run(parameters, desiredStates(cast), { staticData });
		const written = writesIn(seen()).length;
		const items = cast.agents.map(({ id: agentId }) => ({ agentId }));
		const { out, error } = await stage.run({ ...parameters, operation: 'getState' }, items, { staticData });

		expect(error).toBeUndefined();
		expect(each(out, 'state')).toEqual(['available', 'offline']);
		expect(writesIn(seen())).toHaveLength(written);
	});

	it('knows an agent by another word', async () => {
		const [agent] = cast.agents;
		const { out } = await stage.run(parameters, [{ agentId: agent?.alias, desiredState: 'available' }]);

		expect(out[0]?.json).toMatchObject({ agentId: agent?.id, outcome: 'changed' });
		expect(cast.stateOf(stage)).toEqual(cast.available);
	});

	it('takes its own rows back and restores what was before', async () => {
		const staticData = {};
		const first = await stage.run(parameters, desiredStates(cast), { staticData });
		// A service that does not tell states, or keeps none yet, has nothing to go back to.
		const known = rowsOf(first.out).filter(({ previous }) => previous !== null);
		const second = await stage.run(
			parameters,
			[
				{ agentId: cast.agents[0]?.id, desiredState: 'offline' },
				{ agentId: cast.agents[1]?.id, desiredState: 'available' },
			],
			{ staticData },
		);
		expect(each(second.out, 'outcome')).toEqual(['changed', 'changed']);
		expect(each(second.out, 'previous')).toEqual(['available', 'offline']);
		const preview = await stage.run(
			{ operation: 'restorePrevious', vendor: id, previewOnly: true },
			rowsOf(second.out),
			{ staticData },
		);
		const restored = await stage.run({ operation: 'restorePrevious', vendor: id }, rowsOf(second.out), {
			staticData,
		});

		expect(each(preview.out, 'outcome')).toEqual(['preview', 'preview']);
		expect(each(preview.out, 'current')).toEqual(each(preview.out, 'previous'));
		expect(rowsOf(preview.out).map(announced)).toEqual(rowsOf(restored.out).map(announced));
		expect(each(restored.out, 'outcome')).toEqual(['changed', 'changed']);
		expect(each(restored.out, 'current')).toEqual(['available', 'offline']);
		expect(cast.stateOf(stage)).toEqual(cast.available);
		expect(known.length).toBe(cast.tells && id !== 'twilioConversations' ? 2 : 0);
	});

	it('takes agent and state from the fields', async () => {
		const [agent] = cast.agents;
		const given = Object.values(cast.own.agent(agent?.id ?? ''))[0];
		const { out, error } = await stage.run(
			{ ...parameters, source: 'fields', agent: given, state: '={{ $json.want }}' },
			[{ want: 'available' }],
		);

		expect(error).toBeUndefined();
		expect(each(out, 'outcome')).toEqual(['changed']);
		expect(cast.stateOf(stage)).toEqual(cast.available);
	});
});

describe('Set State on the node of the service', () => {
	it.each(CASTS.map((cast) => [cast.id, cast] as const))(
		'does the same for %s, its fields taken from each item',
		async (id, cast) => {
			cast.prepare?.(stage);
			const [one, other] = cast.agents;
			const agent = cast.own.agent('={{ $json.who }}');
			const run = async (more = {}) =>
				await stage.bench.run({
					node: id,
					parameters: {
						resource: cast.own.resource,
						operation: 'setState',
						...cast.place,
						...agent,
						state: '={{ $json.want }}',
						...more,
					},
					items: [
						{ who: one?.id, want: 'available' },
						{ who: other?.id, want: 'offline' },
					],
					credentials: stage.credentials,
					staticData,
				});
			const staticData = {};
			const preview = await run({ previewOnly: true });
			expect(preview.error).toBeUndefined();
			expect(writesIn(cast.simulator(stage).seen)).toEqual([]);
			const { out, error } = await run();

			expect(error).toBeUndefined();
			expect(out.map(originOf)).toEqual([0, 1]);
			expect(each(out, 'outcome')).toEqual(['changed', 'changed']);
			expect(rowsOf(preview.out).map(announced)).toEqual(rowsOf(out).map(announced));
			expect(Object.keys(out[0]?.json ?? {})).toEqual(columnsOf(cast));
			expect(cast.stateOf(stage)).toEqual(cast.available);
			expect(each((await run()).out, 'outcome')).toEqual(['unchanged', 'unchanged']);
			expect(writesIn(cast.simulator(stage).seen)).toHaveLength(2);
		},
	);
});

it('the node of the service takes its mapping and its options', async () => {
	const { out, error } = await stage.bench.run({
		node: 'twilioTaskRouter',
		parameters: {
			resource: 'worker',
			operation: 'setState',
			workspace: byName('Support'),
			worker: byName('={{ $json.who }}'),
			state: 'busy',
			reason: 'Lunch',
			stateMapping: { rule: [{ state: 'busy', reason: 'lunch', native: byName('Break') }] },
			stateOptions: { protectedStates: 'Busy' },
			options: { parallelLimit: 1 },
		},
		items: [anna, elif, carla].map(({ name }) => ({ who: name })),
		credentials: stage.credentials,
	});

	expect(error).toBeUndefined();
	expect(each(out, 'outcome')).toEqual(['changed', 'skipped', 'changed']);
	expect(stage.twilio.state.workers[anna.worker]?.activity_sid).toBe(ACTIVITY.break);
	expect(stage.twilio.maxInFlight).toBe(1);
});

it('a preview tells what the service calls the new state, and the reason that was given', async () => {
	const { out, error } = await stage.run(
		taskRouter({
			previewOnly: true,
			twilioTaskRouterMapping: { rule: [{ state: 'busy', reason: 'lunch', native: byName('Break') }] },
		}),
		[wish(anna.worker, 'busy', { reason: 'Lunch' }), wish(carla.worker, 'break')],
	);

	expect(error).toBeUndefined();
	expect(each(out, 'reason')).toEqual(['would change to busy (Break); Lunch', 'would change to break']);
});

describe('the service of each item', () => {
	it.each([
		['its column', 'service'],
		['the column of older sheets', 'vendor'],
	])('is read from %s, and rows keep the order of the items', async (_which, column) => {
		CASTS.forEach((cast) => cast.prepare?.(stage));
		const ids = CASTS.map(({ id }) => id);
		const place = Object.assign({}, ...CASTS.map((cast) => cast.place)) as Stage['credentials'];
		const items = ids.map((service) => ({ ...desiredStates(castOf(service))[0], [column]: service }));
		const { out, error } = await stage.run({ vendor: 'fromItem', ...(place as object) }, items);

		expect(error).toBeUndefined();
		expect(each(out, 'service')).toEqual(ids);
		expect(out.map(originOf)).toEqual([...ids.keys()]);
		expect(each(out, 'outcome')).toEqual(ids.map(() => 'changed'));
		for (const cast of CASTS) expect(cast.stateOf(stage)).toEqual(cast.available);
	});
});

describe('Technical Details', () => {
	const figures = ['at', 'attempts', 'durationMs', 'requestId'];

	it.each([
		['when switched on', true, figures],
		['only then', false, []],
	])('puts out the figures of the requests %s', async (_when, technicalDetails, expected) => {
		const { out } = await stage.run(taskRouter({ options: { technicalDetails } }), [
			wish(anna.worker, 'available'),
		]);

		expect(Object.keys(out[0]?.json ?? {}).filter((column) => figures.includes(column))).toEqual(expected);
		if (!technicalDetails) return;
		expect(out[0]?.json).toMatchObject({ attempts: 1, durationMs: expect.any(Number) as number });
		expect(Date.parse(textAt(out, 0, 'at'))).not.toBeNaN();
	});
});

describe('Output', () => {
	const changedOnly = { options: { output: 'changed' } };
	const asked = [wish(anna.worker, 'available'), wish(elif.worker, 'busy')];

	it('leaves out who is right already, still linked to the items, and counts everyone', async () => {
		const { out, hints } = await stage.run(taskRouter(changedOnly), [...asked].reverse());

		expect(each(out, 'agent')).toEqual([anna.name]);
		expect(out.map(originOf)).toEqual([1]);
		expect(hints.map(({ message }) => message)).toEqual(['2 agents: 1 changed, 1 already right.']);
		const again = await stage.run(taskRouter(changedOnly), asked);
		expect(again.out).toEqual([]);
		expect(again.hints.map(({ message }) => message)).toEqual(['All 2 agents were already in the right state.']);
	});

	it('keeps those who failed, whatever happens then', async () => {
		const rows = [...asked, wish('Nobody', 'available')];
		const { out } = await stage.run(taskRouter(changedOnly), rows, { onError: 'continueRegularOutput' });
		expect(each(out, 'outcome')).toEqual(['changed', 'failed']);
		const split = await stage.run(taskRouter(changedOnly), rows, { onError: 'continueErrorOutput' });
		expect([split.out.length, split.failed.length]).toEqual([0, 1]);
	});

	it('puts out everyone where the rows hold the memory', async () => {
		const { out } = await stage.run(taskRouter({ options: { output: 'changed', memory: 'columns' } }), asked);

		expect(each(out, 'outcome')).toEqual(['changed', 'unchanged']);
	});

	it('leaves out, of rows that come back, those of agents who were not changed then', async () => {
		const { out } = await stage.run(taskRouter(), asked);
		const back = await stage.run({ operation: 'restorePrevious', ...changedOnly }, rowsOf(out));

		expect(each(back.out, 'outcome')).toEqual(['changed']);
		expect(back.out.map(originOf)).toEqual([0]);
	});
});

describe('rows that are read', () => {
	it('are flat, with the state as the service calls it', async () => {
		const { out } = await stage.run(taskRouter({ operation: 'getState' }), [wish(elif.worker, '')]);

		expect(Object.keys(out[0]?.json ?? {})).toEqual([
			...['agent', 'state', 'native', 'since', 'service', 'scope', 'agentId'],
		]);
		expect(out[0]?.json).toMatchObject({ agent: elif.name, state: 'busy', native: 'Busy', agentId: elif.worker });
	});

	it('tell both states when they are compared', async () => {
		const { out } = await stage.run(taskRouter({ operation: 'compare' }), [wish(elif.worker, 'available')]);

		expect(Object.keys(out[0]?.json ?? {})).toEqual([
			...['agent', 'matches', 'desired', 'actual', 'desiredNative', 'actualNative', 'since'],
			...['service', 'scope', 'agentId'],
		]);
		expect(out[0]?.json).toMatchObject({
			...{ desired: 'available', actual: 'busy', matches: false },
			...{ desiredNative: 'Available', actualNative: 'Busy' },
		});
	});

	it('say why where one of them failed', async () => {
		const { out } = await stage.run(
			taskRouter({ operation: 'compare' }),
			[wish(elif.worker, 'busy'), wish('Nobody', 'busy')],
			{ onError: 'continueRegularOutput' },
		);

		expect(each(out, 'matches')).toEqual([true, null]);
		expect(each(out, 'desired')).toEqual(['busy', 'busy']);
		expect(each(out, 'outcome')).toEqual([null, 'failed']);
		expect(textAt(out, 1)).toContain('matches no worker');
	});
});
