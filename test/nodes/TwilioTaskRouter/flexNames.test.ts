import type { INodeParameters } from 'n8n-workflow';
import { ACTIVITY, bySid as recordsBySid, makeWorker, startTwilio, WORKSPACE_SID } from '../../../simulators';
import type { Job } from '../../support/bench/bench';
import { useTwilio } from '../../support/pack/useTwilio';
import { byName, bySid, twilioCredential } from '../../support/pack/vendors';
import { sidOf, upTo } from '../../support/pack/workers';

const stage = useTwilio();

interface Flex {
	login: string;
	fullName?: string;
	email?: string;
}

/** People as Flex makes them: the name is a login, and who it is stands in the attributes. */
const jane: Flex = { login: 'jdoe_40example_2Ecom', fullName: 'Jane Doe', email: 'jdoe@example.com' };
const otherJane: Flex = { login: 'jane2_40example_2Ecom', fullName: 'JANE DOE', email: 'jane2@example.com' };
const bob: Flex = { login: 'bob', fullName: 'Bob Stone', email: 'bob@example.com' };
const plain: Flex = { login: 'Carla Núñez' };

/** Twilio with these workers only, offline, worker 0 … in this order. */
async function staff(...people: Flex[]): Promise<void> {
	await stage.twilio.close();
	const workers = people.map(({ login, fullName, email }, index) =>
		makeWorker({
			sid: sidOf(index),
			friendly_name: login,
			attributes: JSON.stringify({ full_name: fullName, email, contact_uri: `client:${login}` }),
		}),
	);
	stage.twilio = await startTwilio({ seed: { workers: recordsBySid(workers) } });
	stage.twilio.state.expressionRatePerSecond = 1000;
}

const run = async (node: string, parameters: INodeParameters, more: Partial<Job> = {}) =>
	await stage.bench.run({ node, parameters, credentials: twilioCredential(stage.twilio.url), ...more });

const workspace = bySid(WORKSPACE_SID);
const getByName = async (name: string) =>
	await run('twilioTaskRouter', { resource: 'worker', operation: 'get', workspace, worker: byName(name) });
const setStates = async (...agents: string[]) =>
	await run(
		'agentState',
		{ operation: 'setState', vendor: 'twilioTaskRouter', workspace, options: { confirmAfter: 0 } },
		{ items: agents.map((agentId) => ({ agentId, desiredState: 'available' })) },
	);
const lists = () => stage.twilio.seen.filter(({ path }) => /Workers\?/.test(path));
const isAvailable = (index: number) => stage.twilio.state.workers[sidOf(index)]?.activity_sid === ACTIVITY.available;

const WORDS = [
	'Jane Doe',
	' jane doe ',
	'JDOE@example.com',
	'jdoe_40example_2Ecom',
	'JDoe_40Example_2ecom',
	'Jane Doe (jdoe_40example_2Ecom)',
];

