import type { Row } from '../make';
import { checked, messages } from './checked';

const shift = (more: Row): Row => ({
	agent: 'anna',
	shift: 'Day',
	days: 'daily',
	start: '08:00',
	end: '16:00',
	...more,
});

const moments = (kind: string, from: string, until: string, state = ''): Row => ({
	...{ agent: 'anna', kind, from, until, state },
});

describe('shifts over 14 hours', () => {
	it('are findings, with their times and what to look at', () => {
		const { findings, summary } = checked([shift({}), shift({ agent: 'ben', shift: 'Long', end: '15h' })], {
			states: [],
		});
		expect(findings).toEqual([
			{
				...{ kind: 'longShift', agentId: 'ben', state: 'available', rule: 'Long', row: 2, minutes: 900 },
				...{ needed: null, scheduled: null, start: '', end: '' },
				message:
					'"Long" (row 2) lasts 15 hours, from 08:00 to 23:00. If it should not, look at its start and end',
			},
		]);
		expect(summary).toMatchObject({ longShifts: 1, isFine: false });
	});

	it.each<[string, Row[], number]>([
		['14 hours', [shift({ end: '14h' })], 0],
		['a minute more', [shift({ end: '14h1m' })], 1],
		['a night', [shift({ start: '20:00', end: '11:00' })], 1],
		['once for many agents', [shift({ agent: 'anna; ben', end: '20h' })], 1],
		['an extra shift', [{ agent: 'anna', kind: 'extra', from: '2026-01-06', start: '06:00', end: '22:00' }], 1],
		[
			'a shift of a temporary schedule',
			[shift({ kind: 'temporary', from: '2026-01-06', until: '2026-01-07', days: '', end: '20h' })],
			1,
		],
		['leave', [shift({}), { agent: 'anna', kind: 'leave', from: '2026-01-05', until: '2026-01-09' }], 0],
		['a switch by hand', [{ agent: 'anna', kind: 'manual', state: 'busy' }], 0],
		['an extra shift between two moments', [moments('extra', '2026-01-06 06:00', '2026-01-07 02:00')], 1],
		['leave between two moments', [moments('leave', '2026-01-06 06:00', '2026-01-07 02:00')], 0],
		['offline in place of shifts', [moments('extra', '2026-01-06 06:00', '2026-01-07 02:00', 'offline')], 0],
		['leave in another state than offline', [moments('leave', '2026-01-06 06:00', '2026-01-07 02:00', 'busy')], 0],
		['an extra shift of yesterday', [moments('extra', '2026-01-04 06:00', '2026-01-04 22:00')], 0],
		['an extra shift of today', [moments('extra', '2026-01-05 06:00', '2026-01-05 22:00')], 1],
		['one that is over', [shift({ end: '20h', from: '2025-12-01', until: '2026-01-04' })], 0],
		['one that ends today', [shift({ end: '20h', from: '2025-12-01', until: '2026-01-05' })], 1],
	])('%s: as many findings as expected', (_, rows, count) => {
		expect(messages('longShift', rows, { states: [] })).toHaveLength(count);
	});

	it('are in the order of the roster', () => {
		const rows = [
			{ ...moments('extra', '2026-01-06 06:00', '2026-01-07 02:00'), shift: 'Extra' },
			shift({ shift: 'Long', end: '20h' }),
		];
		expect(messages('longShift', rows, { states: [] })).toEqual([
			'"Extra" (row 1) lasts 20 hours, from 06:00 to 02:00. If it should not, look at its start and end',
			'"Long" (row 2) lasts 20 hours, from 08:00 to 04:00. If it should not, look at its start and end',
		]);
	});

	it.each(['*', 'anna; ben'])('of several agents (%s) name none of them as the one', (agent) => {
		expect(checked([shift({ agent, end: '20h' }), shift({})], { states: [] }).findings[0]).toMatchObject({
			agentId: '',
		});
	});
});
