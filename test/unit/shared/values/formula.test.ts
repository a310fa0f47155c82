import fc from 'fast-check';
import { markedText, markedValue, unmarkedText } from '../../../../nodes/shared/values/formula';
import { fold, tidyText } from '../../../../nodes/shared/values/text';

const FORMULAS = [
	...['=1+1', '@SUM(A1)', '+A1', '-A1', '=cmd|" /C calc"!A0', '=', '@anna', '+1+HYPERLINK("x")', '-2+3*A1', '+1:1'],
	...[' =1', '\t=1', '\r=1', '\n=1', '\u00a0=1', '\u200b=1', '\u0000=1', '\ufeff=1', '\u202e=1', "\u2028 @'a"],
	...['＝1', '﹦1', '⁼1', '₌1', '＠a', '﹫a', '＋a', '﹢a', '⁺a', '₊a', '﬩a', '－a', '﹣a', '⁻a', '₋a', '−a'],
	...['-٣', '+275760-09-13T00:00:00Z'],
];

const HARMLESS = [
	...['', ' ', 'Anna', 'a=1', 'anna@example.com', '*', '0003*210', "O'Neil", "'", "'quoted'", '"=1"', "'=1"],
	...['-5', '+5', '-5.5', '+48 22 123 45 67', '+1 (800) 555-01.00', '-', '--', '+49/30-1', '–', '…'],
];

it.each(FORMULAS)('%j goes out as text, and comes back as it was', (text) => {
	expect(markedText(text)).toBe(`'${text}`);
	expect(unmarkedText(markedText(text))).toBe(text);
	expect(fold(markedText(text))).toBe(fold(text));
});

it.each(HARMLESS)('%j goes out as it is', (text) => expect(markedText(text)).toBe(text));

it.each(HARMLESS.slice(0, -1).filter((text) => text !== "'=1"))('%j is read as it is', (text) => {
	expect(unmarkedText(text)).toBe(text);
});

it('knows every sign that Unicode says is one of these', () => {
	for (let point = 0x80; point <= 0x10ffff; point++) {
		if (point >= 0xd800 && point <= 0xdfff) continue;
		const sign = String.fromCodePoint(point);
		if (/^[=@+-]$/.test(sign.normalize('NFKC')))
			expect([sign, markedText(`${sign}A1`)]).toEqual([sign, `'${sign}A1`]);
	}
});

it('reads apostrophes before a sign as nothing, as people see them in a sheet', () => {
	expect(["'=a", "''=a", "' =a"].map(tidyText)).toEqual(['=a', '=a', '=a']);
});

it('never changes a text twice', () => {
	fc.assert(
		fc.property(fc.string({ unit: fc.constantFrom(..." '=@+-1aＡ\t".split('')) }), (text) => {
			expect(markedText(markedText(text))).toBe(markedText(text));
			expect(unmarkedText(unmarkedText(text))).toBe(unmarkedText(text));
			expect(/^[\s=@]*[=@]/.test(markedText(text))).toBe(false);
		}),
	);
});

it('looks at every text of a row, and leaves all else as it is', () => {
	const at = new Date(0);
	const row = { a: '=1', b: -1, c: null, d: ['@x', { e: '+y' }], at, f: undefined };
	expect(markedValue(row)).toEqual({ a: "'=1", b: -1, c: null, d: ["'@x", { e: "'+y" }], at, f: undefined });
	expect(markedValue({ ['__proto__']: '=1' })).toEqual({ ['__proto__']: "'=1" });
	expect(markedValue(row).at).toBe(at);
});
