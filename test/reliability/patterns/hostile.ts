import { AST, RegExpParser } from '@eslint-community/regexpp';
import type { Pattern } from './find';

/** A text of any length: the pump stands in it again and again. */
export interface HostileText {
	prefix: string;
	pump: string;
	suffix: string;
}

/** Signs that patterns tell apart; those that fit a class of a pattern stand for it. */
const SIGNS = [
	...Array.from(`a1 -,.:/()"'+*#;=x\\_@[Zäéø–`),
	...['\n', '\u00a0', '\u0301', '\u200b', '\ud83d', '\u{1f600}', '\u0000'],
];

/** Ends at which a pattern fails; the last one where a dot stops at the end of a line. */
const ENDS = ['', '\u0000', 'a\na'];

/** So many texts are tried for what stands before a repeat, and for the repeat itself. */
const MOST_PREFIXES = 6;
const MOST_PUMPS = 24;
const MOST_REPEATED = 8;

/**
 * Texts that make a pattern try over and over: for each of its repeats a beginning that leads there, what the repeat takes
 * (and what its neighbours take as well), and an end at which it must fail.
 */
export function hostileTexts({ source, flags }: Pattern): HostileText[] {
	const tools: Tools = { flags, known: new Map() };
	const alternatives = alternativesOf({ source, flags });
	const signs = [...new Set(signsOf(alternatives, tools))];
	const found = new Map<string, HostileText>();
	const add = (prefix: string, pump: string, suffix: string): void => {
		if (pump !== '') found.set(JSON.stringify([prefix, pump, suffix]), { prefix, pump, suffix });
	};
	const repeats = alternatives.flatMap((one) => repeatsIn(one.elements, [''], tools));
	const pairs = signs.slice(0, 10).flatMap((one) => signs.slice(0, 10).map((other) => one + other));
	for (const { prefixes, element } of repeats) {
		const own = textsOf(element, tools).filter((text) => text !== '');
		const pumps = [...new Set([...own, ...own.flatMap((text) => signs.slice(0, 6).map((sign) => text + sign))])];
		for (const pump of pumps.slice(0, MOST_PUMPS)) {
			for (const prefix of prefixes) for (const suffix of ENDS) add(prefix, pump, suffix);
		}
	}
	for (const pump of [...signs, ...pairs]) for (const suffix of ['', '\u0000']) add('', pump, suffix);
	return [...found.values()];
}

/**
 * Such texts for repeats in which the engine keeps every place to come back to: of a group, of signs that may be two to the
 * engine, and with a least number. Other repeats of one sign are counted.
 */
export function repeatedTexts(pattern: Omit<Pattern, 'place'>): HostileText[] {
	const tools: Tools = { flags: pattern.flags, known: new Map() };
	return alternativesOf(pattern)
		.flatMap((one) => repeatsIn(one.elements, [''], tools))
		.filter(({ element, min }) => 'alternatives' in element || min > 1 || pattern.flags.includes('u'))
		.flatMap(({ prefixes, element }) => {
			const pumps = textsOf(element, tools).filter((text) => text !== '');
			// The shortest is repeated most often, and a sign beyond the first 65,536 is two to the engine.
			const chosen = [...pumps].sort((a, b) => a.length - b.length).slice(0, MOST_REPEATED);
			return prefixes.slice(0, 2).flatMap((prefix) => chosen.map((pump) => ({ prefix, pump, suffix: '\u0000' })));
		});
}

function alternativesOf({ source, flags }: Omit<Pattern, 'place'>): AST.Alternative[] {
	const unicode = flags.includes('u');
	return new RegExpParser().parsePattern(source, 0, source.length, { unicode }).alternatives;
}

interface Tools {
	flags: string;
	/** The signs that fit a part of the pattern. */
	known: Map<string, string[]>;
}

interface Repeat {
	/** What may lead there. */
	prefixes: string[];
	min: number;
	element: AST.QuantifiableElement;
}

/** The repeats in a row of elements, each with the texts that lead to it. */
function repeatsIn(elements: AST.Element[], before: string[], tools: Tools): Repeat[] {
	const found: Repeat[] = [];
	let prefixes = before;
	for (const element of elements) {
		if (element.type === 'Quantifier' && element.max > 9)
			found.push({ prefixes, min: element.min, element: element.element });
		const inner = element.type === 'Quantifier' ? element.element : element;
		if ('alternatives' in inner) {
			for (const one of inner.alternatives) {
				if ('elements' in one) found.push(...repeatsIn(one.elements, prefixes, tools));
			}
		}
		prefixes = joined(prefixes, textsOf(element, tools)).slice(0, MOST_PREFIXES);
	}
	return found;
}

/** Some texts that an element fits. */
function textsOf(element: AST.Element, tools: Tools): string[] {
	switch (element.type) {
		case 'Quantifier': {
			const one = textsOf(element.element, tools);
			const needed = one.map((text) => text.repeat(element.min));
			return element.min > 0 ? needed.slice(0, 3) : ['', ...one.slice(0, 2)];
		}
		case 'Group':
		case 'CapturingGroup':
			return element.alternatives.flatMap((one) => rowTexts(one.elements, tools)).slice(0, 8);
		case 'Character':
			return [String.fromCodePoint(element.value)];
		case 'CharacterSet':
		case 'CharacterClass':
			return fitting(element.raw, tools).slice(0, 8);
		default:
			return [''];
	}
}

const rowTexts = (elements: AST.Element[], tools: Tools): string[] =>
	elements.reduce<string[]>((texts, element) => joined(texts, textsOf(element, tools)).slice(0, 4), ['']);

const joined = (befores: string[], afters: string[]): string[] =>
	afters.flatMap((after) => befores.map((before) => before + after));

function fitting(raw: string, { flags, known }: Tools): string[] {
	const before = known.get(raw);
	if (before) return before;
	const pattern = new RegExp(`^${raw}$`, flags.replace(/[gy]/g, ''));
	const found = SIGNS.filter((sign) => pattern.test(sign));
	known.set(raw, found);
	return found;
}

/** One sign for each part of a pattern. */
function signsOf(alternatives: AST.Alternative[], tools: Tools): string[] {
	return alternatives.flatMap(({ elements }) =>
		elements.flatMap((element): string[] => {
			const inner = element.type === 'Quantifier' ? element.element : element;
			if ('alternatives' in inner) {
				return inner.alternatives.flatMap((one) => ('elements' in one ? signsOf([one], tools) : []));
			}
			return textsOf(inner, tools).slice(0, 3);
		}),
	);
}
