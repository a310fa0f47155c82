import { adherenceOf, conformanceOf } from '../../../../../nodes/ScheduleAdherence/model/comparison/formulas';
import { addTotals, noTotals } from '../../../../../nodes/ScheduleAdherence/model/comparison/totals';
import { at, compared, minutesOn, recordOf, tolerancesOf, totalsOn, wholeDay } from '../make';

const shift = ['09:00-12:00 available', '12:00-12:30 break Lunch', '12:30-17:00 available'];

describe('the totals of a day', () => {
	it('are all of the scheduled time', () => {
		const actual = wholeDay('09:10-12:00 available', '12:00-12:40 break', '12:40-17:00 available');
		expect(minutesOn(compared(recordOf(shift, actual)))).toEqual({
			...{ scheduled: 480, inAdherence: 460, exceptions: 20, exceptionCount: 2, knownWork: 450, worked: 430 },
		});
	});

	it('have a deviation of exactly the tolerance among those that are tolerated', () => {
		const actual = wholeDay('09:10-12:00 available', '12:00-12:30 break', '12:30-17:00 available');
		const record = recordOf(shift, actual);
		expect(minutesOn(compared(record, { tolerances: tolerancesOf(10) }))).toMatchObject({ tolerated: 10 });
		expect(minutesOn(compared(record, { tolerances: tolerancesOf(10) }))).not.toHaveProperty('exceptions');
		expect(minutesOn(compared(record, { tolerances: tolerancesOf(9) }))).toMatchObject({ exceptions: 10 });
		expect(minutesOn(compared(record, { tolerances: tolerancesOf(10, { lateStart: 0 }) }))).toMatchObject({
			exceptions: 10,
		});
	});

	it('leave out what is unknown', () => {
		expect(minutesOn(compared(recordOf(shift, ['09:00-10:00 available'])))).toEqual({
			...{ scheduled: 480, inAdherence: 60, unknown: 420, knownWork: 60, worked: 60 },
		});
	});

	it('know neutral time on either side, even where nothing is known of the agent', () => {
		const scheduled = ['09:00-10:00 available', '10:00-11:00 busy Training', '11:00-12:00 available'];
		const actual = ['09:00-09:30 available', '09:30-10:00 busy Outage', '11:00-12:00 available'];
		const found = compared(recordOf(scheduled, actual), { rules: { neutral: ['training', 'OUTAGE'] } });
		expect(minutesOn(found)).toEqual({
			...{ scheduled: 180, inAdherence: 90, neutral: 90, knownWork: 120, worked: 120 },
		});
	});

	it('have excused time apart, and never count excused work outside', () => {
		const excused = [{ start: at('08:00'), end: at('09:05') }];
		const actual = wholeDay(
			'08:30-08:50 available',
			'09:10-12:00 available',
			'12:00-12:30 break',
			'12:30-17:00 available',
		);
		const found = compared(recordOf(shift, actual, { excused }));
		expect(minutesOn(found)).toMatchObject({ excused: 5, exceptions: 5, inAdherence: 470, worked: 460 });
		expect(minutesOn(found)).not.toHaveProperty('outside');
	});

	it('have work outside of shifts, and the part of it that is beyond the tolerance', () => {
		const actual = wholeDay('08:57-12:00 available', '12:00-12:30 break', '12:30-17:30 available');
		expect(minutesOn(compared(recordOf(shift, actual), { tolerances: tolerancesOf(5) }))).toMatchObject({
			...{ outside: 33, outsideExceptions: 30, outsideCount: 1, worked: 483 },
		});
	});

	it('have work in a neutral state among the work, and not among the exceptions', () => {
		const found = compared(recordOf([], ['10:00-11:00 busy Outage']), { rules: { neutral: ['outage'] } });
		expect(minutesOn(found)).toEqual({ worked: 60 });
	});

	it('have breaks among the work where the user says so', () => {
		const actual = wholeDay('09:00-12:00 available', '12:00-12:30 break', '12:30-17:00 available');
		const found = compared(recordOf(shift, actual), { rules: { work: ['available', 'break'] } });
		expect(minutesOn(found)).toMatchObject({ knownWork: 480, worked: 480 });
	});
});

