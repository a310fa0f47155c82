import fc from 'fast-check';
import { createZoneClock } from '../../../../nodes/ShiftSchedule/model/calendar/zone';
import { findingsOf } from '../../../../nodes/ScheduleAdherence/model/answers/findings';
import type { AgentRecord } from '../../../../nodes/ScheduleAdherence/model/record/types';
import { comparerOf, MINUTE, tolerancesOf } from './make';
import { countMinutes, type Told } from './minuteCount';

const RUNS = Math.max(30, Math.round(3000 * Number(process.env.AGENT_STATE_RUNS ?? 1)));

/** Three days around the night of 25 October 2026, when the clocks of Europe go back, and three in June. */
const begins = ['2026-10-24T00:00:00Z', '2026-06-15T00:00:00Z'].map((iso) => Date.parse(iso));
const MINUTES = 3 * 1440;

interface Part {
	from: number;
	until: number;
	word: string;
}

/** Parts one after the other, some of them with a gap before. */
const partsOf = (words: readonly string[], longest: number): fc.Arbitrary<Part[]> =>
	fc
		.array(
			fc.record({
				gap: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, fc.integer({ min: 1, max: longest })),
				length: fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: longest })),
				word: fc.constantFrom(...words),
			}),
			{ maxLength: 25 },
		)
		.map((given) => {
			let at = 0;
			return given.map(({ gap, length, word }) => {
				const from = at + gap;
				at = from + length;
				return { from, until: at, word };
			});
		});

const days = fc.record({
	begin: fc.constantFrom(...begins),
	zone: fc.constantFrom('UTC', 'Europe/Warsaw', 'America/New_York', 'Asia/Kolkata'),
	scheduled: partsOf(['available', 'available', 'busy', 'break', 'busy/Training'], 600),
	actual: partsOf(['available', 'available', 'busy', 'break', 'offline', 'unknown/Coaching', 'busy/Training'], 400),
	excused: partsOf(['*'], 900).map((parts) => parts.filter((_, index) => index % 3 === 2)),
	tolerance: fc.constantFrom(0, 3, 5, 30),
	until: fc.integer({ min: 1, max: MINUTES }),
	same: fc.boolean(),
});

it('counts what a minute-by-minute count of thousands of random days counts', () => {
	fc.assert(
		fc.property(days, ({ begin, zone, scheduled, actual, excused, tolerance, until, same }) => {
			const stretch = ({ from, until: end, word }: Part) => {
				const [state = '', own = ''] = word.split('/');
				return { start: begin + from * MINUTE, end: begin + end * MINUTE, state, own };
			};
			const clock = createZoneClock(zone);
			const record: AgentRecord = {
				...{ id: 'anna', name: 'Anna', team: '', service: '', clock },
				scheduled: scheduled
					.map(stretch)
					.map(({ own, ...one }) => ({ ...one, reason: own })) as AgentRecord['scheduled'],
				actual: actual.map(stretch).map(({ own, ...one }) => ({ ...one, native: own, reason: '' })),
				excused: excused.map(stretch),
			};
			const rules = { groups: same ? [['available', 'busy']] : [], neutral: ['training'] };
			const first = Math.floor(begin / 86_400_000);
			const found = findingsOf(
				record,
				{ first, last: first + 1 },
				{ comparer: comparerOf(rules), tolerances: tolerancesOf(tolerance), until: begin + until * MINUTE },
			);
			const expected = countMinutes({
				...{ begin, zone, scheduled, actual, excused, tolerance, until, same },
				dates: [first, first + 1].map((day) => new Date(day * 86_400_000).toISOString().slice(0, 10)),
			});
			const counted = [...found.days]
				.map(([day, totals]): [string, Told] => [
					new Date(day * 86_400_000).toISOString().slice(0, 10),
					Object.fromEntries(
						Object.entries(totals).map(([key, ms]: [string, number]) => [
							key,
							key.endsWith('Count') ? ms : ms / MINUTE,
						]),
					),
				])
				.filter(([, totals]) => Object.values(totals).some((amount) => amount !== 0));
			expect(Object.fromEntries(counted)).toEqual(expected);
			// The parts of the scheduled time are all of it.
			for (const totals of found.days.values()) {
				const { inAdherence, exceptions, tolerated, excused: excusedMs, neutral, unknown } = totals;
				expect(inAdherence + exceptions + tolerated + excusedMs + neutral + unknown).toBe(totals.scheduled);
			}
		}),
		{ numRuns: RUNS },
	);
});
