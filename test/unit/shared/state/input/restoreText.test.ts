import {
	parseRestoreText,
	writeRestoreText,
	type CoveredCells,
} from '../../../../../nodes/shared/state/input/restoreText';
import { fingerprintOf } from '../../../../../nodes/shared/state/native';

const before = { label: 'Ready', fields: { state: 1, since: 'now' } };
const given = { label: 'Lunch', fields: { state: 2 } };
const cells: CoveredCells = { service: 'acme', scope: 'q1', agentId: 'a1', previous: 'available', requested: 'break' };
const requested = fingerprintOf(given);
const fingerprint = fingerprintOf(before);

const read = (text: string, row = cells) => {
	const parsed = parseRestoreText(text, row);
	return parsed.kind === 'value' ? parsed.value : parsed.problem;
};

describe('the text that a row is restored by', () => {
	it('is short where the list has the state before', () => {
		const text = writeRestoreText(cells, before, given, undefined);
		expect(text).toMatch(/^v2:[0-9a-f]{8}:[0-9a-f]{8}\.[0-9a-f]{8}$/);
		expect(read(text)).toEqual({ agentId: 'a1', scope: 'q1', requested, previous: { fingerprint } });
	});

	it('holds the state before and its label where the list does not have it', () => {
		const text = writeRestoreText(cells, before, given, 'Ready\nor so');
		const native = { label: 'Ready\nor so', fields: before.fields };
		expect(read(text)).toEqual({ agentId: 'a1', scope: 'q1', requested, previous: { fingerprint, native } });
	});

	it('says that the state before is not known', () => {
		const text = writeRestoreText(cells, null, given, undefined);
		expect(read(text)).toEqual({ agentId: 'a1', scope: 'q1', requested, previous: null });
		expect(text).not.toContain('{');
	});

	it.each([
		[{ agentId: '007' }, { agentId: '7' }],
		[{ scope: '1.0' }, { scope: '1' }],
		[
			{ agentId: '007', scope: '08' },
			{ agentId: '7', scope: '8' },
		],
	])('brings back %j, of which a sheet made %j', (asPutOut, inSheet) => {
		const text = writeRestoreText({ ...cells, ...asPutOut }, before, given, undefined);
		// Without a label of its own the state is called by its fields.
		const native = { label: '1, now', fields: before.fields };
		expect(read(text, { ...cells, ...inSheet })).toEqual({
			...{ agentId: 'a1', scope: 'q1', requested, previous: { fingerprint, native } },
			...asPutOut,
		});
		expect(read(text, { ...cells, ...asPutOut })).toMatchObject(asPutOut);
	});

	it('knows an agent who has no scope', () => {
		const row = { ...cells, scope: '' };
		expect(read(writeRestoreText(row, before, given, undefined), row)).toMatchObject({ scope: '' });
	});
});

describe('a row that was changed', () => {
	it.each(['service', 'scope', 'agentId', 'previous', 'requested'] as const)('in %s is refused', (cell) => {
		for (const label of [undefined, 'Ready'])
			expect(read(writeRestoreText(cells, before, given, label), { ...cells, [cell]: '8' })).toContain(
				'was changed or cut',
			);
	});

	it.each([{ agentId: '8' }, { agentId: '' }, { agentId: 'x' }])('to another number is refused: %j', (change) => {
		const text = writeRestoreText({ ...cells, agentId: '007' }, before, given, undefined);
		expect(read(text, { ...cells, ...change })).toContain('was changed or cut');
	});

	it.each([
		['', 'was changed or cut'],
		['v2:', 'was changed or cut'],
		['v2:00000000:', 'was changed or cut'],
		[`v2:00000000:${fingerprint}.${requested}`, 'was changed or cut'],
		['v1:00000000:x', 'of another version (1): this node reads version 2'],
		['v22', 'was changed or cut'],
	])('in its text is refused: %s', (text, words) => expect(read(text)).toContain(words));

	it('at the beginning or the end of the text is refused', () => {
		const text = writeRestoreText(cells, before, given, undefined);
		for (const changed of [` ${text}`, `${text} `, `${text}0`, text.slice(0, -1), `x${text}`])
			expect(read(changed)).toContain('was changed or cut');
	});
});
