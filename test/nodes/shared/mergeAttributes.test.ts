import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { PEOPLE } from '../../../simulators';
import { type Job } from '../../support/bench/bench';
import { useAttributes } from '../../support/pack/useAttributes';
import { bySid as byId, located, twilioCredential } from '../../support/pack/vendors';
import { originOf, upTo } from '../../support/pack/workers';

const { anna, bob, frank } = PEOPLE;
const { stage, workerNamed, attributes, give, run, writes } = useAttributes();

const merge = async (given: unknown, listRule?: string, more: Partial<Job> = {}) =>
	await run(
		'mergeAttributes',
		{ attributes: typeof given === 'string' ? given : JSON.stringify(given), ...(listRule && { listRule }) },
		more,
	);
/** Twenty items for the same worker, never two at once. */
const oneByOne = async (value: string) =>
	await run(
		'mergeAttributes',
		{ attributes: value, options: { parallelLimit: 1 } },
		{ items: upTo(20).map((n) => ({ n })) },
	);
const sent = () =>
	writes().map(({ body }) => {
		const form = new URLSearchParams(body);
		return { ...Object.fromEntries(form), Attributes: JSON.parse(form.get('Attributes') ?? '') as unknown };
	});
const goOn = { onError: 'continueErrorOutput' } as const;

