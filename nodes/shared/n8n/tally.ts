/**
 * How far a run came, such as "400 agents: 380 changed, 20 failed". What counts nothing is left out.
 *
 * @param noun what is counted, in the singular
 * @param parts how many there are of each kind, and the word for it
 */
export function tallyOf(noun: string, parts: ReadonlyArray<readonly [count: number, word: string]>): string {
	const total = parts.reduce((sum, [count]) => sum + count, 0);
	const found = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
	return `${total} ${total === 1 ? noun : `${noun}s`}: ${found.join(', ') || 'none'}`;
}
