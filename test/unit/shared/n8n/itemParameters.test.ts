import * as fc from 'fast-check';
import { DateTime } from 'luxon';
import {
	NodeHelpers,
	type IDataObject,
	type IExecuteFunctions,
	type INodeParameters,
	type INodeProperties,
} from 'n8n-workflow';
import { itemParameters } from '../../../../nodes/shared/n8n/itemParameters';
import { Bench, type Job } from '../../../support/bench/bench';
import { PROBE, probeOf } from '../../../support/bench/nodeTypes';

let bench: Bench;
beforeAll(async () => {
	bench = await Bench.open();
});
afterAll(async () => await bench.close());

const text = (name: string): INodeProperties => ({ displayName: name, name, type: 'string', default: '' });
/** The kinds of fields that the nodes have: plain, in a locator, in a collection, in rows of a collection. */
const form: INodeProperties[] = [
	text('plain'),
	{ ...text('locator'), type: 'resourceLocator', default: { mode: 'id', value: '' }, modes: [] },
	{ ...text('more'), type: 'collection', default: {}, options: [text('one'), text('other')] },
	{
		...text('rows'),
		type: 'fixedCollection',
		typeOptions: { multipleValues: true },
		default: {},
		options: [{ displayName: 'Row', name: 'row', values: [text('word'), text('state')] }],
	},
];

const parametersOf = (expression: string): INodeParameters => ({
	plain: expression,
	locator: { __rl: true, mode: 'id', value: expression },
	more: { one: expression, other: 'fixed' },
	rows: { row: [{ word: 'fixed', state: expression }] },
});

/** What reading a parameter comes to: its value, or what is thrown. */
function outcomeOf(read: () => unknown): { value: unknown } | { thrown: string } {
	try {
		return { value: read() };
	} catch (error) {
		return { thrown: String(error) };
	}
}

/** Reads every parameter of every item, from n8n and by us. */
async function readBoth(items: IDataObject[], parameters: INodeParameters, more: Partial<Job> = {}) {
	const read = { n8n: [] as unknown[], ours: [] as unknown[], evaluations: 0 };
	const look = (context: IExecuteFunctions): void => {
		const names = Object.keys(parameters);
		const all = (of: (name: string, item: number) => unknown): unknown[] =>
			context.getInputData().flatMap((_, item) => names.map((name) => outcomeOf(() => of(name, item))));
		read.n8n = all((name, item) => context.getNodeParameter(name, item));
		const asked = jest.spyOn(context, 'getNodeParameter');
		const source = itemParameters(context);
		read.ours = all((name, item) => source.getNodeParameter(name, item));
		read.evaluations = asked.mock.calls.filter(([, , , options]) => options?.rawExpressions !== true).length;
	};
	const { error } = await bench.run({ node: PROBE, probe: probeOf(form, look), parameters, items, ...more });
	if (error) throw error;
	return read;
}

const rows = (count: number, of: (item: number) => IDataObject): IDataObject[] =>
	Array.from({ length: count }, (_, item) => of(item));

