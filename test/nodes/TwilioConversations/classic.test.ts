import type { INodeParameters } from 'n8n-workflow';
import { makeConversationUser, PEOPLE } from '../../../simulators';
import { byIdentity } from '../../support/pack/vendors';
import { each, rowsOf, textAt, useStage, wish, writesIn } from '../../support/pack/stage';

const { anna, bob, carla, dawid } = PEOPLE;
const stage = useStage();

const inDefault = {
	vendor: 'twilioConversations',
	serviceScope: 'default',
	keptIn: 'attribute',
	attributeName: 'agentState',
};
const goesOn = { onError: 'continueRegularOutput' as const };
const webhooks = () => writesIn(stage.twilio.seen).map(({ headers }) => headers['x-twilio-webhook-enabled']);

const own = async (operation: string, parameters: INodeParameters) =>
	await stage.bench.run({
		node: 'twilioConversations',
		parameters: { resource: 'user', operation, serviceScope: 'default', ...parameters },
		credentials: stage.credentials,
	});

const setState = async (more: INodeParameters = {}) =>
	await own('setState', { user: byIdentity(anna.identity), state: 'break', ...more });

function userOf(sid: string) {
	const user = stage.twilio.state.conversationUsers[sid];
	if (!user) throw new Error(`The user ${sid} is missing`);
	return user;
}

function addUser(identity: string, more: Partial<ReturnType<typeof makeConversationUser>> = {}) {
	const user = makeConversationUser({ identity, ...more });
	stage.twilio.state.conversationUsers[user.sid] = user;
	return user;
}

describe('webhooks of Conversations', () => {
	it.each([
		[{}, undefined],
		[{ webhookEnabled: true }, 'true'],
		[{ webhookEnabled: false }, 'false'],
	])('are asked for by Set State with %j: %s', async (stateOptions, header) => {
		await setState({ stateOptions });
		expect(webhooks()).toStrictEqual([header]);
	});

	it.each([
		[{}, undefined],
		[{ webhookEnabled: true }, 'true'],
		[{ webhookEnabled: false }, 'false'],
	])('are asked for by Agent State with %j: %s', async (options, header) => {
		const { attributes } = userOf(anna.conversationUser);
		userOf(anna.conversationUser).attributes = attributes
			.replace('{', '{"agentState":"available",')
			.replace(',}', '}');
		const { out } = await stage.run({ ...inDefault, options }, [wish(anna.identity, 'break')]);
		expect(webhooks()).toStrictEqual([header]);

		await stage.run({ ...inDefault, operation: 'restorePrevious', options }, rowsOf(out));
		expect(webhooks()).toStrictEqual([header, header]);
	});

	it('are asked for when the state is a role, too', async () => {
		await setState({
			keptIn: 'role',
			stateMapping: { rule: [{ state: 'break', reason: '', native: 'Service Admin' }] },
			stateOptions: { webhookEnabled: true },
		});
		expect(webhooks()).toEqual(['true']);
	});

	it('are nothing that other services are told of', async () => {
		const users = { vendor: 'twilioFrontline', options: { webhookEnabled: true } };
		await stage.run(users, [wish(anna.identity, 'available')]);
		expect(webhooks()).toStrictEqual([undefined]);
	});
});

