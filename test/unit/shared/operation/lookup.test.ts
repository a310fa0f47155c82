import fc from 'fast-check';
import { wholeList } from '../../../support/acme';
import {
	candidates,
	chooseAmong,
	chooseByName,
	entriesByName,
	entriesOf,
	isCalled,
	noSuchEntry,
	type Lookup,
	type LookupEntry,
} from '../../../../nodes/shared/operation/lookup';
import { withoutAccents } from '../../../../nodes/shared/values/accents';
import { fold } from '../../../../nodes/shared/values/text';

const agents: Lookup = {
	method: 'searchAgents',
	singular: 'agent',
	plural: 'agents',
	path: '/agents',
	paging: wholeList,
	id: 'sid',
	label: 'name',
	remark: 'state',
};
const entry = (label: string, id = `ID of ${label}`): LookupEntry => ({
	id,
	label,
	names: [label],
	remark: undefined,
});
const choose = (names: string[], wanted: string) =>
	chooseByName(
		agents,
		names.map((name) => entry(name)),
		wanted,
	);
const problemOf = (names: string[], wanted: string) => {
	const found = choose(names, wanted);
	return found.kind === 'problem' ? found.problem : `found ${found.value}`;
};

describe('choosing by name', () => {
	const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }).filter((one) => one.trim() !== '');
	const names = fc.uniqueArray(text, { minLength: 1, maxLength: 30, selector: fold });

	it('finds every one of a list of different names, whatever the case, the form of accents and the space around', () => {
		fc.assert(
			fc.property(names, fc.nat(), fc.constantFrom('NFC', 'NFD'), (all, at, form) => {
				const meant = all[at % all.length] ?? '';
				expect(choose(all, ` ${meant.normalize(form)}\t`)).toEqual({ kind: 'value', value: `ID of ${meant}` });
			}),
		);
	});

	it('finds none of another name, and lists no more than ten of those there are', () => {
		fc.assert(
			fc.property(names, text, (all, wanted) => {
				fc.pre(!all.some((one) => withoutAccents(one) === withoutAccents(wanted)));
				const told = problemOf(all, wanted);
				expect(told).toContain('matches no agent. There are: ');
				const shown = all.filter((one) => told.includes(one));
				expect(shown.length).toBeGreaterThanOrEqual(Math.min(10, all.length));
				expect(told.endsWith(` and ${all.length - 10} more`)).toBe(all.length > 10);
			}),
		);
	});

	it('never chooses between two', () => {
		expect(chooseByName(agents, [entry('Anna', '1'), entry('ANNA ', '2'), entry('Bob', '3')], 'anna')).toEqual({
			kind: 'problem',
			problem: 'means 2 agents: 1, 2. Choose one of them by its ID',
		});
	});

	it('tells them apart by what they are called, where that differs', () => {
		expect(candidates([entry('Anna', '1'), entry('Anna K', '2')])).toBe('Anna: 1, Anna K: 2');
		expect(candidates([entry('Anna', '1'), entry('ANNA', '2')])).toBe('1, 2');
		expect(candidates([entry('1', '1'), entry('Anna', '2')])).toBe('1, Anna: 2');
	});

	it('lists ten, and counts the others', () => {
		const names = Array.from({ length: 11 }, (_, at) => `name ${String.fromCharCode(97 + at)}`);
		expect(problemOf([], 'x')).toBe('finds nothing: there are no agents here');
		expect(problemOf(names.slice(0, 10), 'x')).toBe(
			`matches no agent. There are: ${names.slice(0, 10).join(', ')}`,
		);
		expect(problemOf(names, 'x')).toBe(`matches no agent. There are: ${names.slice(0, 10).join(', ')} and 1 more`);
	});

	it('names an entry once, though more of its words are near', () => {
		const anna = { ...entry('Anna Kowalska', '1'), names: ['Anna Kowalska', 'Anna K', 'AnnaK'] };
		const found = chooseByName(agents, [entry('Bob', '2'), anna], 'Anna Kx');
		expect(found).toMatchObject({ problem: 'matches no agent. There are: Anna Kowalska, Bob' });
	});

	it('finds every entry of a name, by each of its words', () => {
		const [one, other] = [{ ...entry('Anna', '1'), names: ['Anna', 'ANNA', 'a1'] }, entry('anna', '2')];
		const called = entriesByName([one, other]);
		expect(called('ANNA')).toEqual([one, other]);
		expect(called(' A1')).toEqual([one]);
		expect(called('a2')).toEqual([]);
	});

	it.each([
		['wojcik', ['Wójcik', 'Nowak'], 'Wójcik'],
		['Wójcik', ['Wojcik', 'Nowak'], 'Wojcik'],
		['NUNEZ', ['Núñez'], 'Núñez'],
		['Lukasz', ['Łukasz', 'Lucas'], 'Łukasz'],
		['wojcik', ['Wójcik', 'Wojcik'], 'Wojcik'],
		['Wójcik', ['Wójcik', 'Wojcik'], 'Wójcik'],
	])('forgives accents that are left out, where nothing has the name as it is: %s among %j', (wanted, all, found) => {
		expect(choose(all, wanted)).toEqual({ kind: 'value', value: `ID of ${found}` });
	});

	it.each([
		['Hùng', ['Hưng'], 'matches no agent'],
		['wojcik', ['Wójcik', 'Wojčik'], 'means 2 agents'],
		['रम', ['राम'], 'matches no agent'],
		['Muller', ['Mueller'], 'matches no agent'],
		['Müller', ['Mueller'], 'matches no agent'],
		['wojcik', ['Wójcik-Nowak'], 'matches no agent'],
	])('takes nobody for someone else: %s among %j', (wanted, all, problem) => {
		expect(problemOf(all, wanted)).toContain(problem);
	});

	it.each([
		['Brake', ['Offline', 'Busy', 'Break'], 'Break'],
		['Kowalska', ['Bob Stone', 'Anna Kowalska'], 'Anna Kowalska'],
		['Anna Kowalska (Berlin)', ['Bob Stone', 'Anna Kowalska'], 'Anna Kowalska'],
		['Lunhc', ['Available', 'Lunch', 'Training'], 'Lunch'],
		['x', ['Lunch', 'Xavier'], 'Xavier'],
	])('names the nearest first: %s', (wanted, all, first) => {
		expect(problemOf(all, wanted)).toContain(`There are: ${first}`);
	});

	it('leaves the list as it was', () => {
		const all = ['c', 'b', 'a'].map((name) => entry(name));
		chooseByName(agents, all, 'a b');
		expect(all.map(({ label }) => label)).toEqual(['c', 'b', 'a']);
	});
});

