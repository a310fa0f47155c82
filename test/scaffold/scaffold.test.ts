import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { root } from '../architecture/imports';

/** Never part of the sources; what a demo has installed or left is not needed either, nor the packages of one service, which their own test rewrites. */
const LEFT_OUT = ['node_modules', 'dist', '.git', '.n8n-home', '.packed', 'coverage', 'packages'];

/** The two files that the build makes from what is on disk. */
const MADE_FROM_DISK = ['nodes/AgentState/adapters.ts', 'package.json'];

let copy: string;
let before: Map<string, string>;

beforeAll(() => {
	copy = mkdtempSync(path.join(tmpdir(), 'agent-state-scaffold-'));
	cpSync(root, copy, { recursive: true, filter: (file) => !LEFT_OUT.includes(path.basename(file)) });
	symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
	before = filesIn(copy);
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

/** The sources in a folder with a digest of each. */
function filesIn(folder: string): Map<string, string> {
	const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => !LEFT_OUT.includes(name));
	return new Map(
		entries.flatMap((entry): Array<[string, string]> => {
			if (!entry.isDirectory()) {
				const digest = createHash('sha256')
					.update(readFileSync(path.join(folder, entry.name)))
					.digest('hex');
				return [[entry.name, digest]];
			}
			const inside = [...filesIn(path.join(folder, entry.name))];
			return inside.map(([name, digest]) => [`${entry.name}/${name}`, digest]);
		}),
	);
}

/** Without what jest adds to it: n8n's lint rules take every file for a node's while NODE_ENV is test. */
const { NODE_ENV: _nodeEnv, JEST_WORKER_ID: _worker, ...env } = process.env;

/** Runs a script of the copy with this Node. */
async function run(script: string, ...args: string[]): Promise<{ code: number; output: string }> {
	return await new Promise((resolve) => {
		execFile(
			process.execPath,
			[path.join(copy, script), ...args],
			{ cwd: copy, env, maxBuffer: 64 * 1024 * 1024 },
			(error, stdout, stderr) => resolve({ code: error ? 1 : 0, output: stdout + stderr }),
		);
	});
}

const scaffold = async (...args: string[]) => await run('test/scaffold/scaffold.mjs', ...args);

describe('npm run scaffold', () => {
	it.each([
		['no name', [], 'is not a PascalCase name'],
		['a name in lower case', ['acme'], '"acme" is not a PascalCase name'],
		['a name with a blank', ['Acme Calls'], 'is not a PascalCase name'],
		['a name in capitals', ['ACME'], 'is not a PascalCase name'],
		['a path', ['../Acme'], 'is not a PascalCase name'],
		['a vendor that is there', ['VoipNow'], 'VoipNow exists already: '],
		['a vendor that differs in case only', ['Voipnow'], 'Voipnow exists already: '],
		['a node that is not a vendor', ['AgentState'], 'AgentState exists already: '],
	])('refuses %s and writes nothing', async (_what, args, words) => {
		const { code, output } = await scaffold(...args);

		expect(output).toContain(words);
		expect(code).toBe(1);
		expect(filesIn(copy)).toEqual(before);
	});

	it('makes a vendor that builds and meets the contract, and no other file changes', async () => {
		expect(await scaffold('AcmeCalls')).toMatchObject({ code: 0 });
		const made = [...filesIn(copy).keys()].filter((file) => !before.has(file));
		expect(made).toEqual(
			expect.arrayContaining([
				'credentials/AcmeCallsApi.credentials.ts',
				'docs/acmecalls.md',
				'icons/acmeCalls.dark.svg',
				'nodes/AcmeCalls/AcmeCalls.node.json',
				'nodes/AcmeCalls/AcmeCalls.node.ts',
				'nodes/AcmeCalls/resources/agent/update.ts',
				'simulators/acmeCalls/server.ts',
			]),
		);
		expect(made.filter((file) => !/acmecalls/i.test(file))).toEqual([]);

		const built = await run('node_modules/gulp/bin/gulp.js', 'build');
		expect(built.code === 0 ? '' : built.output).toBe('');
		const after = filesIn(copy);
		const changed = [...before].filter(([file, digest]) => after.get(file) !== digest).map(([file]) => file);
		expect(changed.sort()).toEqual(MADE_FROM_DISK);

		const own = made.filter((file) => file.endsWith('.ts'));
		const config = { extends: './test/tsconfig.json', compilerOptions: { rootDir: '.' }, files: own, include: [] };
		writeFileSync(path.join(copy, 'tsconfig.own.json'), JSON.stringify(config));
		const [types, lint] = await Promise.all([
			run('node_modules/typescript/bin/tsc', '--project', 'tsconfig.own.json'),
			run('node_modules/eslint/bin/eslint.js', '--max-warnings', '0', ...own, ...MADE_FROM_DISK),
		]);
		expect(types).toEqual({ code: 0, output: '' });
		expect(lint).toEqual({ code: 0, output: '' });

		const contract = await run(
			'node_modules/jest/bin/jest.js',
			...['--maxWorkers=1', '--verbose', 'test/contract', 'test/architecture', 'test/nodes/AgentState/adapters'],
			...['--testNamePattern', 'acmeCalls|AcmeCalls|nodes/AgentState|the pack|is looked at|still exists|adapter'],
		);
		expect(contract).toMatchObject({ code: 0, output: expect.stringMatching(/nodes\/AcmeCalls/) as string });
	});
});
