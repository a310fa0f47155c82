import * as fc from 'fast-check';

import { retryAfterMs } from '../../../../nodes/shared/http/retryAfter';

const NOW = Date.UTC(2026, 0, 5, 12, 0, 0);

describe('the wait that Retry-After asks for', () => {
	it.each([
		['0', 0],
		['1', 1_000],
		['120', 120_000],
		[' 7 ', 7_000],
		['007', 7_000],
		['Mon, 05 Jan 2026 12:00:30 GMT', 30_000],
		['Tue, 06 Jan 2026 12:00:00 GMT', 86_400_000],
		['Monday, 05-Jan-26 12:00:30 GMT', 30_000],
		['Mon Jan  5 12:00:30 2026', 30_000],
		['Mon, 05 Jan 2026 12:00:00 GMT', 0],
		['Mon, 05 Jan 2026 11:59:59 GMT', 0],
		['Sun, 06 Nov 1994 08:49:37 GMT', 0],
	])('%j is read', (header, wait) => {
		expect(retryAfterMs(header, NOW)).toBe(wait);
	});

	it.each([
		[undefined],
		[''],
		['   '],
		['-1'],
		['-5 '],
		['1.5'],
		['1e3'],
		['0x10'],
		['1,000'],
		['soon'],
		['Soon'],
		['NaN'],
		['Infinity'],
		['10 seconds'],
		['2026-01-05T12:00:30Z'],
		['Foo, 99 Bar 2026 12:00:30 GMT'],
		['Mon, 99 Jan 2026 12:00:30 GMT'],
		['Wait 5'],
		['Try again in 5 seconds'],
	])('%j is neither form', (header) => {
		expect(retryAfterMs(header, NOW)).toBeUndefined();
	});

	it('reads every HTTP date as the instant it names', () => {
		const date = fc.date({ min: new Date('1970-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
		fc.assert(
			fc.property(date, (at) => {
				const second = Math.floor(at.getTime() / 1000) * 1000;
				expect(retryAfterMs(at.toUTCString(), NOW)).toBe(Math.max(0, second - NOW));
			}),
		);
	});

	it('is never negative and never NaN, whatever the header says', () => {
		fc.assert(
			fc.property(fc.oneof(fc.string(), fc.integer().map(String), fc.date().map(String)), (header) => {
				const wait = retryAfterMs(header, NOW);
				expect(wait === undefined || wait >= 0).toBe(true);
			}),
		);
	});
});
