import { keepsNumbers } from '../../../../../nodes/shared/values/jsonText';
import fc from 'fast-check';
import type { Client, Sent } from '../../../../../nodes/shared/http/client';
import type { VendorRequest, WireValue } from '../../../../../nodes/shared/http/request';
import type { VendorResponse } from '../../../../../nodes/shared/http/response';
import { readModifyWrite, onlyDifferences } from '../../../../../nodes/shared/operation/run/readModifyWrite';
import { createWriteLog } from '../../../../../nodes/shared/operation/run/keyedQueue';
import type { Change, ReadModifyWrite } from '../../../../../nodes/shared/operation/operation';
import { answered, clientOf, failed, UNSENT } from '../../../../support/answers';

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
		['\n{"a":1}', '{"a":1}'],
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
		['1.0', '1'],
		[' 1', '1'],
		['x {"a":1}', 'x {"a": 1}'],
		[{ a: 1 }, '[object Object]'],
		['{"a":12345678901234567890}', '{"a":12345678901234567891}'],
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

	it('always is what shows something computed in the record', () => {
		const computed = onlyDifferences({ keyOf, computed: ['SomeField'] });
		expect(computed.change({ some_field: 'x', b: 2 }, {}, { SomeField: 'x', B: 2 })).toEqual({
			kind: 'write',
			body: { SomeField: 'x' },
		});
	});

	it('is looked for only where the user asked for that, in the record that the operation names', () => {
		const record = () => ({ a: 1 });
		const { applies, ...edit } = onlyDifferences({ keyOf, record });
		expect(edit.record).toBe(record);
		expect(onlyDifferences({ keyOf })).not.toHaveProperty('record');
		const chosen: Array<Record<string, boolean | string>> = [
			...[{ onlyIfChanged: true }, { onlyIfChanged: false }, { onlyIfChanged: 'true' }],
			{},
		];
		expect(chosen.map((values) => applies?.(values))).toEqual([true, false, false, false]);
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

describe('a record that is read and written', () => {
	const request: VendorRequest = {
		method: 'POST',
		path: '/record',
		query: { q: 1 },
		headers: { 'X-Agent': '1' },
		body: { a: 1 },
		encoding: 'json',
		idempotent: true,
	};
	const RECORD = { sid: 'R1', a: 0 };
	const write: ReadModifyWrite = { change: (_record, _values, body) => ({ kind: 'write', body: { ...body, b: 2 } }) };
	const deciding = (change: Change): ReadModifyWrite => ({ change: () => change });
	const vendor = { versionOf: ({ headers }: VendorResponse) => headers.version };

	/** What a service answers to each read and to each write, the last one again and again. */
	function service(reads: Sent[], writes: Sent[] = [answered({ sid: 'R1' })]) {
		const counts = { GET: 0, POST: 0 };
		return clientOf(({ method }) => {
			const answers = method === 'GET' ? reads : writes;
			return answers[Math.min(counts[method as 'GET' | 'POST']++, answers.length - 1)] ?? UNSENT;
		});
	}
	const edit = async (
		{ client }: Pick<ReturnType<typeof service>, 'client'>,
		how = write,
		more: { request?: VendorRequest; writes?: ReturnType<typeof createWriteLog> } = {},
	) =>
		await readModifyWrite(
			{ vendor, client, writes: more.writes ?? createWriteLog() },
			more.request ?? request,
			how,
			{ value: 'x' },
			({ body }) => (typeof body === 'string' ? 'no record' : undefined),
		);
	const CONFLICT = answered({}, 412);
	const versioned = (version: string) => answered(RECORD, 200, { version });

	it('is asked for at the same address, and written under its version', async () => {
		const acme = service([versioned('7')]);
		expect(await edit(acme)).toEqual({
			kind: 'written',
			response: { status: 200, headers: {}, body: { sid: 'R1' } },
			versioned: true,
			attempts: 1,
		});
		const [read, written] = acme.requests;
		expect(read).toEqual({ ...request, method: 'GET', query: {}, headers: {}, body: undefined });
		expect(written).toEqual({
			...request,
			headers: { 'If-Match': '7', 'X-Agent': '1' },
			body: { a: 1, b: 2 },
			expected: expect.any(Function) as unknown,
		});
		const isExpected = (status: number) => written?.expected?.({ status, headers: {}, body: undefined });
		expect([412, 400, 404].map(isExpected)).toEqual([true, false, false]);
	});

	it('is written without a version where there is none', async () => {
		const acme = service([answered(RECORD)]);
		expect(await edit(acme)).toMatchObject({ kind: 'written', versioned: false });
		expect(acme.requests[1]?.headers).toEqual({ 'X-Agent': '1' });
	});

	it('is changed as the operation says, by the record, the values and the body', async () => {
		const seen: unknown[] = [];
		const change: ReadModifyWrite['change'] = (...given) => {
			seen.push(given);
			return { kind: 'none' };
		};
		await edit(service([answered(RECORD)]), { change });
		await edit(service([answered(RECORD)]), { change }, { request: { ...request, body: undefined } });
		expect(seen).toEqual([
			[RECORD, { value: 'x' }, { a: 1 }],
			[RECORD, { value: 'x' }, {}],
		]);
	});

	it('may stand somewhere in the answer', async () => {
		const record: NonNullable<ReadModifyWrite['record']> = ({ body }, { value }) =>
			value === 'x' ? (body as { inner?: typeof RECORD }).inner : undefined;
		const none = deciding({ kind: 'none' });
		expect(await edit(service([answered({ inner: RECORD })]), { ...none, record })).toEqual({
			kind: 'unchanged',
			record: RECORD,
		});
		expect(await edit(service([answered({ outer: RECORD })]), { ...none, record })).toMatchObject({
			kind: 'failed',
			failure: { message: 'the service answered with status 200 but without the record' },
		});
	});

	it('must come', async () => {
		expect(await edit(service([answered('<html>')]))).toMatchObject({
			kind: 'failed',
			failure: { message: 'the service answered with status 200 but without the record' },
		});
		expect(await edit(service([failed('Too busy')]))).toEqual(failed('Too busy'));
		expect(await edit(service([UNSENT]))).toEqual(UNSENT);
	});

	it('is not written where the change cannot be made, or is none', async () => {
		const acme = service([versioned('7')]);
		expect(await edit(acme, deciding({ kind: 'problem', problem: 'cannot be' }))).toEqual({
			kind: 'failed',
			failure: {
				message: 'cannot be',
				advice: undefined,
				httpCode: undefined,
				vendorCode: undefined,
				requestId: undefined,
				attempts: 1,
			},
		});
		expect(await edit(acme, deciding({ kind: 'none' }))).toEqual({ kind: 'unchanged', record: RECORD });
		expect(acme.asked()).toEqual(['GET /record', 'GET /record']);
	});

	it('with a key taken out of it is not written back', async () => {
		const concealed: Sent = {
			kind: 'answered',
			response: { status: 200, headers: {}, body: RECORD, isConcealed: true },
			attempts: 1,
		};
		const acme = service([concealed]);
		expect(await edit(acme)).toMatchObject({
			kind: 'failed',
			failure: {
				message:
					'the record holds a key of the credential, which is not shown and would be lost by this change',
				advice: 'Take it out of the record and change the key.',
			},
		});
		expect(acme.asked()).toEqual(['GET /record']);
		// What writes only the fields that differ writes none of the others back.
		expect(await edit(service([concealed]), { ...write, applies: () => true })).toMatchObject({ kind: 'written' });
	});

	it('that someone else changed is read and written again, and all attempts count', async () => {
		const acme = service(
			[versioned('7'), versioned('8')],
			[answered({}, 412, {}, 2), answered({ sid: 'R1' }, 200, {}, 3)],
		);
		expect(await edit(acme)).toMatchObject({ kind: 'written', versioned: true, attempts: 5 });
		expect(acme.requests.map(({ headers }) => headers['If-Match'])).toEqual([undefined, '7', undefined, '8']);
	});

	it('that is as it should be after a repeated change was written by that', async () => {
		const changes: Change[] = [{ kind: 'write', body: {} }, { kind: 'none' }];
		const inTurn = (): ReadModifyWrite => {
			const left = [...changes];
			return { change: () => left.shift() ?? { kind: 'none' } };
		};
		const repeated = service([versioned('7'), versioned('8')], [answered({}, 412, {}, 2)]);
		expect(await edit(repeated, inTurn())).toEqual({
			kind: 'written',
			response: { status: 200, headers: { version: '8' }, body: RECORD },
			versioned: true,
			attempts: 2,
		});
		// Sent once and refused, it was someone else's.
		const once = service([versioned('7'), versioned('8')], [CONFLICT]);
		expect(await edit(once, inTurn())).toEqual({ kind: 'unchanged', record: RECORD });
	});

	it('that is changed all the time is given up at the tenth round', async () => {
		const acme = service([versioned('7')], [CONFLICT]);
		expect(await edit(acme)).toMatchObject({
			kind: 'failed',
			failure: {
				message: 'No',
				httpCode: '412',
				advice: 'Someone else keeps changing this record at the same time. Run the workflow again.',
			},
		});
		expect(
			acme.requests.filter(({ method }) => method === 'POST').map(({ expected }) => expected !== undefined),
		).toEqual([...Array<boolean>(9).fill(true), false]);
	});

	it('under a version that the user gave is tried once, and keeps the advice of the service', async () => {
		const given = { ...request, headers: { 'If-Match': '5' } };
		const acme = service([versioned('7')], [CONFLICT]);
		expect(await edit(acme, write, { request: given })).toEqual(failed('No', { httpCode: '412' }));
		expect(acme.asked()).toEqual(['GET /record', 'POST /record']);
		expect(acme.requests[1]).toMatchObject({ headers: { 'If-Match': '5' } });
		expect(acme.requests[1]).not.toHaveProperty('expected');
	});

	it('is not written again after another failure', async () => {
		const busy = failed('Too busy', { httpCode: '500', advice: 'Later.' });
		expect(await edit(service([versioned('7')], [busy]))).toEqual(busy);
		expect(await edit(service([versioned('7')], [UNSENT]))).toEqual(UNSENT);
		expect(await edit(service([versioned('7')], [answered('<html>')]))).toMatchObject({
			kind: 'failed',
			failure: { message: 'no record' },
		});
	});

	it.each([
		['another address of the same record', { ...request, path: '/other' }, 'sid', 2],
		['the same address', request, undefined, 3],
		['another record', { ...request, path: '/other' }, undefined, 1],
	])('that this run has written since is read once more, however often: %s', async (_what, other, id, reads) => {
		const writes = createWriteLog();
		const how = { ...write, ...(id !== undefined && { id }) };
		let rounds = 0;
		const acme = clientOf(async ({ method, path }) => {
			// While the record is read here, another row writes it.
			if (method === 'GET' && path === '/record' && rounds++ === 0)
				await edit(acme, how, { request: other, writes });
			return answered(RECORD);
		});
		expect(await edit(acme, how, { writes })).toMatchObject({ kind: 'written' });
		expect(rounds).toBe(reads);
	});

	it('does not lose a round by the rows of its own run', async () => {
		const writes = createWriteLog();
		let reads = 0;
		const acme = clientOf(async ({ method }) => {
			if (method === 'GET' && reads++ < 15)
				await writes.unlessSince(writes.count(), '/record', async () => 'done');
			return answered(RECORD);
		});
		expect(await edit(acme, write, { writes })).toMatchObject({ kind: 'written' });
		expect(acme.requests.at(-1)?.expected).toBeDefined();
		expect(reads).toBe(16);
	});
});