/** Properties of every object, and names that n8n refuses. */
const dangerous = ['constructor', '__proto__', 'toString', 'hasOwnProperty', 'prototype', 'valueOf', 'caller'];
const awkward = [
	'a b',
	"it's",
	'say "hi"',
	'a.b',
	'a\\b',
	'{{',
	'}}',
	'0',
	'007',
	'',
	' ',
	'имя',
	'agent_ID',
	'$',
	'a"]',
];
const nameArbitrary = fc.oneof(
	fc.constantFrom(
		'sid',
		'class',
		...dangerous,
		...awkward,
		'isEmpty()',
		'. constructor',
		'length',
		'json',
		'isProxy',
	),
	fc.string({ unit: 'binary', maxLength: 5 }),
	fc.string({ maxLength: 5 }),
);
const cellArbitrary: fc.Arbitrary<unknown> = fc.oneof(
	fc.constantFrom<unknown>(
		null,
		undefined,
		false,
		true,
		0,
		-0,
		NaN,
		Infinity,
		'',
		' ',
		'={{ $json.sid }}',
		'=1',
		'{{ 1 }}',
	),
	fc.string(),
	fc.string({ unit: 'binary' }),
	fc.double(),
	fc.integer(),
	fc.jsonValue(),
	fc.date({ noInvalidDate: true }),
	fc.date({ noInvalidDate: true }).map((date) => DateTime.fromJSDate(date, { zone: 'Europe/Warsaw' })),
	fc.constant({ when: DateTime.fromMillis(0, { zone: 'utc' }) }),
);
const blanks = fc.constantFrom('', ' ', '\t', '\n', '  ', '\u00a0');
const spellings: ReadonlyArray<(name: string) => string> = [
	(name) => `$json.${name}`,
	(name) => `$json["${name}"]`,
	(name) => `$json['${name}']`,
	(name) => `$json[ ${JSON.stringify(name)} ]`,
	(name) => `$json?.[${JSON.stringify(name)}]`,
	(name) => `$json.${name}.length`,
	(name) => `$json[${JSON.stringify(name)}] ?? 1`,
	(name) => `$('Source').item.json[${JSON.stringify(name)}]`,
	(name) => `$input.item.json[${JSON.stringify(name)}]`,
];
const around: ReadonlyArray<(inner: string) => string> = [
	...Array.from({ length: 6 }, () => (inner: string) => `={{${inner}}}`),
	(inner) => `= {{${inner}}}`,
	(inner) => `={{${inner}}} `,
	(inner) => `={{${inner}}}{{${inner}}}`,
	(inner) => `{{${inner}}}`,
	(inner) => `={{${inner}`,
];
const caseArbitrary = fc.uniqueArray(nameArbitrary, { minLength: 1, maxLength: 6 }).chain((names) =>
	fc.record({
		items: fc.array(
			fc
				.array(fc.tuple(fc.constantFrom(...names), cellArbitrary), { maxLength: names.length })
				.map((cells) => Object.fromEntries(cells) as IDataObject),
			{ minLength: 1, maxLength: 12 },
		),
		expression: fc
			.tuple(
				fc.constantFrom(...names),
				fc.oneof(...spellings.map((spelling) => fc.constant(spelling))),
				fc.oneof(...around.map((frame) => fc.constant(frame))),
				fc.tuple(blanks, blanks),
			)
			.map(([name, spelling, frame, [before, after]]) => frame(`${before}${spelling(name)}${after}`)),
	}),
);

