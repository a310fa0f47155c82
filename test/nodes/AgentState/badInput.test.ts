import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { ACTIVITY, OTHER_WORKSPACE_SID, PEOPLE, VOIPNOW_QUEUE } from '../../../simulators';
import { originOf } from '../../support/pack/workers';
import { each, rowsOf, taskRouter, textAt, useStage, wish, writesIn } from '../../support/pack/stage';
import { byName, located } from '../../support/pack/vendors';

const { anna, bob, carla, dawid } = PEOPLE;
const stage = useStage();

/** A good item before and after the bad one: they must not be changed when the run stops, and must be when it goes on. */
const around = (bad: IDataObject): IDataObject[] => [
	wish(anna.worker, 'available'),
	bad,
	wish(carla.worker, 'offline'),
];

const bad: Array<[what: string, item: IDataObject, agent: string, words: string, parameters?: INodeParameters]> = [
	[
		'a state that there is none of',
		wish(dawid.worker, 'lunch'),
		dawid.worker,
		'"lunch" is not a state. There are: available, busy, break, offline',
	],
	[
		'a state that is only ever observed',
		wish(dawid.worker, 'unknown'),
		dawid.worker,
		'"unknown" is not a state. There are: available, busy, break, offline',
	],
	[
		'an agent that nobody is',
		wish('Ana Kowalska', 'busy'),
		'Ana Kowalska',
		'matches no worker. There are: Anna Kowalska',
	],
	['an agent with a SID of nobody', wish(`WK${'e'.repeat(32)}`, 'busy'), `WK${'e'.repeat(32)}`, 'matches no worker'],
	[
		'an agent column that is empty',
		{ agentId: ' ', desiredState: 'busy', extra: 1 },
		'',
		'Row 2 has no agent: write an ID or a name in the column "agentId"',
	],
	[
		'an agent column that is missing',
		{ who: dawid.worker, what: 'busy' },
		'',
		'column "agentId" is empty or missing; the item has: who, what.',
	],
	['no columns at all', {}, '', 'the item has: nothing'],
	[
		'a state column that is missing',
		{ agentId: dawid.worker, state: 'busy' },
		dawid.worker,
		'column "desiredState" is empty or missing; the item has: agentId, state. Name the column under \'State Column\'',
	],
	[
		'a scope that does not exist',
		wish(dawid.worker, 'busy', { scope: 'Suport' }),
		dawid.worker,
		'\'Workspace\' "Suport" matches no workspace. There are: Support, Back Office',
	],
	[
		'an agent of another scope',
		wish(dawid.worker, 'offline', { scope: OTHER_WORKSPACE_SID }),
		dawid.worker,
		'does not exist here',
	],
	[
		'a mapping that leads to nothing',
		wish(dawid.worker, 'busy'),
		dawid.worker,
		'the mapping leads to "Brake", which does not exist. There are: Offline, Available, Unavailable, Break, Busy',
		{ twilioTaskRouterMapping: { rule: [{ state: 'busy', reason: '', native: byName('Brake') }] } },
	],
];

describe.each(bad)('%s', (_what, item, agent, words, parameters) => {
	const subject = agent === '' ? '' : `Agent ${agent}: `;

	it('stops the run before anyone is changed, and the error names agent and item', async () => {
		const { out, error } = await stage.run(taskRouter(parameters), around(item));

		expect(error?.message).toMatch(/^Row 2(?:: | has no agent)/);
		expect(error?.message).toContain(subject);
		expect(error?.message).toContain(words);
		expect(error?.context).toMatchObject({ itemIndex: 1 });
		expect(error?.description).toMatch(/Nothing was (changed|sent)/);
		expect(out).toEqual([]);
		expect(writesIn(stage.twilio.seen)).toEqual([]);
	});

	it('is a row with the outcome failed when the run goes on', async () => {
		const { out, error } = await stage.run(taskRouter(parameters), around(item), {
			onError: 'continueRegularOutput',
		});

		expect(error).toBeUndefined();
		expect(out.map(originOf)).toEqual([0, 1, 2]);
		expect(each(out, 'outcome')).toEqual(['changed', 'failed', 'changed']);
		expect(textAt(out, 1)).toContain(words);
		expect(Object.keys(out[1]?.json ?? {})).toEqual(Object.keys(out[0]?.json ?? {}));
		expect(out[1]?.json.restore).toBeNull();
		expect(writesIn(stage.twilio.seen)).toHaveLength(2);
	});

	it('goes to the error output, and the others to the first', async () => {
		const { out, failed, error } = await stage.run(taskRouter(parameters), around(item), {
			onError: 'continueErrorOutput',
		});

		expect(error).toBeUndefined();
		expect(out.map(originOf)).toEqual([0, 2]);
		expect(each(out, 'outcome')).toEqual(['changed', 'changed']);
		expect(failed.map(originOf)).toEqual([1]);
		expect(failed[0]?.json.error).toContain(subject);
		expect(failed[0]?.json.error).toContain(words);
		// What came in stays with the error.
		expect(failed[0]?.json).toMatchObject(item);
	});
});

