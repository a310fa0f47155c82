import { ACTIVITY, PEOPLE } from '../../../simulators';
import { originOf } from '../../support/pack/workers';
import {
	castOf,
	CASTS,
	each,
	lasting,
	rowsOf,
	textAt,
	useStage,
	wishes,
	writesIn,
	type Stage,
} from '../../support/pack/stage';
import { byName } from '../../support/pack/vendors';

const { anna, carla, elif } = PEOPLE;
const stage = useStage();

/** In the order in which the editor's table shows them. */
const KEYS = [
	'agent',
	'previous',
	'current',
	'outcome',
	'reason',
	'requested',
	'vendor',
	'scope',
	'changes',
	'native',
	'requestId',
	'attempts',
	'durationMs',
	'at',
];

describe.each(CASTS.map((cast) => [cast.id, cast] as const))('Agent State for %s', (id, cast) => {
	beforeEach(() => cast.prepare?.(stage));
	const seen = () => cast.simulator(stage).seen;
	const parameters = { vendor: id, ...cast.place };

	it('brings agents into the states that the items ask for, one row each in input order', async () => {
		const { out, error } = await stage.run(parameters, wishes(cast));

		expect(error).toBeUndefined();
		expect(out.map(originOf)).toEqual([0, 1]);
		expect(each(out, 'outcome')).toEqual(['changed', 'changed']);
		expect(each(out, 'requested')).toEqual(['available', 'offline']);
		expect(each(out, 'current')).toEqual(['available', 'offline']);
		for (const [at, row] of rowsOf(out).entries()) {
			expect(Object.keys(row)).toEqual(KEYS);
			expect(row).toMatchObject({
				vendor: id,
				agent: { id: cast.agents[at]?.id, name: cast.agents[at]?.name },
				scope: cast.scope,
				reason: null,
				attempts: 1,
			});
			expect(row.changes).toHaveLength(1);
			expect(Date.parse(textAt(out, at, 'at'))).not.toBeNaN();
		}
		expect(writesIn(seen())).toHaveLength(2);
		expect(cast.stateOf(stage)).toEqual(cast.available);
	});

	it('writes nothing when it runs again', async () => {
		const staticData = {};
		await stage.run(parameters, wishes(cast), { staticData });
		const before = seen().length;
		const { out } = await stage.run(parameters, wishes(cast), { staticData });

		expect(each(out, 'outcome')).toEqual(['unchanged', 'unchanged']);
		expect(each(out, 'changes')).toEqual([[], []]);
		expect(each(out, 'current')).toEqual(['available', 'offline']);
		expect(writesIn(seen().slice(before))).toEqual([]);
	});

	it('previews what the run then does, and writes nothing', async () => {
		const preview = await stage.run({ ...parameters, previewOnly: true }, wishes(cast));

		expect(writesIn(seen())).toEqual([]);
		expect(each(preview.out, 'outcome')).toEqual(['preview', 'preview']);

		const real = await stage.run(parameters, wishes(cast));
		expect(rowsOf(preview.out).map(lasting)).toEqual(rowsOf(real.out).map(lasting));
	});

	it('compares and writes nothing', async () => {
		const staticData = {};
		const apart = await stage.run({ ...parameters, operation: 'compare' }, wishes(cast), { staticData });

		expect(each(apart.out, 'matches')).toEqual([false, false]);
		expect(each(apart.out, 'desired')).toEqual(['available', 'offline']);
		expect(writesIn(seen())).toEqual([]);

		await stage.run(parameters, wishes(cast), { staticData });
		const alike = await stage.run({ ...parameters, operation: 'compare' }, wishes(cast), { staticData });
		expect(each(alike.out, 'matches')).toEqual([true, true]);
		expect(each(alike.out, 'actual')).toEqual(['available', 'offline']);
	});

	it('tells the states and writes nothing', async () => {
		const staticData = {};
		await stage.run(parameters, wishes(cast), { staticData });
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

		expect(out[0]?.json).toMatchObject({ agent: { id: agent?.id }, outcome: 'changed' });
		expect(cast.stateOf(stage)).toEqual(cast.available);
	});

	it('takes its own rows back and restores what was before', async () => {
		const staticData = {};
		const first = await stage.run(parameters, wishes(cast), { staticData });
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
		expect(rowsOf(preview.out).map(lasting)).toEqual(rowsOf(restored.out).map(lasting));
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
			expect(rowsOf(preview.out).map(lasting)).toEqual(rowsOf(out).map(lasting));
			expect(Object.keys(out[0]?.json ?? {})).toEqual(KEYS);
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

describe('the service of each item', () => {
	it('is read from its column, and rows keep the order of the items', async () => {
		CASTS.forEach((cast) => cast.prepare?.(stage));
		const ids = CASTS.map(({ id }) => id);
		const place = Object.assign({}, ...CASTS.map((cast) => cast.place)) as Stage['credentials'];
		const items = ids.map((vendor) => ({ ...wishes(castOf(vendor))[0], vendor }));
		const { out, error } = await stage.run({ vendor: 'fromItem', ...(place as object) }, items);

		expect(error).toBeUndefined();
		expect(each(out, 'vendor')).toEqual(ids);
		expect(out.map(originOf)).toEqual([...ids.keys()]);
		expect(each(out, 'outcome')).toEqual(ids.map(() => 'changed'));
		for (const cast of CASTS) expect(cast.stateOf(stage)).toEqual(cast.available);
	});
});
