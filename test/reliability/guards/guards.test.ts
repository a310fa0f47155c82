import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { root } from '../../architecture/imports';
import { section } from '../section';
import { makeCopy, type Copy } from './copy';
import { guards, type Guard } from './guards';

/** `npm run test:reliability` puts every fault in. */
const isWhole = process.env.AGENT_STATE_RELIABILITY === 'whole';
/** So many copies are worked on at once: each is busy with one processor. */
const COPIES = 2;
/** For all faults, on a busy machine. */
const LIMIT_MS = 30 * 60_000;

const titled = guards.map((guard): [string, Guard] => [`${guard.guard}: ${guard.fault}`, guard]);

describe.each(titled)('%s', (_, { file, from, to, tests }) => {
	it('is put in at one place of a file', () => {
		const times = readFileSync(path.join(root, file), 'utf8').split(from).length - 1;
		const told = `\`${from}\` stands in ${file} ${times} times`;
		expect(told).toBe(`\`${from}\` stands in ${file} 1 times`);
		expect(to).not.toBe(from);
	});

	it('is looked for in tests that exist', () => {
		expect(tests.filter((test) => !existsSync(path.join(root, test)))).toEqual([]);
		expect(tests).not.toEqual([]);
	});
});

const shortName = (test: string) => test.replace(/^test\//, '').replace(/\.test\.ts$/, '');

/** One line for each fault. */
const table = [
	'| guard | a fault | turns red |',
	'| --- | --- | --- |',
	...guards.map(
		({ guard, fault, tests }) =>
			`| ${guard} | ${fault} | ${tests.map((one) => `\`${shortName(one)}\``).join(', ')} |`,
	),
].join('\n');

/** All the tests, in as few runs as possible: those that are run whole, and those of which some are run. */
function soundRuns(): Array<[tests: string[], named?: string]> {
	const filesOf = (some: readonly Guard[]) => [...new Set(some.flatMap(({ tests }) => tests))];
	const whole = filesOf(guards.filter(({ named }) => named === undefined));
	const parts = guards.filter(({ named }) => named !== undefined);
	const names = [...new Set(parts.map(({ named }) => named))].join('|');
	return [[filesOf(parts), names], [whole]];
}

/** Does a task for each entry, in whichever copy is free. */
async function share<One>(copies: Copy[], all: readonly One[], task: (copy: Copy, one: One) => Promise<void>) {
	const left = [...all];
	await Promise.all(
		copies.map(async (copy) => {
			for (let one = left.shift(); one !== undefined; one = left.shift()) await task(copy, one);
		}),
	);
}

if (isWhole) {
	it(
		'each fault turns a test red that is green without it',
		async () => {
			const copies = Array.from({ length: COPIES }, makeCopy);
			const unsound: string[] = [];
			const unnoticed: string[] = [];
			try {
				await share(copies, soundRuns(), async (copy, run) => {
					const { isGreen, output } = await copy.jest(...run);
					if (!isGreen) unsound.push(output);
				});
				expect(unsound).toEqual([]);
				await share(copies, titled, async (copy, [title, guard]) => {
					const began = Date.now();
					const run = async () => await copy.jest(guard.tests, guard.named);
					const { isGreen, output } = await copy.without(guard, run);
					process.stdout.write(`${isGreen ? 'green' : 'red'} in ${Date.now() - began} ms: ${title}\n`);
					// A fault that keeps the tests from being loaded shows nothing.
					if (isGreen || /Test suite failed to run/.test(output)) unnoticed.push(`${title}\n${output}`);
				});
				expect(unnoticed).toEqual([]);
			} finally {
				for (const copy of copies) copy.remove();
			}
			section('guards').hold(table);
		},
		LIMIT_MS,
	);
} else {
	it('the page lists the faults', () => {
		expect(section('guards').text()).toBe(table);
	});
}
