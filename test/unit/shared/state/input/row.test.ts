import fc from 'fast-check';
import type { IDataObject } from 'n8n-workflow';
import type { Native } from '../../../../../nodes/shared/state/adapter';
import { fingerprintOf, nativeIn } from '../../../../../nodes/shared/state/native';
import { writeRestoreText, type CoveredCells } from '../../../../../nodes/shared/state/input/restoreText';
import { outcomes, parseRow } from '../../../../../nodes/shared/state/input/row';
import { stateNamed } from '../../../../../nodes/shared/state/state';
import { unmarkedText } from '../../../../../nodes/shared/values/formula';

const before: Native = { label: 'Ready', fields: { state: 1 } };
const given: Native = { label: 'Lunch', fields: { state: 2 } };
const cells: CoveredCells = { service: 'acme', scope: '', agentId: 'a1', previous: 'available', requested: 'break' };
const restore = writeRestoreText(cells, before, given, 'Ready');

const row = (more: IDataObject = {}): IDataObject => ({
	agent: 'Anna',
	previous: 'available',
	current: 'break',
	outcome: 'changed',
	service: 'acme',
	agentId: 'a1',
	requested: 'break',
	at: '2026-03-01T12:00:00.000Z',
	restore,
	...more,
});
const kept = {
	...{ agentId: 'a1', scope: '', requested: fingerprintOf(given) },
	previous: { native: before, fingerprint: fingerprintOf(before) },
};

describe('a row that comes back', () => {
	it('is read as it was put out, also when it went through JSON', () => {
		const json = JSON.parse(JSON.stringify(row())) as IDataObject;

		expect(parseRow(json)).toEqual({
			kind: 'value',
			value: { service: 'acme', outcome: 'changed', previous: 'available', requested: 'break', kept },
		});
	});

	it.each(['unchanged', 'preview', 'skipped', 'failed'])('with the outcome %s needs no text', (outcome) => {
		expect(parseRow(row({ outcome, restore: null }))).toMatchObject({ value: { outcome, kept: null } });
	});

	it.each<[string, IDataObject]>([
		['is not a result row', { agentId: 'anna' }],
		['is not a result row', row({ service: null })],
		['is not a result row', row({ outcome: '' })],
		['of another version (1)', row({ native: { version: 1 } })],
		['of another version (3)', row({ restore: restore.replace('v2', 'v3') })],
		['of another version (10)', row({ restore: 'v10:whatever' })],
		['an outcome that this node does not know', row({ outcome: 'toString' })],
		['does not say which agent', row({ agentId: null })],
		["has nothing in the column 'restore'", row({ restore: ' ' })],
		['was changed or cut', row({ restore: 'undo' })],
		['was changed or cut', row({ restore: restore.toUpperCase() })],
		['was changed or cut', row({ restore: restore.replace('"state":1', '"state":3') })],
		['was changed or cut', row({ agentId: 'a2' })],
		['was changed or cut', row({ scope: 'elsewhere' })],
		['was changed or cut', row({ service: 'other' })],
		['was changed or cut', row({ previous: 'offline' })],
		['was changed or cut', row({ requested: 'busy' })],
	])('%s', (words, json) => {
		expect(parseRow(json)).toEqual({ kind: 'problem', problem: expect.stringContaining(words) as unknown });
	});

	it('is refused wherever its text was cut', () => {
		for (let length = 0; length < restore.length; length++) {
			expect(parseRow(row({ restore: restore.slice(0, length) })).kind).toBe('problem');
		}
	});

	it.each([
		['0210', 210],
		['1e3', 1000],
		['42', '42'],
	])('keeps the id %s of which a sheet made %p', (agentId, cell) => {
		const text = writeRestoreText({ ...cells, agentId }, before, given, undefined);

		expect(parseRow(row({ agentId: cell, restore: text }))).toMatchObject({ value: { kept: { agentId } } });
	});

	it('is refused when the id is another number', () => {
		const text = writeRestoreText({ ...cells, agentId: '0210' }, before, given, undefined);

		expect(parseRow(row({ agentId: 211, restore: text })).kind).toBe('problem');
	});

	it('fits into one line of a cell, forty characters, where the service lists the state before', () => {
		const native = (end: string): Native => ({ label: 'x', fields: { ActivitySid: `WA${end.repeat(32)}` } });
		const text = writeRestoreText(
			{ ...cells, agentId: `WK${'a'.repeat(32)}` },
			native('b'),
			native('c'),
			undefined,
		);

		expect(text.length).toBeLessThanOrEqual(40);
		expect(parseRow(row({ agentId: `WK${'a'.repeat(32)}`, restore: text }))).toMatchObject({
			value: {
				kept: { previous: { fingerprint: fingerprintOf(native('b')) }, requested: fingerprintOf(native('c')) },
			},
		});
	});

	it('never makes the reader throw, and what is read is always whole', () => {
		const nasty = fc.oneof(fc.constantFrom('__proto__', 'constructor', 'changed', 'acme', 'a1', 1), fc.anything());
		const near = fc.record(
			{
				service: nasty,
				agentId: nasty,
				outcome: fc.oneof(nasty, fc.constantFrom(...outcomes)),
				restore: fc.oneof(
					nasty,
					fc.constant(restore),
					fc.string().map((text) => `v2:00000000:${text}`),
				),
				native: nasty,
			},
			{ requiredKeys: [] },
		);
		fc.assert(
			fc.property(fc.oneof(near, fc.object()), (json) => {
				const parsed = parseRow(json as IDataObject);
				if (parsed.kind === 'problem') return;
				expect(outcomes).toContain(parsed.value.outcome);
				expect(parsed.value.kept?.agentId).not.toBe('');
			}),
		);
	});

	it('is read back whatever its cells hold', () => {
		// An apostrophe before a formula is ours.
		const text = fc.string().map((any) => unmarkedText(any.trim()).trim());
		const value = fc.oneof(fc.string(), fc.integer(), fc.boolean());
		const fields = fc.dictionary(fc.constantFrom('a', 'b', 'Ü', 'x y'), value, { minKeys: 1 });
		fc.assert(
			fc.property(
				text,
				fc.string().map((any) => `x${any.trim()}`),
				fields,
				fields,
				(scope, agentId, had, got) => {
					const own = { ...cells, scope, agentId };
					const written = writeRestoreText(
						own,
						{ label: 'B', fields: had },
						{ label: 'G', fields: got },
						'B',
					);
					expect(parseRow(row({ scope, agentId, restore: written }))).toMatchObject({
						value: { kept: { scope, agentId, previous: { native: { label: 'B', fields: { ...had } } } } },
					});
				},
			),
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
