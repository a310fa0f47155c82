import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import { nativeIn } from '../../../../../nodes/shared/state/native';
import { outcomes, parseRow } from '../../../../../nodes/shared/state/input/row';
import { stateNamed } from '../../../../../nodes/shared/state/state';

const row = (more: IDataObject = {}): IDataObject => ({
	vendor: 'acme',
	agent: { id: 'a1', name: 'Anna' },
	scope: null,
	requested: 'break',
	previous: 'available',
	current: 'break',
	outcome: 'changed',
	reason: null,
	changes: [],
	native: {
		version: 1,
		previous: { label: 'Ready', fields: { state: 1 } },
		requested: { label: 'Lunch', fields: { state: 2 } },
		current: null,
	},
	requestId: null,
	attempts: 1,
	durationMs: 3,
	at: '2026-03-01T12:00:00.000Z',
	...more,
});

describe('a row that comes back', () => {
	it('is read as it was put out, also when it went through JSON', () => {
		const json = JSON.parse(JSON.stringify(row())) as IDataObject;

		expect(parseRow(json)).toEqual({ kind: 'row', row: row() });
	});

	it.each<[string, IDataObject]>([
		['is not a result row', { agentId: 'anna' }],
		['is not a result row', row({ native: null })],
		['is not a result row', row({ agent: 'Anna' })],
		['is not a result row', row({ vendor: 7 })],
		['of another version (2)', row({ native: { version: 2 } })],
		['of another version (1)', row({ native: { version: '1' } })],
		['of another version (undefined)', row({ native: {} })],
		['an outcome that this node does not know', row({ outcome: 'toString' })],
		['does not say which agent', row({ agent: { name: 'Anna' } })],
		['does not say which agent', row({ agent: { id: '', name: 'Anna' } })],
	])('%s', (problem, json) => {
		expect(parseRow(json)).toEqual({ kind: 'problem', problem: expect.stringContaining(problem) as unknown });
	});

	it('holds nothing that is no state', () => {
		const parsed = parseRow(row({ previous: 'lunch', requested: 1, scope: 5, agent: { id: 'a1', name: null } }));

		expect(parsed).toMatchObject({
			row: { previous: null, requested: null, scope: null, agent: { id: 'a1', name: 'a1' } },
		});
	});

	it('never makes the reader throw, and what is read is always whole', () => {
		const nasty = fc.oneof(fc.constantFrom('__proto__', 'constructor', 'changed', 'acme', 1), fc.anything());
		const near = fc.record(
			{
				vendor: nasty,
				agent: fc.oneof(nasty, fc.record({ id: nasty, name: nasty })),
				outcome: fc.oneof(nasty, fc.constantFrom(...outcomes)),
				native: fc.oneof(
					nasty,
					fc.record({ version: fc.constantFrom(1, 2), previous: nasty, requested: nasty }),
				),
			},
			{ requiredKeys: [] },
		);
		fc.assert(
			fc.property(fc.oneof(near, fc.object()), (json) => {
				const parsed = parseRow(json as IDataObject);
				if (parsed.kind === 'problem') return;
				expect(parsed.row.agent.id).not.toBe('');
				expect(outcomes).toContain(parsed.row.outcome);
			}),
		);
	});
});

describe('a native state that comes back', () => {
	it.each([
		[
			{ label: 'x', fields: { a: 'b', c: 1, d: false } },
			{ label: 'x', fields: { a: 'b', c: 1, d: false } },
		],
		[
			{ label: 'x', fields: { a: null, b: {}, c: [1], d: 'kept' } },
			{ label: 'x', fields: { d: 'kept' } },
		],
		[{ label: 'x', fields: { a: {} } }, null],
		[{ label: 'x', fields: {} }, null],
		[{ label: 1, fields: { a: 'b' } }, null],
		[{ fields: { a: 'b' } }, null],
		[{ label: 'x', fields: 'a=b' }, null],
		['x', null],
		[null, null],
		[undefined, null],
	])('%j is read as %j', (value, expected) => {
		expect(nativeIn(value)).toEqual(expected);
	});

	it('cannot change what an object is', () => {
		const native = nativeIn(JSON.parse('{"label":"x","fields":{"__proto__":"evil","constructor":"evil","a":"b"}}'));

		expect(Object.getPrototypeOf(native?.fields)).toBe(Object.prototype);
		expect(Object.hasOwn(native?.fields ?? {}, '__proto__')).toBe(true);
		expect(({} as Record<string, unknown>).evil).toBeUndefined();
	});

	it('is null or has a label and plain values, whatever came', () => {
		fc.assert(
			fc.property(fc.oneof(fc.anything(), fc.record({ label: fc.string(), fields: fc.anything() })), (value) => {
				const native = nativeIn(value);
				if (native === null) return;
				for (const one of Object.values(native.fields)) {
					expect(['string', 'number', 'boolean']).toContain(typeof one);
				}
			}),
		);
	});
});

describe('a word for a state', () => {
	it.each([
		['available', 'available'],
		[' BUSY ', 'busy'],
		['On Break', 'break'],
		['offline', 'offline'],
		['unknown', undefined],
		['', undefined],
		['constructor', undefined],
		['break!', undefined],
	])('%j means %s', (word, state) => {
		expect(stateNamed(word)).toBe(state);
	});
});
