import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { INodeListSearchResult, INodeParameters } from 'n8n-workflow';
import {
	ACTIVITY,
	bySid,
	CHAT_SERVICE_SID,
	makeConversationUser,
	makeWorker,
	OTHER_CHAT_SERVICE_SID,
	OTHER_WORKSPACE_SID,
	PEOPLE,
	startTwilio,
	startVoipNow,
	TWILIO_AUTH_TOKEN,
	VOIPNOW_CLIENT_SECRET,
	VOIPNOW_QUEUE,
	VOIPNOW_REMOTE_NUMBER,
	VOIPNOW_SALES_QUEUE,
	WORKSPACE_SID,
} from '../../../simulators';
import { sidOf, upTo } from '../../support/pack/workers';
import { useTwilio } from '../../support/pack/useTwilio';
import { bySid as byId, located, twilioCredential, voipNowCredential } from '../../support/pack/vendors';

const { anna, bob, carla, dawid } = PEOPLE;
const stage = useTwilio();

interface Asked {
	node?: string;
	filter?: string;
	paginationToken?: string;
	secret?: Record<string, string>;
}

const search = async (method: string, parameters: INodeParameters, { node, secret, ...more }: Asked = {}) =>
	await stage.bench.search({
		node: node ?? 'twilioTaskRouter',
		method,
		parameters,
		credentials: {
			twilioContactCenterApi: { ...twilioCredential(stage.twilio.url).twilioContactCenterApi, ...secret },
		},
		...more,
	});
const names = ({ results }: INodeListSearchResult) => results.map(({ name }) => name);
const values = ({ results }: INodeListSearchResult) => results.map(({ value }) => value);
const complaint = async (asked: Promise<unknown>): Promise<Error & { description?: string }> => {
	try {
		await asked;
	} catch (error) {
		return error as Error;
	}
	throw new Error('It was not an error');
};

async function staff(count: number): Promise<void> {
	await stage.twilio.close();
	const workers = upTo(count).map((index) => makeWorker({ sid: sidOf(index), friendly_name: `Robot ${index}` }));
	stage.twilio = await startTwilio({ seed: { workers: bySid(workers) } });
}

const queries = () =>
	stage.twilio.seen.map(({ path }) => Object.fromEntries(new URL(path, stage.twilio.url).searchParams.entries()));
const span = (from: number, count: number) => upTo(count).map((index) => from + index);

const inSupport = { resource: 'worker', operation: 'update', workspace: byId(WORKSPACE_SID) };

