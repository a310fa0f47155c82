import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { PEOPLE, WORKSPACE_SID } from '../../../simulators';
import { originOf, upTo } from '../../unit/shared/workers';
import { type Job } from '../../support/bench/bench';
import { useTwilio } from '../../support/pack/useTwilio';
import { bySid as byId, located, twilioCredential } from '../../support/pack/vendors';

const { anna, bob, frank } = PEOPLE;
const stage = useTwilio();

function workerNamed(sid: string) {
	const found = stage.twilio.state.workers[sid];
	if (!found) throw new Error(`no worker ${sid}`);
	return found;
}
const give = (attributes: unknown, sid: string = anna.worker) => {
	workerNamed(sid).attributes = (
		typeof attributes === 'object' && attributes !== null ? JSON.stringify(attributes) : attributes
	) as string;
};
const attributes = (sid: string = anna.worker) => JSON.parse(workerNamed(sid).attributes) as Record<string, unknown>;
const run = async (operation: string, parameters: INodeParameters, more: Partial<Job> = {}) =>
	await stage.bench.run({
		node: 'twilioTaskRouter',
		parameters: {
			resource: 'worker',
			operation,
			workspace: byId(WORKSPACE_SID),
			worker: byId(anna.worker),
			...parameters,
		},
		credentials: twilioCredential(stage.twilio.url),
		...more,
	});
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
const writes = () => stage.twilio.seen.filter(({ method }) => method === 'POST');
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
		expect(JSON.parse(out[0]?.json.attributes as string)).toEqual(merged);
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

	it.each(['[]', '"text"', 'not JSON', 'null'])('is refused where they are no object: %s', async (kept) => {
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

	it.each(['[]', '"a"', 'null', '', '{', '{a:1}'])('refuses what is no JSON object: %j', async (given) => {
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

	it('a page instead of the worker is no worker, and nothing is written over it', async () => {
		stage.twilio.faults.push({ status: 200, html: true, match: { method: 'GET' } });
		const { error } = await merge({ a: 1 });

		expect(error?.message).toContain('the service answered with status 200 but without the record');
		expect(writes()).toEqual([]);
	});

	it('changes a worker whose attributes are among many without touching the others', async () => {
		const before = [bob, frank].map(({ worker }) => workerNamed(worker).attributes);
		await merge({ a: 1 });

		expect([bob, frank].map(({ worker }) => workerNamed(worker).attributes)).toEqual(before);
	});
});

describe('a hyphen in a value', () => {
	it('is warned of once, however many items have it, and the change is made', async () => {
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

	it('is no matter in a key, and none where there is none', async () => {
		expect((await merge({ 'a-b': 'c', d: -1 })).hints).toEqual([]);
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

	it('refuses the same names', async () => {
		const { error } = await mergeUser(JSON.parse('{"a":[{"constructor":1}]}') as object);

		expect(error?.message).toContain('cannot contain the key "constructor"');
		expect(stage.twilio.seen).toEqual([]);
	});
});

describe('adding skills', () => {
	const add = async (skills: unknown, { level, ...given }: IDataObject = {}, more: Partial<Job> = {}) =>
		await run(
			'addSkills',
			{ skills, ...given, ...(level !== undefined && { additionalFields: { level } }) } as INodeParameters,
			more,
		);

	it('puts them where Flex keeps them and keeps everything else', async () => {
		give({ email: 'a@b.c', routing: { skills: ['pl'], levels: { pl: 3 }, more: 1 } });
		const { out } = await add('billing, english', { level: 5 });

		expect(attributes()).toEqual({
			email: 'a@b.c',
			routing: { skills: ['pl', 'billing', 'english'], levels: { pl: 3, billing: 5, english: 5 }, more: 1 },
		});
		expect(out[0]?.json.changed).toBe(true);
	});

	it('makes what is not there, and no levels unless one was given', async () => {
		give({});
		await add('billing');
		expect(attributes()).toEqual({ routing: { skills: ['billing'] } });

		give({});
		await add('billing', { level: 2 });
		expect(attributes()).toEqual({ routing: { skills: ['billing'], levels: { billing: 2 } } });
	});

	it.each<[string, string, IDataObject]>([
		['a comma list', ' billing ,, english,billing, ', {}],
		['an expression with a comma list', '={{ $json.text }}', { text: 'billing,english' }],
		['an array', '={{ $json.list }}', { list: ['billing', ' english', 'billing', ''] }],
	])('takes %s, each skill once', async (_from, skills, item) => {
		give({ routing: { skills: ['english'] } });
		await add(skills, {}, { items: [item] });

		expect(attributes()).toEqual({ routing: { skills: ['english', 'billing'] } });
	});

	it('writes nothing where all are there', async () => {
		give({ routing: { skills: ['a', 'b'], levels: { a: 1 } } });
		expect((await add('b,a')).out[0]?.json.changed).toBe(false);
		expect((await add('a', { level: 1 })).out[0]?.json.changed).toBe(false);
		expect(writes()).toEqual([]);
		expect((await add('a', { level: 2 })).out[0]?.json.changed).toBe(true);
		expect(attributes()).toEqual({ routing: { skills: ['a', 'b'], levels: { a: 2 } } });
	});

	it.each([' , ,', '={{ "" }}', '={{ [] }}', '={{ null }}'])('is refused without a skill: %j', async (skills) => {
		const { error } = await add(skills);

		expect(error?.message).toContain("'Skills' is empty");
		expect(stage.twilio.seen).toEqual([]);
	});

	it('can use another attribute', async () => {
		give({ skills: ['support'], a: { b: 1 } });
		await add('x', { skillsAttribute: 'skills' });
		await add('y', { skillsAttribute: 'a.c.d' });

		expect(attributes()).toEqual({ skills: ['support', 'x'], a: { b: 1, c: { d: ['y'] } } });
	});

	it.each(['routing..skills', 'a b', 'a-b', '.a', 'a.', "a['b']"])(
		'refuses what is no attribute: %j',
		async (skillsAttribute) => {
			const { error } = await add('x', { skillsAttribute });

			expect(error?.message).toContain("'Skills Attribute' must be the name of an attribute");
			expect(stage.twilio.seen).toEqual([]);
		},
	);

	it.each(['__proto__.skills', 'routing.__proto__', 'constructor', 'a.prototype.b'])(
		'skills are not kept under %s',
		async (skillsAttribute) => {
			await run('addSkills', { skills: 'x', skillsAttribute });

			expect(writes()).toEqual([]);
		},
	);

	it('writes under the version it read and again after a 412', async () => {
		give({});
		workerNamed(anna.worker).revision = 3;
		stage.twilio.faults.push({ status: 412, match: { method: 'POST' } });
		await add('x');

		expect(writes().map(({ headers }) => headers['if-match'])).toEqual(['3', '3']);
		expect(attributes()).toEqual({ routing: { skills: ['x'] } });
	});
});

describe('removing skills', () => {
	const remove = async (skills: string, given: IDataObject = {}, more: Partial<Job> = {}) =>
		await run('removeSkills', { skills, ...given }, more);

	it('takes their levels too', async () => {
		give({ routing: { skills: ['a', 'b', 'c'], levels: { a: 1, c: 3 } }, email: 'x' });
		const { out } = await remove('a,b, nothing');

		expect(attributes()).toEqual({ routing: { skills: ['c'], levels: { c: 3 } }, email: 'x' });
		expect(out[0]?.json.changed).toBe(true);
	});

	it.each<[string, IDataObject]>([
		['nothing', {}],
		['no list', { routing: {} }],
		['an empty list', { routing: { skills: [] } }],
		['others', { routing: { skills: ['b'], levels: { b: 1 } } }],
	])('makes nothing where there is %s', async (_is, before) => {
		give(before);
		const { out } = await remove('a');

		expect(out[0]?.json).toMatchObject({ sid: anna.worker, changed: false });
		expect(attributes()).toEqual(before);
		expect(writes()).toEqual([]);
	});

	it('is refused where a text stands, which may well hold the skill', async () => {
		give({ routing: { skills: 'a' } });
		const { error } = await remove('a');

		expect(error?.message).toContain('is not a list of skills');
		expect(attributes()).toEqual({ routing: { skills: 'a' } });
	});

	it('leaves an empty list behind the last one', async () => {
		give({ routing: { skills: ['a'], levels: { a: 1 } } });
		await remove('a');

		expect(attributes()).toEqual({ routing: { skills: [], levels: {} } });
	});

	it('undoes what was added', async () => {
		give({ routing: { skills: ['b'] } });
		await run('addSkills', { skills: 'a, c', additionalFields: { level: 1 } });
		await remove('c,a');

		expect((attributes().routing as IDataObject).skills).toEqual(['b']);
	});

	it('uses the same other attribute', async () => {
		await remove('pl', { skillsAttribute: 'skills' });

		expect(attributes().skills).toEqual(['support']);
	});
});

describe('items that cannot be changed', () => {
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
		expect(hints).toMatchObject([{ message: '3 of 5 items failed. Their rows say why.' }]);
	});

	it('stop the workflow, and nothing more is begun', async () => {
		give('[]', bob.worker);
		const { out, error } = await run(
			'mergeAttributes',
			{ worker: byId('={{ $json.w }}'), attributes: '{"a":1}', options: { parallelLimit: 1 } },
			{ items: [anna, bob, frank].map(({ worker }) => ({ w: worker })) },
		);

		expect(out).toEqual([]);
		expect(error?.message).toMatch(/not a JSON object.*\[item 1]$/);
		expect(error?.description).toContain('3 items: 1 done, 1 failed or interrupted, 1 not started');
		expect(attributes().a).toBe(1);
		expect(attributes(frank.worker)).not.toHaveProperty('a');
		expect(stage.twilio.seen).toHaveLength(3);
	});
});

describe('defects of today', () => {
	it('a warning is told once though each item has another hyphen', async () => {
		const { hints, out } = await oneByOne('={{ { tier: "gold-" + $json.n } }}');

		expect(out).toHaveLength(20);
		expect(hints.length).toBeLessThanOrEqual(3);
	});

	it('a hyphen in a skill is warned of too', async () => {
		expect((await run('addSkills', { skills: 'tier-2' })).hints).toHaveLength(1);
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

	it('taking from a list never puts an object in the place of a text', async () => {
		give({ routing: 'by hand' });
		await merge({ routing: { skills: ['x'] } }, 'remove');

		expect(attributes()).toEqual({ routing: 'by hand' });
	});

	it('objects in lists are the same whatever the order of their keys', async () => {
		give({ list: [{ a: 1, b: 2 }] });
		await merge({ list: [{ b: 2, a: 1 }] }, 'remove');

		expect(attributes()).toEqual({ list: [] });
	});

	it('a list that is new holds nothing twice either', async () => {
		give({});
		await merge({ list: ['a', 'a'] }, 'append');

		expect(attributes()).toEqual({ list: ['a'] });
	});

	it('skills keep their level under any name', async () => {
		give({});
		await run('addSkills', { skills: '__proto__', additionalFields: { level: 1 } });

		expect(workerNamed(anna.worker).attributes).toContain('"__proto__":1');
	});

	it('skills that are a text are not thrown away', async () => {
		give({ routing: { skills: 'pl,en' } });
		const { error } = await run('addSkills', { skills: 'x' });

		expect(error).toBeDefined();
		expect(attributes()).toEqual({ routing: { skills: 'pl,en' } });
	});
});
