import type { IDataObject } from 'n8n-workflow';
import { PEOPLE, VOIPNOW_QUEUE, WORKSPACE_SID } from '../../../simulators';
import { originOf } from '../../support/pack/workers';
import { each, taskRouter, useStage, wish, writesIn } from '../../support/pack/stage';
import { byName, bySid } from '../../support/pack/vendors';

const { anna, carla } = PEOPLE;
const stage = useStage();
const preview = taskRouter({ previewOnly: true });

const told = (hints: Array<{ message: string }>) => hints.map(({ message }) => message).join('\n');

describe('empty rows of a sheet', () => {
	const rows: IDataObject[] = [
		{ row_number: 2, Agent: anna.name, State: 'break' },
		{ row_number: 3, Agent: '', State: ' ' },
		{ row_number: 5, Agent: null, State: '\u00a0' },
		{ row_number: 6, Agent: carla.name, State: 'break' },
	];

	it.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const)(
		'are skipped: %s',
		async (onError) => {
			const { out, failed, error, hints } = await stage.run(preview, rows, { onError });

			expect(error).toBeUndefined();
			expect(failed).toEqual([]);
			expect(each(out, 'agent')).toEqual([anna.name, carla.name]);
			expect(out.map(originOf)).toEqual([0, 3]);
			expect(told(hints)).toContain('2 empty rows were skipped.');
		},
	);

	it('are told where there is nothing else', async () => {
		const { error } = await stage.run(preview, rows.slice(1, 3));

		expect(error?.message).toBe('Row 3 has no agent: write an ID or a name in the column "Agent"');
		expect(error?.description).toContain('Row 5 has no agent');
	});

	it('are none where something is in them', async () => {
		const { error } = await stage.run(preview, [...rows.slice(0, 3), { row_number: 9, Agent: '', State: 'break' }]);

		expect(error?.message).toBe('Row 9 has no agent: write an ID or a name in the column "Agent"');
		expect(error?.context).toMatchObject({ itemIndex: 3 });
	});

	it('without columns are an item of a step that found nothing, and told', async () => {
		const { error } = await stage.run(preview, [wish(anna.name, 'break'), {}]);

		expect(error?.message).toContain('Row 2: column "agentId" is empty or missing; the item has: nothing');
	});
});

describe('the usual headings of other tables', () => {
	it.each([
		[{ Agent: anna.name, State: 'Break' }, 'Read Agent as the agent and State as the state.'],
		[{ Employee: anna.name, 'Desired State': 'Break' }, 'Read Employee as the agent.'],
		[{ Mitarbeiter: anna.name, state: 'Break', Name: 'Team A' }, 'Read Mitarbeiter as the agent'],
		[{ 'Agent ID': anna.worker, Agent: 'someone', State: 'Break' }, 'Read State as the state.'],
	])('are read, and what was read is told: %j', async (row, words) => {
		const { out, error, hints } = await stage.run(preview, [row]);

		expect(error).toBeUndefined();
		expect(out[0]?.json).toMatchObject({ agent: anna.name, requested: 'break' });
		expect(told(hints)).toContain(words);
	});

	it('take the service from a column, too', async () => {
		const parameters = { vendor: 'fromItem', workspace: bySid(WORKSPACE_SID), previewOnly: true };
		const { out, error } = await stage.run(parameters, [
			{ Agent: anna.name, Service: 'Twilio TaskRouter', State: 'break' },
		]);

		expect(error).toBeUndefined();
		expect(each(out, 'outcome')).toEqual(['preview']);
	});

	it.each([
		['two headings that are equally likely', {}, { Employee: anna.name, Worker: carla.name, State: 'break' }],
		['a column that the form names', { agentColumn: 'Who' }, { Agent: anna.name, State: 'break' }],
		['a state that the form names', { stateColumn: 'Wanted' }, { Agent: anna.name, State: 'break' }],
	])('are not read in place of %s', async (_what, parameters, row) => {
		const { error } = await stage.run({ ...preview, ...parameters }, [row]);

		expect(error?.message).toContain('is empty or missing');
	});

	it('are not read for a row that lacks a column which the others have', async () => {
		const { error } = await stage.run(preview, [
			wish(anna.name, 'break', { email: 'a@example.com' }),
			{ email: 'carla@example.com', desiredState: 'break' },
		]);

		expect(error?.message).toContain('Row 2: column "agentId" is empty or missing');
	});
});

