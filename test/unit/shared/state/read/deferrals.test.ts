import type { IDataObject } from 'n8n-workflow';
import { openDeferrals } from '../../../../../nodes/shared/state/read/deferrals';

const HOUR = 3_600_000;
const now = 100 * HOUR;
const deferred = (since: unknown, last: unknown): IDataObject => ({ deferred: { anna: { since, last } } });

describe('an agent who was left to their work', () => {
	it('has been since the first time', () => {
		const data: IDataObject = {};
		const first = openDeferrals(data, now);
		expect(first.since('anna')).toBeUndefined();
		first.keep('anna');
		first.store();
		expect(data).toEqual({ deferred: { anna: { since: now, last: now } } });

		const second = openDeferrals(data, now + HOUR);
		expect(second.since('anna')).toBe(now);
		second.keep('anna');
		second.store();
		expect(data).toEqual({ deferred: { anna: { since: now, last: now + HOUR } } });
	});

	it('is forgotten after twelve hours', () => {
		expect(openDeferrals(deferred(0, now - 12 * HOUR + 1), now).since('anna')).toBe(0);

		const data = deferred(0, now - 12 * HOUR);
		const deferrals = openDeferrals(data, now);
		expect(deferrals.since('anna')).toBeUndefined();
		deferrals.store();
		expect(data).toEqual({ deferred: {} });
	});

	it('is forgotten with the change', () => {
		const data = deferred(now, now);
		const deferrals = openDeferrals(data, now);
		deferrals.drop('anna');
		deferrals.drop('bob');
		expect(deferrals.since('anna')).toBeUndefined();
		deferrals.store();
		expect(data).toEqual({ deferred: {} });
	});
});

it('nothing is handed to n8n where nothing has changed', () => {
	const data = deferred(now, now);
	const { deferred: before } = data;
	const deferrals = openDeferrals(data, now);
	deferrals.drop('bob');
	deferrals.store();
	expect(data.deferred).toBe(before);
});

it.each([
	[now + 1, now],
	['x', now],
	[0, 'x'],
	[undefined, undefined],
])('what cannot be, since %j and last %j, is not known', (since, last) => {
	expect(openDeferrals(deferred(since, last), now).since('anna')).toBeUndefined();
});

it.each([{ deferred: 'x' }, { deferred: { anna: 5 } }, { deferred: null }])('nor is %j', (data) => {
	expect(openDeferrals(data as IDataObject, now).since('anna')).toBeUndefined();
});
