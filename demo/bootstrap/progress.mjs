const HEARTBEAT_MS = 15_000;

/**
 * Prints a line for each finished step, with the seconds since the start, and every 15 s a line for a step that still runs.
 * @param {(line: string) => void} print
 */
export function createProgress(print = console.log) {
	const begun = Date.now();
	const seconds = (since) => ((Date.now() - since) / 1000).toFixed(1);
	const line = (mark, text) => print(`${seconds(begun).padStart(7)} s  ${mark} ${text}`);

	/**
	 * @template T
	 * @param {string} name
	 * @param {() => Promise<T>} work
	 * @param {(result: T) => string} [describe] what to add to the line once it is known
	 * @returns {Promise<T>}
	 */
	async function step(name, work, describe = () => '') {
		const since = Date.now();
		const heartbeat = setInterval(
			() => line('…', `${name}: ${Math.round((Date.now() - since) / 1000)} s so far`),
			HEARTBEAT_MS,
		);
		try {
			const result = await work();
			const more = describe(result);
			line('✔', `${name}${more && `: ${more}`} (${seconds(since)} s)`);
			return result;
		} catch (reason) {
			line('✘', `${name} (${seconds(since)} s)`);
			throw reason;
		} finally {
			clearInterval(heartbeat);
		}
	}

	return { step, note: (text) => line('·', text), print };
}