describe('days', () => {
	it('have a shift over midnight as a whole, on the day it starts on', () => {
		const record = recordOf(['22:00-+1 06:00 available'], ['22:00-+1 07:00 available']);
		const found = compared(record, { last: 1 });
		expect(minutesOn(found)).toMatchObject({ scheduled: 480, worked: 480 });
		// The hour after it is on the next day.
		expect(minutesOn(found, 1)).toEqual({ worked: 60, outside: 60, outsideExceptions: 60, outsideCount: 1 });
	});

	it('are cut at midnight where work outside of shifts goes on', () => {
		const found = compared(recordOf([], ['23:00-+1 02:00 available']), { last: 1 });
		expect(minutesOn(found)).toEqual({ worked: 60, outside: 60, outsideExceptions: 60, outsideCount: 1 });
		expect(minutesOn(found, 1)).toEqual({ worked: 120, outside: 120, outsideExceptions: 120 });
	});

	it('outside of the period do not count, nor does the shift of the day before', () => {
		const record = recordOf(
			['-1 22:00-06:00 available', '22:00-+1 06:00 available'],
			['-1 12:00-+2 00:00 available'],
		);
		const found = compared(record);
		expect([...found.days.keys()]).toHaveLength(1);
		expect(minutesOn(found)).toMatchObject({ scheduled: 480, outside: 960, worked: 1440 });
	});

	it('end now', () => {
		expect(minutesOn(compared(recordOf(shift, ['09:00-17:00 available']), { until: at('10:00') }))).toEqual({
			...{ scheduled: 60, inAdherence: 60, knownWork: 60, worked: 60 },
		});
	});
});

describe('formulas', () => {
	const totals = totalsOn(
		compared(recordOf(['09:00-10:00 available', '10:00-11:00 busy Training'], wholeDay('09:10-11:30 available')), {
			rules: { neutral: ['training'] },
		}),
	);

	it.each<[name: 'genesys' | 'share' | 'neutral', countsOutside: boolean, percent: number]>([
		// 120 scheduled, of which 60 neutral; 10 late, 50 in; 30 outside.
		['genesys', false, (110 / 120) * 100],
		['genesys', true, (110 / 150) * 100],
		['share', false, (50 / 120) * 100],
		['share', true, (50 / 150) * 100],
		['neutral', false, (50 / 60) * 100],
		['neutral', true, (50 / 90) * 100],
	])('%s, outside counting: %s', (name, countsOutside, percent) => {
		expect(adherenceOf(totals, { name, countsOutside })).toBeCloseTo(percent, 10);
	});

	it('takes excused time for good', () => {
		const excused = { ...noTotals(), inAdherence: 45, excused: 15 };
		for (const name of ['genesys', 'share', 'neutral'] as const) {
			expect(adherenceOf(excused, { name, countsOutside: false })).toBe(100);
		}
	});

	it('takes tolerated time for good in the Genesys style alone', () => {
		const tolerated = { ...noTotals(), inAdherence: 45, tolerated: 15 };
		expect(adherenceOf(tolerated, { name: 'genesys', countsOutside: false })).toBe(100);
		expect(adherenceOf(tolerated, { name: 'share', countsOutside: false })).toBe(75);
	});

	it('is undefined where all time is neutral', () => {
		const neutral = { ...noTotals(), scheduled: 60, neutral: 60 };
		expect(adherenceOf(neutral, { name: 'neutral', countsOutside: false })).toBeUndefined();
		expect(adherenceOf(neutral, { name: 'genesys', countsOutside: false })).toBe(100);
	});

	it('lets conformance exceed 100', () => {
		expect(conformanceOf({ ...noTotals(), worked: 90, knownWork: 60 })).toBe(150);
		expect(conformanceOf({ ...noTotals(), worked: 90 })).toBeUndefined();
	});

	it('adds every figure', () => {
		const sum = noTotals();
		const one = Object.fromEntries(Object.keys(sum).map((key, index) => [key, index + 1])) as unknown as typeof sum;
		addTotals(sum, one);
		addTotals(sum, one);
		expect(Object.values(sum)).toEqual(Object.values(one).map((amount) => 2 * amount));
	});
});
