import { evaluationOf, stateOf, week, type Row } from '../make';

describe('a break', () => {
	const shift: Row = { agent: 'anna', days: 'Mon', start: '9:00', end: '17:00', shift: 'Day' };
	const breaks = (rows: Row[]): string[] => week([shift, ...rows]).filter((line) => line.startsWith('break'));

	it.each([
		[{ start: '12:00', end: '12:30' }, ['break 01-05T12:00 01-05T12:30']],
		[{ start: '12:00-12:30' }, ['break 01-05T12:00 01-05T12:30']],
		[{ start: '12:00', end: '30 min' }, ['break 01-05T12:00 01-05T12:30']],
		[{ start: '3h  after Start', end: '15m' }, ['break 01-05T12:00 01-05T12:15']],
		[{ start: '+4:30', end: '+04:45' }, ['break 01-05T13:30 01-05T13:45']],
		[{ start: '-1h', end: '10 min' }, ['break 01-05T16:00 01-05T16:10']],
		[{ start: '1h before end', end: '30 min before end' }, ['break 01-05T16:00 01-05T16:30']],
		[{ start: '16:45', end: '1h' }, ['break 01-05T16:45 01-05T17:00']], // cut off at the shift's end
		[{ start: '+3h', end: '12:00' }, []], // ends when it starts
		[{ start: '+9h', end: '1h' }, []], // behind the shift
		[{ start: '8:00', end: '8:30' }, []], // before it
		[{ start: '9:00', end: '9:10' }, ['break 01-05T09:00 01-05T09:10']],
		[{ start: '12:00', end: '12:30', days: 'Tue' }, []],
		[{ start: '12:00', end: '12:30', from: '2026-01-06' }, []],
		[{ start: '12:00', end: '12:30', shift: 'day' }, ['break 01-05T12:00 01-05T12:30']],
		[{ start: '12:00', end: '12:30', shift: 'Night' }, []],
	])('of %j is %j', (row, expected) => {
		expect(breaks([{ agent: 'anna', kind: 'break', ...row }])).toEqual(expected);
	});

	it('in a night shift may be on the next day', () => {
		const rows = [
			{ agent: 'anna', days: 'Mon', start: '22:00', end: '06:00' },
			{ agent: '*', kind: 'break', start: '02:00', end: '02:30', state: 'busy', reason: 'meal' },
		];
		expect(week(rows)).toContain('busy 01-06T02:00 01-06T02:30');
		expect(stateOf(evaluationOf(rows), 'anna', '2026-01-06T02:10+01:00')).toMatchObject({
			desiredState: 'busy',
			reason: 'meal',
			source: { layer: 'break', rule: 'meal', row: 2 },
			nextState: 'available',
		});
	});

	it('is staggered over its agents, in turns if so wished', () => {
		const rows = (stagger: string): Row[] => [
			{ agent: 'anna, ben, cleo', days: 'Mon', start: '9:00', end: '17:00' },
			{ agent: '*', kind: 'break', start: '12:00', end: '15 min', stagger },
		];
		const starts = (stagger: string): string[] =>
			['anna', 'ben', 'cleo'].map((id) => week(rows(stagger), id)[1]?.slice(12, 17) ?? '');
		expect(starts('15 min')).toEqual(['12:00', '12:15', '12:30']);
		expect(starts('20')).toEqual(['12:00', '12:20', '12:40']);
		expect(starts('15 min x 2')).toEqual(['12:00', '12:15', '12:00']);
		expect(starts('15x2')).toEqual(['12:00', '12:15', '12:00']);
		expect(starts('15 min x 10')).toEqual(['12:00', '12:15', '12:30']);
	});

	it.each([
		['extra', ['available', 'break', 'available']],
		['temporary', ['available', 'break', 'available']],
		['leave', ['busy']],
		['manual', ['busy']],
	])('in times of kind %s: %j', (kind, expected) => {
		const row: Row = { agent: 'anna', kind, from: '2026-01-05', until: '2026-01-05', start: '9:00', end: '17:00' };
		const rows = [
			{ ...row, ...(expected.length === 1 && { state: 'busy' }) },
			{ agent: 'anna', kind: 'break', start: '12:00', end: '12:30' },
		];
		expect(week(rows).map((line) => line.split(' ')[0])).toEqual(expected);
	});

	it('is staggered by the place in its own list of agents', () => {
		const rows = [
			{ agent: 'anna, ben, cleo', days: 'Mon', start: '9:00', end: '17:00' },
			{ agent: 'cleo, anna', kind: 'break', start: '12:00', end: '15 min', stagger: '15 min' },
		];
		expect([week(rows, 'cleo')[1], week(rows, 'anna')[1], week(rows, 'ben')[1]]).toEqual([
			'break 01-05T12:00 01-05T12:15',
			'break 01-05T12:15 01-05T12:30',
			undefined,
		]);
	});
});