describe('an identity that cannot stand in an address', () => {
	const identities = ['team/anna', 'anna?', 'anna#1', String.raw`team\anna`, '..'];
	const known = [bob, carla, dawid].map(({ identity }) => identity);

	it.each(identities)('%s is found in the list, alone and among others, and written by SID', async (identity) => {
		for (const others of [[], known.slice(0, 1), known]) {
			await stage.reset();
			const user = addUser(identity);
			const { out } = await stage.run(
				inDefault,
				[identity, ...others].map((agent) => wish(agent, 'break')),
				goesOn,
			);

			expect(each(out, 'outcome')).toEqual([identity, ...others].map(() => 'changed'));
			expect(each(out, 'agentId')[0]).toBe(user.sid);
			expect(stage.twilio.state.conversationUsers[user.sid]?.attributes).toContain('"break"');
			expect(writesIn(stage.twilio.seen).map(({ path }) => path)).toContain(
				`/conversations/v1/Users/${user.sid}`,
			);
		}
	});

	it('is found on the last page, whatever was found before', async () => {
		for (let index = 0; index < 120; index++) addUser(`robot${index}`);
		const user = addUser('team/anna');
		const { out } = await stage.run(
			inDefault,
			['robot1', 'robot2', 'team/anna'].map((agent) => wish(agent, 'break')),
		);

		expect(each(out, 'outcome')).toEqual(['changed', 'changed', 'changed']);
		expect(each(out, 'agentId')[2]).toBe(user.sid);
	});

	it('is not a friendly name, and upper and lower case matter', async () => {
		addUser('robot1', { friendly_name: 'team/anna' });
		addUser('Team/Anna');
		const { out } = await stage.run(inDefault, [wish('team/anna', 'break')], goesOn);

		expect(each(out, 'outcome')).toEqual(['failed']);
		expect(textAt(out, 0)).toContain('matches no user');
		expect(writesIn(stage.twilio.seen)).toEqual([]);
	});

	it('is refused by an operation on one user, which says what to use instead', async () => {
		const { error } = await own('get', { user: byIdentity('team/anna') });
		expect(error?.message).toContain('use the SID or ID instead');
	});

	it.each([1, 4])('fails at a service without a list, which says what to use instead (%i agents)', async (count) => {
		const agents = ['team/anna', bob.identity, carla.identity, dawid.identity].slice(0, count);
		const { out } = await stage.run(
			{ vendor: 'twilioFrontline', options: { unknownAgents: 'skip' } },
			agents.map((agent) => wish(agent, 'available')),
			goesOn,
		);

		// The user may well exist, so it is not skipped as one who does not.
		expect(each(out, 'outcome')[0]).toBe('failed');
		expect(textAt(out, 0)).toContain('use the SID or ID instead');
	});
});

describe('the limits of Conversations (classic)', () => {
	it.each(['anna@example.com', 'team/anna', 'a+b'])(
		'an identity that Twilio advises against is taken with a warning: %s',
		async (identity) => {
			const { out, hints } = await own('create', { identity });

			expect(out).toHaveLength(1);
			expect(JSON.stringify(hints)).toContain('Twilio advises against');
		},
	);

	it('an identity without such characters needs no warning', async () => {
		expect((await own('create', { identity: 'anna_k-2.0~' })).hints).toEqual([]);
	});

	it.each([
		['system', '50203', 'Choose another one'],
		[`US${'a'.repeat(32)}`, '50206', 'must not look like a user SID'],
		['a'.repeat(257), '50207', '256 characters'],
		[anna.identity, '50201', 'Use Update'],
	])('an identity that Twilio refuses is told with the way out: %s', async (identity, code, advice) => {
		const { error } = await own('create', { identity });

		expect(error?.description).toContain(`code ${code}`);
		expect(error?.description).toContain(advice);
	});

	it('attributes of 16 KB are taken, and one character more is refused before anything is sent', async () => {
		const long = (length: number) => JSON.stringify({ a: 'x'.repeat(length - 8) });
		const update = async (attributes: string) =>
			await own('update', { user: byIdentity(anna.identity), updateFields: { attributes } });

		expect((await update(long(16_384))).error?.message).toBeUndefined();
		const { error } = await update(long(16_385));
		expect(error?.message).toContain("'Attributes (JSON)' is 16385 characters long; at most 16384 are allowed");
		expect(writesIn(stage.twilio.seen)).toHaveLength(1);
	});

	it('attributes that a change would make too long are left as they are', async () => {
		userOf(anna.conversationUser).attributes = JSON.stringify({ a: 'x'.repeat(16_370) });
		const merged = await own('mergeAttributes', {
			user: byIdentity(anna.identity),
			attributes: '{"team":"billing"}',
		});
		const state = await setState();

		for (const { error } of [merged, state]) {
			expect(error?.message).toContain('with this change the attributes of the user are too long');
		}
		expect(writesIn(stage.twilio.seen)).toEqual([]);
	});

	it.each([
		['twilioConversations', 50200, 'The identity is case-sensitive'],
		['twilioConversations', 50303, '16 KB'],
		['twilioConversations', 50304, 'JSON object'],
		['twilioConversations', 50385, 'region'],
		['twilioFrontline', 48001, 'Callback URL'],
		['twilioFrontline', 48026, 'proxy address'],
		['twilioFrontline', 48033, 'system, private or unique'],
	])('the codes of %s come with the way out: %i', async (node, code, advice) => {
		stage.twilio.faults.push({ status: 400, body: { code, message: 'Words of Twilio', status: 400 } });
		const { error } = await stage.bench.run({
			node,
			parameters: {
				resource: 'user',
				operation: 'get',
				serviceScope: 'default',
				user: byIdentity(anna.identity),
			},
			credentials: stage.credentials,
		});

		expect(error?.message).toContain('Words of Twilio');
		expect(error?.description).toContain(advice);
	});
});