describe('the same agent twice', () => {
	it('or a hundred times is told with the first five', async () => {
		const items = Array.from({ length: 100 }, (_, index) => wish(anna.worker, index === 0 ? 'busy' : 'available'));
		const { error } = await stage.run(taskRouter(), items);

		expect(error?.message).toContain('rows 1, 2, 3, 4, 5 and 95 more ask for different states');
	});

	const conflict = 'rows 1 and 2 ask for different states of the same agent (Available, Busy)';

	it.each([
		['by SID both times', anna.worker],
		['once by name', anna.name],
		['once by name in other case', ' anna KOWALSKA '],
	])('with two desiredStates, %s, is refused and nobody is changed', async (_how, other) => {
		const items = [wish(anna.worker, 'available'), wish(other, 'busy'), wish(carla.worker, 'offline')];
		const { error } = await stage.run(taskRouter(), items);

		expect(error?.message).toBe(`Row 1: Agent ${anna.name}, ${anna.worker}: ${conflict}`);
		expect(writesIn(stage.twilio.seen)).toEqual([]);

		const { out } = await stage.run(taskRouter(), items, { onError: 'continueRegularOutput' });
		expect(each(out, 'outcome')).toEqual(['failed', 'failed', 'changed']);
		expect(textAt(out, 1)).toContain(conflict);
		expect(writesIn(stage.twilio.seen)).toHaveLength(1);
	});

	it('with one wish is written once and has one row, and a line above the output says so', async () => {
		const items = [wish(anna.worker, 'available'), wish(carla.worker, 'offline'), wish(anna.name, 'Available')];
		const { out, error, hints } = await stage.run(taskRouter(), items);

		expect(error).toBeUndefined();
		expect(each(out, 'outcome')).toEqual(['changed', 'changed']);
		expect(out.map(originOf)).toEqual([0, 1]);
		expect(out[0]?.json).toMatchObject({ agentId: anna.worker, previous: 'offline', current: 'available' });
		expect(writesIn(stage.twilio.seen)).toHaveLength(2);
		expect(hints.map(({ message }) => message)).toEqual([
			'2 agents: 2 changed.',
			`Named by several rows of the input, with one row for all of them: ${anna.name} (rows 1 and 3).`,
		]);
	});

	it.each(['getState', 'compare'])('has one row in %s too', async (operation) => {
		const items = [wish(anna.worker, 'available'), wish(anna.name, 'available')];
		const { out } = await stage.run(taskRouter({ operation }), items);

		expect(each(out, 'agentId')).toEqual([anna.worker]);
	});

	it('is compared with each state that items ask for', async () => {
		const items = [wish(anna.worker, 'available'), wish(anna.name, 'offline'), wish(anna.name, 'offline')];
		const { out } = await stage.run(taskRouter({ operation: 'compare' }), items, {
			onError: 'continueRegularOutput',
		});

		expect(each(out, 'outcome')).toEqual(['failed', 'failed', 'failed']);
	});

	it('with two words for one state of the service is written once, and each row tells its own wish', async () => {
		const user = stage.twilio.state.frontlineUsers[anna.frontlineUser];
		if (user) user.is_available = true;
		const { out, error } = await stage.run({ vendor: 'twilioFrontline' }, [
			wish(anna.identity, 'break', { reason: 'Lunch' }),
			wish(anna.frontlineUser, 'busy'),
		]);

		expect(error).toBeUndefined();
		expect(each(out, 'requested')).toEqual(['break', 'busy']);
		expect(each(out, 'current')).toEqual(['break', 'busy']);
		expect(each(out, 'reason')).toEqual(['Lunch', null]);
		expect(writesIn(stage.twilio.seen)).toHaveLength(1);
	});

	it('fails once when its one change fails', async () => {
		stage.twilio.faults.push({ status: 403, times: 'always', match: { method: 'POST' } });
		const items = [wish(anna.worker, 'available'), wish(anna.name, 'available')];
		const { out, failed } = await stage.run(taskRouter(), items, { onError: 'continueErrorOutput' });

		expect(out).toEqual([]);
		expect(failed.map(originOf)).toEqual([0]);
		expect(writesIn(stage.twilio.seen)).toHaveLength(1);
	});

	it.each([
		['a conversation service and by the default one', 'twilioConversations', { scope: 'Support' }, anna.identity],
		['identity', 'twilioConversations', {}, anna.identity],
	])('with two desiredStates, by SID and by %s, is refused', async (_how, vendor, more, other) => {
		const items = [wish(anna.conversationUser, 'available'), wish(other, 'busy', more)];
		const { error } = await stage.run({ vendor, serviceScope: 'default' }, items);

		expect(error?.message).toContain('rows 1 and 2 ask for different states of the same agent');
		expect(writesIn(stage.twilio.seen)).toEqual([]);
	});
});

