import type { IcsOptions } from './options';
import type { Property } from './text';
import type { CalendarZones } from './time';
import type { Result } from '../../../shared/values/result';
import type { CountSteps } from '../calendar/occurrence';
import type { ZoneClock } from '../calendar/zone';

export type Complain = (line: number, property: string, problem: string) => void;

/** How to read the events of one calendar. */
export interface CalendarReading {
	options: IcsOptions;
	zones: CalendarZones;
	/** One clock for each zone. */
	clock: (zone: string) => ZoneClock;
	/** For the counting of the calendar's rules. */
	steps: CountSteps;
	/** The one spelling of an agent. */
	spell: (id: string) => string;
}

/** How to read one event, and where its problems go. */
export interface EventReading extends CalendarReading {
	complain: Complain;
}

/** The value; of a problem, `undefined` after a complaint. */
export function valueOrComplaint<T>(result: Result<T>, { line, name }: Property, complain: Complain): T | undefined {
	if (result.kind === 'value') return result.value;
	complain(line, name, result.problem);
	return undefined;
}
