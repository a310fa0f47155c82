import { policies, evaluationOf, stateOf, workOf, type Row } from '../make';

describe('when the clocks change', () => {
	const row = (start: string, end: string): Row => ({ agent: 'anna', days: 'Sat, Sun', start, end });
	const shift = (dst: 'keepEnd' | 'keepDuration', day: string, start: string, end: string) => {
		const evaluation = evaluationOf([row(start, end)], { dst });
		const midnight = Date.parse(`${day}T00:00+01:00`);
		const lines = workOf(
			evaluation,
			'anna',
			new Date(midnight).toISOString(),
			new Date(midnight + 2 * 86_400_000).toISOString(),
		);
		return lines.find((line) => line.startsWith(`available ${day}`))?.replace(/available |:00(?=\+)/g, '');
	};
	const note = (dst: 'keepEnd' | 'keepDuration', now: string, start: string, end: string): string =>
		stateOf(evaluationOf([row(start, end)], { dst }), 'anna', now).dstNote;

	it.each([
		['keepEnd', '2026-03-28', '22:00', '06:00', '2026-03-28T22:00+01:00 2026-03-29T06:00+02:00'], // 7 h
		['keepDuration', '2026-03-28', '22:00', '06:00', '2026-03-28T22:00+01:00 2026-03-29T07:00+02:00'], // 8 h
		['keepEnd', '2026-10-24', '22:00', '06:00', '2026-10-24T22:00+02:00 2026-10-25T06:00+01:00'], // 9 h
		['keepDuration', '2026-10-24', '22:00', '06:00', '2026-10-24T22:00+02:00 2026-10-25T05:00+01:00'], // 8 h
		['keepEnd', '2026-03-29', '02:30', '10:00', '2026-03-29T03:30+02:00 2026-03-29T10:00+02:00'], // missing start
		['keepDuration', '2026-03-29', '02:30', '10:30', '2026-03-29T03:30+02:00 2026-03-29T11:30+02:00'],
		['keepEnd', '2026-03-29', '02:15', '02:45', '2026-03-29T03:15+02:00 2026-03-29T03:45+02:00'], // both missing
		['keepEnd', '2026-03-29', '02:30', '03:15', undefined], // nothing is left of it
		['keepEnd', '2026-10-25', '02:30', '10:00', '2026-10-25T02:30+02:00 2026-10-25T10:00+01:00'], // the first 02:30
		['keepEnd', '2026-10-25', '01:00', '02:30', '2026-10-25T01:00+02:00 2026-10-25T02:30+02:00'], // to the first 02:30
		['keepEnd', '2026-10-25', '02:30', '03:00', '2026-10-25T02:30+02:00 2026-10-25T03:00+01:00'], // 90 min
	] as const)('%s, %s %s to %s is %s', (dst, day, start, end, expected) => {
		expect(shift(dst, day, start, end)).toBe(expected);
	});

	it.each([
		['keepEnd', '2026-03-29T00:00Z', '22:00', '06:00', 'shortened by 60 min: the clocks change'],
		['keepEnd', '2026-10-25T00:00Z', '22:00', '06:00', 'stretched by 60 min: the clocks change'],
		['keepDuration', '2026-03-29T00:00Z', '22:00', '06:00', 'ends 60 min later by the clock, which changes'],
		['keepDuration', '2026-10-25T00:00Z', '22:00', '06:00', 'ends 60 min earlier by the clock, which changes'],
		[
			...(['keepEnd', '2026-03-29T04:00Z', '02:30', '10:00'] as const),
			'starts 60 min later by the clock, which skips that time; shortened by 60 min: the clocks change',
		],
		['keepEnd', '2026-03-29T01:20Z', '02:15', '02:45', 'starts 60 min later by the clock, which skips that time'],
		[
			'keepDuration',
			'2026-03-29T04:00Z',
			'02:30',
			'10:30',
			'starts 60 min later by the clock, which skips that time',
		],
		['keepEnd', '2026-03-28T12:00Z', '10:00', '16:00', ''],
	] as const)('%s at %s, %s to %s is noted: %s', (dst, now, start, end, expected) => {
		expect(note(dst, now, start, end)).toBe(expected);
	});

	it('a break counts from the start, or is at its time by the clock', () => {
		const rows = [
			row('22:00', '06:00'),
			{ agent: 'anna', kind: 'break', start: '+5h', end: '10 min' },
			{ agent: 'anna', kind: 'break', start: '05:00', end: '10 min' },
			{ agent: 'anna', kind: 'break', start: '-30m', end: '10 min' },
		];
		const breaks = workOf(evaluationOf(rows), 'anna', '2026-03-28T12:00Z', '2026-03-29T12:00Z').filter((line) =>
			/break/.test(line),
		);
		expect(breaks.map((line) => line.slice(17, 22))).toEqual(['04:00', '05:00', '05:30']);
	});

	it.each([
		['02:00', '02:30', ['03:00 03:30']], // both missing: moved
		['02:30', '04:00', ['03:30 04:00']],
		['01:30', '02:30', ['01:30 03:30']],
		['02:30', '03:30', []], // nothing is left of it
		['02:30', '03:00', []],
		['02:30', '30 min', ['03:30 04:00']],
	])('a break from %s to %s in the night of a missing hour is %j', (start, end, expected) => {
		const rows = [row('22:00', '06:00'), { agent: 'anna', kind: 'break', start, end }];
		const breaks = workOf(evaluationOf(rows), 'anna', '2026-03-28T12:00Z', '2026-03-29T12:00Z').filter((line) =>
			line.startsWith('break'),
		);
		expect(breaks.map((line) => `${line.slice(17, 22)} ${line.slice(43, 48)}`)).toEqual(expected);
	});

	it.each(policies)('%s makes no difference on other days', (dst) => {
		expect(shift(dst, '2026-01-10', '22:00', '06:00')).toBe('2026-01-10T22:00+01:00 2026-01-11T06:00+01:00');
	});
});