describe('the dropdowns of TaskRouter', () => {
	it('list workspaces', async () => {
		const found = await search('searchWorkspaces', {});

		expect(found.results).toEqual([
			{ name: 'Support', value: WORKSPACE_SID },
			{ name: 'Back Office', value: OTHER_WORKSPACE_SID },
		]);
		expect(found.paginationToken).toBeUndefined();
	});

	it('list the workers of the chosen workspace, with what they are doing', async () => {
		expect(names(await search('searchWorkers', inSupport))).toContain('Anna Kowalska (Offline)');
		expect(values(await search('searchWorkers', { ...inSupport, workspace: byId(OTHER_WORKSPACE_SID) }))).toEqual(
			[],
		);
	});

	it.each([
		['from the list', located('list', OTHER_WORKSPACE_SID)],
		['by SID', byId(OTHER_WORKSPACE_SID)],
		['by name', located('name', ' back OFFICE ')],
	])('list the activities of a workspace that was chosen %s', async (_how, workspace) => {
		expect((await search('searchActivities', { ...inSupport, workspace })).results).toEqual([
			{ name: 'Offline (gets no tasks)', value: ACTIVITY.otherOffline },
		]);
	});

	it('list the channels and the reservations of the chosen worker', async () => {
		const worker = { ...inSupport, worker: located('name', bob.name) };
		expect(names(await search('searchChannels', worker)).sort()).toEqual(['chat', 'default', 'sms', 'voice']);
		expect(names(await search('searchReservations', worker))).toEqual([expect.stringMatching(/^pending \(\d{4}-/)]);
	});

	it.each([
		['searchWorkers', { workspace: located('list', '') }, "Choose 'Workspace' first"],
		['searchActivities', { workspace: byId('nonsense') }, "Choose 'Workspace' first"],
		['searchWorkers', {}, "Choose 'Workspace' first"],
		['searchChannels', { workspace: byId(WORKSPACE_SID), worker: located('list', '') }, "Choose 'Worker' first"],
		[
			'searchWorkers',
			{ workspace: located('name', 'Sales') },
			'\'Workspace\' "Sales" matches no workspace. There are: Support, Back Office',
		],
	])('say what must be chosen first: %s %j', async (method, parameters, message) => {
		expect((await complaint(search(method, parameters))).message).toContain(message);
	});

	it('show one page and go on from there', async () => {
		await staff(120);
		const first = await search('searchWorkers', inSupport);
		expect(first.results).toHaveLength(50);
		expect(stage.twilio.seen).toHaveLength(1);
		const { paginationToken } = first;
		const second = await search('searchWorkers', inSupport, { paginationToken: paginationToken as string });
		const third = await search('searchWorkers', inSupport, { paginationToken: second.paginationToken as string });

		expect([first, second, third].flatMap(values)).toEqual(upTo(120).map(sidOf));
		expect(third.paginationToken).toBeUndefined();
		expect(stage.twilio.seen).toHaveLength(3);
	});

	it('find a part of a name, whatever its case, on any page', async () => {
		await staff(2500);
		const found = await search('searchWorkers', inSupport, { filter: ' BOT 249' });

		expect(names(found)).toEqual(
			[249, ...upTo(10).map((index) => 2490 + index)].map((n) => `Robot ${n} (Offline)`),
		);
		expect(found.paginationToken).toBeUndefined();
		expect(queries()).toHaveLength(1);
	});

	it('find an entry by its whole SID, and nothing where nothing is', async () => {
		expect(names(await search('searchWorkers', inSupport, { filter: anna.worker }))).toEqual([
			'Anna Kowalska (Offline)',
		]);
		expect(queries()).toEqual([{ PageSize: '50', TargetWorkersExpression: `sid == '${anna.worker}'` }]);
		expect(await search('searchWorkers', inSupport, { filter: '&FriendlyName=Anna' })).toEqual({ results: [] });
	});

	it('find accents however they are typed', async () => {
		expect(values(await search('searchWorkers', inSupport, { filter: 'nunez' }))).toEqual([carla.worker]);
		expect(values(await search('searchWorkers', inSupport, { filter: 'wojcik' }))).toEqual([dawid.worker]);
		expect(names(await search('searchWorkers', inSupport, { filter: 'núñ'.normalize('NFD') }))).toEqual([
			'Carla Núñez (Available)',
		]);
	});
});

describe('a search in TaskRouter', () => {
	const contains = (...texts: string[]) =>
		['friendly_name', 'full_name', 'email']
			.flatMap((key) => texts.map((text) => `${key} CONTAINS '${text}'`))
			.join(' OR ');

	it('is made by Twilio, in the usual spellings', async () => {
		expect(names(await search('searchWorkers', inSupport, { filter: 'anna ko' }))).toEqual([
			'Anna Kowalska (Offline)',
		]);
		expect(queries()).toEqual([
			{ PageSize: '50', TargetWorkersExpression: contains('anna ko', 'Anna Ko', 'ANNA KO') },
		]);
	});

	it('costs one request among 3,000 workers, and goes on as the user scrolls', async () => {
		await staff(3000);
		stage.twilio.state.expressionRatePerSecond = 1000;
		const found: unknown[] = [];
		let token: string | undefined;
		for (let page = 1; page <= 3; page++) {
			const { results, paginationToken } = await search('searchWorkers', inSupport, {
				filter: 'robot 29',
				...(token !== undefined && { paginationToken: token }),
			});
			found.push(...results.map(({ name }) => name));
			expect(queries()).toHaveLength(page);
			token = paginationToken;
		}

		expect(token).toBeUndefined();
		expect(found).toEqual([29, ...span(290, 10), ...span(2900, 100)].map((n) => `Robot ${n} (Offline)`));
		expect(queries().map(({ TargetWorkersExpression }) => TargetWorkersExpression)).toEqual(
			upTo(3).map(() => contains('robot 29', 'Robot 29', 'ROBOT 29')),
		);
	});

	it.each([
		["O'B", contains(String.raw`O\'B`, String.raw`o\'b`)],
		[
			String.raw`7\' OR 1==1`,
			contains(String.raw`7\\\' OR 1==1`, String.raw`7\\\' or 1==1`, String.raw`7\\\' Or 1==1`),
		],
		['" OR "', contains('" OR "', '" or "', '" Or "')],
	])('takes %s for a text', async (filter, expression) => {
		const sid = sidOf(1);
		stage.twilio.state.workers[sid] = makeWorker({ sid, friendly_name: `before ${filter} after` });

		expect(values(await search('searchWorkers', inSupport, { filter }))).toEqual([sid]);
		expect(queries()).toEqual([{ PageSize: '50', TargetWorkersExpression: expression }]);
	});

	it.each([
		['a spelling that nobody asked for', 'rOBOT 7', 'RoBot 7 (Offline)'],
		['what the worker is doing', 'bReA', `${PEOPLE.dawid.name} (Break)`],
		['a part of a SID', sidOf(7).slice(-8), 'RoBot 7 (Offline)'],
	])('that finds nothing is made in the list: %s', async (_what, filter, name) => {
		stage.twilio.state.workers[sidOf(7)] = makeWorker({ sid: sidOf(7), friendly_name: 'RoBot 7' });
		const { results, paginationToken } = await search('searchWorkers', inSupport, { filter });

		expect(names({ results })).toEqual([name]);
		expect(paginationToken).toBeUndefined();
		expect(queries().map((query) => 'TargetWorkersExpression' in query)).toEqual([true, false]);
	});

	it('that Twilio refuses is made in the list', async () => {
		stage.twilio.faults.push({ status: 400, body: { code: 20001, message: 'Invalid expression' } });

		expect(values(await search('searchWorkers', inSupport, { filter: 'anna' }))).toEqual([anna.worker]);
		expect(queries()).toHaveLength(2);
	});

	it('waits when there were too many', async () => {
		stage.twilio.faults.push({ status: 429, headers: { 'retry-after': '1' } });
		const began = Date.now();

		expect(values(await search('searchWorkers', inSupport, { filter: 'anna' }))).toEqual([anna.worker]);
		expect(Date.now() - began).toBeGreaterThanOrEqual(950);
		expect(queries().map((query) => 'TargetWorkersExpression' in query)).toEqual([true, true]);
	});

	it('for an activity or a workspace finds parts too: Twilio knows whole names only', async () => {
		Object.assign(stage.twilio.state.activities[ACTIVITY.unavailable] ?? {}, { friendly_name: 'Break, long' });

		expect(names(await search('searchActivities', inSupport, { filter: 'break' }))).toEqual([
			'Break, long (gets no tasks)',
			'Break (gets no tasks)',
		]);
		expect(names(await search('searchWorkspaces', {}, { filter: 'office' }))).toEqual(['Back Office']);
		expect(queries()).toEqual([{ PageSize: '1000' }, { PageSize: '1000' }]);
	});
});

describe('what people see in a list', () => {
	const inService = { resource: 'user', operation: 'update', serviceScope: 'default' };

	it.each<[method: string, node: string, parameters: INodeParameters, seen: string[]]>([
		['searchWorkspaces', 'twilioTaskRouter', {}, ['Support', 'Back Office']],
		[
			'searchWorkers',
			'twilioTaskRouter',
			inSupport,
			[
				...['Anna Kowalska (Offline)', 'Bob Stone (Available)', 'Carla Núñez (Available)'],
				...['Dawid Wójcik (Break)', 'Elif Demir (Busy)', 'Frank Weber (Offline)'],
			],
		],
		[
			'searchActivities',
			'twilioTaskRouter',
			inSupport,
			[
				...['Offline (gets no tasks)', 'Available (gets tasks)', 'Unavailable (gets no tasks)'],
				...['Break (gets no tasks)', 'Busy (gets no tasks)'],
			],
		],
		['searchServices', 'twilioConversations', {}, ['Support', 'Back Office']],
		[
			'searchUsers',
			'twilioConversations',
			inService,
			Object.values(PEOPLE).map(({ name, identity }) => `${name} (${identity})`),
		],
		[
			'searchRoles',
			'twilioConversations',
			inService,
			['service user (service)', 'service admin (service)', 'participant (conversation)'],
		],
	])('is a name and what tells it apart: %s', async (method, node, parameters, seen) => {
		expect(names(await search(method, parameters, { node }))).toEqual(seen);
	});
});

describe('an entry without a name', () => {
	it('is shown by its SID and what else is known, since a remark alone fits many', async () => {
		const sid = sidOf(7);
		stage.twilio.state.workers[sid] = makeWorker({ sid, friendly_name: '' });
		const { results } = await search('searchWorkers', inSupport, { filter: sid });

		expect(results).toEqual([{ name: `${sid} (Offline)`, value: sid }]);
	});
});

describe('the dropdowns of Conversations', () => {
	const user = { resource: 'user', operation: 'update' };
	const conversations = { node: 'twilioConversations' };

	it('list the users and roles of the default service', async () => {
		const parameters = { ...user, serviceScope: 'default', service: located('list', OTHER_CHAT_SERVICE_SID) };
		expect(names(await search('searchUsers', parameters, conversations))).toContain(
			`${anna.name} (${anna.identity})`,
		);
		expect(names(await search('searchRoles', parameters, conversations))).toHaveLength(3);
		expect(stage.twilio.seen.map(({ path }) => path.replace(/\?.*/, ''))).toEqual([
			'/conversations/v1/Users',
			'/conversations/v1/Roles',
		]);
	});

	it('show who has no name by the identity', async () => {
		const made = makeConversationUser({ identity: 'robot7', friendly_name: null });
		stage.twilio.state.conversationUsers[made.sid] = made;
		const found = await search(
			'searchUsers',
			{ ...user, serviceScope: 'default' },
			{ ...conversations, filter: 'robot7' },
		);

		expect(found.results).toEqual([{ name: 'robot7', value: made.sid }]);
	});

	it('list those of a specific service, chosen by SID or by name', async () => {
		for (const service of [byId(OTHER_CHAT_SERVICE_SID), located('name', 'back office')]) {
			const parameters = { ...user, serviceScope: 'specific', service };
			expect(names(await search('searchUsers', parameters, conversations))).toEqual([]);
			expect(names(await search('searchRoles', parameters, conversations))).toEqual(['service user (service)']);
		}
	});

	it('ask for the service first', async () => {
		const parameters = { ...user, serviceScope: 'specific', service: located('list', '') };

		expect((await complaint(search('searchUsers', parameters, conversations))).message).toContain(
			"Choose 'Service' first",
		);
	});

	it('search users over all pages', async () => {
		for (const index of upTo(130)) {
			const made = makeConversationUser({ identity: `robot${index}@example.com` });
			stage.twilio.state.conversationUsers[made.sid] = made;
		}
		const found = await search(
			'searchUsers',
			{ ...user, serviceScope: 'default' },
			{ ...conversations, filter: 'robot12' },
		);

		expect(names(found)).toHaveLength(11);
	});

	it('list the services', async () => {
		expect(values(await search('searchServices', user, conversations))).toEqual([
			CHAT_SERVICE_SID,
			OTHER_CHAT_SERVICE_SID,
		]);
	});
});

describe('the dropdown of VoipNow', () => {
	let asked: string[];
	const agents = async (parameters: INodeParameters, more: { filter?: string; secret?: string } = {}) => {
		const voipNow = await startVoipNow();
		try {
			const { voipNowOAuth2Api } = voipNowCredential(voipNow.url);
			const { filter, secret } = more;
			return await stage.bench.search({
				node: 'voipNow',
				method: 'searchAgents',
				parameters: { resource: 'queueAgent', operation: 'update', user: '@me', ...parameters },
				credentials: {
					voipNowOAuth2Api: { ...voipNowOAuth2Api, ...(secret !== undefined && { clientSecret: secret }) },
				},
				...(filter !== undefined && { filter }),
			});
		} finally {
			asked = voipNow.seen.filter(({ method }) => method === 'GET').map(({ path }) => path.replace(/.*\?/, ''));
			await voipNow.close();
		}
	};

	it('lists the agents of the queue by number and status', async () => {
		expect((await agents({ queue: VOIPNOW_QUEUE })).results).toEqual([
			{ name: `${VOIPNOW_REMOTE_NUMBER} (logged out)`, value: PEOPLE.frank.extension },
			{ name: `${anna.extension} (logged out)`, value: anna.extension },
			{ name: `${bob.extension} (online)`, value: bob.extension },
			{ name: `${PEOPLE.dawid.extension} (paused)`, value: PEOPLE.dawid.extension },
		]);
		expect(values(await agents({ queue: VOIPNOW_QUEUE }))).toContain(bob.extension);
		expect(values(await agents({ queue: VOIPNOW_SALES_QUEUE }))).not.toContain(bob.extension);
	});

	it('has VoipNow find a part of a number', async () => {
		expect(values(await agents({ queue: VOIPNOW_QUEUE }, { filter: '*211' }))).toEqual([bob.extension]);
		expect(asked.map((query) => Object.fromEntries(new URLSearchParams(query)))).toEqual([
			{ filterBy: 'agentNumber', filterOp: 'contains', filterValue: '*211', count: '500', startIndex: '0' },
		]);
	});

	it('finds a status by itself', async () => {
		expect(names(await agents({ queue: VOIPNOW_QUEUE }, { filter: 'Paused' }))).toEqual(['0003*214 (paused)']);
		expect(asked.map((query) => new URLSearchParams(query).has('filterBy'))).toEqual([true, false]);
	});

	it.each(['', '@self', '0003/212'])('asks for the queue first: %j', async (queue) => {
		expect((await complaint(agents({ queue }))).message).toContain("Choose 'Queue' first");
	});

	it('tells of wrong keys without telling them', async () => {
		const secret = 'wrong-secret-of-mine';
		const { message, description } = await complaint(agents({ queue: VOIPNOW_QUEUE }, { secret }));

		expect(message).not.toBe('');
		expect(`${message} ${description}`).not.toContain(secret);
		expect(`${message} ${description}`).not.toContain(VOIPNOW_CLIENT_SECRET);
	});
});

describe('a dropdown that cannot be filled', () => {
	const wrong = 'a-wrong-token-of-mine';

	it('tells of wrong keys without telling them', async () => {
		const { message, description = '' } = await complaint(
			search('searchWorkers', inSupport, { secret: { authToken: wrong } }),
		);

		expect(message).toBe('Twilio did not accept the Account SID and Auth Token');
		expect(description).toContain('Copy both again');
		expect(`${message} ${description}`).not.toContain(wrong);
		expect(stage.twilio.seen.length).toBeLessThanOrEqual(2);
	});

	it('tells what Twilio said of the workspace', async () => {
		const { message } = await complaint(search('searchWorkers', { workspace: byId(`WS${'9'.repeat(32)}`) }));

		expect(message).toMatch(/was not found/);
	});

	it('tells of an address that is none', async () => {
		const { message } = await complaint(
			search('searchWorkers', inSupport, { secret: { apiRootOverride: 'ftp://example.com' } }),
		);

		expect(message).toContain("The 'Twilio TaskRouter' credential");
	});

	it.each(['', 'bot'])('tells that the list goes on elsewhere (search: "%s")', async (filter) => {
		stage.twilio.faults.push({
			status: 200,
			body: { workers: [{}], meta: { next_page_url: 'https://evil.example/v1/Workspaces' } },
		});
		const { message } = await complaint(search('searchWorkers', inSupport, { filter }));

		expect(message).toContain('The list goes on at another address (evil.example)');
	});
});

describe('another host', () => {
	let other: Server;
	let heard: string[];
	let host: string;

	beforeEach(async () => {
		heard = [];
		other = createServer((request, response) => {
			heard.push(`${request.url ?? ''} ${request.headers.authorization ?? ''}`);
			response.setHeader('content-type', 'application/json');
			response.end('{"workers":[{"sid":"WK1","friendly_name":"Mallory"}],"meta":{"next_page_url":null}}');
		});
		await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
		host = `127.0.0.1:${(other.address() as AddressInfo).port}`;
	});
	afterEach(() => other.close());

	const getAll = async (more: INodeParameters = {}) =>
		await stage.bench.run({
			node: 'twilioTaskRouter',
			parameters: { ...inSupport, operation: 'getAll', returnAll: true, ...more },
			credentials: twilioCredential(stage.twilio.url),
		});

	it.each([
		['another port', (address: string) => `http://${address}/taskrouter/v1/Workspaces`],
		['this host as a user name', (address: string) => `${stage.twilio.url}@${address}/taskrouter/v1`],
		['this host with the root as a user name', (address: string) => `${stage.twilio.url}/taskrouter@${address}/v1`],
		['no scheme', (address: string) => `//${address}/taskrouter/v1`],
		['a path alone', () => '/taskrouter/v1/Workspaces'],
		['no text that is an address', () => 'next'],
	])('in a next link is an error, and it hears nothing: %s', async (_where, link) => {
		stage.twilio.faults.push({
			status: 200,
			body: { workers: [{ sid: anna.worker }], meta: { next_page_url: link(host) } },
		});
		const { error, out } = await getAll();

		expect(error?.message).toContain('The list goes on at another address');
		expect(error?.message).not.toContain(TWILIO_AUTH_TOKEN);
		expect(out).toEqual([]);
		expect(heard).toEqual([]);
		expect(stage.twilio.seen).toHaveLength(1);
	});

	it('in a next link does not matter when enough was read before it', async () => {
		stage.twilio.faults.push({
			status: 200,
			body: { workers: [{ sid: anna.worker }], meta: { next_page_url: null } },
		});
		const { out, error } = await getAll({ returnAll: false, limit: 1 });

		expect(error).toBeUndefined();
		expect(out.map(({ json }) => json.sid)).toEqual([anna.worker]);
	});

	it('in a redirect hears nothing', async () => {
		stage.twilio.faults.push({
			status: 307,
			headers: { location: `http://${host}/v1` },
			body: {},
			times: 'always',
		});
		const { error } = await getAll();

		expect(error?.httpCode).toBe('307');
		expect(heard).toEqual([]);
	});

	it('in a next link of a name look-up hears nothing, and nothing is changed', async () => {
		stage.twilio.faults.push({
			status: 200,
			body: { workers: [], meta: { next_page_url: `http://${host}/taskrouter/v1` } },
			times: 'always',
			match: { path: /Workers/ },
		});
		const { error } = await stage.bench.run({
			node: 'twilioTaskRouter',
			parameters: {
				...inSupport,
				operation: 'setActivity',
				worker: located('name', anna.name),
				activity: byId(ACTIVITY.available),
			},
			credentials: twilioCredential(stage.twilio.url),
		});

		expect(error?.message).toContain('The list goes on at another address');
		expect(heard).toEqual([]);
		expect(stage.twilio.seen.filter(({ method }) => method === 'POST')).toEqual([]);
	});

	it.each([
		['as a host behind a user name', (address: string) => `@${address}/v1`],
		['as a host that continues the name', (address: string) => `.nip.invalid@${address}/v1`],
	])('in a token of the editor hears nothing: %s', async (_how, token) => {
		// The token comes from a browser; a root without a path is what Twilio's own address is.
		const plain = await startTwilio();
		try {
			const found = await search('searchWorkers', inSupport, {
				secret: { apiRootOverride: plain.url },
				paginationToken: token(host),
			}).catch((error: unknown) => error as Error);

			expect(heard).toEqual([]);
			expect(found).toBeInstanceOf(Error);
		} finally {
			await plain.close();
		}
	});
});

describe('a dropdown that depends on another field', () => {
	it('tells of wrong keys when the workspace was chosen by name', async () => {
		const { message } = await complaint(
			search(
				'searchWorkers',
				{ workspace: located('name', 'Support') },
				{ secret: { authToken: 'wrong-token' } },
			),
		);

		expect(message).toBe('Twilio did not accept the Account SID and Auth Token');
	});

	it('tells which workspaces share a name rather than calling it missing', async () => {
		const other = stage.twilio.state.workspaces[OTHER_WORKSPACE_SID];
		if (other) other.friendly_name = 'support';
		const { message } = await complaint(search('searchWorkers', { workspace: located('name', 'Support') }));

		expect(message).toContain(OTHER_WORKSPACE_SID);
	});

	it('does not take the default service while a specific one is still to be chosen', async () => {
		await complaint(
			search(
				'searchUsers',
				{ resource: 'user', operation: 'get', serviceScope: 'specific' },
				{ node: 'twilioConversations' },
			),
		);
	});

	it('lists the others when one entry is not a record', async () => {
		stage.twilio.faults.push({
			status: 200,
			body: { workers: [null, { sid: 'WK1', friendly_name: 'A' }], meta: {} },
		});

		expect(values(await search('searchWorkers', inSupport))).toEqual(['WK1']);
	});
});

describe('what the editor is told, whole', () => {
	const told = async (...asked: Parameters<typeof search>) => {
		const { message, description } = await complaint(search(...asked));
		return [message, description];
	};
	const NO_VALUE =
		"'Workspace' is an expression that has no value in the editor: choose it from the list, or give this one by ID";

	it.each<[string, string, INodeParameters, string]>([
		[
			'nothing chosen',
			'searchWorkers',
			{ workspace: located('list', '') },
			"Choose 'Workspace' first: it is empty",
		],
		['no such field', 'searchWorkers', {}, "Choose 'Workspace' first: it is empty"],
		['an expression', 'searchWorkers', { workspace: located('id', '={{ $json.w }}') }, NO_VALUE],
		['an expression for a name', 'searchActivities', { workspace: located('name', '={{ $json.w }}') }, NO_VALUE],
		['an expression for the whole', 'searchWorkers', { workspace: '={{ $json.w }}' }, NO_VALUE],
		[
			'another workspace',
			'searchWorkers',
			{ workspace: located('name', 'Sales') },
			'\'Workspace\' "Sales" matches no workspace. There are: Support, Back Office',
		],
		[
			'nobody yet',
			'searchChannels',
			{ workspace: byId(WORKSPACE_SID), worker: located('list', '') },
			"Choose 'Worker' first: it is empty",
		],
	])('%s: %s', async (_what, method, parameters, message) => {
		expect(await told(method, parameters)).toEqual([message, undefined]);
		expect(stage.twilio.seen.filter(({ path }) => /Workers|Activities/.test(path))).toEqual([]);
	});

	it('what Twilio said of the list, with what to do', async () => {
		stage.twilio.faults.push({ status: 404, body: { code: 20404, message: 'Gone', status: 404 } });
		expect(await told('searchWorkers', inSupport)).toEqual([
			'Gone',
			"Nothing with this SID or identity exists in the account of the credential. Check it, and check the region in the credential. The main account's keys do not reach a subaccount: use the subaccount's own.",
		]);
	});

	it.each(['', 'anna'])(
		'what Twilio refuses for another reason is not looked for in the list (search: "%s")',
		async (filter) => {
			stage.twilio.faults.push({ status: 418, body: { message: 'Teapot', status: 418 } });
			expect(await told('searchWorkers', inSupport, { filter })).toEqual(['Teapot', undefined]);
			expect(queries()).toHaveLength(1);
		},
	);

	it('what Twilio said of the workspaces, where one is chosen by name', async () => {
		stage.twilio.faults.push({ status: 418, body: { message: 'Teapot', status: 418 } });
		const workspace = located('name', 'Support');
		expect(await told('searchWorkers', { ...inSupport, workspace })).toEqual([
			'\'Workspace\' "Support": Teapot',
			undefined,
		]);
	});

	it('an address in the credential that is none', async () => {
		expect(await told('searchWorkers', inSupport, { secret: { apiRootOverride: 'ftp://example.com' } })).toEqual([
			'The \'Twilio TaskRouter\' credential: "ftp://" would send the key unencrypted: the address must begin with https://',
			undefined,
		]);
	});

	it('a place to go on that is no path', async () => {
		const elsewhere = ['The list goes on at another address, and keys are never sent there', undefined];
		for (const paginationToken of ['https://evil.example/v1', 'v1/Workers', '']) {
			expect(await told('searchWorkers', inSupport, { paginationToken })).toEqual(elsewhere);
		}
		expect(stage.twilio.seen).toEqual([]);
	});

	it('a code of a connection in a message does not change it', async () => {
		stage.twilio.faults.push({ status: 418, body: { message: 'No ECONNREFUSED here', status: 418 } });
		expect(await told('searchWorkers', inSupport)).toEqual(['No ECONNREFUSED here', undefined]);
	});
});

describe('a search in the whole list', () => {
	const filtered = async (filter: string) => values(await search('searchActivities', inSupport, { filter }));

	it('looks at the name, at what stands beside it and at the SID, as they are shown', async () => {
		expect(await filtered('GETS TASKS')).toEqual([ACTIVITY.available]);
		expect(await filtered(ACTIVITY.break)).toEqual([ACTIVITY.break]);
		expect(await filtered(`Break gets no tasks ${ACTIVITY.break}`)).toEqual([ACTIVITY.break]);
		expect(await filtered('nothing like it')).toEqual([]);
		expect(await filtered('  ')).toHaveLength(5);
	});

	it('leaves out what is no entry', async () => {
		stage.twilio.faults.push({
			status: 200,
			body: { activities: [null, 'x', {}, { sid: 'WA1', friendly_name: 'Odd' }], meta: {} },
		});
		expect(await filtered('o')).toEqual(['WA1']);
	});
});
