import type { Sent } from '../../../../../nodes/shared/http/client';
import type { VendorRequest } from '../../../../../nodes/shared/http/request';
import type {
	EditOperation,
	Explanation,
	Field,
	ItemOperation,
	ListOperation,
	ReadResponse,
	SendOperation,
	Values,
} from '../../../../../nodes/shared/operation/operation';
import { createWriteLog, keyedQueue } from '../../../../../nodes/shared/operation/run/keyedQueue';
import { createNameResolver } from '../../../../../nodes/shared/operation/run/names';
import { sendItem } from '../../../../../nodes/shared/operation/run/send';
import { simpleRecord } from '../../../../../nodes/shared/operation/simplify';
import { acme, wholeList } from '../../../../support/acme';
import { answered, clientOf, failed, UNSENT } from '../../../../support/answers';

const field = (name: string): Field => ({ displayName: name, name, type: 'string', default: '' });
const inBody = (name: string, property: string): Field => ({
	...field(name),
	routing: { send: { type: 'body', property } },
});
const common = {
	option: { name: 'Update', value: 'update', action: 'Update an agent', description: 'Update' },
	fields: [field('agent'), inBody('state', 'State')],
};
const path = '/agents/{agent}';
const sending = (more: Partial<SendOperation> = {}): SendOperation => ({
	...common,
	kind: 'send',
	request: { method: 'POST', path, idempotent: true },
	...more,
});
const editing = (more: Partial<EditOperation> = {}): EditOperation => ({
	...common,
	kind: 'edit',
	request: { method: 'POST', path, idempotent: true },
	edit: { change: (_record, _values, body) => ({ kind: 'write', body }) },
	...more,
});
const listing: ListOperation = {
	...common,
	kind: 'list',
	request: { method: 'GET', path: '/agents', idempotent: true },
	paging: wholeList,
};

function runOf(answer: (request: VendorRequest) => Sent | Promise<Sent>, versioned = false) {
	const { client, requests, asked } = clientOf(answer);
	const vendor = { ...acme(), ...(versioned && { versionOf: () => '3' }) };
	const nameResolver = createNameResolver(vendor, client, () => 1);
	const tools = { vendor, client, nameResolver, queue: keyedQueue(), writes: createWriteLog() };
	const send = async (operation: ItemOperation, values: Values = { agent: 'A1', state: 'on' }) =>
		await sendItem(tools, operation, values, 'Agent A1');
	return { send, requests, asked };
}

const RECORD = { sid: 'A1', state: 'off', more: 'x' };
const done = (records: object[], warning?: string) => [{ kind: 'done', records, warning }];

describe('a request', () => {
	it('gives the record that the service answers with', async () => {
		const { send, asked, requests } = runOf(() => answered(RECORD));
		expect(await send(sending())).toEqual(done([RECORD]));
		expect(asked()).toEqual(['POST /agents/A1']);
		expect(requests[0]?.body).toEqual({ State: 'on' });
	});

	it('gives what the operation reads in the answer', async () => {
		const { send } = runOf(() => answered(RECORD));
		const read = sending({
			read: ({ body }, { state }) => ({
				kind: 'value',
				value: [{ is: body === RECORD }, { state: String(state) }],
			}),
		});
		expect(await send(read)).toEqual(done([{ is: true }, { state: 'on' }]));
	});

	it('may be answered with nothing where that is expected', async () => {
		const { send } = runOf(() => answered('', 204));
		expect(await send(sending({ read: () => ({ kind: 'value', value: [] }) }))).toEqual(done([]));
	});

	it('fails where the answer is not what was asked for', async () => {
		const { send } = runOf(() => answered('<html>', 201));
		expect(await send(sending())).toMatchObject([
			{
				kind: 'failed',
				error: {
					message: 'Agent A1: the service answered with status 201 but without the record that was asked for',
				},
			},
		]);
	});

	it('is not made of what cannot stand in its path', async () => {
		const { send, asked } = runOf(() => answered(RECORD));
		expect(await send(sending(), { agent: '', state: 'on' })).toEqual([
			{
				kind: 'failed',
				error: { message: 'Agent A1: is empty', description: undefined, details: { agent: 'Agent A1' } },
			},
		]);
		expect(asked()).toEqual([]);
	});

	it('that was not sent has no result', async () => {
		const { send } = runOf(() => UNSENT);
		expect(await send(sending())).toEqual([]);
	});

	it.each<[string, ItemOperation, string | undefined, string | undefined]>([
		[
			'a change that may be repeated',
			sending(),
			'The change may or may not have been made: running the workflow again is safe.',
			'unconfirmed',
		],
		[
			'a change that must not be repeated',
			sending({ request: { method: 'POST', path, idempotent: false } }),
			'It may have been made anyway: check before you run it again.',
			'unconfirmed',
		],
		['a read', sending({ request: { method: 'GET', path, idempotent: true } }), undefined, undefined],
	])(
		'that breaks in a way nobody foresaw leaves it open whether it was done: %s',
		async (_what, operation, description, outcome) => {
			const { send } = runOf(() => {
				throw new Error('odd');
			});
			expect(await send(operation)).toEqual([
				{
					kind: 'failed',
					error: {
						message: 'Agent A1: could not be processed: odd',
						description,
						details: {
							agent: 'Agent A1',
							...(description !== undefined && { description, outcome }),
							attempts: 1,
						},
					},
				},
			]);
		},
	);

	it.each([
		[true, [{ sid: 'A1' }]],
		[false, [RECORD]],
		[undefined, [RECORD]],
	])('gives a record in short where that is asked for: %s', async (simplify, records) => {
		const { send } = runOf(() => answered(RECORD));
		const values = { agent: 'A1', ...(simplify !== undefined && { simplify }) };
		expect(await send(sending({ simple: simpleRecord('sid') }), values)).toEqual(done(records));
		expect(await send(sending(), values)).toEqual(done([RECORD]));
	});
});

