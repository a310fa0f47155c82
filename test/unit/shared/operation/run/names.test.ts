import type { Client, Sent } from '../../../../../nodes/shared/http/client';
import type { VendorRequest } from '../../../../../nodes/shared/http/request';
import type { Lookup } from '../../../../../nodes/shared/operation/lookup';
import type { Field } from '../../../../../nodes/shared/operation/operation';
import { createNameResolver, findRequest, resolveNames } from '../../../../../nodes/shared/operation/run/names';
import { acme, wholeList } from '../../../../support/acme';
import { answered, clientOf, failed, UNSENT } from '../../../../support/answers';

const agents: Lookup = {
	method: 'searchAgents',
	singular: 'agent',
	plural: 'agents',
	path: '/teams/{team}/agents',
	paging: wholeList,
	id: 'sid',
	label: 'name',
};
const searched: Lookup = { ...agents, find: (name) => ({ name }) };
const ANNA = { sid: 'A1', name: 'Anna' };
const BOB = { sid: 'B1', name: 'Bob' };
const SUPPORT = { team: 'T1' };

/** A service with these agents, which finds those of a name. */
const teamOf = (...all: unknown[]) =>
	clientOf(({ query }) =>
		answered(query.name === undefined ? all : all.filter((one) => (one as typeof ANNA).name === query.name)),
	);
const resolverOf = (client: Client, distinct = 1) => createNameResolver(acme(), client, () => distinct);

describe('a name', () => {
	it('is looked up in the list, which is read once, whatever else is in it', async () => {
		const { client, requests } = teamOf('no record', null, ANNA, BOB);
		const resolver = resolverOf(client);
		expect(await resolver.idOf(agents, SUPPORT, 'anna')).toEqual({ kind: 'value', value: 'A1' });
		expect(await resolver.idOf(agents, SUPPORT, ' Bob')).toEqual({ kind: 'value', value: 'B1' });
		expect(requests).toEqual([
			{
				method: 'GET',
				path: '/teams/T1/agents',
				query: {},
				headers: {},
				body: undefined,
				encoding: 'form',
				idempotent: true,
			},
		]);
	});

	it('of another team is looked up in the list of that team', async () => {
		const { client, asked } = clientOf(({ path }) =>
			answered([path.includes('T1') ? ANNA : { ...ANNA, sid: 'A2' }]),
		);
		const resolver = resolverOf(client);
		expect(await resolver.idOf(agents, { team: 'T1' }, 'Anna')).toMatchObject({ value: 'A1' });
		expect(await resolver.idOf(agents, { team: 'T2' }, 'Anna')).toMatchObject({ value: 'A2' });
		expect(asked()).toEqual(['GET /teams/T1/agents', 'GET /teams/T2/agents']);
	});

	it('means what each lookup says, though two of them share a list', async () => {
		const { client, requests } = teamOf({ ...ANNA, mail: 'x' }, { ...BOB, mail: 'Anna' });
		const byMail: Lookup = { ...agents, label: 'mail' };
		const resolver = resolverOf(client);
		for (let time = 1; time <= 2; time++) {
			expect(await resolver.idOf(agents, SUPPORT, 'Anna')).toMatchObject({ value: 'A1' });
			expect(await resolver.idOf(byMail, SUPPORT, 'Anna')).toMatchObject({ value: 'B1' });
		}
		expect(requests).toHaveLength(1);
	});

	it('is found by the service where few are asked for, each once', async () => {
		const { client, requests } = teamOf(ANNA, BOB);
		const resolver = resolverOf(client, 9);
		for (const name of ['Anna', ' Anna ', 'Bob']) {
			expect(await resolver.idOf(searched, SUPPORT, name)).toMatchObject({ kind: 'value' });
		}
		expect(requests.map(({ query }) => query)).toEqual([{ name: 'Anna' }, { name: 'Bob' }]);
		expect(requests.map(({ path }) => path)).toEqual(['/teams/T1/agents', '/teams/T1/agents']);
	});

	it('is looked for in the list where many are asked for', async () => {
		const { client, requests } = teamOf(ANNA, BOB);
		expect(await resolverOf(client, 10).idOf(searched, SUPPORT, 'Anna')).toMatchObject({ value: 'A1' });
		expect(requests.map(({ query }) => query)).toEqual([{}]);
	});

	it.each([
		['nobody', answered([])],
		['someone else', answered([{ sid: 'A9', name: 'Annabel' }, 'no record'])],
		['a text that it cannot search for', answered({ message: 'Invalid' }, 400)],
	])('is looked for in the list where the service finds %s', async (_what, found) => {
		const { client, requests } = clientOf(({ query }) => (query.name === undefined ? answered([ANNA]) : found));
		expect(await resolverOf(client).idOf(searched, SUPPORT, 'ANNA')).toEqual({ kind: 'value', value: 'A1' });
		expect(requests.map(({ query }) => query)).toEqual([{ name: 'ANNA' }, {}]);
	});

	it('that several have is no choice, also among those that the service finds', async () => {
		const { client, asked } = teamOf(ANNA, { ...ANNA, sid: 'A2' });
		expect(await resolverOf(client).idOf(searched, SUPPORT, 'Anna')).toEqual({
			kind: 'problem',
			problem: 'means 2 agents: A1, A2. Choose one of them by its ID',
		});
		expect(asked()).toHaveLength(1);
	});

	it('that nobody has is told with those that there are', async () => {
		const { client } = teamOf(ANNA, BOB);
		expect(await resolverOf(client).idOf(agents, SUPPORT, 'Bop')).toEqual({
			kind: 'problem',
			problem: 'matches no agent. There are: Bob, Anna',
		});
	});

	it('that nobody has is told so ten times; ordering thousands of others for each would take long', async () => {
		const { client } = teamOf(ANNA);
		const resolver = resolverOf(client);
		const told: unknown[] = [];
		for (let at = 1; at <= 11; at++) told.push(await resolver.idOf(agents, SUPPORT, `nobody ${at}`));
		expect(told.slice(0, 10)).toEqual(
			Array(10).fill({ kind: 'problem', problem: 'matches no agent. There are: Anna' }),
		);
		expect(told[10]).toEqual({ kind: 'problem', problem: 'matches no agent' });
	});

	it('is not looked up below what cannot stand in a path', async () => {
		const { client, asked } = teamOf(ANNA);
		expect(await resolverOf(client).idOf(agents, {}, 'Anna')).toEqual({ kind: 'problem', problem: 'is empty' });
		expect(asked()).toEqual([]);
	});

	it.each([failed('Too busy'), UNSENT])('is not found where the list does not come: %j', async (sent) => {
		const { client } = clientOf(() => sent);
		expect(await resolverOf(client).idOf(agents, SUPPORT, 'Anna')).toEqual(sent);
	});

	it('is not looked for in the list where the search itself failed', async () => {
		const { client, asked } = clientOf(() => failed('Too busy'));
		expect(await resolverOf(client).idOf(searched, SUPPORT, 'Anna')).toEqual(failed('Too busy'));
		expect(asked()).toHaveLength(1);
	});
});