describe('one of several services', () => {
	const items = [
		wish(anna.worker, 'available', { service: 'twilioTaskRouter' }),
		wish(anna.extension, 'available', { service: 'VoipNow' }),
		wish(anna.login, 'available', { service: 'genesys' }),
	];
	const parameters = { vendor: 'fromItem', ...taskRouter(), user: '@me', queues: VOIPNOW_QUEUE };
	const fromItem = { ...parameters, vendor: 'fromItem' };

	it('that is unknown fails its own item, and the message lists those that there are', async () => {
		const { out } = await stage.run(fromItem, items, { onError: 'continueRegularOutput' });

		expect(each(out, 'outcome')).toEqual(['changed', 'changed', 'failed']);
		expect(out[2]?.json.reason).toBe(
			'there is no service "genesys". There are: conpeek, twilioConversations, twilioFrontline, twilioTaskRouter, voipNow',
		);
	});

	it('that has no credential fails its own items alone', async () => {
		const { voipNowOAuth2Api: _none, ...credentials } = stage.credentials;
		const { out } = await stage.run(fromItem, items, { credentials, onError: 'continueRegularOutput' });

		expect(each(out, 'outcome')).toEqual(['changed', 'failed', 'failed']);
		expect(textAt(out, 1)).toContain("The 'VoipNow' credential: ");
	});

	it('that has no credential stops the run with nobody changed', async () => {
		const { voipNowOAuth2Api: _none, ...credentials } = stage.credentials;
		const { error } = await stage.run(fromItem, items.slice(0, 2), { credentials });

		expect(error?.message).toMatch(/^The 'VoipNow' credential: /);
		expect(writesIn(stage.twilio.seen)).toEqual([]);
	});

	it('must be named by each item', async () => {
		const { error } = await stage.run(fromItem, [wish(anna.worker, 'available')]);

		expect(error?.message).toContain('column "service" is empty or missing; the item has: agentId, desiredState.');
	});
});

describe('the fields', () => {
	const fields = (more: INodeParameters): INodeParameters =>
		taskRouter({ source: 'fields', agent: located('id', anna.worker), state: 'available', ...more });

	it.each([
		['an empty agent', { agent: located('id', '={{ "" }}') }, "'Agent' is empty"],
		['an agent that is not a SID', { agent: located('id', '={{ "anna" }}') }, "'Agent' must be a worker SID"],
		['a state from an expression', { state: '={{ "gone" }}' }, "'State' "],
		['no workspace', { workspace: located('id', '={{ "" }}') }, "'Workspace' is empty"],
		['an expression that fails', { state: '={{ $("Nowhere").item.json.x }}' }, "Referenced node doesn't exist"],
	])('refuse %s before anything is sent', async (_what, more, words) => {
		const { error } = await stage.run(fields(more));

		expect(error?.message).toContain(words);
		expect(error?.context).toMatchObject({ itemIndex: 0 });
		expect(stage.twilio.seen).toEqual([]);
	});

	it('are read anew for each item', async () => {
		const people = [anna, bob, carla];
		const { out } = await stage.run(
			fields({ agent: located('name', '={{ $json.who }}'), state: '={{ $json.what }}', operation: 'compare' }),
			people.map(({ name }) => ({ who: name, what: 'available' })),
		);

		expect(rowsOf(out).map(({ agentId, matches }) => [agentId, matches])).toEqual([
			[anna.worker, false],
			[bob.worker, true],
			[carla.worker, true],
		]);
	});
});

describe('a service that answers no look-up', () => {
	it('is told in its own words, with the request to ask its support about', async () => {
		stage.twilio.faults.push({ status: 403, times: 'always', match: { path: /Activities/ } });
		const { error } = await stage.run(taskRouter(), [wish(anna.worker, 'available')]);

		expect(error?.httpCode).toBe('403');
		expect(error?.description).toMatch(/request RQ\w+.* Nothing was changed\./);
		expect(stage.twilio.state.workers[anna.worker]?.activity_sid).toBe(ACTIVITY.offline);
	});
});