describe('a name that the roster knows', () => {
	const row = { agent: 'Bob of the roster', agentId: '0003*211', desiredState: 'break' };

	it('stands in the rows of a service that has none, also after Restore Previous', async () => {
		const parameters = { vendor: 'voipNow', queues: VOIPNOW_QUEUE };
		for (const operation of ['compare', 'getState', 'setState']) {
			const { out, error } = await stage.run({ ...parameters, operation }, [row]);
			expect(error).toBeUndefined();
			expect(out[0]?.json).toMatchObject({ agent: 'Bob of the roster', agentId: '0003*211' });
			if (operation !== 'setState') continue;
			const rows = out.map(({ json }) => json);
			const back = await stage.run({ ...parameters, operation: 'restorePrevious' }, rows);
			expect(back.out[0]?.json).toMatchObject({ agent: 'Bob of the roster', outcome: 'changed' });
		}
		const conpeek = { agent: 'Anna of the roster', agentId: anna.login, desiredState: 'available' };
		const { out } = await stage.run({ vendor: 'conpeek' }, [conpeek]);
		expect(each(out, 'agent')).toEqual(['Anna of the roster']);
	});

	it("gives way to the service's own", async () => {
		const { out } = await stage.run(preview, [{ agent: 'someone', agentId: anna.worker, desiredState: 'break' }]);

		expect(each(out, 'agent')).toEqual([anna.name]);
	});
});

describe('all that is wrong', () => {
	it('is one message of Agent State: a line for each name that is misspelt', async () => {
		const rows = ['Ana Kowalska', anna.name, 'Bob Sone', 'Elif Demr'].map((name) => wish(name, 'break'));
		const { error } = await stage.run(taskRouter(), rows);

		expect(error?.message).toMatch(/^Row 1: Agent Ana Kowalska: matches no worker\. There are: Anna Kowalska/);
		expect(error?.description?.split('<br>')).toEqual([
			expect.stringMatching(/^Row 3: Agent Bob Sone: matches no worker/),
			expect.stringMatching(/^Row 4: Agent Elif Demr: matches no worker/),
			'Nothing was changed.',
		]);
		expect(writesIn(stage.twilio.seen)).toEqual([]);
	});

	it("is one message of a service's own node", async () => {
		const { error } = await stage.bench.run({
			node: 'twilioTaskRouter',
			parameters: {
				...{ resource: 'worker', operation: 'setActivity', workspace: bySid(WORKSPACE_SID) },
				...{ worker: byName('={{ $json.name }}'), activity: byName('Break') },
			},
			items: ['Ana Kowalska', anna.name, 'Bob Sone'].map((name) => ({ name })),
			credentials: stage.credentials,
		});

		expect(error?.message).toMatch(/^Row 1: Worker Ana Kowalska: 'Worker' "Ana Kowalska" matches no worker/);
		expect(error?.description).toMatch(/^Row 3: Worker Bob Sone: 'Worker' "Bob Sone" matches no worker/);
		expect(writesIn(stage.twilio.seen)).toEqual([]);
	});

	it.each([
		['twilioTaskRouter', { workspace: { __rl: true, mode: 'list', value: '' } }, "'Workspace' is empty"],
		['voipNow', { queues: '' }, "'Queues' is empty"],
	])('with the node is told once, and of no agent: %s', async (vendor, fields, words) => {
		const rows = [wish('0003*210', 'break'), wish('0003*211', 'break')];
		const { error } = await stage.run({ vendor, ...fields }, rows);

		expect(error?.message).toBe(words);
		expect(error?.description).toBe('Nothing was sent: all items are checked before the first request.');
	});
});

it('the form requires where the agents are, unless a row may say so', () => {
	const { properties } = stage.bench.loader.getNode('agentState').type.description as {
		properties: Array<{ name: string; required?: boolean; hint?: string; displayOptions?: { show?: object } }>;
	};
	for (const name of ['workspace', 'queues', 'service']) {
		const fields = properties.filter((field) => field.name === name);
		expect(
			fields.map(({ displayOptions, required = false, hint = '' }) => [displayOptions?.show, required, hint]),
		).toEqual([
			[expect.objectContaining({ source: ['items'] }), false, expect.stringContaining("'More Columns'")],
			[expect.objectContaining({ source: ['fields'] }), true, ''],
			[expect.not.objectContaining({ source: expect.anything() as unknown }), false, ''],
		]);
	}
});
