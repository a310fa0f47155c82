import type { Demo } from '../../demo/bootstrap/demo';
import type { N8n } from './n8n';
import type { Vendor } from './vendor';

/** What the bootstrap (start.mjs) hands over once everything is installed and built. */
export interface Host extends Pick<Demo, 'root' | 'node' | 'progress' | 'processes'> {
	/** letters of the benchmarks to run */
	only: string[];
	/** how often each side runs */
	pairs: number;
	/** a tenth of the agents: shows that everything works, and nothing else */
	quick: boolean;
	/** H with all deliveries of a minute */
	full: boolean;
	/** profile the nodes instead of comparing them */
	profile: boolean;
}

/** What a benchmark works with. */
export interface Bench extends Host {
	n8n: N8n;
	vendor: Vendor;
}

/** A line of the table that everything ends in. */
export interface Figure {
	benchmark: string;
	what: string;
	value: string;
	/** what was promised, if anything */
	target?: { words: string; held: boolean };
}

/** A ratio that must not exceed its target; one below 0 comes of noise and holds nothing. */
export function atMost(benchmark: string, what: string, ratio: number, target: number): Figure {
	return {
		benchmark,
		what,
		value: times(ratio),
		target: { words: `≤ ${times(target)}`, held: ratio >= 0 && ratio <= target },
	};
}

export const times = (ratio: number) => `${ratio.toFixed(2)}×`;
export const seconds = (ms: number) => `${(ms / 1000).toFixed(1)} s`;
export const mebibytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MiB`;

export function median(numbers: number[]): number {
	const sorted = [...numbers].sort((a, b) => a - b);
	const middle = sorted.length / 2;
	const at = (index: number) => sorted[Math.floor(index)] ?? NaN;
	return (at(middle - 0.5) + at(middle)) / 2;
}

/** Of pairs measured one after the other: what else the machine does then weighs on both sides alike. */
export const medianRatio = <T>(ours: T[], peers: T[], read: (one: T) => number): number =>
	median(ours.map((one, index) => read(one) / read(peers[index] ?? one)));
