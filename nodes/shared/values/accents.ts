import { fold } from './text';

/** Letters with a stroke, which Unicode takes for letters of their own; people leave strokes out as they do accents. */
const STROKES: Record<string, string> = { ł: 'l', ø: 'o', đ: 'd', ħ: 'h', ŧ: 't', ı: 'i' };

const COMBINING = /\p{M}/u;
const LATIN = /^\p{Script=Latin}/u;

/** A name as {@link fold} has it, without accents and strokes. */
export function withoutAccents(name: string): string {
	const folded = fold(name);
	return /[^ -~]/.test(folded) ? accentedLetters(folded).map(plainLetter).join('').normalize('NFC') : folded;
}

/**
 * Whether two names differ in nothing but accents that one of them leaves out: `wojcik` and `Wójcik`. Where both have one,
 * and not the same, they are two names: `Hùng` and `Hưng`.
 */
export function leavesOutAccents(one: string, other: string): boolean {
	const [letters, others] = [accentedLetters(fold(one)), accentedLetters(fold(other))];
	return letters.length === others.length && letters.every((letter, at) => isSameLetter(letter, others[at] ?? ''));
}

/** Each letter with its marks behind it. Not by a pattern: one for any number of marks fills the stack of the engine. */
function accentedLetters(folded: string): string[] {
	const letters: string[] = [];
	for (const sign of folded.normalize('NFD')) {
		if (letters.length > 0 && COMBINING.test(sign)) letters[letters.length - 1] += sign;
		else letters.push(sign);
	}
	return letters;
}

/** Only a Latin letter is the same name without its marks: in other scripts they are vowels. */
function plainLetter(letter: string): string {
	const [base = ''] = LATIN.test(letter) ? letter : [letter];
	return STROKES[base] ?? base;
}

const isSameLetter = (one: string, other: string): boolean =>
	one === other || one === plainLetter(other) || plainLetter(one) === other;