describe('merging attributes', () => {
	it('changes what is named, keeps the rest, and sends nothing else', async () => {
		give({ team: 'sales', email: 'a@b.c', routing: { skills: ['x'], levels: { x: 1 } }, old: 1 });
		const { out } = await merge({ team: 'billing', routing: { levels: { y: 2 } }, old: null, none: null });

		const merged = { team: 'billing', email: 'a@b.c', routing: { skills: ['x'], levels: { x: 1, y: 2 } } };
		expect(attributes()).toEqual(merged);
		expect(sent()).toEqual([{ Attributes: merged }]);
		expect(out).toHaveLength(1);
		expect(out[0]?.json).toMatchObject({ sid: anna.worker, changed: true });
		expect(out[0]?.json.attributes).toEqual(merged);
	});

	it.each([
		[undefined, ['a', 'b', 'new']],
		['replace', ['new', 'b']],
		['append', ['a', 'b', 'new']],
		['remove', ['a']],
	])('keeps to the rule for lists: %s', async (rule, list) => {
		give({ deep: { list: ['a', 'b'] }, other: ['a', 'b'] });
		await merge({ deep: { list: ['new', 'b'] } }, rule);

		expect(attributes()).toEqual({ deep: { list }, other: ['a', 'b'] });
	});

	it('takes an object from an expression as well as its text', async () => {
		for (const value of [
			'={{ { team: $json.team } }}',
			'={{ JSON.stringify({ team: $json.team }) }}',
			'={ "team": "{{ $json.team }}" }',
		]) {
			give({});
			await merge(value, 'replace', { items: [{ team: 'ł' }] });

			expect(attributes()).toEqual({ team: 'ł' });
		}
	});

	it.each([
		['null', null],
		['empty', ''],
		['an empty object', '{}'],
	])('starts from nothing where the attributes are %s', async (_are, kept) => {
		give(kept);
		await merge({ a: { b: [1] } });

		expect(attributes()).toEqual({ a: { b: [1] } });
	});

	it.each(['[]', '"text"', 'not JSON', 'null'])('is refused where they are not an object: %s', async (kept) => {
		give(kept);
		const { error } = await merge({ a: 1 });

		expect(error?.message).toContain('the attributes that Twilio keeps are not a JSON object');
		expect(workerNamed(anna.worker).attributes).toBe(kept);
		expect(writes()).toEqual([]);
	});

	it.each([
		'{"__proto__":{"a":1}}',
		'{"a":{"constructor":1}}',
		'{"a":[[{"b":{"prototype":[]}}]]}',
		'{"\\u005f_proto__":null}',
	])('refuses names that mean something to JavaScript, before anything is asked: %s', async (given) => {
		const { error } = await merge(given);

		expect(error?.message).toContain("'Attributes (JSON)' cannot contain the key");
		expect(stage.twilio.seen).toEqual([]);
	});

	it.each(['[]', '"a"', 'null', '', '{', '{a:1}'])('refuses what is not a JSON object: %j', async (given) => {
		const { error } = await merge(given);

		expect(error?.message).toContain("'Attributes (JSON)'");
		expect(stage.twilio.seen).toEqual([]);
	});

	it('writes nothing when nothing would change', async () => {
		give('{ "b": [1, 2],\n"a": {"x": "ł"} }');
		for (const [given, rule] of [
			[{ a: { x: 'ł' }, b: [1, 2] }, 'replace'],
			[{ b: [2] }, 'append'],
			[{ b: [3], c: [4] }, 'remove'],
			[{ c: null, a: { y: null } }, 'replace'],
		] as const) {
			const { out } = await merge(given, rule);
			expect(out[0]?.json).toMatchObject({ sid: anna.worker, friendly_name: anna.name, changed: false });
		}
		expect(writes()).toEqual([]);
		expect(workerNamed(anna.worker).revision).toBe(0);
	});

	it('writes under the version it read, bare as Twilio’s own code does', async () => {
		workerNamed(anna.worker).revision = 41;
		await merge({ a: 1 });
		stage.twilio.state.sendsEtag = false;
		await merge({ a: 2 });

		expect(writes().map(({ headers }) => headers['if-match'])).toEqual(['41', undefined]);
		expect(attributes().a).toBe(2);
	});

	it.each(['W/"7"', '"7"', '7'])('understands a version written as %s', async (etag) => {
		workerNamed(anna.worker).revision = 7;
		stage.twilio.faults.push({
			status: 200,
			headers: { etag },
			body: { sid: anna.worker, attributes: '{"a":1}' },
			match: { method: 'GET' },
		});
		await merge({ b: 2 });

		expect(writes().map(({ headers }) => headers['if-match'])).toEqual(['7']);
		expect(attributes()).toEqual({ a: 1, b: 2 });
	});

	it('fails where a page came instead of the worker, and nothing is written over it', async () => {
		stage.twilio.faults.push({ status: 200, html: true, times: 'always', match: { method: 'GET' } });
		const { error } = await merge({ a: 1 });

		expect(error?.message).toContain('the service answered with status 200 but without the record');
		expect(writes()).toEqual([]);
	});

	it('changes a worker whose attributes are among many without touching the others', async () => {
		const before = [bob, frank].map(({ worker }) => workerNamed(worker).attributes);
		await merge({ a: 1 });

		expect([bob, frank].map(({ worker }) => workerNamed(worker).attributes)).toEqual(before);
	});

	it('a big number that nobody named is written back as it was', async () => {
		give('{"crm":9007199254740993}');
		await merge({ a: 1 });

		expect(workerNamed(anna.worker).attributes).toContain('9007199254740993');
	});

	it('taking from a list that is not there makes no empty objects on the way', async () => {
		give({});
		await merge({ routing: { skills: ['x'] } }, 'remove');

		expect(attributes()).toEqual({});
	});

	it('taking from a list never puts an object in place of a text', async () => {
		give({ routing: 'by hand' });
		await merge({ routing: { skills: ['x'] } }, 'remove');

		expect(attributes()).toEqual({ routing: 'by hand' });
	});

	it('takes objects in lists for the same whatever the order of their keys', async () => {
		give({ list: [{ a: 1, b: 2 }] });
		await merge({ list: [{ b: 2, a: 1 }] }, 'remove');

		expect(attributes()).toEqual({ list: [] });
	});

	it('puts nothing twice into a new list either', async () => {
		give({});
		await merge({ list: ['a', 'a'] }, 'append');

		expect(attributes()).toEqual({ list: ['a'] });
	});
});