describe('changes of one record', () => {
	const request = (method: 'GET' | 'POST' | 'PUT' | 'DELETE', idempotent: boolean) =>
		sending({ request: { method, path, idempotent } });

	it.each([
		[true, 'PUT', true],
		[true, 'POST', true],
		[false, 'POST', false],
		[false, 'GET', true],
		[false, 'DELETE', true],
	] as const)('take turns: %s for %s, idempotent %s', async (takeTurns, method, idempotent) => {
		let inFlight = 0;
		let most = 0;
		const { send } = runOf(async () => {
			most = Math.max(most, ++inFlight);
			await new Promise((resolve) => setImmediate(resolve));
			inFlight--;
			return answered(RECORD);
		});
		const operation = request(method, idempotent);
		await Promise.all([send(operation), send(operation)]);
		expect(most).toBe(takeTurns ? 1 : 2);

		most = 0;
		await Promise.all([send(operation), send(operation, { agent: 'A2' })]);
		expect(most).toBe(2);
	});
});

describe('several requests for one item', () => {
	const fanOut = {
		over: ({ agent }: Values) => ['a', 'b', 'c'].map((state) => ({ agent: agent ?? '', state })),
		label: ({ state }: Values) => `to ${String(state)}`,
	};

	it('have a result each, one after the other', async () => {
		const { send, requests } = runOf(({ body }) => answered({ now: body?.State }));
		expect(await send(sending({ fanOut }))).toEqual(
			[{ now: 'a' }, { now: 'b' }, { now: 'c' }].flatMap((one) => done([one])),
		);
		expect(requests.map(({ body }) => body)).toEqual([{ State: 'a' }, { State: 'b' }, { State: 'c' }]);
	});

	it('are called by their labels, and those that the run did not reach are told', async () => {
		const { send } = runOf(({ body }) => (body?.State === 'a' ? failed('No') : UNSENT));
		const refused = (name: string) => ({
			kind: 'failed',
			error: {
				message: `Agent A1 ${name}: was not attempted: the run ended before it`,
				description: undefined,
				details: { agent: `Agent A1 ${name}` },
			},
		});
		expect(await send(sending({ fanOut }))).toEqual([
			{
				kind: 'failed',
				error: {
					message: 'Agent A1 to a: No',
					description: undefined,
					details: { agent: 'Agent A1 to a', httpCode: '500', attempts: 1 },
				},
			},
			refused('to b'),
			refused('to c'),
		]);
	});

	it('have no result where none of them was sent', async () => {
		const { send } = runOf(() => UNSENT);
		expect(await send(sending({ fanOut }))).toEqual([]);
	});
});

describe('a list', () => {
	const all = [{ n: 1 }, 'no record', { n: 2 }, { n: 3 }];

	it.each<[Values, number[]]>([
		[{ returnAll: true, limit: 1 }, [1, 2, 3]],
		[{ returnAll: false, limit: 3 }, [1, 2]],
		[{ limit: 1 }, [1]],
	])('has as many entries as %j says, and records alone', async (values, numbers) => {
		const { send } = runOf(() => answered(all));
		expect(await send(listing, values)).toEqual(done(numbers.map((n) => ({ n }))));
	});

	it('may be given in short', async () => {
		const { send } = runOf(() => answered([RECORD]));
		const operation = { ...listing, simple: simpleRecord('state') };
		expect(await send(operation, { returnAll: true, simplify: true })).toEqual(done([{ state: 'off' }]));
		expect(await send(operation, { returnAll: true, simplify: false })).toEqual(done([RECORD]));
	});

	it('that does not come is a failure of its item', async () => {
		const { send } = runOf(() => failed('Too busy'));
		expect(await send(listing, { returnAll: true })).toMatchObject([
			{ kind: 'failed', error: { message: 'Agent A1: Too busy' } },
		]);
	});
});