describe('the entries of a list', () => {
	it('are those with an id; without a name the id stands for it', () => {
		expect(
			entriesOf(agents, [
				{ sid: '1', name: 'Anna', state: 'busy' },
				{ sid: '2', name: null, state: 7 },
				{ sid: '3', name: '' },
				{ name: 'nobody' },
				{ sid: 5, name: 'a number' },
			]),
		).toEqual([
			{ id: '1', label: 'Anna', names: ['Anna'], remark: 'busy' },
			{ id: '2', label: '2', names: ['2'], remark: undefined },
			{ id: '3', label: '3', names: ['3'], remark: undefined },
			{ id: '5', label: 'a number', names: ['a number'], remark: undefined },
		]);
	});

	it('may be told in words, under an id that is made of them', () => {
		const more: Lookup = {
			...agents,
			id: ({ sid }) => typeof sid === 'number' && `x${sid}`,
			remarks: { busy: 'At work', '7': 'Away' },
			called: ({ name }) =>
				typeof name === 'string' ? { label: name, names: [name, 'word'] } : { label: '', names: [] },
		};
		expect(
			entriesOf(more, [
				{ sid: 1, name: 'Anna', state: 'busy' },
				{ sid: 2, state: 7 },
				{ sid: 3, name: 'Bob', state: 'other' },
				{ sid: 4, name: 'Eve', state: '' },
				{ name: 'nobody' },
			]),
		).toEqual([
			{ id: 'x1', label: 'Anna', names: ['Anna', 'word'], remark: 'At work' },
			{ id: 'x2', label: 'x2', names: ['x2'], remark: 'Away' },
			{ id: 'x3', label: 'Bob', names: ['Bob', 'word'], remark: 'other' },
			{ id: 'x4', label: 'Eve', names: ['Eve', 'word'], remark: undefined },
		]);
	});

	it('have no remark where the lookup names none', () => {
		const { remark: _, ...plain } = agents;
		expect(entriesOf(plain, [{ sid: '1', name: 'Anna', state: 'busy' }])).toEqual([entry('Anna', '1')]);
	});
});

describe('one of several entries', () => {
	it('is the only one, or none is chosen', () => {
		expect(chooseAmong(agents, [entry('Anna', '1')])).toEqual({ kind: 'value', value: '1' });
		expect(chooseAmong(agents, [])).toBeUndefined();
		expect(chooseAmong(agents, [entry('Anna', '1'), entry('Anne', '2'), entry('Bob', '3')])).toEqual({
			kind: 'problem',
			problem: 'means 3 agents: Anna: 1, Anne: 2, Bob: 3. Choose one of them by its ID',
		});
	});

	it('is called by each of its names, whole, whatever the case and the blanks', () => {
		const anna = { ...entry('Anna'), names: ['Anna Kowalska', 'AK'] };
		expect([' anna  kowalska', 'ak', 'Anna', 'A', ''].map((name) => isCalled(name)(anna))).toEqual([
			true,
			true,
			false,
			false,
			false,
		]);
	});

	it('is listed by its label, though another of its words is near', () => {
		const all = [{ ...entry('Anna Kowalska', '1'), names: ['AK-47'] }, entry('Bob', '2')];
		expect(noSuchEntry(agents, all, 'AK-48')).toEqual({
			kind: 'problem',
			problem: 'matches no agent. There are: Anna Kowalska, Bob',
		});
	});

	it('is not listed where there are ten that are nearer', () => {
		const all = Array.from({ length: 12 }, (_, at) => entry(`agent ${at}`, `${at}`));
		expect(noSuchEntry(agents, all.slice(0, 1), 'x')).toMatchObject({
			problem: 'matches no agent. There are: agent 0',
		});
		expect(noSuchEntry(agents, all, 'x')).toMatchObject({
			problem: expect.stringMatching(/ and 2 more$/) as string,
		});
		// Each of them has more words than are listed.
		const wordy = all.map((one) => ({ ...one, names: [`${one.label} a`, `${one.label} b`, `${one.label} c`] }));
		const told = noSuchEntry(agents, wordy, 'agent').problem;
		expect(told.match(/agent \d+/g)).toHaveLength(10);
		expect(new Set(told.match(/agent \d+/g)).size).toBe(10);
	});
});

it('an id is a text or a number, whatever makes it', () => {
	const ids = ['a', 5, '', 0, null, undefined, true, {}].map((sid) => ({ sid, name: 'x' }));
	expect(entriesOf(agents, ids).map(({ id }) => id)).toEqual(['a', '5', '', '0']);
	const made: Lookup = { ...agents, id: ({ sid }) => (sid === 5 ? 6 : undefined) };
	expect(entriesOf(made, ids).map(({ id }) => id)).toEqual(['6']);
});
