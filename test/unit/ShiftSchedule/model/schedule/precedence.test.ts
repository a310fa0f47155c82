import { evaluationOf, stateOf, type Row } from '../make';

describe('precedence', () => {
	const dates: Row = { agent: 'anna', from: '2026-01-05', until: '2026-01-05' };

	it('within a layer: the higher priority, then the later start, then the later row', () => {
		const at = (more: Row[]): string | undefined =>
			stateOf(
				evaluationOf(more.map((row) => ({ agent: 'anna', days: 'Mon', ...row }))),
				'anna',
				'2026-01-05T12:00+01:00',
			).source.rule;
		const [long, short] = [
			{ shift: 'long', start: '8:00', end: '18:00' },
			{ shift: 'short', start: '11:00', end: '13:00' },
		];
		expect(at([long, short])).toBe('short');
		expect(at([short, long])).toBe('short');
		expect(at([{ ...long, priority: 1 }, short])).toBe('long');
		expect(
			at([
				{ ...long, priority: '-1' },
				{ ...long, shift: 'other', priority: '-2' },
			]),
		).toBe('long');
		expect(at([long, { ...long, shift: 'later row' }])).toBe('later row');
	});

	it('between layers: each hides all below', () => {
		const day = { agent: 'anna', from: '2026-01-05', start: '0:00', end: '24:00' };
		const rows: Row[] = [
			{ agent: 'anna', kind: 'default', state: 'busy', reason: 'default' },
			{ ...day, kind: 'shift', until: '2026-01-05', reason: 'shift' },
			{ agent: 'anna', kind: 'break', start: '0:00', end: '24h', reason: 'break' },
			{ ...day, kind: 'holiday', reason: 'holiday' },
			{ ...day, kind: 'temporary', until: '2026-01-05', reason: 'temporary' },
			{ ...day, kind: 'leave', reason: 'leave' },
			{ agent: 'anna', kind: 'manual', state: 'offline', reason: 'manual' },
		];
		const reasons = rows.map(
			(_, index) => stateOf(evaluationOf(rows.slice(0, index + 1)), 'anna', '2026-01-05T12:00+01:00').reason,
		);
		// The break of the ordinary shift is a break of the temporary one, too.
		expect(reasons).toEqual(['default', 'shift', 'break', 'holiday', 'break', 'leave', 'manual']);
	});

	it('puts the break of an overlapped shift away with that shift', () => {
		const rows: Row[] = [
			{ agent: 'anna', days: 'Mon', start: '8:00', end: '18:00', shift: 'long' },
			{ agent: 'anna', days: 'Mon', start: '11:00', end: '14:00', shift: 'training', state: 'busy' },
			{ agent: 'anna', kind: 'break', start: '12:00', end: '30 min', shift: 'long' },
		];
		expect(stateOf(evaluationOf(rows), 'anna', '2026-01-05T12:10+01:00').desiredState).toBe('busy');
	});

	it('a temporary schedule of any priority holds over the days that it clears', () => {
		const rows: Row[] = [{ ...dates, kind: 'temporary', start: '9:00', end: '17:00', priority: '-999999' }];
		expect(stateOf(evaluationOf(rows), 'anna', '2026-01-05T12:00+01:00')).toMatchObject({
			...{ desiredState: 'available', since: '2026-01-05T09:00:00+01:00', until: '2026-01-05T17:00:00+01:00' },
		});
	});

	it('of days that two temporary schedules clear, the later row tells why', () => {
		const times = { kind: 'temporary', start: '9:00', end: '10:00' };
		const rows: Row[] = [
			{ ...dates, ...times, shift: 'A', priority: 5 },
			{ ...dates, ...times, shift: 'B' },
		];
		expect(stateOf(evaluationOf(rows), 'anna', '2026-01-05T09:30+01:00').source.rule).toBe('A');
		expect(stateOf(evaluationOf(rows), 'anna', '2026-01-05T12:00+01:00').source.rule).toBe('B');
	});

	it('says offline where the roster says nothing', () => {
		expect(stateOf(evaluationOf([{ agent: 'anna', kind: 'agent' }]), 'anna', '2026-01-05T12:00Z')).toMatchObject({
			...{ desiredState: 'offline', since: undefined, until: undefined, nextState: undefined },
			...{ source: { layer: 'default', rule: '', row: 0 }, reason: '', dstNote: '' },
		});
		const rows = [{ agent: 'anna', kind: 'default', state: 'busy', priority: '-1' }];
		expect(stateOf(evaluationOf(rows), 'anna', '2026-01-05T12:00Z').desiredState).toBe('busy');
	});
});
