import type { Sent } from '../../../../../nodes/shared/http/client';
import type { VendorRequest } from '../../../../../nodes/shared/http/request';
import type { Lookup } from '../../../../../nodes/shared/operation/lookup';
import type { Precheck, SendOperation, Values } from '../../../../../nodes/shared/operation/operation';
import { createWriteLog, keyedQueue } from '../../../../../nodes/shared/operation/run/keyedQueue';
import { createNameResolver } from '../../../../../nodes/shared/operation/run/names';
import { resolveItem } from '../../../../../nodes/shared/operation/run/resolve';
import { acme, wholeList } from '../../../../support/acme';
import { answered, clientOf, failed, UNSENT } from '../../../../support/answers';

const lookup: Lookup = {
	method: 'searchAgents',
	singular: 'agent',
	plural: 'agents',
	path: '/agents',
	paging: wholeList,
	id: 'sid',
	label: 'name',
};
const agent = { displayName: 'Agent', name: 'agent', type: 'string', default: '' } as const;
const byName = [{ field: agent, lookup, name: 'Anna' }];

async function resolve(
	answer: (request: VendorRequest) => Sent,
	prechecks: Precheck[] | undefined,
	{ values, names = [] }: { values: Values; names?: typeof byName },
) {
	const { client, asked } = clientOf(answer);
	const vendor = acme();
	const nameResolver = createNameResolver(vendor, client, () => 1);
	const operation: SendOperation = {
		kind: 'send',
		option: { name: 'Update', value: 'update', action: 'Update an agent', description: 'Update' },
		request: { method: 'POST', path: '/agents/{agent}', idempotent: true },
		fields: [agent],
		...(prechecks && { prechecks }),
	};
	const tools = { vendor, client, nameResolver, queue: keyedQueue(), writes: createWriteLog() };
	const item = { kind: 'parsed' as const, subject: 'Agent Anna', values, names, isChange: true };
	return { ...(await resolveItem(tools, operation, item)), asked: asked() };
}

const check = (more: Partial<Precheck> = {}): Precheck => ({ applies: () => true, path: '/agents/{agent}', ...more });
const refused = (message: string) => ({
	kind: 'unresolved',
	results: [{ kind: 'failed', error: { message, description: undefined, details: { agent: 'Agent Anna' } } }],
});

describe('an item with a name', () => {
	const list = () => answered([{ sid: 'A1', name: 'Anna' }]);

	it('gets the id', async () => {
		expect(await resolve(list, undefined, { values: { note: 'x' }, names: byName })).toEqual({
			kind: 'resolved',
			values: { note: 'x', agent: 'A1' },
			warnings: [],
			asked: ['GET /agents'],
		});
	});

	it('that means nobody is refused', async () => {
		expect(await resolve(() => answered([]), undefined, { values: {}, names: byName })).toMatchObject(
			refused('Agent Anna: \'Agent\' "Anna" finds nothing: there are no agents here'),
		);
	});

	it('is left alone when the run is over', async () => {
		expect(await resolve(() => UNSENT, undefined, { values: {}, names: byName })).toMatchObject({
			kind: 'unresolved',
			results: [],
		});
	});

	it('says what could not be looked up', async () => {
		expect(await resolve(() => failed('Too busy'), undefined, { values: {}, names: byName })).toMatchObject({
			kind: 'unresolved',
			results: [
				{
					kind: 'failed',
					error: { message: 'Agent Anna: \'Agent\' "Anna" could not be looked up: Too busy' },
				},
			],
		});
	});

	it('is not to blame for the credential', async () => {
		const sent = failed('Acme did not accept the API Key', { isOfCredential: true });
		expect(await resolve(() => sent, undefined, { values: {}, names: byName })).toMatchObject({
			results: [{ kind: 'failed', error: { message: 'Acme did not accept the API Key', isOfAll: true } }],
		});
	});
});

describe('a check that needs another record', () => {
	const record = { sid: 'A1', busy: true };
	const values = { agent: 'A1', note: 'x' };

	it('stands in the way with its problem, whatever was warned of before', async () => {
		const warned = check({ warning: () => 'is odd' });
		const wrong = check({
			problem: ({ busy }, { note }) => (busy ? `cannot be changed (${String(note)})` : undefined),
		});
		expect(await resolve(() => answered(record), [warned, wrong], { values })).toEqual({
			...refused('Agent Anna: cannot be changed (x)'),
			asked: ['GET /agents/A1'],
		});
	});

	it('may warn, and lets the item go', async () => {
		const checks = [
			check({ problem: () => undefined, warning: ({ sid }, { note }) => `${String(sid)} ${String(note)}` }),
			check({ warning: () => undefined }),
			check({ warning: () => 'is odd' }),
			check(),
		];
		expect(await resolve(() => answered(record), checks, { values })).toEqual({
			kind: 'resolved',
			values,
			warnings: ['A1 x', 'is odd'],
			asked: ['GET /agents/A1'],
		});
	});

	it('is not made where it does not apply', async () => {
		const checks = [check({ applies: ({ note }) => note !== 'x', problem: () => 'is wrong' })];
		expect(await resolve(() => answered(record), checks, { values })).toEqual({
			kind: 'resolved',
			values,
			warnings: [],
			asked: [],
		});
	});

	it('refuses the item where its record has no address', async () => {
		expect(await resolve(() => answered(record), [check()], { values: { agent: '..' } })).toEqual({
			...refused('Agent Anna: cannot be a dot or two: use the SID or ID instead'),
			asked: [],
		});
	});

	it('fails with its record', async () => {
		expect(await resolve(() => failed('Too busy'), [check()], { values })).toMatchObject({
			kind: 'unresolved',
			results: [{ kind: 'failed', error: { message: 'Agent Anna: Too busy', details: { httpCode: '500' } } }],
		});
	});

	it('is left alone when the run is over', async () => {
		expect(await resolve(() => UNSENT, [check()], { values })).toMatchObject({ kind: 'unresolved', results: [] });
	});
});
