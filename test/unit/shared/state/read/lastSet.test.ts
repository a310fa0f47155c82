import type { IDataObject } from 'n8n-workflow';
import type { Native } from '../../../../../nodes/shared/state/adapter';
import { openLastSet } from '../../../../../nodes/shared/state/read/lastSet';

const online: Native = { label: 'Online', fields: { state: 'ONLINE' } };
const stored = (data: IDataObject) => JSON.parse(JSON.stringify(data)) as IDataObject;

describe('what a run remembers', () => {
	it('is there in the next run, with the time', () => {
		const data: IDataObject = {};
		const memory = openLastSet(data, 1_000);
		memory.keep('anna', online, 60_000);
		memory.store();

		expect(openLastSet(stored(data), 2_000).recall('anna')).toEqual({ native: online, at: 1_000 });
		expect(openLastSet(stored(data), 2_000).recall('bob')).toBeUndefined();
	});

	it('is forgotten after its time, and leaves the stored data', () => {
		const data: IDataObject = {};
		const memory = openLastSet(data, 0);
		memory.keep('anna', online, 60_000);
		memory.keep('bob', online, 120_000);
		memory.store();
		const later = stored(data);
		const next = openLastSet(later, 60_000);

		expect(next.recall('anna')).toBeUndefined();
		next.store();
		expect(Object.keys(later.lastSet as IDataObject)).toEqual(['bob']);
		expect(openLastSet(later, 119_999).recall('bob')?.native).toEqual(online);
	});

	it('is not believed from a time that is still to come: the clock was ahead', () => {
		const data: IDataObject = {};
		const year = 365 * 24 * 3_600_000;
		const ahead = openLastSet(data, year);
		ahead.keep('anna', online, 60_000);
		ahead.store();

		expect(openLastSet(stored(data), 1_000).recall('anna')).toBeUndefined();
	});

	it('is gone when it was dropped', () => {
		const data: IDataObject = {};
		const memory = openLastSet(data, 0);
		memory.keep('anna', online, 60_000);
		memory.drop('anna');
		memory.store();

		expect(memory.recall('anna')).toBeUndefined();
		expect(openLastSet(stored(data), 1).recall('anna')).toBeUndefined();
	});

	it('is not saved when nothing is new: n8n would write the workflow for nothing', () => {
		const data: IDataObject = {};
		const memory = openLastSet(data, 0);
		memory.drop('anna');
		memory.recall('anna');
		memory.store();

		expect(data).toEqual({});
	});

	it.each<[unknown]>([
		['text'],
		[[]],
		[{ anna: null }],
		[{ anna: { until: 'soon' } }],
		[{ anna: { until: 9e15, native: { label: 1 } } }],
		[{ anna: { until: 9e15 } }],
	])('is nothing where the stored data is %j', (lastSet) => {
		const data = { lastSet } as IDataObject;

		expect(openLastSet(data, 1_000).recall('anna')).toBeUndefined();
	});

	it('has no entries but its own', () => {
		expect(openLastSet({ lastSet: {} }, 0).recall('constructor')).toBeUndefined();
		expect(openLastSet({}, 0).recall('__proto__')).toBeUndefined();
	});
});

it.each<[string, unknown, boolean]>([
	['set now and kept for a moment', { at: 1_000, until: 1_001, native: online }, true],
	['over by now', { at: 0, until: 1_000, native: online }, false],
	['set in a moment', { at: 1_001, until: 9_000, native: online }, false],
	['without a time', { until: 9_000, native: online }, false],
	['without an end', { at: 0, native: online }, false],
	['without a state', { at: 0, until: 9_000 }, false],
	['a text', 'online', false],
])('what is %s is believed: %s', (_what, anna, isBelieved) => {
	const known = openLastSet({ lastSet: { anna } }, 1_000).recall('anna');
	expect(known !== undefined).toBe(isBelieved);
});

it('what is over is taken out of the stored data, and so is what was dropped', () => {
	const kept = { at: 0, until: 9_000, native: online };
	const over = { lastSet: { anna: { ...kept, until: 5 }, bob: kept } } as unknown as IDataObject;
	openLastSet(over, 10).store();
	expect(over).toEqual({ lastSet: { bob: kept } });
	const known = { lastSet: { bob: kept } } as unknown as IDataObject;
	const before = known.lastSet;
	openLastSet(known, 10).store();
	expect(known.lastSet).toBe(before);
	const memory = openLastSet(known, 10);
	memory.drop('bob');
	memory.store();
	expect(known).toEqual({ lastSet: {} });
});
