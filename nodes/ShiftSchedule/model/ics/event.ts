import { MINUTES_A_DAY } from '../calendar/day';
import { allOut, replacedBy, valueOrComplaint, timesOf, type Frame, type Exclusion, type Reading } from './dates';
import { agentsOf, propertiesNamed, stateOf } from './options';
import { unescaped, type Component } from './text';
import { lengthIn, timeIn, type Written } from './time';
import type { Rule, State } from '../schedule/types';
import { clockOf } from '../calendar/zone';

/** An event, and the changes to single dates of it. */
export interface Series {
	main: Component | undefined;
	changes: Component[];
}

const layerOf = { shift: 'shift', extra: 'override', holiday: 'holiday', leave: 'override' } as const;

/** One event with its changes, as rules. They hold only if nothing was complained about. */
export function rulesOfEvent({ main, changes }: Series, reading: Reading): Rule[] {
	const replaced = changes.flatMap((change) => replacedBy(change, reading));
	const rules = changes.flatMap((change) => {
		for (const { line } of propertiesNamed(change, 'RRULE')) {
			reading.complain(line, 'RRULE', 'is not supported in a change to a single date');
		}
		return rulesIn(change, [], reading);
	});
	return main === undefined ? rules : [...rulesIn(main, replaced, reading), ...rules];
}

function rulesIn(event: Component, replaced: Exclusion[], reading: Reading): Rule[] {
	const { options, complain } = reading;
	const isCancelled = propertiesNamed(event, 'STATUS').some(
		({ value }) => value.trim().toUpperCase() === 'CANCELLED',
	);
	if (isCancelled) return [];
	for (const { line } of propertiesNamed(event, 'EXRULE')) complain(line, 'EXRULE', 'is not supported: use EXDATE');
	const who = whoAndWhat(event, reading);
	const start = startOf(event, reading);
	const minutes = start && lengthOf(event, start, reading);
	if (who === undefined || start === undefined || minutes === undefined) return [];
	const summary = propertiesNamed(event, 'SUMMARY').map(({ value }) => unescaped(value))[0];
	const isOff = options.as === 'holiday' || options.as === 'leave';
	const frame: Frame = { start, minutes, clock: clockOf(start.zone) };
	return timesOf(event, frame, [...replaced, ...allOut(event, reading)], reading).map((time) => ({
		...{ name: summary ?? options.as, row: event.line, layer: layerOf[options.as], reason: '', priority: 0 },
		...{ ...who, isWork: !isOff },
		// Where the calendar names no zone, every agent's own holds.
		...(start.form === 'utc' || start.form === 'zone' ? { zone: start.zone } : {}),
		time: isOff && start.isDate ? { kind: 'days', days: time.days, count: minutes / MINUTES_A_DAY } : time,
	}));
}

function whoAndWhat(event: Component, { options, complain }: Reading): Pick<Rule, 'agents' | 'state'> | undefined {
	const agents = agentsOf(event, options);
	const state: State | undefined = stateOf(event, options);
	if (agents === undefined && options.agent.kind === 'property') {
		complain(event.line, options.agent.name, 'names no agent');
	}
	if (state === undefined && options.state.kind === 'words') {
		const said = propertiesNamed(event, options.state.property).map(({ value }) => unescaped(value));
		complain(event.line, options.state.property, `"${said.join(', ')}" stands for no state`);
	}
	return agents === undefined || state === undefined ? undefined : { agents, state };
}

function startOf(event: Component, { options, complain }: Reading): Written | undefined {
	const [property, second] = propertiesNamed(event, 'DTSTART');
	if (second) complain(event.line, 'DTSTART', 'is there twice');
	if (property === undefined) {
		complain(event.line, 'DTSTART', 'is missing');
		return undefined;
	}
	return valueOrComplaint(timeIn(property, property.value, options.zone), property, complain)[0];
}

function lengthOf(event: Component, start: Written, { options, complain }: Reading): number | undefined {
	const [end] = propertiesNamed(event, 'DTEND');
	const [duration] = propertiesNamed(event, 'DURATION');
	if (end && duration) complain(duration.line, 'DURATION', 'stands beside DTEND: one of them must go');
	let length: number | undefined = start.isDate ? MINUTES_A_DAY : undefined;
	if (duration) length = valueOrComplaint(lengthIn(duration.value), duration, complain)[0];
	if (end) {
		const [until] = valueOrComplaint(timeIn(end, end.value, options.zone), end, complain);
		if (until?.isDate === !start.isDate) {
			complain(end.line, 'DTEND', 'is a date, or DTSTART is, and the other has a time');
		}
		length = until && wallIn(until, start.zone) - start.wall;
	}
	const place = end ?? duration ?? { line: event.line, name: 'DTEND' };
	if (length === undefined) complain(place.line, place.name, 'is missing: an event needs an end');
	else if (length <= 0) complain(place.line, place.name, 'is not after DTSTART');
	else if (start.isDate && length % MINUTES_A_DAY !== 0) {
		complain(place.line, place.name, 'must be of whole days, as DTSTART is a date');
	} else if (!start.isDate && length > MINUTES_A_DAY) {
		complain(place.line, place.name, 'is more than 24 hours after DTSTART');
	}
	return length;
}

/** The same moment on the clock of another zone. */
function wallIn({ wall, zone }: Written, other: string): number {
	return zone === other ? wall : clockOf(other).wallOf(clockOf(zone).instantOf(wall));
}
