import * as fc from 'fast-check';

import { drawingOf, type Drawing, type DrawingOptions } from '../../../../nodes/ShiftSchedule/picture/layout/drawing';
import { pagesOf, picturesOf } from '../../../../nodes/ShiftSchedule/picture/picture';
import { signs } from '../../../../nodes/ShiftSchedule/picture/layout/part';
import { bottomOf, rightOf } from '../../../../nodes/ShiftSchedule/picture/raster/shape';
import { openEvaluation, type Evaluation } from '../../../../nodes/ShiftSchedule/model/schedule/evaluation';
import { rosterOf } from '../../../../nodes/ShiftSchedule/model/roster/roster';
import type { Interval } from '../../../../nodes/ShiftSchedule/model/calendar/interval';
import { segmentsOf } from '../../../../nodes/ShiftSchedule/model/schedule/assignments';
import { seeded, type Row } from '../model/make';
import { decode } from './decode';

const zone = fc.constantFrom(...Intl.supportedValuesOf('timeZone'));
const name = fc.string({ unit: 'binary', maxLength: 80 });
const agent = fc.constantFrom('anna', 'ben', 'anna, ben', '*');
const time = fc.integer({ min: 0, max: 95 }).map((quarter) => new Date(quarter * 900_000).toISOString().slice(11, 16));
const date = fc
	.integer({ min: 0, max: 364 })
	.map((day) => new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10));
const state = fc.constantFrom('available', 'busy', 'break', 'offline');
const row: fc.Arbitrary<Row> = fc.oneof(
	fc.record({ kind: fc.constant('agent'), agent: fc.constantFrom('anna', 'ben'), name, zone }),
	fc.record({ agent, shift: name, days: fc.constantFrom('daily', 'Mon-Fri'), start: time, end: time, state }),
	fc.record({ kind: fc.constant('break'), agent, start: time, end: fc.constantFrom('5 min', '2h'), state }),
	fc.record({ kind: fc.constantFrom('holiday', 'leave'), agent, shift: name, from: date }),
	fc.record({ kind: fc.constant('extra'), agent, reason: name, from: date, start: time, end: time }),
	fc.record({ kind: fc.constant('temporary'), agent, from: date, until: date, start: time, end: time }),
	fc.record({ kind: fc.constant('manual'), agent, state, from: date, reason: name }),
	fc.record({ kind: fc.constant('swap'), agent: fc.constant('anna'), with: fc.constant('ben'), from: date }),
);

/** From a millisecond to more than a year, within the year of the roster. */
const window = fc
	.tuple(fc.nat({ max: 365 * 86_400 }), fc.double({ min: 0, max: 10.5, noNaN: true }))
	.map(([second, digits]) => {
		const start = Date.UTC(2026, 0, 1) + second * 1000;
		return { start, end: start + Math.round(10 ** digits) };
	});

interface Given {
	run: Evaluation;
	window: Interval;
	options: DrawingOptions;
}

const drawing: fc.Arbitrary<Given> = fc
	.record({ rows: fc.array(row, { maxLength: 12 }), zone, window, title: fc.option(name), now: fc.option(fc.nat()) })
	.map(({ rows, zone: place, window: span, title, now }) => {
		// Rows with a problem, and there are many, are left out.
		const run = openEvaluation(rosterOf(rows, { zone: place, dst: 'keepEnd' }).schedule);
		const options = {
			...(title !== null && { title }),
			...(now !== null && { now: span.start + (now % (2 * (span.end - span.start))) }),
		};
		return { run, window: span, options };
	});

const draw = ({ run, window: span, options }: Given): Drawing[] =>
	pagesOf(run, span).map((page) => drawingOf(run, span, page, options));

describe('any schedule, name and window', () => {
	it('stays inside of the picture', () => {
		fc.assert(
			fc.property(drawing, (given) => {
				for (const { width, height, shapes } of draw(given)) {
					const outside = shapes.filter(
						(shape) =>
							shape.x < 0 ||
							shape.y < 0 ||
							rightOf(shape) > width ||
							bottomOf(shape) > height ||
							shape.width < 0 ||
							!Object.values(shape).every(
								(value) => typeof value !== 'number' || Number.isInteger(value),
							),
					);
					expect(outside).toEqual([]);
				}
			}),
			seeded(300),
		);
	});

	it('has every state of the timeline in its row, and the legend has every sign', () => {
		fc.assert(
			fc.property(drawing, (given) => {
				const [page] = draw(given);
				const { run, window: span } = given;
				for (const one of run.schedule.agents) {
					const layers = ['shift', 'override', 'temporary', 'holiday'];
					const held = segmentsOf(run, one, span)
						.filter(({ assignment }) => layers.includes(assignment.source.layer))
						.map(({ assignment }) => assignment.state)
						.filter((held) => held !== 'offline');
					const shown = page?.shapes.filter((shape) => shape.agent === one.id).map(({ part }) => part) ?? [];
					expect(shown).toEqual(expect.arrayContaining(held));
				}
				const parts = new Set<string>(page?.shapes.map(({ part }) => part));
				const entries = page?.shapes.filter((shape) => shape.part === 'legend' && shape.kind === 'text') ?? [];
				expect(entries.length).toBeGreaterThanOrEqual(signs.filter((sign) => parts.has(sign)).length);
			}),
			seeded(150),
		);
	});

	it('becomes a PNG of that size', async () => {
		await fc.assert(
			fc.asyncProperty(drawing, async ({ run, window: span, options }) => {
				for (const { png, width, height } of await picturesOf(run, span, options)) {
					const decoded = decode(png);
					expect([decoded.width, decoded.height]).toEqual([width, height]);
				}
			}),
			seeded(20),
		);
	});
});
