import {
	fold,
	foldHeading,
	inQuotes,
	listedNames,
	sentences,
	shortened,
	textOf,
	tidyText,
} from '../../../../nodes/shared/values/text';

it.each([
	[' Anna ', 'anna'],
	['ZOE\u0308', 'zo\u00eb'],
	['Łódź', 'łódź'],
	[' a', 'a'],
	['a ', 'a'],
	['a  b', 'a b'],
	['a\tb', 'a b'],
	['Anna\u00a0Kowalska', 'anna kowalska'],
	['Anna  \u2009 Kowalska\u200b', 'anna kowalska'],
	['\u200eAnna \u00adKowals\u00adka\ufeff', 'anna kowalska'],
])('%j is compared as %j', (name, folded) => expect(fold(name)).toBe(folded));

it('keeps case and accents of what people see', () => {
	expect(tidyText('\u200bZoe\u0308\u00a0 Łuczak ')).toBe('Zo\u00eb Łuczak');
});

it.each(['Agent ID', 'agent_id', 'a g_e n_t I_D', 'agentId\u00a0', '\ufeffAGENTID'])(
	'%j is the heading agentid',
	(heading) => {
		expect(foldHeading(heading)).toBe('agentid');
	},
);

it.each([
	[['The value is invalid.', 'Check it.'], 'The value is invalid. Check it.'],
	[['The value is invalid', 'Check it.'], 'The value is invalid. Check it.'],
	[['Is it?', undefined, '', 'Yes!', 'Good'], 'Is it? Yes! Good'],
	[['Really? No', 'Yes…', 'so'], 'Really? No. Yes… so'],
	[[undefined], ''],
	[['', 'One'], 'One'],
])('%j become one text', (texts, told) => expect(sentences(texts)).toBe(told));

it.each([
	[' a ', 'a'],
	[0, '0'],
	[false, 'false'],
	[undefined, ''],
	[null, ''],
	[['a'], ''],
	[{}, ''],
])('of a cell with %j is read %j', (cell, text) => expect(textOf(cell)).toBe(text));

it('leaves a text of millions as it is', () => {
	const long = ` a${' '.repeat(1_000_000)}`;
	expect(tidyText(long)).toBe(long);
	expect(tidyText(` a${' '.repeat(999_998)}`)).toBe('a');
});

describe('in a message', () => {
	it('a text of up to 80 letters is repeated whole, and a longer one up to there', () => {
		expect(shortened('x'.repeat(80))).toBe('x'.repeat(80));
		expect(shortened('x'.repeat(81))).toBe(`${'x'.repeat(80)}…`);
		expect(inQuotes('x'.repeat(81))).toBe(`"${'x'.repeat(80)}…"`);
		expect(inQuotes(5)).toBe('"5"');
	});

	it('no letter is cut in two', () => {
		expect(shortened(`😀${'x'.repeat(77)}😀😀`)).toBe(`😀${'x'.repeat(77)}…`);
		expect(shortened(`${'x'.repeat(78)}😀😀`)).toBe(`${'x'.repeat(78)}😀…`);
	});

	it('up to 40 names are listed, and the others are counted', () => {
		const names = Array.from({ length: 42 }, (_, at) => `n${at}`);
		expect(listedNames([])).toBe('');
		expect(listedNames(['a', 'b'])).toBe('a, b');
		expect(listedNames(names.slice(0, 40))).toBe(names.slice(0, 40).join(', '));
		expect(listedNames(names)).toBe(`${names.slice(0, 40).join(', ')} and 2 more`);
	});

	it('long names are cut, and the list ends where it gets long', () => {
		const short = `${'x'.repeat(80)}…`;
		expect(listedNames(Array<string>(18).fill('x'.repeat(100)))).toBe(Array(18).fill(short).join(', '));
		expect(listedNames(Array<string>(21).fill('x'.repeat(100)))).toBe(
			`${Array(18).fill(short).join(', ')} and 3 more`,
		);
		expect(listedNames(Array<string>(21).fill('x'.repeat(75)))).toBe(
			`${Array(20).fill('x'.repeat(75)).join(', ')} and 1 more`,
		);
	});
});
