import { keepsNumbers } from '../../../../../nodes/shared/values/jsonText';
import fc from 'fast-check';
import type { Client } from '../../../../../nodes/shared/http/client';
import type { VendorRequest, WireValue } from '../../../../../nodes/shared/http/request';
import type { VendorResponse } from '../../../../../nodes/shared/http/response';
import { readModifyWrite, onlyDifferences } from '../../../../../nodes/shared/operation/run/readModifyWrite';
import { createWriteLog } from '../../../../../nodes/shared/operation/run/keyedQueue';

const keyOf = (field: string) => ({ SomeField: 'some_field' })[field] ?? field.toLowerCase();

const change = (
	record: Record<string, unknown>,
	body: Record<string, WireValue>,
	dependentFields: Record<string, string> = {},
) => onlyDifferences({ keyOf, dependentFields }).change(record, {}, body);

describe('what differs', () => {
	it.each<[unknown, WireValue]>([
		[true, 'true'],
		['true', true],
		[3, '3'],
		['', ''],
		['{"a":1,"b":[1,{"c":2,"d":3}]}', ' {"b" : [1,{"d":3,"c":2}], "a":1}\n'],
		['[]', '[ ]'],
		['{"a":1.0}', '{"a":1}'],
		['{"a":"\\u0042"}', '{"a":"B"}'],
	])('is not %j and %j', (now, wanted) => {
		expect(change({ some_field: now }, { SomeField: wanted })).toEqual({ kind: 'none' });
	});

	it.each<[unknown, WireValue]>([
		[true, false],
		['Anna', 'anna'],
		['Anna', 'Anna '],
		[null, ''],
		[undefined, 'x'],
		[0, ''],
		['{"a":[1,2]}', '{"a":[2,1]}'],
		['{"a":1}', '{"a":"1"}'],
		['{"a":null}', '{}'],
		['{', '{}'],
		['{"a":1', '{"a":1 '],
	])('is %j and %j', (now, wanted) => {
		expect(change({ some_field: now }, { SomeField: wanted })).toEqual({
			kind: 'write',
			body: { SomeField: wanted },
		});
	});

	it('is all that is sent', () => {
		expect(change({ a: 1, b: 2, c: 3 }, { A: 1, B: 3, C: 3 })).toEqual({ kind: 'write', body: { B: 3 } });
	});

	it('never is a dependent field alone', () => {
		expect(change({ a: 1 }, { A: 1, Reject: true }, { Reject: 'A' })).toEqual({ kind: 'none' });
		expect(change({ a: 2 }, { A: 1, Reject: true }, { Reject: 'A' })).toEqual({
			kind: 'write',
			body: { A: 1, Reject: true },
		});
	});

	it('leaves a dependent field out where its companion does not change', () => {
		expect(change({ a: 1, b: 1 }, { A: 1, B: 2, Reject: true }, { Reject: 'A' })).toEqual({
			kind: 'write',
			body: { B: 2 },
		});
	});

	it('is nothing between a JSON object and itself with its keys in another order', () => {
		const turned = (value: unknown): unknown => {
			if (Array.isArray(value)) return value.map(turned);
			if (typeof value !== 'object' || value === null) return value;
			return Object.fromEntries(
				Object.entries(value)
					.reverse()
					.map(([key, inner]) => [key, turned(inner)]),
			);
		};
		fc.assert(
			fc.property(fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true }), (object) => {
				const now = JSON.stringify(object);
				fc.pre(keepsNumbers(now));
				expect(change({ x: now }, { X: JSON.stringify(turned(JSON.parse(now)), null, 2) })).toEqual({
					kind: 'none',
				});
			}),
		);
	});
});

/** Any number of writers over one record with versions, whose requests are answered in any order. */
describe('writers of one record, in whatever order their requests are processed', () => {
	const request: VendorRequest = {
		method: 'POST',
		path: '/record',
		query: {},
		headers: {},
		body: {},
		encoding: 'form',
		idempotent: true,
	};
	const add = (name: string) => ({
		change: ({ names }: Record<string, unknown>) => ({
			kind: 'write' as const,
			body: { names: [...String(names).split(',').filter(Boolean), name].join(',') },
		}),
	});

	it('lose nothing', async () => {
		await fc.assert(
			fc.asyncProperty(fc.scheduler(), fc.integer({ min: 2, max: 6 }), async (scheduler, count) => {
				let names = '';
				let version = 0;
				const process = ({ method, headers, body }: VendorRequest): VendorResponse => {
					const refused = headers['If-Match'] !== undefined && headers['If-Match'] !== String(version);
					if (method === 'POST' && refused) return { status: 412, headers: {}, body: {} };
					if (method === 'POST') {
						names = String(body?.names);
						version += 1;
					}
					return { status: 200, headers: { version: String(version) }, body: { names } };
				};
				const send = scheduler.scheduleFunction(async (sent: VendorRequest) => {
					const response = process(sent);
					if (response.status === 412 && !sent.expected?.(response)) throw new Error('Refused for good');
					return { kind: 'answered' as const, response, attempts: 1 };
				});
				const client: Client = {
					send: async (sent) => await send(sent),
					lookInto: async () => undefined,
					pathOf: () => undefined,
				};
				const vendor = { versionOf: ({ headers }: VendorResponse) => headers.version };
				const writers = Array.from({ length: count }, (_, index) => `writer${index}`);
				const all = Promise.all(
					writers.map(
						async (name) =>
							await readModifyWrite({ vendor, client, writes: createWriteLog() }, request, add(name), {}),
					),
				);
				await scheduler.waitFor(all);

				expect((await all).map(({ kind }) => kind)).toEqual(writers.map(() => 'written'));
				expect(names.split(',').sort()).toEqual(writers);
			}),
			{ numRuns: 300 },
		);
	});
});
