import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { PEOPLE } from '../../../simulators';
import { type Job } from '../../support/bench/bench';
import { useAttributes } from '../../support/pack/useAttributes';

const { anna } = PEOPLE;
const { stage, workerNamed, attributes, give, run, writes } = useAttributes();

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

		expect(error?.message).toContain("'Skills' is empty: enter at least one skill");
		expect(stage.twilio.seen).toEqual([]);
	});

	it('can use another attribute', async () => {
		give({ skills: ['support'], a: { b: 1 } });
		await add('x', { skillsAttribute: 'skills' });
		await add('y', { skillsAttribute: 'a.c.d' });

		expect(attributes()).toEqual({ skills: ['support', 'x'], a: { b: 1, c: { d: ['y'] } } });
	});

	it.each(['routing..skills', 'a b', 'a-b', '.a', 'a.', "a['b']"])(
		'refuses what is not an attribute: %j',
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

	it('keeps the level of a skill under any name', async () => {
		give({});
		await run('addSkills', { skills: '__proto__', additionalFields: { level: 1 } });

		expect(workerNamed(anna.worker).attributes).toContain('"__proto__":1');
	});

	it('is refused where the skills are a text, which is kept', async () => {
		give({ routing: { skills: 'pl,en' } });
		const { error } = await run('addSkills', { skills: 'x' });

		expect(error).toBeDefined();
		expect(attributes()).toEqual({ routing: { skills: 'pl,en' } });
	});

	it('warns of a hyphen in a skill', async () => {
		expect((await run('addSkills', { skills: 'tier-2' })).hints).toHaveLength(1);
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
