import { xOf, type Axis } from '../../../../../nodes/ShiftSchedule/picture/layout/axis';
import { LINE, rightOf, type Box } from '../../../../../nodes/ShiftSchedule/picture/raster/shape';
import { createZoneClock } from '../../../../../nodes/ShiftSchedule/model/calendar/zone';
import type { Row } from '../../model/make';
import { chartOf, drawn, shapesOf, spanOf, textsOf } from '../make';

const day = spanOf('2026-10-20T00:00+02:00', '2026-10-21T00:00+02:00');
const week = spanOf('2026-10-19T00:00+02:00', '2026-10-26T00:00+01:00');
const fortnight = spanOf('2026-10-19T00:00+02:00', '2026-11-02T00:00+01:00');

const shift = (agent: string, start = '09:00', end = '17:00', name = 'Day'): Row => ({
	...{ agent, shift: name, days: 'daily', start, end },
});

const bounds = (shapes: Box[]): Array<[number, number]> => shapes.map((shape) => [shape.x, rightOf(shape)]);

describe('the scale', () => {
	it('puts a bar where its times are', () => {
		const drawing = drawn([shift('anna')], day);
		const { left, right } = chartOf(drawing);
		const at = (hours: number): number => Math.round(left + ((right - left) * hours) / 24);
		const [bar] = shapesOf(drawing, 'available', 'anna');
		expect(bar?.x).toBe(at(9));
		// A line apart from whatever may follow.
		expect(bar && rightOf(bar)).toBe(at(17) - LINE);
	});

	it('makes a day of 25 hours wider, and one of 23 narrower', () => {
		const widths = (from: string, until: string): number[] => {
			const drawing = drawn([shift('anna')], spanOf(from, until));
			const { right } = chartOf(drawing);
			const lines = shapesOf(drawing, 'grid')
				.filter(({ width, height }) => width === LINE && height > 80)
				.map(({ x }) => x)
				.sort((a, b) => a - b);
			const edges = [...new Set([...lines.slice(0, -1), right])];
			return edges.slice(1).map((edge, index) => edge - (edges[index] ?? 0));
		};
		const autumn = widths('2026-10-24T00:00+02:00', '2026-10-27T00:00+01:00');
		expect(autumn).toHaveLength(3);
		expect((autumn[1] ?? 0) / (autumn[0] ?? 0)).toBeCloseTo(25 / 24, 2);
		const spring = widths('2026-03-28T00:00+01:00', '2026-03-31T00:00+02:00');
		expect((spring[1] ?? 0) / (spring[0] ?? 0)).toBeCloseTo(23 / 24, 2);
	});

	it('is linear in elapsed time', () => {
		const axis: Axis = { window: fortnight, clock: createZoneClock('Europe/Warsaw'), left: 100, right: 1100 };
		expect(xOf(axis, fortnight.start)).toBe(100);
		expect(xOf(axis, (fortnight.start + fortnight.end) / 2)).toBe(600);
		expect(xOf(axis, fortnight.end)).toBe(1100);
	});
});

describe('a window of more than a week', () => {
	const tiersOf = (until: string): Map<number, string[]> => {
		const drawing = drawn([shift('anna')], { start: week.start, end: Date.parse(until) });
		const tiers = new Map<number, string[]>();
		for (const shape of shapesOf(drawing, 'unit')) {
			if (shape.kind === 'text') tiers.set(shape.y, [...(tiers.get(shape.y) ?? []), shape.text]);
		}
		return tiers;
	};

	it('has its weeks below one another, each with names, hours and the same days in the same place', () => {
		const drawing = drawn([shift('anna')], fortnight);
		expect(textsOf(drawing, 'name')).toEqual(['anna', 'anna']);
		expect(textsOf(drawing, 'tick')).toHaveLength(28);
		const [first, second, ...more] = [...tiersOf('2026-11-02T00:00+01:00').values()];
		expect(more).toEqual([]);
		expect(first).toEqual(['Mon 19', 'Tue 20', 'Wed 21', 'Thu 22', 'Fri 23', 'Sat 24', 'Sun 25']);
		expect(second).toEqual(['Mon 26', 'Tue 27', 'Wed 28', 'Thu 29', 'Fri 30', 'Sat 31', 'Sun 1']);
		const mondays = shapesOf(drawing, 'unit').filter((shape) => shape.kind === 'text' && /^Mon/.test(shape.text));
		expect(Math.abs((mondays[0]?.x ?? 0) - (mondays[1]?.x ?? Infinity))).toBeLessThan(5);
	});

	it.each([
		['2026-10-26T00:00+01:00', [7]],
		['2026-10-27T00:00+01:00', [4, 4]],
		['2026-10-29T00:00+01:00', [5, 5]],
		['2026-11-16T00:00+01:00', [7, 7, 7, 7]],
		['2026-11-17T00:00+01:00', [8, 8, 8, 5]],
	])('is divided evenly, in four at most: until %s', (until, lengths) => {
		expect([...tiersOf(until).values()].map(({ length }) => length)).toEqual(lengths);
	});

	it('misses no change of the clocks at midnight, where one week ends', () => {
		const rows = [shift('anna')];
		// Clocks go forward at 00:00 on Sunday 29 March.
		const window = spanOf('2026-03-22T00:00+02:00', '2026-04-05T00:00+03:00');
		expect(textsOf(drawn(rows, window, { zone: 'Asia/Beirut' }), 'clocks')).toEqual([
			'clocks forward 00:00 → 01:00',
		]);
	});
});

