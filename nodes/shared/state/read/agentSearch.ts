import { leavesOutAccents, withoutAccents } from '../../values/accents';
import { fold } from '../../values/text';
import type { Observed } from '../adapter';

/** The words that people use for an agent, whatever their case. */
export const agentNames = ({ name, names = [name] }: Observed): string[] => names;

/**
 * Matches the agents of a list, as its pages come, with the texts that are wanted.
 *
 * @param isName whether a text can be a name, which several agents may have
 * @param spellingsOf the words that an agent may have when a text names it
 */
export function createAgentSearch(
	wanted: readonly string[],
	isName: (text: string) => boolean,
	spellingsOf: (text: string) => string[],
) {
	const seen = new Map(wanted.map((text) => [text, new Map<string, Observed>()]));
	const spelled = textsBy(wanted, spellingsOf);
	const names = new Set(wanted.filter(isName));
	const named = textsBy([...names], (text) => [fold(text)]);
	const unseen = new Set(wanted);
	const plainNamed = textsBy([...names], (text) => [withoutAccents(text)]);
	const alike = new Map<string, Map<string, Observed>>();
	return {
		see(observed: Observed) {
			const words = [observed.id, ...(observed.aliases ?? [])];
			const texts = [
				...words.flatMap((word) => spelled.get(word) ?? []),
				...agentNames(observed).flatMap((name) => named.get(fold(name)) ?? []),
			];
			for (const text of texts) {
				seen.get(text)?.set(observed.id, observed);
				unseen.delete(text);
			}
			for (const name of names.size > 0 ? agentNames(observed) : []) {
				for (const text of plainNamed.get(withoutAccents(name)) ?? []) {
					if (!leavesOutAccents(text, name)) continue;
					alike.set(text, (alike.get(text) ?? new Map<string, Observed>()).set(observed.id, observed));
				}
			}
		},
		unseen: () => [...unseen],
		/** A name is open to the end of the list: someone else may have it too. */
		open: () => wanted.filter((text) => unseen.has(text) || names.has(text)),
		/**
		 * Of a list that was read to its end: whom a text means that is nobody's name as it is, but for accents that it or
		 * the list leaves out.
		 */
		alike: () =>
			[...unseen].flatMap((text): Array<[string, Observed[]]> => {
				const agents = alike.get(text);
				return agents ? [[text, [...agents.values()]]] : [];
			}),
		hits: () => [...seen].map(([text, agents]): [string, Observed[]] => [text, [...agents.values()]]),
	};
}

function textsBy(wanted: readonly string[], wordsOf: (text: string) => string[]): Map<string, string[]> {
	const texts = new Map<string, string[]>();
	for (const text of wanted) for (const word of wordsOf(text)) texts.set(word, [...(texts.get(word) ?? []), text]);
	return texts;
}
