import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { ACTIVITY, CONPEEK_BREAK, CONPEEK_MODE, PEOPLE, ROLE, VOIPNOW_QUEUE } from '../../../simulators';
import { each, rowsOf, taskRouter, textAt, useStage, wish, writesIn } from '../../support/pack/stage';
import { byName, bySid } from '../../support/pack/vendors';

const { anna, bob, carla, dawid } = PEOPLE;
const stage = useStage();

const writes = () => writesIn(stage.twilio.seen).map(({ body }) => body);
const hintsOf = ({ hints }: Awaited<ReturnType<typeof stage.run>>) => hints.map(({ message }) => message);

/** A workspace where states have names of its own. */
function rename(activities: Partial<Record<keyof typeof ACTIVITY, string | null>>): void {
	for (const [key, name] of Object.entries(activities)) {
		const { [ACTIVITY[key as keyof typeof ACTIVITY]]: one, ...others } = stage.twilio.state.activities;
		if (name === null) stage.twilio.state.activities = others;
		else if (one) one.friendly_name = name;
	}
}

describe('activities', () => {
	const rules = (...rule: IDataObject[]): INodeParameters =>
		taskRouter({ twilioTaskRouterMapping: { rule } as INodeParameters });

	it('of the same name are meant without a word', async () => {
		const run = await stage.run(taskRouter(), [wish(anna.worker, 'busy'), wish(carla.worker, 'On Break')]);

		expect(each(run.out, 'current')).toEqual(['busy', 'break']);
		expect(writes().sort()).toEqual([`ActivitySid=${ACTIVITY.break}`, `ActivitySid=${ACTIVITY.busy}`]);
		expect(hintsOf(run)).toEqual(['2 agents: 2 changed.']);
	});

	it('that only resemble the state are used, and a hint says so', async () => {
		rename({ busy: null, break: 'Lunch' });
		const run = await stage.run(taskRouter(), [wish(anna.worker, 'busy')]);

		expect(writes()).toEqual([`ActivitySid=${ACTIVITY.unavailable}`]);
		expect(run.out[0]?.json).toMatchObject({ current: 'busy', previous: 'offline' });
		// Nobody asked for a break, so how that was found does not matter.
		expect(hintsOf(run)).toEqual([
			'1 agent: 1 changed.',
			'Found by name: busy is the activity "Unavailable". Set it under \'State Mapping\' if that is wrong.',
		]);
	});

	it('are not guessed where the user said it', async () => {
		rename({ busy: null });
		const run = await stage.run(rules({ state: 'busy', reason: '', native: byName('unavailable') }), [
			wish(anna.worker, 'busy'),
		]);

		expect(writes()).toEqual([`ActivitySid=${ACTIVITY.unavailable}`]);
		expect(hintsOf(run)).toEqual(['1 agent: 1 changed.']);
	});

	it('that give work are never taken for a state without', async () => {
		rename({ busy: null, unavailable: null });
		const away = stage.twilio.state.activities[ACTIVITY.break];
		Object.assign(away ?? {}, { friendly_name: 'Away', available: true });
		const { error } = await stage.run(taskRouter(), [wish(anna.worker, 'busy')]);

		expect(error?.message).toContain(
			'nothing stands for "busy" here. Add it under \'State Mapping\'. There are: Offline, Available, Away',
		);
		expect(error?.description).toContain('Nothing was changed.');
		expect(writes()).toEqual([]);
	});

	it.each([
		['by name', byName(' LUNCH ')],
		['by SID', bySid(ACTIVITY.unavailable)],
	])('can be meant for one reason alone, %s', async (_how, native) => {
		rename({ unavailable: 'Lunch' });
		const { out } = await stage.run(rules({ state: 'break', reason: 'lunch', native }), [
			wish(anna.worker, 'break', { reason: ' Lunch' }),
			wish(carla.worker, 'break', { reason: 'Coffee' }),
		]);

		expect(each(out, 'current')).toEqual(['break', 'break']);
		expect(each(out, 'reason')).toEqual(['Lunch', 'Coffee']);
		expect(stage.twilio.state.workers[anna.worker]?.activity_sid).toBe(ACTIVITY.unavailable);
		expect(stage.twilio.state.workers[carla.worker]?.activity_sid).toBe(ACTIVITY.break);
	});

	it('that stand for no state read as unknown', async () => {
		rename({ break: 'Fire Drill' });
		const { out } = await stage.run(taskRouter({ operation: 'getState' }), [wish(dawid.worker, '')]);

		expect(out[0]?.json).toMatchObject({
			agent: dawid.name,
			agentId: dawid.worker,
			state: 'unknown',
			native: 'Fire Drill',
		});
		expect(Date.parse(textAt(out, 0, 'since'))).toBeGreaterThan(0);
	});

	it('of two workspaces are each read for their own agents', async () => {
		const { out } = await stage.run(
			taskRouter({ moreColumns: { scopeColumn: 'where' } }),
			[
				wish(anna.worker, 'offline', { where: 'support' }),
				wish(anna.worker, 'offline', { where: 'Back Office' }),
			],
			{ onError: 'continueRegularOutput' },
		);

		expect(each(out, 'outcome')).toEqual(['unchanged', 'failed']);
	});
});