describe('the header', () => {
	const headerOf = (from: string, until: string, zone = 'Europe/Warsaw') => {
		const drawing = drawn([{ kind: 'agent', agent: 'anna' }], spanOf(from, until), { zone });
		return {
			about: textsOf(drawing, 'subtitle')[0],
			months: textsOf(drawing, 'month'),
			units: textsOf(drawing, 'unit'),
			ticks: textsOf(drawing, 'tick'),
		};
	};

	it('tells the hours of a day', () => {
		const { about, months, units, ticks } = headerOf('2026-10-20T00:00+02:00', '2026-10-21T00:00+02:00');
		expect(about).toBe('Tue 20 Oct 2026, Europe/Warsaw · 1 agent');
		expect(months).toEqual(['October']);
		expect(units).toEqual(['Tuesday 20']);
		expect(ticks).toEqual(['2', '4', '6', '8', '10', '12', '14', '16', '18', '20', '22']);
	});

	it('tells an hour that comes twice twice, and not one that is skipped', () => {
		const autumn = headerOf('2026-10-25T00:00+02:00', '2026-10-25T06:00+01:00').ticks;
		expect(autumn.filter((tick) => /^0[123]/.test(tick)).sort()).toEqual(['01:00', '02:00', '02:00', '03:00']);
		const spring = headerOf('2026-03-29T00:00+01:00', '2026-03-29T06:00+02:00').ticks;
		expect(spring.filter((tick) => /^0[123]/.test(tick))).toEqual(['01:00', '03:00']);
	});

	it('tells the days of two weeks, with some hours', () => {
		const { about, months, units, ticks } = headerOf('2026-10-19T00:00+02:00', '2026-11-02T00:00+01:00');
		expect(about).toBe('Mon 19 Oct – Sun 1 Nov 2026, Europe/Warsaw · 1 agent');
		expect(months).toEqual(['October', 'Oct – Nov']);
		expect(units).toHaveLength(14);
		expect(units.slice(0, 2)).toEqual(['Mon 19', 'Tue 20']);
		expect(new Set(ticks)).toEqual(new Set(['8', '16']));
	});

	it('tells the weeks and the months of a longer window', () => {
		const quarter = headerOf('2026-09-01T00:00+02:00', '2026-12-25T00:00+01:00');
		expect(quarter.units.slice(0, 2)).toEqual(['Tue 1 Sep', 'Mon 7 Sep']);
		expect(quarter.ticks).toEqual([]);
		const year = headerOf('2026-01-01T00:00+01:00', '2027-01-01T00:00+01:00');
		expect(year.units[0]).toBe('January');
	});

	it('tells times where the window does not begin or end at midnight', () => {
		expect(headerOf('2026-10-20T11:30+02:00', '2026-10-20T14:10+02:00').about).toMatch(
			'Tue 20 Oct 2026, 11:30 – 14:10, Europe/Warsaw',
		);
		expect(headerOf('2026-12-31T22:00+01:00', '2027-01-01T06:00+01:00').about).toMatch(
			'Thu 31 Dec 2026 22:00 – Fri 1 Jan 2027 06:00',
		);
	});

	it('shades weekends', () => {
		const drawing = drawn([shift('anna')], fortnight);
		expect(shapesOf(drawing, 'weekend')).toHaveLength(4);
	});

	it('has a title', () => {
		expect(textsOf(drawn([], day, { title: 'Zażółć' }), 'title')).toEqual(['Zażółć']);
		expect(textsOf(drawn([], day), 'title')).toEqual(['Shift schedule']);
		const [long = ''] = textsOf(drawn([], day, { title: 'x'.repeat(1000) }), 'title');
		expect(long).toMatch(/^x+…$/);
	});
});

