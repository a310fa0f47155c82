/**
 * One small contact centre: the people whom all simulated vendors know. Under which ids each vendor knows them is in
 * that vendor's own `cast.ts`.
 */
export interface Person {
	/** From 1; vendors number their ids with it. */
	index: number;
	name: string;
	/** The name as a user name, such as `anna.kowalska`. */
	login: string;
	/** The mail address, which some vendors call an identity. */
	identity: string;
	skills: string[];
}

function person(index: number, name: string, skills: string[]): Person {
	const login = name.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '').replaceAll('ł', 'l').replaceAll(' ', '.');
	return { index, name, login, identity: `${login}@example.com`, skills };
}

export const PEOPLE = {
	anna: person(1, 'Anna Kowalska', ['support', 'pl']),
	bob: person(2, 'Bob Stone', ['support', 'en']),
	carla: person(3, 'Carla Núñez', ['sales', 'es']),
	dawid: person(4, 'Dawid Wójcik', ['support', 'pl', 'en']),
	elif: person(5, 'Elif Demir', ['sales', 'en']),
	frank: person(6, 'Frank Weber', ['support', 'de']),
};

export type PersonKey = keyof typeof PEOPLE;

/** Everyone, with the ids that one vendor has for them. */
export function peopleWith<Ids>(idsOf: (person: Person, key: PersonKey) => Ids): Record<PersonKey, Person & Ids> {
	const withIds = (key: PersonKey) => ({ ...PEOPLE[key], ...idsOf(PEOPLE[key], key) });
	return {
		anna: withIds('anna'),
		bob: withIds('bob'),
		carla: withIds('carla'),
		dawid: withIds('dawid'),
		elif: withIds('elif'),
		frank: withIds('frank'),
	};
}
