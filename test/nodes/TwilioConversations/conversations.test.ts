import type { IDataObject, INodeParameters } from 'n8n-workflow';
import {
	CHAT_SERVICE_SID,
	OTHER_CHAT_SERVICE_SID,
	PEOPLE,
	ROLE,
	bySid as recordsBySid,
	makeConversationUser,
	startTwilio,
} from '../../../simulators';
import { useSimulator } from '../../support/pack/useSimulator';
import { byIdentity, byName, bySid, twilioCredential } from '../../support/pack/vendors';

const { anna, bob } = PEOPLE;
const stage = useSimulator(startTwilio);

async function did(operation: string, parameters: INodeParameters = {}): Promise<IDataObject[]> {
	const [resource = '', name = ''] = operation.split('.');
	const { out, error } = await stage.bench.run({
		node: 'twilioConversations',
		parameters: { resource, operation: name, ...parameters },
		credentials: twilioCredential(stage.simulator.url),
	});
	if (error) throw error;
	return out.map(({ json }) => json);
}

const written = () => stage.simulator.seen.filter(({ method }) => method !== 'GET');
const ofAnna = { user: byIdentity(anna.identity) };
const storedAttributes = () =>
	JSON.parse(stage.simulator.state.conversationUsers[anna.conversationUser]?.attributes ?? 'null') as IDataObject;
const defaultService = { serviceScope: 'default' };
const support = { serviceScope: 'specific', service: bySid(CHAT_SERVICE_SID) };
const supportByName = { serviceScope: 'specific', service: byName('support') };
const backOffice = { serviceScope: 'specific', service: byName('Back Office') };

describe.each<[string, INodeParameters, RegExp]>([
	['the default service', defaultService, /^\/conversations\/v1\/(Users|Roles)/],
	['a service by SID', support, new RegExp(`^/conversations/v1/Services/${CHAT_SERVICE_SID}/`)],
	['a service by name', supportByName, new RegExp(`^/conversations/v1/Services(/${CHAT_SERVICE_SID}/|\\?)`)],
])('in %s', (_where, scope, paths) => {
	beforeEach(async () => await stage.start());
	afterEach(() => {
		expect(stage.simulator.seen.filter(({ path }) => !paths.test(path))).toEqual([]);
	});

	it('a user is created', async () => {
		const [created] = await did('user.create', {
			...scope,
			identity: 'grażyna+vip@example.com',
			additionalFields: { attributes: '{"a":1}', friendlyName: 'Grażyna', role: byName('Service Admin') },
		});

		expect(stage.simulator.state.conversationUsers[created?.sid as string]).toMatchObject({
			identity: 'grażyna+vip@example.com',
			attributes: '{"a":1}',
			friendly_name: 'Grażyna',
			role_sid: ROLE.supervisor,
			chat_service_sid: CHAT_SERVICE_SID,
		});
	});

	it('a user is read', async () => {
		expect(await did('user.get', { ...scope, ...ofAnna })).toMatchObject([{ sid: anna.conversationUser }]);
	});

	it('users are listed', async () => {
		const all = await did('user.getAll', scope);

		expect(all.map(({ identity }) => identity)).toEqual(Object.values(PEOPLE).map(({ identity }) => identity));
		expect(await did('user.getAll', { ...scope, limit: 2 })).toEqual(all.slice(0, 2));
	});

	it('a user gets another role', async () => {
		await did('user.update', { ...scope, ...ofAnna, updateFields: { role: byName('service admin') } });

		expect(stage.simulator.state.conversationUsers[anna.conversationUser]?.role_sid).toBe(ROLE.supervisor);
	});

	it('a user is put out with the attributes only if they were set', async () => {
		const update = async (updateFields: INodeParameters) =>
			await did('user.update', { ...scope, ...ofAnna, updateFields });

		expect(await update({ attributes: '{"a":1}' })).toMatchObject([{ attributes: { a: 1 } }]);
		expect((await update({ friendlyName: 'Anna' }))[0]).not.toHaveProperty('attributes');
	});

	it('attributes are merged, and the others are kept', async () => {
		await did('user.update', { ...scope, ...ofAnna, updateFields: { attributes: '{"team":"a","skills":["pl"]}' } });

		const items = await did('user.mergeAttributes', {
			...scope,
			...ofAnna,
			attributes: '{"agentState":"break","skills":["en"]}',
			listRule: 'append',
		});

		expect(items).toMatchObject([{ sid: anna.conversationUser, changed: true }]);
		expect(storedAttributes()).toEqual({ team: 'a', skills: ['pl', 'en'], agentState: 'break' });
	});

	it('attributes that are so already are not written', async () => {
		await did('user.update', { ...scope, ...ofAnna, updateFields: { attributes: '{"agentState":"break"}' } });
		const before = written().length;

		const items = await did('user.mergeAttributes', { ...scope, ...ofAnna, attributes: '{"agentState":"break"}' });

		expect(items).toMatchObject([{ changed: false }]);
		expect(written()).toHaveLength(before);
	});

	it('a user is deleted, and the item says so', async () => {
		expect(await did('user.delete', { ...scope, ...ofAnna })).toEqual([{ deleted: true }]);

		expect(stage.simulator.state.conversationUsers).not.toHaveProperty(anna.conversationUser);
		expect(stage.simulator.state.conversationUsers).toHaveProperty(bob.conversationUser);
	});

	it('a role is read and listed', async () => {
		expect(await did('role.get', { ...scope, role: byName('service admin') })).toMatchObject([
			{ sid: ROLE.supervisor, permissions: expect.arrayContaining(['editAnyUserInfo']) as string[] },
		]);
		expect((await did('role.getAll', scope)).map(({ sid }) => sid)).toEqual([
			ROLE.agent,
			ROLE.supervisor,
			ROLE.participant,
		]);
	});
});