describe('names', () => {
	it('are shortened where they are long, and have their zone where it is another', () => {
		const drawing = drawn(
			[
				{ kind: 'agent', agent: 'a', name: 'Francisco José de la Santísima Trinidad Fernández' },
				{ kind: 'agent', agent: 'b', name: 'Grace', zone: 'America/New_York' },
				{ kind: 'agent', agent: 'c', name: 'Ola', zone: 'Europe/Warsaw' },
			],
			day,
		);
		const [long, ...others] = textsOf(drawing, 'name');
		expect(long).toMatch(/^Francisco José .*…$/);
		expect(others).toEqual(['Grace', 'Ola']);
		expect(textsOf(drawing, 'zone')).toEqual(['New York']);
		const { left } = chartOf(drawing);
		for (const name of [...shapesOf(drawing, 'name'), ...shapesOf(drawing, 'zone')]) {
			expect(rightOf(name)).toBeLessThan(left);
		}
	});

	it('of shifts stand in their bars, beside the break, or as a letter that the legend tells', () => {
		const rows = [
			shift('anna', '06:00', '14:00', 'Early'),
			shift('ben', '14:00', '22:00', 'Late'),
			{ kind: 'break', agent: 'anna', start: '09:00', end: '30 min' },
		];
		const whole = drawn(rows, day);
		expect(textsOf(whole, 'label')).toEqual(['Early', 'Late']);
		const [pause] = shapesOf(whole, 'break', 'anna');
		const [label] = shapesOf(whole, 'label', 'anna');
		expect(label?.x).toBeGreaterThan(pause ? rightOf(pause) : Infinity);
		const month = drawn(rows, spanOf('2026-10-05T00:00+02:00', '2026-11-02T00:00+01:00'));
		expect(textsOf(month, 'label')).toEqual([]);
		expect(new Set(textsOf(month, 'abbreviation'))).toEqual(new Set(['E', 'L']));
		expect(textsOf(month, 'legend').slice(-4)).toEqual(['E', 'Early', 'L', 'Late']);
	});

	it('of breaks stand in them, unless the name of the shift does', () => {
		const pause = { kind: 'break', agent: 'anna', start: '11:00', end: '4h' };
		expect(textsOf(drawn([shift('anna'), pause], day), 'label')).toEqual(['Day']);
		const tea = { ...pause, reason: 'Tea' };
		expect(textsOf(drawn([shift('anna'), tea], day), 'label')).toEqual(['Day', 'Tea']);
		const training = shift('anna', '09:00', '17:00', 'Training');
		expect(
			new Set(
				textsOf(drawn([training, tea], spanOf('2026-10-19T00:00+02:00', '2026-10-21T00:00+02:00')), 'label'),
			),
		).toEqual(new Set(['Training']));
	});

	it('of shifts that begin alike have two letters, or none', () => {
		const rows = [
			shift('a', '06:00', '14:00', 'Early'),
			shift('b', '14:00', '22:00', 'Evening'),
			shift('c', '14:00', '22:00', 'Night A'),
			shift('d', '14:00', '22:00', 'Night B'),
		];
		const month = drawn(rows, spanOf('2026-10-05T00:00+02:00', '2026-11-02T00:00+01:00'));
		expect(new Set(textsOf(month, 'abbreviation'))).toEqual(new Set(['Ea', 'Ev']));
	});
});

