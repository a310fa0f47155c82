import { MS_A_MINUTE } from '../../calendar/zone';
import { leaveOut, unread, type Entry, type Found, type ItemService, type Pause } from '../found';
import { serviceNames } from '../serviceNames';
import { exactMoment, personOf, recordIn, recordsIn, spanBetween, fieldText } from '../values';

/**
 * A shift (Roster) of Deputy: times in Unix seconds, breaks as slots in seconds from the start.
 *
 * @see https://developer.deputy.com/deputy-docs/reference/roster
 */
export const deputy: ItemService = {
	id: 'deputy',
	name: serviceNames.deputy,
	lists: [],
	isEntry: (entry) => 'StartTime' in entry && 'EndTime' in entry && 'Employee' in entry && 'OperationalUnit' in entry,
	read: (entry) => [readDeputyShift(entry)],
};

function readDeputyShift(entry: Entry): Found {
	if (entry.Open === true) return leaveOut('open');
	if (entry.Published === false) return leaveOut('draft');
	const more = recordIn(entry, '_DPMetaData');
	const employee = recordIn(more, 'EmployeeInfo');
	const person = personOf(entry.Employee, employee.Email, employee.DisplayName);
	if (personOf(entry.Employee).id === '') return leaveOut('unassigned');
	const span = spanBetween(exactMoment(entry.StartTime), exactMoment(entry.EndTime));
	if (span.kind === 'problem') return unread([person], span.problem);
	const pauses: Pause[] = [];
	for (const slot of recordsIn(entry, 'Slots')) {
		if (fieldText(slot, 'strType') !== 'B') continue;
		const pause = span.value.kind === 'timed' ? breakOfSlot(slot, span.value.start) : undefined;
		if (pause === undefined) return unread([person], 'its break has no time that can be read');
		pauses.push(pause);
	}
	return {
		...{ kind: 'work', people: [person], state: 'available', span: span.value, pauses },
		title: fieldText(recordIn(more, 'OperationalUnitInfo'), 'OperationalUnitName'),
		// As a time of day: 00:30 is half an hour.
		hasBreakSomewhere: pauses.length === 0 && /T(?!00:00)\d\d:\d\d/.test(fieldText(entry, 'Mealbreak')),
	};
}

function breakOfSlot(slot: Entry, shiftStart: number): Pause | undefined {
	const name = fieldText(slot, 'strTypeName') || 'Break';
	const unix = [exactMoment(slot.intUnixStart), exactMoment(slot.intUnixEnd)];
	const [from, until] = unix.map((read) => (read.kind === 'value' ? read.value : undefined));
	if (from !== undefined && until !== undefined && until > from)
		return { start: from, end: until, state: 'break', name };
	const [first, last] = [slot.intStart, slot.intEnd];
	if (typeof first !== 'number' || typeof last !== 'number' || last <= first) return undefined;
	const at = (seconds: number): number => shiftStart + Math.round(seconds / 60) * MS_A_MINUTE;
	return { start: at(first), end: at(last), state: 'break', name };
}
