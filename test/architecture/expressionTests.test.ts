import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { checkExpressionTest } from '../support/bench/expressionGuard';
import { findExpressionTests } from '../support/expressionTests';

/** Without its `=`, so that this file itself holds no expression. */
const inBraces = (text: string) => ['{{', text, '}}'].join(' ');

/** In two parts, for the same reason. */
const evaluator = ['expression', 'withIsolate'].join('.');

describe('the tests that evaluate expressions', () => {
	const root = mkdtempSync(path.join(tmpdir(), 'agent-state-expressions-'));
	const write = (file: string, text: string) => {
		mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
		writeFileSync(path.join(root, file), text);
	};
	write('simulators/x/samples.ts', `export const samples = { agent: '=WK${inBraces('$itemIndex')}' };\n`);
	write(
		'test/support/items.ts',
		"import { samples } from '../../simulators/x/samples';\nexport const plain = 1;\nexport function each() {\n\treturn samples.agent;\n}\n",
	);
	write('test/a.test.ts', `run({ agent: '=${inBraces('$json.agent.trim()')}' });\n`);
	write('test/a.once.test.ts', `run({ agent: '=${inBraces('$json.agent.trim()')}' });\n`);
	write('test/reliability/a.test.ts', `run({ agent: '=${inBraces('$json.agent.trim()')}' });\n`);
	write('test/column.test.ts', `run({ agent: '=${inBraces('$json.agent')}' });\n`);
	write('test/b.test.ts', "import { each } from './support/items';\nrun({ agent: each() });\n");
	write('test/c.test.ts', "import { plain } from './support/items';\nrun({ agent: plain });\n");
	write('test/deep/d.test.ts', `await ${evaluator}(work);\n`);
	write('test/support/evaluate.ts', `export const evaluate = async () => await ${evaluator}(work);\n`);
	write('test/e.test.ts', "import { evaluate } from './support/evaluate';\nawait evaluate();\n");
	write('test/support/bench/bench.ts', `export class Bench {\n\trun = async () => await ${evaluator}(work);\n}\n`);
	write('test/f.test.ts', "import { Bench } from './support/bench/bench';\nnew Bench().run();\n");
	afterAll(() => {
		rmSync(root, { recursive: true, force: true });
	});

	it('hold more than a column, use a helper that does, or call the evaluator, unless they are to run once', () => {
		expect(findExpressionTests(root)).toEqual([
			'test/a.test.ts',
			'test/b.test.ts',
			'test/deep/d.test.ts',
			'test/e.test.ts',
		]);
	});

	it('fail when they are not found', () => {
		expect(() => checkExpressionTest({ worker: { value: `=${inBraces('$json.agent.trim()')}` } })).toThrow(
			'test/architecture/expressionTests.test.ts evaluates an expression',
		);
	});

	it('are not held up without an expression', () => {
		expect(() => checkExpressionTest({ worker: { value: 'WK1' } })).not.toThrow();
		expect(() => checkExpressionTest({ worker: { value: `=${inBraces('$json.agent')}` } })).not.toThrow();
	});
});