describe('marks', () => {
	const swapped = { kind: 'swap', agent: 'anna', with: 'ben', from: '2026-10-20' };

	it('tell a holiday, leave, an extra shift, a temporary schedule, a swap and a state set by hand', () => {
		const rows = [
			...[shift('anna'), shift('ben', '14:00', '22:00', 'Late'), swapped],
			{ kind: 'holiday', agent: '*', shift: 'Christmas', from: '2026-10-19' },
			{ kind: 'leave', agent: 'anna', reason: 'Vacation', from: '2026-10-21', until: '2026-10-22' },
			{ kind: 'extra', agent: 'ben', from: '2026-10-21', start: '06:00', end: '12:00' },
			{ kind: 'temporary', agent: 'ben', from: '2026-10-22', until: '2026-10-22', start: '10:00', end: '18:00' },
			{ kind: 'manual', agent: 'ben', state: 'busy', from: '2026-10-23 14:00', until: '2026-10-23 20:00' },
		];
		const drawing = drawn(rows, week);
		const occurring = ['holiday', 'leave', 'extra', 'temporary', 'swap', 'manual'] as const;
		for (const part of occurring) expect([part, shapesOf(drawing, part).length]).not.toEqual([part, 0]);
		expect(textsOf(drawing, 'label', 'anna')).toEqual(expect.arrayContaining(['Christmas', 'Vacation']));
		expect(shapesOf(drawing, 'leave').every(({ agent }) => agent === 'anna')).toBe(true);
		// Two days in a row are one bar.
		expect(new Set(bounds(shapesOf(drawing, 'leave')).map(String)).size).toBe(1);
		expect(textsOf(drawing, 'extra')).toEqual(['+']);
		expect(textsOf(drawing, 'swap')).toEqual(['⇄', '⇄']);
		expect(textsOf(drawing, 'manual')).toEqual(['!']);
	});

	it('tell for whom a swapped shift is, where there is room', () => {
		const drawing = drawn([shift('anna'), shift('ben', '14:00', '22:00', 'Late'), swapped], day);
		expect(textsOf(drawing, 'label')).toEqual(['Late, for ben', 'Day, for anna']);
	});

	it('of a temporary schedule cover all of its days', () => {
		const row = {
			kind: 'temporary',
			agent: 'anna',
			from: '2026-10-20',
			until: '2026-10-22',
			start: '10:00',
			end: '18:00',
		};
		const drawing = drawn([shift('anna'), row], week);
		const { left, right } = chartOf(drawing);
		const at = (hours: number): number => Math.round(left + ((right - left) * hours) / 169);
		const bands = bounds(shapesOf(drawing, 'temporary')).sort((a, b) => a[0] - b[0]);
		expect([bands[0]?.[0], bands.at(-1)?.[1]]).toEqual([at(24), at(96)]);
		for (const [index, band] of bands.slice(1).entries()) {
			expect(band[0]).toBeLessThanOrEqual(bands[index]?.[1] ?? 0);
		}
	});

	it('leave time off empty, and draw a line where the roster says offline', () => {
		const rows = [shift('anna'), { agent: 'ben', days: 'daily', start: '09:00', end: '17:00', state: 'offline' }];
		const drawing = drawn(rows, day);
		expect(shapesOf(drawing, 'offline', 'anna')).toEqual([]);
		expect(shapesOf(drawing, 'offline', 'ben')).toMatchObject([{ height: 2 * LINE }]);
	});

	it('tell the clocks’ change, and what it does to a shift', () => {
		const rows = [shift('anna', '22:00', '06:00', 'Night'), shift('ben')];
		const drawing = drawn(rows, fortnight);
		expect(textsOf(drawing, 'clocks')).toEqual(['clocks back 03:00 → 02:00']);
		const { left, right } = chartOf(drawing);
		const share = (Date.parse('2026-10-25T01:00Z') - week.start) / (week.end - week.start);
		const [line, ...more] = shapesOf(drawing, 'clocks').filter(({ kind }) => kind === 'dash');
		// The middle of the dashes, which are two lines thick.
		expect(Math.abs((line?.x ?? 0) + LINE - (left + share * (right - left)))).toBeLessThanOrEqual(0.5);
		expect(more).toEqual([]);
		expect(shapesOf(drawing, 'dst', 'anna')).toHaveLength(1);
		expect(shapesOf(drawing, 'dst', 'ben')).toEqual([]);
		const spring = drawn(rows, spanOf('2026-03-28T00:00+01:00', '2026-03-31T00:00+02:00'));
		expect(textsOf(spring, 'clocks')).toEqual(['clocks forward 02:00 → 03:00']);
	});

	it('tell now, when it is in the window', () => {
		const now = Date.parse('2026-10-20T14:05+02:00');
		expect(textsOf(drawn([shift('anna')], day, { now }), 'now')).toEqual(['now 14:05']);
		expect(shapesOf(drawn([shift('anna')], day, { now: day.end }), 'now')).toEqual([]);
	});

	it('do not stand on one another', () => {
		const now = Date.parse('2026-10-25T03:10+01:00');
		const drawing = drawn([shift('anna')], fortnight, { now });
		const texts = [...shapesOf(drawing, 'now'), ...shapesOf(drawing, 'clocks')].filter(
			({ kind }) => kind === 'text',
		);
		const [first, second] = bounds(texts).sort((a, b) => a[0] - b[0]);
		expect(first?.[1]).toBeLessThan(second?.[0] ?? 0);
	});
});