describe('another service', () => {
	it('has users and roles of its own', async () => {
		await stage.start();

		expect(await did('user.getAll', backOffice)).toEqual([]);
		expect((await did('role.getAll', backOffice)).map(({ sid }) => sid)).toEqual([ROLE.otherAgent]);
	});
});

describe('services', () => {
	it('are listed', async () => {
		await stage.start();

		const all = await did('service.getAll');

		expect(all.map(({ sid }) => sid)).toEqual([CHAT_SERVICE_SID, OTHER_CHAT_SERVICE_SID]);
		expect(await did('service.getAll', { limit: 1 })).toEqual(all.slice(0, 1));
	});
});

describe('a list of users', () => {
	const crowd = (count: number) => ({
		conversationUsers: recordsBySid(
			Array.from({ length: count }, (_, index) =>
				makeConversationUser({ identity: `agent${index}@example.com` }),
			),
		),
	});

	it.each([
		['default service', defaultService],
		['specific service', support],
	])('comes whole over pages of 50, each user once: %s', async (_name, scope) => {
		await stage.start(crowd(173));

		const items = await did('user.getAll', { ...scope, returnAll: true });

		expect(new Set(items.map(({ identity }) => identity)).size).toBe(173);
		expect(items).toHaveLength(173);
		expect(stage.simulator.seen).toHaveLength(4);
	});

	it.each([
		[50, 1],
		[51, 2],
		[120, 3],
	])('ends at a limit of %i after %i pages', async (limit, pages) => {
		await stage.start(crowd(173));

		const items = await did('user.getAll', { ...defaultService, limit });

		expect(items.map(({ identity }) => identity)).toEqual(
			Array.from({ length: limit }, (_, index) => `agent${index}@example.com`),
		);
		expect(stage.simulator.seen).toHaveLength(pages);
	});
});

describe('webhooks', () => {
	it.each([
		['user.create', { identity: 'new@example.com', additionalFields: { webhookEnabled: true } }],
		['user.delete', { ...ofAnna, additionalFields: { webhookEnabled: true } }],
		['user.update', { ...ofAnna, updateFields: { friendlyName: 'A', webhookEnabled: true } }],
	])('are called when the user says so, and the header is absent otherwise: %s', async (operation, parameters) => {
		await stage.start();

		await did(operation, { ...defaultService, ...(parameters as INodeParameters) });

		expect(written().map(({ headers }) => headers['x-twilio-webhook-enabled'])).toEqual(['true']);
	});
});
