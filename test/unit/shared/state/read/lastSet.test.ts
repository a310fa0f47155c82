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
