import {
	leavesOf,
	listLength,
	onlyIfChanged,
	optional,
	parallelLimitField,
	PREVIEW_ONLY,
	simplify,
} from '../../../../nodes/shared/operation/fields';
import type { Field } from '../../../../nodes/shared/operation/operation';

describe('the fields that many operations share', () => {
	it('say how much of a list to return', () => {
		expect(listLength).toEqual([
			{
				displayName: 'Return All',
				name: 'returnAll',
				type: 'boolean',
				default: false,
				description: 'Whether to return all results or only up to a given limit',
			},
			{
				displayName: 'Limit',
				name: 'limit',
				type: 'number',
				typeOptions: { minValue: 1 },
				default: 50,
				required: true,
				displayOptions: { show: { returnAll: [false] } },
				description: 'Max number of results to return',
			},
		]);
	});

	it('give records in short, as n8n has it', () => {
		expect(simplify).toEqual({
			displayName: 'Simplify',
			name: 'simplify',
			type: 'boolean',
			default: true,
			description: 'Whether to return a simplified version of the response instead of the raw data',
		});
	});

	it('write only what differs', () => {
		expect(onlyIfChanged).toEqual({
			displayName: 'Only If Changed',
			name: 'onlyIfChanged',
			type: 'boolean',
			default: false,
			description:
				"Whether to read the record first and to write only what differs. The item then says whether anything was written, in 'changed'.",
		});
		expect(PREVIEW_ONLY).toBe('previewOnly');
	});

	it.each([
		[
			[20, 'Acme'],
			1,
			'The maximum number of requests to Acme at the same time. The node finds out by itself how many the service accepts; set this only to stay below that, for example to leave room for other workflows.',
		],
		[
			[0],
			0,
			"The maximum number of requests to one service at the same time. 0 means each service's usual number. Up to that number the node finds out by itself how many the service accepts; set another number to leave room for other workflows, or to go faster if you know the service's limit.",
		],
	] as Array<[[number, string?], number, string]>)(
		'limit the requests at once: %j',
		(given, minValue, description) => {
			expect(parallelLimitField(...given)).toEqual({
				displayName: 'Parallel Limit',
				name: 'parallelLimit',
				type: 'number',
				typeOptions: { minValue },
				default: given[0],
				description,
			});
		},
	);
});

const text = (name: string): Field => ({ displayName: name, name, type: 'string', default: '' });

it('a field inside a collection is not required', () => {
	expect(optional({ ...text('a'), required: true })).toEqual(text('a'));
});

it('all fields that take a value are found, those inside collections too, and no option of a list is one', () => {
	const collection = (name: string, options: Field['options']): Field => ({
		...text(name),
		type: 'collection',
		...(options && { options }),
	});
	const list: Field = { ...text('list'), type: 'options', options: [{ name: 'A', value: 'a' }] };
	const inner = collection('inner', [text('c'), list]);
	const outer = collection('outer', [text('b'), inner, { name: 'group', displayName: 'Group', values: [] }]);
	expect(leavesOf([text('a'), outer, collection('empty', undefined)]).map(({ name }) => name)).toEqual([
		'a',
		'b',
		'c',
		'list',
	]);
});