it('a search expects that the service cannot search for a text, and no other refusal', () => {
	const { expected, ...request } = findRequest('json', '/agents', { name: 'Anna' });
	expect(request).toEqual({
		method: 'GET',
		path: '/agents',
		query: { name: 'Anna' },
		headers: {},
		body: undefined,
		encoding: 'json',
		idempotent: true,
	});
	const isExpected = (status: number) => expected?.({ status, headers: {}, body: undefined });
	expect([400, 401, 404, 500].map(isExpected)).toEqual([true, false, false, false]);
});

describe('another record', () => {
	it('is read once', async () => {
		const { client, asked } = clientOf(() => answered(ANNA));
		const { record } = resolverOf(client);
		expect(await record('/agents/A1')).toEqual(answered(ANNA));
		expect(await record('/agents/A1')).toEqual(answered(ANNA));
		await record('/agents/A2');
		expect(asked()).toEqual(['GET /agents/A1', 'GET /agents/A2']);
	});

	it('must be one', async () => {
		const { client } = clientOf(() => answered('<html>', 203));
		expect(await resolverOf(client).record('/agents/A1')).toMatchObject({
			kind: 'failed',
			failure: { message: 'the service answered with status 203 but without the record' },
		});
	});

	it('explains a failure, read once, where it comes', async () => {
		const { client, asked } = clientOf(({ path }) => {
			if (path === '/gone') return failed('No');
			return answered(path === '/page' ? '<html>' : ANNA);
		});
		const { recordAfterFailure } = resolverOf(client);
		expect(await recordAfterFailure('/agents/A1')).toEqual(ANNA);
		expect(await recordAfterFailure('/agents/A1')).toEqual(ANNA);
		expect(await recordAfterFailure('/gone')).toBeUndefined();
		expect(await recordAfterFailure('/page')).toBeUndefined();
		expect(asked()).toEqual(['GET /agents/A1', 'GET /gone', 'GET /page']);
	});
});

describe('the names of an item', () => {
	const field = (name: string, displayName: string): Field => ({ name, displayName, type: 'string', default: '' });
	const teams: Lookup = { ...agents, singular: 'team', plural: 'teams', path: '/teams' };
	const names = [
		{ field: field('team', 'Team'), lookup: teams, name: 'Support' },
		{ field: field('agent', 'Agent'), lookup: agents, name: 'Anna' },
	];
	const service = ({ path }: VendorRequest): Sent =>
		answered(path === '/teams' ? [{ sid: 'T1', name: 'Support' }] : path === '/teams/T1/agents' ? [ANNA] : []);
	const resolve = async (answer: (request: VendorRequest) => Sent, of = names) =>
		await resolveNames(resolverOf(clientOf(answer).client), { note: 'x' }, of);

	it('give way to ids, one after the other: the list of agents is that of the team', async () => {
		expect(await resolve(service)).toEqual({ kind: 'value', value: { note: 'x', team: 'T1', agent: 'A1' } });
	});

	it('may be none', async () => {
		expect(await resolve(service, [])).toEqual({ kind: 'value', value: { note: 'x' } });
	});

	it('are told with their field where one means nothing', async () => {
		expect(await resolve((request) => (request.path === '/teams' ? service(request) : answered([])))).toEqual({
			kind: 'problem',
			problem: '\'Agent\' "Anna" finds nothing: there are no agents here',
		});
	});

	it('are told with their field where the list does not come', async () => {
		expect(await resolve(() => failed('Too busy'))).toEqual({
			...failed('Too busy'),
			label: '\'Team\' "Support"',
		});
	});

	it('are left alone when the run is over', async () => {
		expect(await resolve(() => UNSENT)).toEqual({ kind: 'unsent' });
	});
});
