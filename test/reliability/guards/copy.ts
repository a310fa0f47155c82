import { execFile } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ModuleKind, ScriptTarget, transpileModule } from 'typescript';
import { root } from '../../architecture/imports';
import type { Guard } from './guards';

/** What the tests of the guards need, besides the libraries. */
const COPIED = [
	'nodes',
	'credentials',
	'icons',
	'simulators',
	'test',
	'workflows',
	'dist',
	'package.json',
	'jest.config.js',
];

/** A copy of the sources, of the built pack and of the tests, which can be broken without harm. */
export interface Copy {
	/** Runs test files, all at once, or the tests of such a name in them. @returns whether they are green, and what jest said */
	jest(tests: readonly string[], named?: string): Promise<{ isGreen: boolean; output: string }>;
	/** Does something while one guard is broken, in the source and in the build. */
	without<Outcome>(guard: Guard, task: () => Promise<Outcome>): Promise<Outcome>;
	remove(): void;
}

export function makeCopy(): Copy {
	const copy = mkdtempSync(path.join(tmpdir(), 'agent-state-guards-'));
	for (const one of COPIED) cpSync(path.join(root, one), path.join(copy, one), { recursive: true });
	symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
	// Without what jest adds to it, and what would have the tests do more than they usually do.
	const { NODE_ENV: _nodeEnv, JEST_WORKER_ID: _worker, AGENT_STATE_RELIABILITY: _whole, ...env } = process.env;
	return {
		jest: async (tests, named) =>
			await new Promise((resolve) => {
				execFile(
					process.execPath,
					[
						path.join(copy, 'node_modules/jest/bin/jest.js'),
						...[
							'--runInBand',
							'--bail',
							'--forceExit',
							...(named === undefined ? [] : ['--testNamePattern', named]),
						],
						...['--runTestsByPath', ...tests],
					],
					{ cwd: copy, env, maxBuffer: 64 * 1024 * 1024 },
					(error, stdout, stderr) => resolve({ isGreen: !error, output: stdout + stderr }),
				);
			}),
		async without(guard, task) {
			const { file } = guard;
			const built = path.join(copy, 'dist', file.replace(/\.ts$/, '.js'));
			const source = path.join(copy, file);
			const [before, builtBefore] = [source, built].map((one) => readFileSync(one, 'utf8'));
			const broken = readFileSync(source, 'utf8').replace(guard.from, () => guard.to);
			const { outputText } = transpileModule(broken, {
				compilerOptions: { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true },
			});
			writeFileSync(source, broken);
			writeFileSync(built, outputText);
			try {
				return await task();
			} finally {
				writeFileSync(source, before ?? '');
				writeFileSync(built, builtBefore ?? '');
			}
		},
		remove: () => rmSync(copy, { recursive: true, force: true }),
	};
}