describe('the legend', () => {
	const legendOf = (rows: Row[]): string[] => textsOf(drawn(rows, day), 'legend');

	it('tells what occurs, and nothing else', () => {
		expect(legendOf([{ kind: 'agent', agent: 'anna' }])).toEqual([]);
		expect(legendOf([shift('anna')])).toEqual(['available']);
		const busy = { ...shift('anna'), state: 'busy' };
		expect(legendOf([busy, { kind: 'break', agent: '*', start: '12:00', end: '1h' }])).toEqual(['busy', 'break']);
		const holiday = { kind: 'holiday', agent: '*', shift: 'Christmas', from: '2026-10-20' };
		expect(legendOf([shift('anna'), holiday])).toEqual(['holiday: Christmas']);
		expect(legendOf([shift('anna'), { ...holiday, from: '2026-10-27' }])).toEqual(['available']);
	});

	it('takes as many lines as it needs', () => {
		const names = ['Azure', 'Bordeaux', 'Crimson', 'Denim', 'Emerald', 'Fuchsia', 'Green', 'Heather', 'Indigo'];
		const long = names.map((name) => `${name} ${'x'.repeat(30)}`);
		const two = (hour: number): string => `${String(hour).padStart(2, '0')}:00`;
		const rows = long.map((name, index) => shift('anna', two(2 * index), two(2 * index + 2), name));
		const drawing = drawn(rows, spanOf('2026-10-19T00:00+02:00', '2026-10-21T00:00+02:00'));
		const legend = shapesOf(drawing, 'legend').filter(({ kind }) => kind === 'text');
		expect(new Set(legend.map(({ y }) => y)).size).toBeGreaterThan(1);
		for (const line of legend) expect(rightOf(line)).toBeLessThanOrEqual(drawing.width);
		expect(Math.max(...legend.map(({ y }) => y))).toBeLessThan(drawing.height);
	});

	it('leaves out breaks that are too short to be seen', () => {
		const rows = [shift('anna'), { kind: 'break', agent: '*', start: '12:00', end: '15 min' }];
		const year = drawn(rows, spanOf('2026-01-01T00:00+01:00', '2027-01-01T00:00+01:00'));
		expect(textsOf(year, 'legend')).toEqual(['available', 'the clocks change']);
	});
});

describe('a shift', () => {
	const bars = (rows: Row[], window = day) => {
		const drawing = drawn(rows, window);
		return { whole: bounds(shapesOf(drawing, 'available')), pauses: shapesOf(drawing, 'break'), drawing };
	};

	it('is one bar with its breaks in it, also where it begins with one', () => {
		const { whole, pauses, drawing } = bars([
			shift('anna'),
			{ kind: 'break', agent: 'anna', start: '09:00', end: '30 min' },
			{ kind: 'break', agent: 'anna', start: '12:00', end: '30 min' },
		]);
		const { left, right } = chartOf(drawing);
		const at = (hours: number): number => Math.round(left + ((right - left) * hours) / 24);
		expect(whole).toEqual([[at(9), at(17) - LINE]]);
		// A pale bar and a strip each.
		expect(bounds(pauses)).toEqual(
			[at(9), at(9), at(12), at(12)].map((x) => [x, x === at(9) ? at(9.5) : at(12.5)]),
		);
		expect(textsOf(drawing, 'label')).toEqual(['Day']);
	});

	it('of which the window holds but a break is a break', () => {
		const pause = { kind: 'break', agent: 'anna', start: '12:00', end: '1h' };
		const { whole, pauses } = bars(
			[shift('anna'), pause],
			spanOf('2026-10-20T12:10+02:00', '2026-10-20T12:50+02:00'),
		);
		expect(whole).toEqual([]);
		expect(new Set(pauses.map(({ height }) => height)).size).toBe(2);
	});

	it('that follows another is apart from it', () => {
		const { whole } = bars([shift('anna', '06:00', '14:00'), shift('anna', '14:00', '22:00')]);
		expect(whole).toHaveLength(2);
		expect((whole[1]?.[0] ?? 0) - (whole[0]?.[1] ?? 0)).toBe(LINE);
	});
});

describe('without anything to show', () => {
	it('says so', () => {
		expect(textsOf(drawn([], week), 'message')).toEqual(['No agents to show.']);
		const empty = { start: day.start, end: day.start };
		expect(textsOf(drawn([shift('anna')], empty), 'message')).toEqual(['The window is empty.']);
	});
});
