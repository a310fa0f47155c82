import { inQuotes } from '../../../shared/values/text';
import { durationMinutes, type Interval } from '../calendar/interval';
import { isoOf, type ZoneClock } from '../calendar/zone';
import type { Evaluation } from '../schedule/evaluation';
import { scheduledStates, type Requirement, type ScheduledState } from '../schedule/types';
import type { CheckOptions } from './checkOptions';
import { blank, type Finding } from './finding';
import { contradictionsIn, requiredTimes } from './required';
import { shortagesIn, type Shortage, type Staffing } from './staffing';

/** A state in which agents are needed, over the whole window. */
export interface StaffedState {
	state: ScheduledState;
	staffing: Staffing[];
}

type TextOptions = Pick<CheckOptions, 'dateText' | 'placeOfRequirement'>;

/** A finding for each time in which there are too few agents: a gap, or a shortfall where a requirement says how many. */
export function shortageFindings(
	clock: ZoneClock,
	{ state, staffing }: StaffedState,
	{ dateText, placeOfRequirement }: TextOptions,
): Finding[] {
	return shortagesIn(staffing).map((shortage): Finding => {
		const { start, end, needed, fewest, requirement } = shortage;
		const times = `from ${dateText(clock, start)} to ${dateText(clock, end)}`;
		const source = requirement && ` (${requirementName(requirement)}${placeOfRequirement(requirement.row)})`;
		return {
			...{ ...blank, kind: requirement ? 'shortfall' : 'gap', state, needed, scheduled: fewest },
			...{ start: isoOf(clock, start), end: isoOf(clock, end), minutes: durationMinutes(shortage) },
			...(requirement && { rule: requirement.name, row: requirement.row }),
			message: `${countText(shortage)} ${state} ${times}${source ?? ''}`,
		};
	});
}

const requirementName = ({ name }: Requirement): string => (name === 'needed' ? '' : `${inQuotes(name)}, `);

/** `nobody is`, `none of 3 needed agents is`, `only 2 of 3 needed agents are`, `only 1 to 2 of 3 needed agents are`. */
function countText({ needed, fewest, most }: Shortage): string {
	if (most === 0) return needed === 1 ? 'nobody is' : `none of ${needed} needed agents is`;
	const count = fewest === most ? `${most}` : `${fewest} to ${most}`;
	return `only ${count} of ${needed} needed agents ${count === '1' ? 'is' : 'are'}`;
}

/** A finding for each two requirements of which one hides the other, and both may be meant. */
export function requirementFindings(evaluation: Evaluation, window: Interval, options: TextOptions): Finding[] {
	const { schedule } = evaluation;
	const clock = evaluation.clock(schedule.zone);
	return scheduledStates.flatMap((state) => {
		const own = schedule.requirements.filter((requirement) => requirement.state === state);
		const times = own.flatMap((requirement) => requiredTimes(evaluation, requirement, window));
		return contradictionsIn(times).map(({ one, other, start, end }): Finding => {
			const told = ({ row, needed }: Requirement): string => `${options.placeOfRequirement(row)} (${needed})`;
			return {
				...{ ...blank, kind: 'requirementOverlap', state, rule: other.name, row: other.row },
				...{ start: isoOf(clock, start), end: isoOf(clock, end), minutes: durationMinutes({ start, end }) },
				message: `${told(one)} and ${told(other)} both say how many agents must be ${state} from ${options.dateText(clock, start)} to ${options.dateText(clock, end)}. Only the later one counts. If both are meant, write their sum in one of them`,
			};
		});
	});
}