describe('a change that depends on the record', () => {
	const readThenWrite = ({ method, body }: VendorRequest) =>
		answered(method === 'GET' ? RECORD : { ...RECORD, state: body?.State });

	it('reads it, writes and says so; without a version it warns', async () => {
		const { send, asked } = runOf(readThenWrite);
		expect(await send(editing())).toEqual(
			done(
				[{ sid: 'A1', state: 'on', more: 'x', changed: true }],
				'The service sent no version of the record: what someone else changed at the same moment may be lost.',
			),
		);
		expect(asked()).toEqual(['GET /agents/A1', 'POST /agents/A1']);
	});

	it('warns of nothing under a version', async () => {
		const { send, requests } = runOf(readThenWrite, true);
		expect(await send(editing())).toEqual(done([{ sid: 'A1', state: 'on', more: 'x', changed: true }]));
		expect(requests[1]?.headers).toEqual({ 'If-Match': '3' });
	});

	it('warns of nothing where only the fields that differ are written', async () => {
		const { send } = runOf(readThenWrite);
		const { edit } = editing();
		expect(await send(editing({ edit: { ...edit, applies: () => true } }))).toEqual(
			done([{ sid: 'A1', state: 'on', more: 'x', changed: true }]),
		);
	});

	it('says so where there is nothing to change', async () => {
		const { send, asked } = runOf(readThenWrite);
		expect(await send(editing({ edit: { change: () => ({ kind: 'none' }) } }))).toEqual(
			done([{ ...RECORD, changed: false }]),
		);
		expect(asked()).toEqual(['GET /agents/A1']);
	});

	it('is sent as it is where it does not apply', async () => {
		const { send, asked } = runOf(readThenWrite);
		const edit = { ...editing().edit, applies: ({ state }: Values) => state !== 'on' };
		expect(await send(editing({ edit }))).toEqual(done([{ sid: 'A1', state: 'on', more: 'x' }]));
		expect(asked()).toEqual(['POST /agents/A1']);
	});

	it('takes turns with others of the same record, from the reading to the writing', async () => {
		const { send, asked } = runOf(readThenWrite);
		await Promise.all([send(editing()), send(editing())]);
		expect(asked()).toEqual(['GET', 'POST', 'GET', 'POST'].map((method) => `${method} /agents/A1`));
	});

	it('fails where the answer to the writing is not what was asked for', async () => {
		const { send } = runOf((request) => (request.method === 'GET' ? answered(RECORD) : answered('<html>')));
		expect(await send(editing())).toMatchObject([
			{
				kind: 'failed',
				error: {
					message: 'Agent A1: the service answered with status 200 but without the record that was asked for',
				},
			},
		]);
	});

	it('has the answer to the writing read as the operation says', async () => {
		const { send } = runOf(readThenWrite, true);
		const read: ReadResponse = ({ body }, { agent }) => ({
			kind: 'value',
			value: [{ agent: String(agent), new: (body as typeof RECORD).state }],
		});
		expect(await send(editing({ read }))).toEqual(done([{ agent: 'A1', new: 'on', changed: true }]));
	});
});

describe('a refusal', () => {
	const explanation: Explanation = {
		applies: ({ httpCode }, { state }) => httpCode === '400' && state === 'on',
		path: '/teams/{agent}',
		advice: ({ hint }) => (typeof hint === 'string' ? hint : undefined),
	};
	const simply = { ...editing().edit, applies: () => false };
	const service = (hint: unknown, httpCode = '400') =>
		runOf((request) => {
			if (request.path === '/teams/A1') return hint === null ? failed('No') : answered({ hint });
			return request.method === 'GET' ? answered(RECORD) : failed('No', { httpCode, advice: 'Check it.' });
		});
	const described = (description: string) => [{ kind: 'failed', error: { message: 'Agent A1: No', description } }];

	it.each([
		['sent as it is', simply],
		['made on the record', editing().edit],
	])('is explained by another record: of a change %s', async (_how, edit) => {
		const { send, asked } = service('Set it to off first.');
		expect(await send(editing({ edit, explanation }))).toMatchObject(described('Set it to off first.'));
		expect(asked().at(-1)).toBe('GET /teams/A1');
	});

	it.each([
		['another kind', 'Set it.', '404', { agent: 'A1', state: 'on' }],
		['other values', 'Set it.', '400', { agent: 'A1', state: 'off' }],
	])('of %s needs no explanation', async (_what, hint, httpCode, values) => {
		const { send, asked } = service(hint, httpCode);
		expect(await send(editing({ edit: simply, explanation }), values)).toMatchObject(described('Check it.'));
		expect(asked()).toEqual(['POST /agents/A1']);
	});

	it.each([
		['says nothing', 5],
		['does not come', null],
	])('keeps its own advice where the other record %s', async (_what, hint) => {
		const { send } = service(hint);
		expect(await send(editing({ edit: simply, explanation }))).toMatchObject(described('Check it.'));
	});

	it('keeps its own advice where the other record has no address, or the operation no explanation', async () => {
		const { send, asked } = service('Set it.');
		const nowhere = { ...explanation, path: '/teams/{team}' };
		expect(await send(editing({ edit: simply, explanation: nowhere }))).toMatchObject(described('Check it.'));
		expect(await send(editing({ edit: simply }))).toMatchObject(described('Check it.'));
		expect(asked()).toEqual(['POST /agents/A1', 'POST /agents/A1']);
	});

	it('is none where nothing was sent', async () => {
		const { send } = runOf(() => UNSENT);
		expect(await send(editing({ edit: simply, explanation }))).toEqual([]);
	});
});
