import type { RosterNote } from '../roster/problem';
import type { Entry, ItemService, LeftOutReason, PlannedTime } from './found';

/** What one and what several of them are called. */
const leftOutWords: Record<LeftOutReason, [one: string, several: string]> = {
	open: ['open shift', 'open shifts'],
	draft: ['draft', 'drafts'],
	deleted: ['deleted shift', 'deleted shifts'],
	markedForDeletion: ['shift marked for deletion', 'shifts marked for deletion'],
	cancelled: ['cancelled event', 'cancelled events'],
	unassigned: ['unassigned shift', 'unassigned shifts'],
	noAttendee: ['event without an attendee', 'events without an attendee'],
	declined: ['shift that was declined', 'shifts that were declined'],
	free: ['event that is free time', 'events that are free time'],
	noShift: [
		'working location, birthday or other event that is not a shift',
		'working locations, birthdays and other events that are not shifts',
	],
	noPerson: ['entry for a team and not a person', 'entries for teams and not persons'],
};

/** What may well be someone's shift. */
const doubtful: readonly LeftOutReason[] = ['noAttendee', 'noPerson', 'markedForDeletion'];

/** What people should know about items that were read as those of a service. */
export function serviceNotes(
	service: ItemService,
	{ entries, stretches, leftOut }: { entries: Entry[]; stretches: PlannedTime[]; leftOut: LeftOutReason[] },
): RosterNote[] {
	const [work, away] = (['work', 'away'] as const).map((kind) => stretches.filter((one) => one.kind === kind).length);
	const notes: RosterNote[] = [
		{
			kind: 'columnsRead',
			level: 'info',
			message: `The items were read as ${service.name}: ${counted(work ?? 0, ['shift', 'shifts'])} and ${counted(away ?? 0, ['absence', 'absences'])}.`,
		},
	];
	const counts = new Map<LeftOutReason, number>();
	for (const why of leftOut) counts.set(why, (counts.get(why) ?? 0) + 1);
	for (const level of ['warning', 'info'] as const) {
		const told = [...counts].filter(([why]) => doubtful.includes(why) === (level === 'warning'));
		if (told.length === 0) continue;
		const list = told.map(([why, count]) => counted(count, leftOutWords[why])).join(', ');
		const advice = told.some(([why]) => why === 'noAttendee')
			? " If the title or the organizer is the agent, choose so in 'Event Is About'."
			: '';
		notes.push({ kind: 'leftOut', level, message: `Left out: ${list}.${advice}` });
	}
	const breaks = stretches.filter(({ hasBreakSomewhere }) => hasBreakSomewhere).length;
	if (breaks > 0) {
		const whose = counted(breaks, ['shift has a break', 'shifts have breaks']);
		const message = `${whose} of which ${service.name} gives the length but not the time. These agents are not put on break.`;
		notes.push({ kind: 'leftOut', level: 'info', message });
	}
	const doubt = service.doubtOf?.(entries);
	if (doubt !== undefined) notes.push({ kind: 'columnNotRead', level: 'warning', message: doubt });
	return notes;
}

const counted = (count: number, [one, several]: [string, string]): string => `${count} ${count === 1 ? one : several}`;
