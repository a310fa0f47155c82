import type { Outcome } from './policy';

/** Decides how many requests of one node run are under way at once. */
export interface Pacer {
	/** Resolves when a request may start. */
	enter(): Promise<void>;
	/** Every `enter` is followed by one `leave` with what came of the request; `undefined` when none was sent. */
	leave(outcome: Outcome | undefined): void;
	/** The most that can ever be under way: more tasks than this need not be started. */
	readonly ceiling: number;
}

/**
 * A pacer with a fixed ceiling whose first request goes alone: n8n's first OAuth2 token fetch is not shared
 * (five requests at once fetch five tokens), and a wrong password costs one refused request instead of many.
 */
export function boundedPacer(ceiling: number): Pacer {
	let width = 1;
	let underWay = 0;
	const waiting: Array<() => void> = [];

	const admit = () => {
		while (underWay < width) {
			const next = waiting.shift();
			if (!next) return;
			underWay++;
			next();
		}
	};

	return {
		ceiling,
		async enter() {
			await new Promise<void>((resolve) => {
				waiting.push(resolve);
				admit();
			});
		},
		leave() {
			underWay--;
			width = ceiling;
			admit();
		},
	};
}
