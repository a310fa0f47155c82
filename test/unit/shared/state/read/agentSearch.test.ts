import type { Observed } from '../../../../../nodes/shared/state/adapter';
import { agentNames, createAgentSearch } from '../../../../../nodes/shared/state/read/agentSearch';

const agent = (id: string, name: string, more: Partial<Observed> = {}): Observed => ({
	...{ id, name, native: null, since: null },
	...more,
});
const isName = (text: string) => /^[A-ZŁ]/.test(text) && !/\d/.test(text);
const searchFor = (...wanted: string[]) => createAgentSearch(wanted, isName, (text) => [text]);
const idsOf = (found: Array<[string, Observed[]]>) =>
	found.map(([text, agents]) => [text, ...agents.map(({ id }) => id)]);

it('an agent goes by the name, or by all words that people use', () => {
	expect(agentNames(agent('1', 'Anna'))).toEqual(['Anna']);
	expect(agentNames(agent('1', 'Anna', { names: ['Anna (a)', 'a'] }))).toEqual(['Anna (a)', 'a']);
});

it('an ID or an alias is found as it is, a name whatever its case', () => {
	const search = searchFor('id1', 'a@x', 'Anna', 'ID1', 'Bob');
	search.see(agent('id1', 'ANNA', { aliases: ['a@x'] }));
	expect(idsOf(search.hits())).toEqual([['id1', 'id1'], ['a@x', 'id1'], ['Anna', 'id1'], ['ID1'], ['Bob']]);
	expect(search.unseen()).toEqual(['ID1', 'Bob']);
	// Someone else may be called Anna, too.
	expect(search.open()).toEqual(['Anna', 'ID1', 'Bob']);
});

it('a name can be that of several, each of whom counts once', () => {
	const search = searchFor('Anna');
	search.see(agent('1', 'Anna'));
	search.see(agent('2', 'x', { names: ['anna', 'Anna'] }));
	search.see(agent('1', 'Anna'));
	expect(idsOf(search.hits())).toEqual([['Anna', '1', '2']]);
});

it('a text may be spelt in several ways, and two texts may mean one agent', () => {
	const search = createAgentSearch(
		['1', '0*1'],
		() => false,
		(text) => [text, `0*${text.replace('0*', '')}`],
	);
	search.see(agent('0*1', 'Anna'));
	expect(idsOf(search.hits())).toEqual([
		['1', '0*1'],
		['0*1', '0*1'],
	]);
});

it('a name without its accents means who is called so, where nobody has it as it is', () => {
	const search = searchFor('Zoe', 'Łukasz', 'x1');
	search.see(agent('1', 'Zoë'));
	search.see(agent('2', 'zoé'));
	search.see(agent('3', 'Lukasz'));
	search.see(agent('4', 'Zoey'));
	expect(idsOf(search.alike())).toEqual([
		['Zoe', '1', '2'],
		['Łukasz', '3'],
	]);
	search.see(agent('5', 'ZOE'));
	expect(idsOf(search.alike())).toEqual([['Łukasz', '3']]);
	expect(search.unseen()).toEqual(['Łukasz', 'x1']);
});

it('two names with other accents are two names', () => {
	const search = searchFor('Hùng');
	search.see(agent('1', 'Hưng'));
	expect(search.alike()).toEqual([]);
});