describe('columns', () => {
	it('can have other names, and be found inside a value', async () => {
		const { out, error } = await stage.run(
			taskRouter({
				agentColumn: 'agent.id',
				stateColumn: 'Wanted State',
				moreColumns: { reasonColumn: 'why' },
			}),
			[{ agent: { id: anna.worker }, 'Wanted State': 'AVAILABLE', why: 'Shift' }],
		);

		expect(error).toBeUndefined();
		expect(out[0]?.json).toMatchObject({ outcome: 'changed', requested: 'available', reason: 'Shift' });
	});
});

describe('an attribute', () => {
	const kept = { vendor: 'twilioConversations', attributeName: 'presence' };
	const user = () => stage.twilio.state.conversationUsers[anna.conversationUser];
	const attributes = () => JSON.parse(user()?.attributes ?? '') as IDataObject;

	it('is set beside all others, as they are at that moment', async () => {
		Object.assign(user() ?? {}, { attributes: '{"skills":["a"],"presence":"busy","__proto__":1}' });
		// The second read of the user is the one on which the change is made.
		stage.twilio.faults.push({ delayMs: 1, match: { path: /Users/ } });
		stage.twilio.faults.push({ delayMs: 200, match: { path: /Users/ } });
		const running = stage.run(kept, [wish(anna.identity, 'break')]);
		while (stage.twilio.seen.length < 2) await new Promise((resolve) => setTimeout(resolve, 2));
		Object.assign(user() ?? {}, { attributes: '{"skills":["a","b"],"presence":"busy","late":true}' });
		const { out } = await running;

		expect(out[0]?.json).toMatchObject({ outcome: 'changed', previous: 'busy', current: 'break' });
		expect(attributes()).toEqual({ skills: ['a', 'b'], presence: 'break', late: true });
	});

	it('can hold words of the application', async () => {
		const rule = [
			{ state: 'break', reason: '', native: 'pause' },
			{ state: 'break', reason: 'Lunch', native: 'lunch' },
		];
		const { out } = await stage.run({ ...kept, twilioConversationsMapping: { rule } }, [
			wish(anna.identity, 'break', { reason: 'lunch' }),
			wish(bob.identity, 'break'),
		]);

		expect(each(out, 'current')).toEqual(['break', 'break']);
		expect(attributes()).toEqual({ presence: 'lunch' });
	});

	it('in a role is another matter: a state without a role is an error that lists them', async () => {
		const { error } = await stage.run({ ...kept, keptIn: 'role' }, [wish(anna.identity, 'break')]);

		expect(error?.message).toContain('nothing stands for "break" here');
		expect(error?.message).toContain('There are: service user, service admin');
		expect(user()?.role_sid).toBe(ROLE.agent);
	});

	it('that is not JSON is left alone and said to be so', async () => {
		Object.assign(user() ?? {}, { attributes: '"text"' });
		const { error } = await stage.run(kept, [wish(anna.identity, 'break')]);

		expect(error?.message).toContain('are not a JSON object');
		expect(writes()).toEqual([]);
	});
});

describe('several states that are one at the service', () => {
	it('cost no write at Frontline, and the row tells the one that was asked for', async () => {
		const { out } = await stage.run({ vendor: 'twilioFrontline' }, [
			wish(anna.identity, 'break'),
			wish(bob.identity, 'busy'),
			wish(carla.identity, 'offline'),
		]);

		expect(each(out, 'outcome')).toEqual(['unchanged', 'unchanged', 'unchanged']);
		expect(each(out, 'current')).toEqual(['break', 'busy', 'offline']);
		expect(writes()).toEqual([]);
	});

	it('are one status at VoipNow', async () => {
		const { out } = await stage.run({ vendor: 'voipNow', user: '@me', queues: VOIPNOW_QUEUE }, [
			wish(dawid.extension, 'busy'),
			wish(bob.extension, 'busy'),
		]);

		expect(each(out, 'outcome')).toEqual(['unchanged', 'changed']);
		expect(each(out, 'current')).toEqual(['busy', 'busy']);
		expect(writesIn(stage.voipNow.seen).map(({ body }) => JSON.parse(body) as unknown)).toEqual([{ status: '2' }]);
	});
});

