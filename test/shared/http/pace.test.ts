import * as fc from 'fast-check';

import { boundedPacer } from '../../../nodes/shared/http/pace';
import type { Outcome } from '../../../nodes/shared/http/policy';

const DONE: Outcome = { kind: 'status', status: 200, retryAfterMs: undefined };
const OUTCOMES: (Outcome | undefined)[] = [
	DONE,
	undefined, // not sent after all
	{ kind: 'status', status: 429, retryAfterMs: 1_000 },
	{ kind: 'status', status: 400, retryAfterMs: undefined },
	{ kind: 'lost', code: 'ECONNRESET' },
];

/** A pacer, and who has asked and who has been let in so far. */
function watch(ceiling: number) {
	const pacer = boundedPacer(ceiling);
	const admitted: number[] = [];
	let asked = 0;
	return {
		admitted,
		asked: () => asked,
		enter() {
			const number = asked++;
			void pacer.enter().then(() => admitted.push(number));
		},
		leave(outcome?: Outcome) {
			pacer.leave(outcome);
		},
	};
}

/** Lets everything that is due happen. */
const settle = async () => await new Promise<void>((resolve) => setImmediate(resolve));

describe('a pacer', () => {
	it('lets the first request go alone, and then as many as its ceiling', async () => {
		const gate = watch(3);
		for (let i = 0; i < 6; i++) gate.enter();
		await settle();
		expect(gate.admitted).toEqual([0]);
		gate.leave();
		await settle();
		expect(gate.admitted).toEqual([0, 1, 2, 3]);
		gate.leave();
		await settle();
		expect(gate.admitted).toEqual([0, 1, 2, 3, 4]);
	});

	it.each(OUTCOMES)('frees a place after %j too', async (outcome) => {
		const gate = watch(1);
		for (let i = 0; i < 3; i++) gate.enter();
		for (const expected of [[0], [0, 1], [0, 1, 2]]) {
			await settle();
			expect(gate.admitted).toEqual(expected);
			gate.leave(outcome);
		}
	});

	it('tells its ceiling', () => {
		expect(boundedPacer(7).ceiling).toBe(7);
	});

	it('two pacers know nothing of each other', async () => {
		const [one, two] = [watch(1), watch(1)];
		one.enter();
		two.enter();
		await settle();
		expect([one.admitted, two.admitted]).toEqual([[0], [0]]);
	});

	it('holds its ceiling, wastes no place, keeps the order and forgets nobody, however requests come and go', async () => {
		const move = fc.oneof(fc.constant('enter' as const), fc.constantFrom(...OUTCOMES));
		await fc.assert(
			fc.asyncProperty(
				fc.integer({ min: 1, max: 8 }),
				fc.array(move, { maxLength: 60 }),
				async (ceiling, moves) => {
					const gate = watch(ceiling);
					let gone = 0;
					const check = async () => {
						await settle();
						const width = gone === 0 ? 1 : ceiling;
						const underWay = gate.admitted.length - gone;
						expect(underWay).toBe(Math.min(width, gate.asked() - gone));
						expect(gate.admitted).toEqual(Array.from(gate.admitted, (_, index) => index));
					};
					for (const step of moves) {
						if (step === 'enter') gate.enter();
						else if (gate.admitted.length > gone) {
							gone++;
							gate.leave(step);
						}
						await check();
					}
					while (gone < gate.asked()) {
						gone++;
						gate.leave();
						await check();
					}
					expect(gate.admitted).toHaveLength(gate.asked());
				},
			),
		);
	});
});
