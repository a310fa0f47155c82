import { similarAgents } from '../../../../../nodes/ShiftSchedule/model/roster/similarAgents';
import { cpuTimeOf } from '../../../../support/cpuTime';

it.each([
	['zeros in front', '0042', '42'],
	['a decimal', '42', '42.0'],
	['an umlaut as two letters', 'Müller', 'Mueller'],
	['an umlaut without its dots', 'Müller', 'Muller'],
	['an accent', 'Zoë', 'Zoe'],
	['a stroke', 'Łukasz', 'Lukasz'],
	['words in another order', 'Anna Kowalska', 'Kowalska, Anna'],
	['a wrong letter', 'Anna Kowalska', 'Anna Kowalski'],
	['a letter more', 'Anna Nowak', 'Hanna Nowak'],
	['two letters exchanged', 'Anna Kowalska', 'Anna Kowalsak'],
	['two letters exchanged at the end', 'Anna Kowalska', 'Anna Kowalsak'],
	['zeros alone', '00', '0'],
	['a decimal of several zeros', '42', '42.00'],
	['ä as two letters', 'Bär', 'Baer'],
	['ö as two letters', 'Jös', 'Joes'],
	['ü as two letters', 'Jür', 'Juer'],
	['ß as two letters', 'Voß', 'Voss'],
	['ø as two letters', 'Bø', 'Boe'],
	['å without its ring', 'Åsa', 'Asa'],
	['æ as two letters', 'Mæs', 'Maes'],
	['œ as two letters', 'Cœr', 'Coer'],
	['ł without its stroke', 'Ała', 'Ala'],
	['a wrong letter in five', 'Maria', 'Mario'],
	['a wrong letter in a hundred', `${'x'.repeat(99)}a`, `${'x'.repeat(99)}b`],
	['a letter more in front', 'Mariam', 'Amariam'],
	['a curly apostrophe', "Sean O'Brien", 'Sean O’Brien'],
])('%s: %s and %s may be one person', (_, one, other) => {
	expect(similarAgents(['ben', one, 'carla', other], new Set())).toEqual([{ one, other }]);
	expect(similarAgents([other, one], new Set())).toEqual([{ one: other, other: one }]);
});

it.each([
	['agent1', 'agent2'],
	['0003*101', '0003*102'],
	['anna1@example.com', 'anna2@example.com'],
	['Jan', 'Jon'],
	['Anna', 'Anne'],
	['Mariam', 'Mairma'],
	['Maria', 'Mariana'],
	['Xmaria', 'Mariax'],
	['Anami', 'Namia'],
	['Pomaria', 'Ozmaria'],
	['Pomaria', 'Zpmaria'],
	[`${'x'.repeat(100)}a`, `${'x'.repeat(100)}b`],
	['1002', '12'],
	['Baer', 'Boer'],
	['A Bc', 'Ab C'],
	['42', '42.5'],
	['42', '42.05'],
	['x42', 'x042'],
	['Anna Kowalska', 'Anna Nowak'],
	['Anna Kowalska', 'Anne Kowalski'],
	['42', '420'],
])('%s and %s are two agents', (one, other) => {
	expect(similarAgents([one, other], new Set())).toEqual([]);
});

it('leaves those alone who are known to be different', () => {
	expect(similarAgents(['Müller', 'Mueller'], new Set(['müller', 'mueller']))).toEqual([]);
	expect(similarAgents(['Müller', 'Mueller'], new Set(['müller']))).toHaveLength(1);
});

it('compares each of several', () => {
	expect(similarAgents(['Müller', 'Mueller', 'Muller'], new Set())).toEqual([
		{ one: 'Müller', other: 'Mueller' },
		{ one: 'Müller', other: 'Muller' },
		{ one: 'Mueller', other: 'Muller' },
	]);
});

it('names fifty pairs', () => {
	const ids = Array.from({ length: 60 }, (_, at) => [`${at + 1}`, `0${at + 1}`]).flat();
	expect(similarAgents(ids, new Set())).toHaveLength(50);
});

it('is quick for ten thousand agents', () => {
	const given = ['Anna', 'Beata', 'Carla', 'Dora', 'Ewa', 'Filip', 'Greta', 'Igor', 'Jan', 'Kim'];
	const surname = (at: number): string =>
		(at * 7919).toString(26).replace(/\d/g, (digit) => 'qwertyuiop'[Number(digit)] ?? '');
	const ids = Array.from({ length: 10_000 }, (_, at) => `${given[at % 10] ?? ''} ${surname(at)}ska`);
	expect(cpuTimeOf(() => similarAgents(ids, new Set()))).toBeLessThan(3_000);
});