describe('a worker of Flex', () => {
	it.each(WORDS)('is found by full name, email, login or all together, whatever the case: %s', async (word) => {
		await staff(bob, jane, plain);
		const { out, error } = await getByName(word);

		expect(error).toBeUndefined();
		expect(out.map(({ json }) => json.sid)).toEqual([sidOf(1)]);
	});

	it.each(['Jane', 'Doe', 'jdoe', 'jdoe@example', 'Jane Doe (bob)'])(
		'is not found by a part of it, and the message lists people as they are known: %s',
		async (word) => {
			await staff(bob, jane, plain);
			const { error } = await getByName(word);

			expect(error?.message).toContain('matches no worker. There are: ');
			for (const label of ['Jane Doe (jdoe_40example_2Ecom)', 'Bob Stone (bob)', 'Carla Núñez']) {
				expect(error?.message).toContain(label);
			}
		},
	);

	it('is listed in the dropdown under the full name with the login, and found by it, by login and by email', async () => {
		await staff(bob, jane, plain);
		const search = async (filter?: string) =>
			(
				await stage.bench.search({
					node: 'twilioTaskRouter',
					method: 'searchWorkers',
					parameters: { resource: 'worker', operation: 'get', workspace },
					credentials: twilioCredential(stage.twilio.url),
					...(filter !== undefined && { filter }),
				})
			).results.map(({ name }) => name);
		const shown = 'Jane Doe (jdoe_40example_2Ecom) (Offline)';

		expect(await search()).toEqual(['Bob Stone (bob) (Offline)', shown, 'Carla Núñez (Offline)']);
		for (const filter of ['jane', 'doe', '40example', 'jdoe@', 'JaNe dOe (j']) {
			expect({ filter, found: await search(filter) }).toEqual({ filter, found: [shown] });
		}
	});

	it.each([upTo(1), upTo(2), upTo(6)].map((indexes) => indexes.map((index) => WORDS[index] ?? '')))(
		'is set by Agent State under each of these words, and its row says who it is',
		async (...words) => {
			await staff(bob, jane, plain);
			const { out, error } = await setStates(...words);

			expect(error).toBeUndefined();
			// All of them mean one agent, who has one row.
			expect(out.map(({ json }) => [json.agent, json.agentId])).toEqual([
				['Jane Doe (jdoe_40example_2Ecom)', sidOf(1)],
			]);
			expect([isAvailable(0), isAvailable(1), isAvailable(2)]).toEqual([false, true, false]);
			expect(stage.twilio.seen.filter(({ method }) => method === 'POST')).toHaveLength(1);
		},
	);
});

describe('two workers whom one word means', () => {
	const cases: Array<[string, Flex[], string]> = [
		['two full names', [jane, otherJane], 'Jane Doe'],
		['two full names, one in an unusual case', [jane, { ...otherJane, fullName: 'jANE dOE' }], 'Jane Doe'],
		[
			'two names with accents',
			['Łucja Wójcik-Kot', 'ŁUCJA wÓjcik-kOT'].map((fullName, at) => ({ login: `l${at}`, fullName })),
			'łucja wójcik-kot',
		],
		['a login and a full name', [{ login: 'Jane Doe' }, jane], 'jane doe'],
		['an email and a login', [jane, { login: 'jdoe@example.com', fullName: 'Jim' }], 'jdoe@example.com'],
	];

	it.each(cases)('are an error with both logins, and nobody is changed: %s', async (_what, people, word) => {
		await staff(bob, ...people, plain);
		const found = people.map(({ login, fullName }, at) => [fullName ? `(${login})` : login, sidOf(at + 1)]).flat();

		for (const { error } of [
			await getByName(word),
			await setStates(word),
			await setStates(word, 'bob', plain.login),
		]) {
			expect(error?.message).toMatch(/means (2 workers|several agents)/);
			for (const told of found) expect(error?.message).toContain(told);
		}
		expect(upTo(4).map(isAvailable)).toEqual([false, false, false, false]);
	});
});

describe('the cost of a name', () => {
	it.each(['Jane Doe', 'jdoe@example.com', 'jdoe_40example_2Ecom'])(
		'is one page of one list among 3,000 workers: %s',
		async (word) => {
			await staff(...upTo(3000).map((index) => ({ login: `robot${index}`, fullName: `Robot ${index}` })), jane);

			await getByName(word);
			expect(lists()).toHaveLength(1);
			await setStates(word);
			expect(lists()).toHaveLength(2);
		},
	);

	it('falls back to the whole list where Twilio cannot read the text', async () => {
		await staff(jane);
		stage.twilio.faults.push({ status: 400, match: { path: /TargetWorkersExpression/ }, times: 2 });

		expect((await getByName('Jane Doe')).out).toHaveLength(1);
		expect((await setStates('Jane Doe')).out.map(({ json }) => json.outcome)).toEqual(['changed']);
	});
});