describe('a hyphen among the attributes', () => {
	it('in a value is warned of once, however many items have it, and the change is made', async () => {
		const { hints, out } = await oneByOne('={{ { tier: "gold-plus", n: $json.n } }}');

		expect(out).toHaveLength(20);
		expect(hints).toEqual([
			{
				message:
					'The attribute value "gold-plus" has a hyphen, which TaskRouter may fail to parse in expressions.',
				type: 'warning',
				location: 'outputPane',
			},
		]);
		expect(attributes().tier).toBe('gold-plus');
	});

	it('in a key brings no warning, nor does a negative number', async () => {
		expect((await merge({ 'a-b': 'c', d: -1 })).hints).toEqual([]);
	});

	it('brings at most three warnings when each item has another value with one', async () => {
		const { hints, out } = await oneByOne('={{ { tier: "gold-" + $json.n } }}');

		expect(out).toHaveLength(20);
		expect(hints.length).toBeLessThanOrEqual(3);
	});
});

describe('merging attributes of a user of Conversations', () => {
	const mergeUser = async (given: object, more: IDataObject = {}) =>
		await stage.bench.run({
			node: 'twilioConversations',
			parameters: {
				resource: 'user',
				operation: 'mergeAttributes',
				serviceScope: 'default',
				user: located('identity', anna.identity),
				attributes: JSON.stringify(given),
				listRule: 'append',
				...(more as INodeParameters),
			},
			credentials: twilioCredential(stage.twilio.url),
		});
	const kept = () => stage.twilio.state.conversationUsers[anna.conversationUser]?.attributes;

	it('merges, and writes nothing when nothing would change', async () => {
		await mergeUser({ agentState: 'break', teams: ['a'] });
		const { out } = await mergeUser({ teams: ['b', 'a'] });
		const again = await mergeUser({ teams: ['b'] });

		expect(JSON.parse(kept() ?? '')).toEqual({ agentState: 'break', teams: ['a', 'b'] });
		expect(out[0]?.json).toMatchObject({ identity: anna.identity, changed: true });
		expect(again.out[0]?.json.changed).toBe(false);
		expect(writes()).toHaveLength(2);
	});

	it('refuses the keys that the attributes of a worker cannot have either', async () => {
		const { error } = await mergeUser(JSON.parse('{"a":[{"constructor":1}]}') as object);

		expect(error?.message).toContain('cannot contain the key "constructor"');
		expect(stage.twilio.seen).toEqual([]);
	});
});

describe('items whose attributes cannot be merged', () => {
	const items = [anna.worker, `WK${'9'.repeat(32)}`, bob.worker, 'nonsense', frank.worker].map((w) => ({ w }));

	it('each yield one error item, and the others are changed', async () => {
		give('[]', bob.worker);
		const { out, failed, error, hints } = await run(
			'mergeAttributes',
			{ worker: byId('={{ $json.w }}'), attributes: '{"a":1}' },
			{ items, ...goOn },
		);

		expect(error).toBeUndefined();
		expect(out.map(originOf)).toEqual([0, 4]);
		expect(failed.map(originOf)).toEqual([1, 2, 3]);
		expect(failed.map(({ json }) => json.w)).toEqual([1, 2, 3].map((index) => items[index]?.w));
		expect(hints).toMatchObject([{ message: expect.stringMatching(/^3 of 5 items failed\. Worker /) as string }]);
	});

	it('stop the workflow, and nothing more is begun', async () => {
		give('[]', bob.worker);
		const { out, error } = await run(
			'mergeAttributes',
			{ worker: byId('={{ $json.w }}'), attributes: '{"a":1}', options: { parallelLimit: 1 } },
			{ items: [anna, bob, frank].map(({ worker }) => ({ w: worker })) },
		);

		expect(out).toEqual([]);
		expect(error?.message).toMatch(/^Row 2: .*not a JSON object/);
		expect(error?.description).toContain('1 of 3 items done, 1 failed, 1 not attempted');
		expect(attributes().a).toBe(1);
		expect(attributes(frank.worker)).not.toHaveProperty('a');
		expect(stage.twilio.seen).toHaveLength(3);
	});
});
