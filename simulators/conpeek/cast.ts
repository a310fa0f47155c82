import { peopleWith, type Person, type PersonKey } from '../cast';

export const CONPEEK_API_KEY = 'simulated-conpeek-key';
export const CONPEEK_MODE = { calls: 98, chats: 99 } as const;
/** Breaks by name; `management` belongs to a group that Anna is not in. */
export const CONPEEK_BREAK = { lunch: 'Obiad', training: 'Szkolenie', management: 'Zebranie kierowników' } as const;

export interface ConpeekPerson extends Person {
	conpeekId: number;
}

/** A user's login is the person's. */
export const PEOPLE: Record<PersonKey, ConpeekPerson> = peopleWith(({ index }) => ({ conpeekId: index + 2 }));