describe('parameters of many items', () => {
	it('are exactly those of n8n, whatever the column, its value and the expression', async () => {
		let fromItems = 0;
		await fc.assert(
			fc.asyncProperty(caseArbitrary, async ({ items, expression }) => {
				const { n8n, ours, evaluations } = await readBoth(items, parametersOf(expression));
				expect(ours).toStrictEqual(n8n);
				fromItems += ours.length - evaluations;
			}),
			{ numRuns: 200 },
		);
		// Where all is read from n8n, nothing can differ.
		expect(fromItems).toBeGreaterThan(200);
	});

	it.each(dangerous)('a column called %s is as it is for n8n, whether the item has it or not', async (name) => {
		const items = [{ sid: 'a' }, { ...JSON.parse(`{"${name}":"own"}`) }, {}] as IDataObject[];
		for (const expression of [`={{ $json.${name} }}`, `={{ $json["${name}"] }}`, `={{ $json['${name}'] }}`]) {
			const { n8n, ours } = await readBoth(items, { plain: expression });
			expect(ours).toStrictEqual(n8n);
		}
	});

	it.each([
		['a name behind a dot', '={{ $json.sid }}'],
		['without blanks', '={{$json.sid}}'],
		['in double quotes', '={{ $json["sid"] }}'],
		['in single quotes', "={{ $json['sid'] }}"],
		['over several lines', '={{\n\t$json.sid\n}}'],
	])('n8n works out one column only once: %s', async (_, expression) => {
		const { n8n, ours, evaluations } = await readBoth(
			rows(50, (item) => ({ sid: `WK${item}` })),
			parametersOf(expression),
		);
		expect(ours).toStrictEqual(n8n);
		expect(n8n[4]).toEqual({ value: 'WK1' });
		expect(evaluations).toBe(4);
	});

	it.each(['a b', "it's", 'say hi!', 'имя', 'agent.id', '0'])('so for the column %s', async (name) => {
		const { n8n, ours, evaluations } = await readBoth(
			rows(20, (item) => ({ [name]: item })),
			{ plain: `={{ $json["${name}"] }}` },
		);
		expect(ours).toStrictEqual(n8n);
		expect(n8n[7]).toEqual({ value: 7 });
		expect(evaluations).toBe(1);
	});

	it('n8n works out what is more than a column for each item', async () => {
		const { evaluations } = await readBoth(
			rows(20, (item) => ({ sid: `WK${item}` })),
			{ plain: '={{ $json.sid.trim() }}', more: { one: '={{ $json.sid }}', other: '={{ $itemIndex }}' } },
		);
		expect(evaluations).toBe(40);
	});

	it('what empty cells give proves nothing: n8n is asked until one is filled', async () => {
		const { n8n, ours, evaluations } = await readBoth(
			[{}, { sid: null }, { sid: undefined }, { sid: 'a' }, { sid: 'b' }, {}, { sid: null }] as IDataObject[],
			{ plain: '={{ $json.sid }}' },
		);
		expect(ours).toStrictEqual(n8n);
		expect(evaluations).toBe(4);
	});

	it('n8n reads the records, lists and dates in a column of texts', async () => {
		const cells = ['WK0', { sid: 'WK1' }, ['WK2'], new Date(3), DateTime.fromMillis(4), 'WK5'];
		const { n8n, ours, evaluations } = await readBoth(
			cells.map((sid): IDataObject => ({ sid })),
			{ plain: '={{ $json.sid }}' },
		);
		expect(ours).toStrictEqual(n8n);
		expect(evaluations).toBe(5);
	});

	it('an item has lists and records of its own', async () => {
		const values: unknown[] = [];
		await bench.run({
			node: PROBE,
			items: [{}, {}, {}],
			parameters: { more: { one: 'fixed' } },
			probe: probeOf(form, (context) => {
				const source = itemParameters(context);
				for (const item of [0, 1, 2]) values.push(source.getNodeParameter('more', item));
			}),
		});
		expect(values).toEqual([{ one: 'fixed' }, { one: 'fixed' }, { one: 'fixed' }]);
		expect(new Set(values).size).toBe(3);
	});

	it.each<[string, Partial<Job>]>([
		['pinned items', { arePinned: true, mode: 'manual' }],
		[
			'items with files alone',
			{ binary: [0, 1, 2].map(() => ({ data: { data: 'YQ==', mimeType: 'text/plain' } })) },
		],
		['another time zone', { timezone: 'Asia/Tokyo' }],
	])('%s', async (_, more) => {
		const items = more.binary ? [{}, {}, {}] : rows(3, (item) => ({ sid: `WK${item}` }));
		const { n8n, ours } = await readBoth(items, parametersOf('={{ $json.sid }}'), more);
		expect(n8n).toHaveLength(12);
		expect(ours).toStrictEqual(n8n);
	});

	it('no field of the pack has a check of n8n, which would be left out', () => {
		const all = Object.values(bench.loader.nodeTypes).flatMap(
			({ type }) => NodeHelpers.getVersionedNodeType(type).description.properties,
		);
		expect(all.length).toBeGreaterThan(100);
		expect(JSON.stringify(all)).not.toMatch(/"validateType"|"resourceMapper"/);
	});

	it('a parameter that the node does not have is what n8n makes of it', async () => {
		const found: unknown[] = [];
		await bench.run({
			node: PROBE,
			items: [{ sid: 'WK0' }, { sid: 'WK1' }],
			parameters: {},
			probe: probeOf(form, (context) => {
				const source = itemParameters(context);
				for (const from of [context, source]) {
					found.push(outcomeOf(() => from.getNodeParameter('nowhere', 1)));
					found.push(outcomeOf(() => from.getNodeParameter('nowhere', 1, 'instead')));
					found.push(outcomeOf(() => from.getNodeParameter('nowhere', 1, '={{ $json.sid }}')));
				}
			}),
		});
		expect(found.slice(3)).toStrictEqual(found.slice(0, 3));
		expect(found.slice(1, 3)).toEqual([{ value: 'instead' }, { value: 'WK1' }]);
	});
});
