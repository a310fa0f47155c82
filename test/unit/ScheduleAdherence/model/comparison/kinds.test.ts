import { at, compared, recordOf, told, wholeDay } from '../make';

const shift = ['09:00-12:00 available', '12:00-12:30 break Lunch', '12:30-17:00 available'];

/** Two breaks, at 10:00 and at 12:00. */
const twoBreaks = [
	...['09:00-10:00 available', '10:00-10:15 break Coffee', '10:15-12:00 available'],
	...['12:00-12:30 break Lunch', '12:30-17:00 available'],
];

describe('the kind of a deviation', () => {
	it.each<[what: string, scheduled: string[], actual: string[], expected: string[]]>([
		['nothing', shift, ['09:00-12:00 available', '12:00-12:30 break', '12:30-17:00 available'], []],
		[
			'late',
			shift,
			['09:10-12:00 available', '12:00-12:30 break', '12:30-17:00 available'],
			['lateStart 09:00-09:10'],
		],
		[
			'late, and first on break',
			shift,
			['09:00-09:10 break', '09:10-12:00 available', '12:00-12:30 break', '12:30-17:00 available'],
			['lateStart 09:00-09:10'],
		],
		[
			'late, first offline and then on break: one absence',
			shift,
			['09:05-09:10 break', '09:10-12:00 available', '12:00-12:30 break', '12:30-17:00 available'],
			['lateStart 09:00-09:10'],
		],
		[
			'gone early',
			shift,
			['09:00-12:00 available', '12:00-12:30 break', '12:30-16:40 available'],
			['earlyLeave 16:40-17:00'],
		],
		['not back from the break', shift, ['09:00-12:00 available', '12:00-12:30 break'], ['earlyLeave 12:30-17:00']],
		[
			'a long break',
			shift,
			['09:00-12:00 available', '12:00-12:45 break', '12:45-17:00 available'],
			['longBreak 12:30-12:45'],
		],
		[
			'a long break, signed off',
			shift,
			['09:00-12:00 available', '12:00-12:30 break', '12:45-17:00 available'],
			['longBreak 12:30-12:45'],
		],
		[
			'an early break',
			shift,
			['09:00-11:50 available', '11:50-12:30 break', '12:30-17:00 available'],
			['earlyBreak 11:50-12:00'],
		],
		[
			'a break instead of the scheduled one',
			shift,
			['09:00-11:00 available', '11:00-11:30 break', '11:30-17:00 available'],
			['earlyBreak 11:00-11:30', 'missedBreak 12:00-12:30'],
		],
		[
			'a break besides the scheduled one',
			shift,
			[
				'09:00-11:00 available',
				'11:00-11:30 break',
				'11:30-12:00 available',
				'12:00-12:30 break',
				'12:30-17:00 available',
			],
			['unscheduledAbsence 11:00-11:30'],
		],
		[
			'a break before the first of two, which was taken',
			twoBreaks,
			[
				...['09:00-09:30 available', '09:30-09:40 break', '09:40-10:00 available', '10:00-10:15 break'],
				...['10:15-17:00 available'],
			],
			['unscheduledAbsence 09:30-09:40', 'missedBreak 12:00-12:30'],
		],
		[
			'a break instead of the scheduled one, and signed off before it',
			shift,
			['09:00-11:00 available', '11:05-11:30 break', '11:30-17:00 available'],
			['earlyBreak 11:00-11:30', 'missedBreak 12:00-12:30'],
		],
		[
			'signed off instead of the scheduled break',
			shift,
			['09:00-11:00 available', '11:30-17:00 available'],
			['unscheduledAbsence 11:00-11:30', 'missedBreak 12:00-12:30'],
		],
		[
			'a break instead of the first of two',
			twoBreaks,
			[
				...['09:00-09:30 available', '09:30-09:45 break', '09:45-12:00 available', '12:00-12:30 break'],
				...['12:30-17:00 available'],
			],
			['earlyBreak 09:30-09:45', 'missedBreak 10:00-10:15'],
		],
		[
			'away from one break to the next',
			twoBreaks,
			['09:00-09:50 available', '12:00-12:30 break', '12:30-17:00 available'],
			['earlyBreak 09:50-12:00'],
		],
		[
			'a break besides the scheduled one, of which half was missed',
			shift,
			[
				...['09:00-11:00 available', '11:00-11:30 break', '11:30-12:15 available', '12:15-12:30 break'],
				...['12:30-17:00 available'],
			],
			['unscheduledAbsence 11:00-11:30', 'missedBreak 12:00-12:15'],
		],
		[
			'a break after the last scheduled one',
			shift,
			[
				'09:00-12:00 available',
				'12:00-12:30 break',
				'12:30-14:00 available',
				'14:00-14:30 break',
				'14:30-17:00 available',
			],
			['unscheduledAbsence 14:00-14:30'],
		],
		[
			'late after a break at the beginning',
			['09:00-09:15 break Briefing', '09:15-12:00 available'],
			['09:00-09:30 break', '09:30-12:00 available'],
			['lateStart 09:15-09:30'],
		],
		[
			'gone before a break at the end',
			['09:00-16:30 available', '16:30-17:00 break'],
			['09:00-16:00 available', '16:30-17:00 break'],
			['earlyLeave 16:00-16:30'],
		],
		['a missed break', shift, ['09:00-17:00 available'], ['missedBreak 12:00-12:30']],
		[
			'a part of a break missed, in two states that are work: one deviation',
			shift,
			['09:00-12:05 available', '12:05-12:10 busy', '12:10-12:30 break', '12:30-17:00 available'],
			['missedBreak 12:00-12:10'],
		],
		[
			'signed off for a while',
			shift,
			['09:00-10:00 available', '10:30-12:00 available', '12:00-12:30 break', '12:30-17:00 available'],
			['unscheduledAbsence 10:00-10:30'],
		],
		[
			'signed off over the break and around it: one absence',
			shift,
			['09:00-11:00 available', '14:00-17:00 available'],
			['unscheduledAbsence 11:00-14:00'],
		],
		[
			'signed off during the break alone',
			shift,
			['09:00-12:00 available', '12:30-17:00 available'],
			['unscheduledAbsence 12:00-12:30'],
		],
		['not there at all', shift, [], ['unscheduledAbsence 09:00-17:00']],
		[
			'in another state that is work',
			shift,
			['09:00-10:00 busy', '10:00-12:00 available', '12:00-12:30 break', '12:30-17:00 available'],
			['otherState 09:00-10:00'],
		],
		[
			'late, and then in another state',
			shift,
			['09:10-09:20 busy', '09:20-12:00 available', '12:00-12:30 break', '12:30-17:00 available'],
			['lateStart 09:00-09:10', 'otherState 09:10-09:20'],
		],
		[
			'at work before and after',
			shift,
			['08:50-12:00 available', '12:00-12:30 break', '12:30-17:20 available'],
			['unscheduledWork 08:50-09:00', 'unscheduledWork 17:00-17:20'],
		],
		['at work on a day off', [], ['10:00-11:00 busy'], ['unscheduledWork 10:00-11:00']],
		['at work on the day before, which is none of the period', [], ['-1 10:00--1 11:00 busy'], []],
		['on break on a day off', [], ['10:00-11:00 break'], []],
		[
			'two shifts, in the second of which nobody came',
			['08:00-10:00 available', '12:00-14:00 available'],
			['08:00-10:00 available'],
			['unscheduledAbsence 12:00-14:00'],
		],
	])('%s', (_, scheduled, actual, expected) => {
		expect(told(compared(recordOf(scheduled, wholeDay(...actual))).exceptions)).toEqual(expected);
	});

	it.each<[what: string, actual: string[], expected: string[]]>([
		[
			'before the absence',
			['10:00-11:00 offline', '11:00-12:00 available', '12:00-12:30 break', '12:30-17:00 available'],
			['unscheduledAbsence 10:00-11:00'],
		],
		[
			'after the absence',
			['09:00-14:00 available', '14:00-15:00 offline'],
			['missedBreak 12:00-12:30', 'unscheduledAbsence 14:00-15:00'],
		],
		[
			'in the middle of an absence, which is two then',
			[
				'09:00-10:00 available',
				'10:00-10:20 offline',
				'10:40-11:00 offline',
				'11:00-12:00 available',
				'12:00-12:30 break',
				'12:30-17:00 available',
			],
			['unscheduledAbsence 10:00-10:20', 'unscheduledAbsence 10:40-11:00'],
		],
	])('is neither late nor early where time is unknown %s', (_, actual, expected) => {
		expect(told(compared(recordOf(shift, actual)).exceptions)).toEqual(expected);
	});

	it.each<[what: string, actual: string[], until: string, expected: string[]]>([
		['not there yet', [], '09:20', ['lateStart 09:00-09:20']],
		['gone for now', ['09:00-10:00 available'], '10:20', ['unscheduledAbsence 10:00-10:20']],
		[
			'not back from the break yet',
			['09:00-12:00 available', '12:00-12:30 break'],
			'12:40',
			['longBreak 12:30-12:40'],
		],
		[
			'on break before the break, which is not over',
			['09:00-11:50 available', '11:50-13:00 break'],
			'12:10',
			['earlyBreak 11:50-12:00'],
		],
		[
			'gone, and the shift just over',
			['09:00-12:00 available', '12:00-12:30 break', '12:30-16:40 available'],
			'17:00',
			['earlyLeave 16:40-17:00'],
		],
	])('while the shift goes on: %s', (_, actual, until, expected) => {
		const { exceptions } = compared(recordOf(shift, wholeDay(...actual)), { until: at(until) });
		expect(told(exceptions)).toEqual(expected);
		const last = exceptions.at(-1);
		expect(last?.isOngoing).toBe(last?.end === at(until));
	});
});

it('a deviation knows its shift and its day, also after midnight', () => {
	const night = recordOf(
		['22:00-+1 06:00 available'],
		['22:00-+1 01:00 available', '+1 01:00-+1 01:30 offline', '+1 01:30-+1 06:00 available'],
	);
	const [exception] = compared(night).exceptions;
	expect(exception).toMatchObject({
		kind: 'unscheduledAbsence',
		day: compared(night).range.first,
		shift: { start: at('22:00'), end: at('+1 06:00') },
		isOngoing: false,
	});
	expect(exception?.pieces).toHaveLength(1);
});

it('deviations of two shifts that meet no gap between days are two', () => {
	const record = recordOf(['00:00-+1 12:00 available'], ['00:00-+1 12:00 offline']);
	expect(told(compared(record, { last: 1 }).exceptions)).toEqual([
		'unscheduledAbsence 00:00-+1 00:00',
		'unscheduledAbsence +1 00:00-+1 12:00',
	]);
});
