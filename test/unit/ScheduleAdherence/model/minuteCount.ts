/** What a count of minutes is made from; all times are minutes after `begin`. */
interface Counted {
	begin: number;
	zone: string;
	scheduled: Span[];
	actual: Span[];
	excused: Span[];
	tolerance: number;
	until: number;
	/** Whether available and busy are the same. */
	same: boolean;
	/** The local dates to count. */
	dates: string[];
}

interface Span {
	from: number;
	until: number;
	word: string;
}

/** Minutes and counts by what they are called in the model. */
export type Told = Record<string, number>;

const LAST = 10_000;

/**
 * The totals of an agent by local date, counted minute by minute. It shares nothing with the model: an array of minutes, and
 * the platform's own calendar.
 */
export function countMinutes({ begin, zone, scheduled, actual, excused, tolerance, until, same, dates }: Counted) {
	const dateFormat = new Intl.DateTimeFormat('sv-SE', { timeZone: zone });
	const dateCache = new Map<number, string>();
	// No zone of the test is off by a part of an hour other than a half.
	const dateAt = (minute: number): string => {
		const half = Math.floor(minute / 30);
		const known = dateCache.get(half) ?? dateFormat.format(begin + half * 30 * 60_000);
		dateCache.set(half, known);
		return known;
	};
	const paint = (spans: Span[]): Array<string | undefined> => {
		const minutes = new Array<string | undefined>(LAST).fill(undefined);
		for (const { from, until: end, word } of spans)
			for (let at = from; at < end && at < LAST; at++) minutes[at] = word;
		return minutes;
	};
	const [plan, told, free] = [paint(scheduled), paint(actual), paint(excused)];

	// The date of the shift that each minute is in: that of its first minute, unless it lasts longer than 24 hours.
	const shiftDate = new Array<string | undefined>(LAST).fill(undefined);
	const shiftNumber = new Array<number>(LAST).fill(-1);
	let number = 0;
	for (let at = 0; at < LAST; at++) {
		if (plan[at] === undefined || plan[at - 1] !== undefined) continue;
		let end = at;
		while (end < LAST && plan[end] !== undefined) end++;
		for (let minute = at; minute < end; minute++) {
			const isLong = end - at > 1440;
			if (isLong && minute > at && dateAt(minute) !== dateAt(minute - 1)) number++;
			shiftDate[minute] = dateAt(isLong ? minute : at);
			shiftNumber[minute] = number;
		}
		number++;
	}

	const worksAt = (at: number): boolean => ['available', 'busy', 'busy/Training'].includes(told[at] ?? '');
	const standingAt = (at: number): string => {
		const [wanted, was] = [plan[at], told[at]];
		if (wanted === undefined) {
			return worksAt(at) && was !== 'busy/Training' && free[at] === undefined ? 'unscheduledWork' : 'off';
		}
		if (wanted === 'busy/Training') return 'neutral';
		if (was === undefined || was === 'unknown/Coaching') return 'unknown';
		if (was === 'busy/Training') return 'neutral';
		const isWorking = [wanted, was].every((state) => state === 'available' || state === 'busy');
		if (wanted === was || (same && isWorking)) return 'in';
		if (free[at] !== undefined) return 'excused';
		if (!worksAt(at)) return 'away';
		return wanted === 'break' ? 'missedBreak' : 'otherState';
	};
	const standing = Array.from({ length: until }, (_, at) => standingAt(at));
	const isCounted = (date: string): boolean => dates.includes(date);

	const found = new Map<string, Told>();
	const add = (date: string | undefined, key: string, amount = 1): void => {
		if (date === undefined || !isCounted(date)) return;
		const totals = found.get(date) ?? empty();
		totals[key] = (totals[key] ?? 0) + amount;
		found.set(date, totals);
	};
	const names: Record<string, string> = {
		in: 'inAdherence',
		excused: 'excused',
		neutral: 'neutral',
		unknown: 'unknown',
	};
	for (const [at, sort] of standing.entries()) {
		const date = shiftDate[at] ?? dateAt(at);
		if (shiftDate[at] !== undefined) {
			add(date, 'scheduled');
			const name = names[sort];
			if (name !== undefined) add(date, name);
			const isWork = (plan[at] ?? 'break') !== 'break';
			if (isWork && told[at] !== undefined && told[at] !== 'unknown/Coaching') add(date, 'knownWork');
		}
		if (worksAt(at)) add(date, 'worked');
		if (sort === 'unscheduledWork') add(date, 'outside');
	}

	// Deviations: minutes of one sort and one shift side by side, within the dates that are counted.
	const deviations = ['away', 'missedBreak', 'otherState', 'unscheduledWork'];
	const dateOfMinute = (at: number): string => shiftDate[at] ?? dateAt(at);
	for (let at = 0; at < until;) {
		const sort = standing[at] ?? '';
		if (!deviations.includes(sort) || !isCounted(dateOfMinute(at))) {
			at++;
			continue;
		}
		let end = at;
		while (
			end < until &&
			standing[end] === sort &&
			shiftNumber[end] === shiftNumber[at] &&
			isCounted(dateOfMinute(end))
		)
			end++;
		const counts = end - at > tolerance;
		if (sort !== 'unscheduledWork') {
			add(dateOfMinute(at), counts ? 'exceptions' : 'tolerated', end - at);
			if (counts) add(dateOfMinute(at), 'exceptionCount');
		} else if (counts) {
			add(dateOfMinute(at), 'outsideCount');
			for (let minute = at; minute < end; minute++) add(dateOfMinute(minute), 'outsideExceptions');
		}
		at = end;
	}
	return Object.fromEntries(found);
}

const empty = (): Told => ({
	...{ scheduled: 0, inAdherence: 0, exceptions: 0, tolerated: 0, excused: 0, neutral: 0, unknown: 0 },
	...{ knownWork: 0, worked: 0, outside: 0, outsideExceptions: 0, exceptionCount: 0, outsideCount: 0 },
});
