import { fold } from '../../values/text';
import type { Observed } from '../adapter';

/** The words that people use for an agent, whatever their case. */
export const agentNames = ({ name, names = [name] }: Observed): string[] => names;

/**
 * Matches the agents of a list, as its pages come, with the texts that are wanted.
 *
 * @param isId whether a text can be an id; only one that is not can be a name
 */
export function createAgentSearch(wanted: readonly string[], isId: (text: string) => boolean) {
	const seen = new Map(wanted.map((text) => [text, new Map<string, Observed>()]));
	const named = new Map<string, string[]>();
	for (const text of wanted.filter((one) => !isId(one))) {
		named.set(fold(text), [...(named.get(fold(text)) ?? []), text]);
	}
	const unseen = new Set(wanted);
	const names = new Set([...named.values()].flat());
	return {
		see(observed: Observed) {
			const called = agentNames(observed).flatMap((name) => named.get(fold(name)) ?? []);
			const words = [observed.id, ...(observed.aliases ?? []), ...called];
			for (const word of words) {
				seen.get(word)?.set(observed.id, observed);
				unseen.delete(word);
			}
		},
		unseen: () => [...unseen],
		/** A name is open to the end of the list: somebody else may have it too. */
		open: () => wanted.filter((text) => unseen.has(text) || names.has(text)),
		hits: () => [...seen].map(([text, agents]): [string, Observed[]] => [text, [...agents.values()]]),
	};
}
