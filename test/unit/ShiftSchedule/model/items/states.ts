import { rosterOfServiceItems, type ItemOptions } from '../../../../../nodes/ShiftSchedule/model/items/itemsRoster';
import { serviceOfItems } from '../../../../../nodes/ShiftSchedule/model/items/services';
import { openEvaluation } from '../../../../../nodes/ShiftSchedule/model/schedule/evaluation';
import { stateAt } from '../../../../../nodes/ShiftSchedule/model/answers/stateAt';
import type { Row } from '../make';

const plain: ItemOptions = {
	...{ zone: 'Europe/Warsaw', dst: 'keepEnd', agentIs: 'email', eventOwner: 'attendees', eventsAre: 'work' },
	words: new Map(),
};

/** The roster of items whose service is found by their form. */
export function read(items: Row[], options: Partial<ItemOptions> = {}) {
	const service = serviceOfItems(items);
	if (service === undefined) throw new Error('no service has this form');
	return { service: service.id, ...rosterOfServiceItems(items, service, { ...plain, ...options }) };
}

export type Read = ReturnType<typeof read>;

/** What an agent's state is at a moment. */
export function stateIn({ schedule }: Read, id: string, at: string): string {
	const evaluation = openEvaluation(schedule);
	const agent = evaluation.agent(id);
	return agent === undefined ? 'nobody' : stateAt(evaluation, agent, Date.parse(at)).desiredState;
}

/** The states at several moments of 2026-11-03 or the day given, in UTC: `08:00 available`. */
export const states = (roster: Read, id: string, ...times: string[]): string[] =>
	times.map((time) => {
		const at = time.includes('T') ? time : `2026-11-03T${time}`;
		return `${time} ${stateIn(roster, id, `${at}Z`)}`;
	});

export const told = ({ notes }: Read): string => notes.map(({ message }) => message).join('\n');

export const problems = (roster: Read): string[] => roster.problems.map(({ row, problem }) => `item ${row} ${problem}`);