describe('a break at Conpeek', () => {
	const sent = () => writesIn(stage.conpeek.seen).map(({ body }) => JSON.parse(body) as unknown);

	it.each(['break', 'busy'])(
		'needs its name: %s without a reason is refused before anything is sent',
		async (state) => {
			const { error } = await stage.run({ vendor: 'conpeek' }, [
				wish(bob.login, 'available'),
				wish(anna.login, state),
			]);

			expect(error?.message).toContain(`Agent ${anna.login}: a break needs a 'Reason'`);
			expect(stage.conpeek.seen).toEqual([]);
		},
	);

	it('carries its name and its note, and being online its mode', async () => {
		const { out, error } = await stage.run({ vendor: 'conpeek', onlineModeId: CONPEEK_MODE.chats }, [
			wish(anna.login, 'break', { reason: CONPEEK_BREAK.lunch, note: 'back at one' }),
			wish(dawid.login, 'busy', { reason: CONPEEK_BREAK.training }),
			wish(String(carla.conpeekId), 'available', { note: 'not for this' }),
		]);

		expect(error).toBeUndefined();
		expect(each(out, 'outcome')).toEqual(['changed', 'changed', 'changed']);
		expect(each(out, 'reason')).toEqual([CONPEEK_BREAK.lunch, CONPEEK_BREAK.training, null]);
		expect(sent()).toEqual([
			{
				work_state: 'ONBREAK',
				break_type: 'COFFEE',
				break_cause: CONPEEK_BREAK.lunch,
				break_note: 'back at one',
			},
			{ work_state: 'ONBREAK', break_type: 'BUSINESS', break_cause: CONPEEK_BREAK.training },
			{ work_state: 'ONLINE', online_mode_id: CONPEEK_MODE.chats },
		]);
	});

	it('is another state than a break of another name', async () => {
		const staticData = {};
		const lunch = wish(dawid.login, 'break', { reason: CONPEEK_BREAK.lunch });
		const training = wish(dawid.login, 'busy', { reason: CONPEEK_BREAK.training });
		const runs = [];
		for (const item of [lunch, lunch, training]) {
			runs.push(await stage.run({ vendor: 'conpeek' }, [item], { staticData }));
		}

		expect(runs.flatMap(({ out }) => each(out, 'outcome'))).toEqual(['changed', 'unchanged', 'changed']);
		expect(sent()).toHaveLength(2);
	});

	it('is written again when the last word is older than the trust in it', async () => {
		const staticData = {};
		const parameters = { vendor: 'conpeek', options: { trustMinutes: 0 } };
		await stage.run(parameters, [wish(anna.login, 'available')], { staticData });
		const { out } = await stage.run(parameters, [wish(anna.login, 'available')], { staticData });

		expect(each(out, 'outcome')).toEqual(['changed']);
		expect(sent()).toHaveLength(2);
	});
});

describe('what is remembered of Conpeek', () => {
	const conpeek = { vendor: 'conpeek' };
	const stateOfAnna = () => stage.conpeek.state.users[anna.conpeekId]?.work_state;

	it('is told as such, with its time', async () => {
		const staticData = {};
		const items = [wish(anna.login, 'available'), wish(dawid.login, 'break', { reason: CONPEEK_BREAK.lunch })];
		await stage.run(conpeek, items, { staticData });
		const { out } = await stage.run(conpeek, items, { staticData });

		expect(each(out, 'outcome')).toEqual(['unchanged', 'unchanged']);
		expect(textAt(out, 0)).toMatch(/^as this workflow last set it at (\d{4}-\d\d-\d\d )?\d\d:\d\d$/);
		expect(textAt(out, 1)).toContain(`${CONPEEK_BREAK.lunch}, as this workflow last set it at `);
	});

	it('is told to be lost where n8n has kept nothing of the run before', async () => {
		const items = [wish(anna.login, 'available')];
		await stage.run(conpeek, items);
		const { out, hints } = await stage.run(conpeek, items);

		expect(each(out, 'outcome')).toEqual(['changed']);
		expect(hints.map(({ message }) => message)).toContainEqual(
			expect.stringMatching(
				/^n8n has kept nothing from earlier runs of this node, so all agents of Conpeek are set, even those who are already in the state\. /,
			),
		);
	});

	it('is void after a run by hand', async () => {
		const staticData = {};
		await stage.run(conpeek, [wish(anna.login, 'available')], { staticData });
		// n8n saves nothing after it.
		await stage.run(conpeek, [wish(anna.login, 'offline')], {
			mode: 'manual',
			staticData: structuredClone(staticData),
		});
		const compared = await stage.run({ ...conpeek, operation: 'compare' }, [wish(anna.login, 'available')], {
			staticData,
		});
		const { out } = await stage.run(conpeek, [wish(anna.login, 'available')], { staticData });

		expect(rowsOf(compared.out)).toMatchObject([{ actual: null, matches: false }]);
		expect(each(out, 'outcome')).toEqual(['changed']);
		expect(stateOfAnna()).toBe('ONLINE');
		expect(
			each((await stage.run(conpeek, [wish(anna.login, 'available')], { staticData })).out, 'outcome'),
		).toEqual(['unchanged']);
	});

	it('is void after two executions at once, whichever of them n8n saves last', async () => {
		const both = (['available', 'offline'] as const).map((state) => ({ state, staticData: {} }));
		stage.conpeek.faults.latency(20);
		await Promise.all(
			both.map(({ state, staticData }) => stage.run(conpeek, [wish(anna.login, state)], { staticData })),
		);
		for (const { state, staticData } of both) {
			const { out } = await stage.run(conpeek, [wish(anna.login, state)], { staticData });
			expect(each(out, 'outcome')).toEqual(['changed']);
			expect(stateOfAnna()).toBe(state === 'available' ? 'ONLINE' : 'OFFLINE');
		}
	});
});
