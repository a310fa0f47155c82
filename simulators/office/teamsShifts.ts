import { PEOPLE } from '../cast';
import type { Person } from '../cast';

const { anna, bob, carla, dawid } = PEOPLE;

const userIdOf = ({ index }: Person): string => `c5d0c76b-80c4-481c-be50-00000000000${index}`;

/** A shift of Microsoft Graph. @see https://learn.microsoft.com/graph/api/resources/shift */
const shift = (id: string, person: Person, start: string, end: string, activities: object[] = []) => ({
	...{ id: `SHFT_${id}`, userId: userIdOf(person), schedulingGroupId: 'TAG_1', draftShift: null },
	sharedShift: {
		...{ displayName: 'Day', notes: null, theme: 'blue' },
		...{ startDateTime: `2026-11-${start}:00Z`, endDateTime: `2026-11-${end}:00Z`, activities },
	},
});

const lunch = (start: string, end: string) => ({
	...{ isPaid: false, code: '', displayName: 'Lunch' },
	...{ startDateTime: `2026-11-${start}:00Z`, endDateTime: `2026-11-${end}:00Z` },
});

/** The shifts of a team: three shared ones and a draft. */
export const TEAMS_SHIFTS = {
	'@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#teams/schedule/shifts',
	value: [
		shift('1', anna, '24T07:00', '24T15:00', [lunch('24T11:00', '24T11:30')]),
		shift('2', bob, '24T09:00', '24T17:00'),
		shift('3', carla, '24T11:00', '24T19:00'),
		{ ...shift('4', dawid, '24T07:00', '24T15:00'), sharedShift: null, draftShift: { displayName: 'Day' } },
		shift('5', dawid, '25T07:00', '25T15:00'),
	],
};

/** @see https://learn.microsoft.com/graph/api/team-list-members */
export const TEAM_MEMBERS = {
	'@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#teams/members',
	value: [anna, bob, carla, dawid].map((person) => ({
		'@odata.type': '#microsoft.graph.aadUserConversationMember',
		...{ id: `member-${person.index}`, roles: [], displayName: person.name },
		...{ userId: userIdOf(person), email: person.identity },
	})),
};
