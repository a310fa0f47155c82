import { createZoneClock } from '../../../../../nodes/ShiftSchedule/model/calendar/zone';
import { actualTimesOf, type ActualEntry } from '../../../../../nodes/ScheduleAdherence/model/record/actualStretches';
import { cutAtMidnights, shiftsOf, startOfDay } from '../../../../../nodes/ScheduleAdherence/model/record/shifts';
import { at, DAY, utc } from '../make';

/** `09:00-10:00 busy`, `09:00 busy` or `09:00`; what stands behind the state is its native name. */
function entry(text: string): ActualEntry {
	const [, from = '', until, state, native = ''] =
		/^((?:\+\d )?[\d:]+)(?:-((?:\+\d )?[\d:]+))?(?: (\S+))?(?: (\S+))?$/.exec(text) ?? [];
	return {
		start: at(from),
		end: until === undefined ? undefined : at(until),
		state: state === undefined ? undefined : { state, native, reason: '' },
	};
}
const clock = (instant: number): string => new Date(instant).toISOString().slice(11, 16);

describe('the states of an agent', () => {
	it.each<[what: string, entries: string[], stretches: string[], contradictions: string[]]>([
		['nothing', [], [], []],
		[
			'intervals as they are',
			['09:00-10:00 busy', '11:00-12:00 break'],
			['09:00-10:00 busy', '11:00-12:00 break'],
			[],
		],
		[
			'changes until the next one and until now',
			['09:00 busy', '10:00 break'],
			['09:00-10:00 busy', '10:00-18:00 break'],
			[],
		],
		['changes in any order', ['10:00 break', '09:00 busy'], ['09:00-10:00 busy', '10:00-18:00 break'], []],
		[
			'a change until an interval',
			['09:00 busy', '10:00-11:00 break'],
			['09:00-10:00 busy', '10:00-11:00 break'],
			[],
		],
		[
			'a time that nobody knows',
			['09:00 busy', '10:00', '11:00 break'],
			['09:00-10:00 busy', '11:00-18:00 break'],
			[],
		],
		['intervals up to now', ['17:00-19:00 busy'], ['17:00-18:00 busy'], []],
		['nothing of a change now', ['18:00 busy'], [], []],
		[
			'nothing of an interval without a length',
			['09:00-09:00 busy', '09:00-10:00 break'],
			['09:00-10:00 break'],
			[],
		],
		[
			'the same change twice',
			['09:00 busy', '09:00 busy', '10:00 break'],
			['09:00-10:00 busy', '10:00-18:00 break'],
			[],
		],
		['the same interval twice', ['09:00-10:00 busy', '09:00-10:00 busy'], ['09:00-10:00 busy'], []],
		[
			'two changes of one moment',
			['09:00 busy', '09:00 break', '10:00 break'],
			['10:00-18:00 break'],
			['09:00-10:00'],
		],
		[
			'two states at once',
			['09:00-12:00 busy', '10:00-11:00 break'],
			['09:00-10:00 busy', '11:00-12:00 busy'],
			['10:00-11:00'],
		],
		['two names of a state at once', ['09:00-12:00 busy A', '09:00-12:00 busy B'], [], ['09:00-12:00']],
		[
			'known and not known at once',
			['09:00-12:00 busy', '10:00-11:00'],
			['09:00-10:00 busy', '11:00-12:00 busy'],
			['10:00-11:00'],
		],
		[
			'a gap behind an overlap',
			['09:00-10:00 busy', '09:00-10:00 busy', '11:00-12:00 busy'],
			['09:00-10:00 busy', '11:00-12:00 busy'],
			[],
		],
		[
			'a long interval over several short ones',
			['09:00-13:00 busy', '09:30-10:00 busy', '11:00-11:30 break'],
			['09:00-09:30 busy', '09:30-10:00 busy', '10:00-11:00 busy', '11:30-13:00 busy'],
			['11:00-11:30'],
		],
	])('are %s', (_, entries, stretches, contradictions) => {
		const found = actualTimesOf(entries.map(entry), at('18:00'));
		expect(found.stretches.map(({ start, end, state }) => `${clock(start)}-${clock(end)} ${state}`)).toEqual(
			stretches,
		);
		expect(found.contradictions.map(({ start, end }) => `${clock(start)}-${clock(end)}`)).toEqual(contradictions);
	});
});

describe('shifts', () => {
	const shifts = (...times: Array<[from: string, until: string]>) =>
		shiftsOf(
			times.map(([from, until]) => ({ start: at(from), end: at(until) })),
			utc,
		).map(({ start, end, day }) => [start, end, day - DAY]);

	it('are scheduled times that meet', () => {
		expect(shifts(['09:00', '12:00'], ['12:00', '12:30'], ['13:00', '17:00'])).toEqual([
			[at('09:00'), at('12:30'), 0],
			[at('13:00'), at('17:00'), 0],
		]);
	});

	it('belong to the day that they start on, up to 24 hours', () => {
		expect(shifts(['22:00', '+1 06:00'])).toEqual([[at('22:00'), at('+1 06:00'), 0]]);
		expect(shifts(['22:00', '+1 22:00'])).toEqual([[at('22:00'), at('+1 22:00'), 0]]);
		expect(shifts(['22:00', '+1 22:01'])).toEqual([
			[at('22:00'), at('+1 00:00'), 0],
			[at('+1 00:00'), at('+1 22:01'), 1],
		]);
	});

	it('never change what they are made of', () => {
		const times = [
			{ start: at('09:00'), end: at('12:00') },
			{ start: at('12:00'), end: at('13:00') },
		];
		shiftsOf(times, utc);
		expect(times[0]?.end).toBe(at('12:00'));
	});

	it('belong to the local day', () => {
		const [shift] = shiftsOf([{ start: at('03:00'), end: at('11:00') }], createZoneClock('America/New_York'));
		expect(shift?.day).toBe(DAY - 1);
	});
});

describe('midnights', () => {
	it('cut an interval into local days, also when the clocks change', () => {
		const warsaw = createZoneClock('Europe/Warsaw');
		const day = Date.parse('2026-10-25') / 86_400_000;
		const parts = cutAtMidnights(
			{ start: startOfDay(warsaw, day - 1), end: startOfDay(warsaw, day + 1) + 60_000 },
			warsaw,
		);
		expect(parts.map(({ start, end }) => (end - start) / 60_000)).toEqual([1440, 1500, 1]);
		expect(cutAtMidnights({ start: at('10:00'), end: at('10:00') }, utc)).toEqual([]);
	});
});
