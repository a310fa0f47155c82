import path from 'node:path';
import { columnOf } from '../../../nodes/shared/n8n/column';
import { findExpressionTests, runsOnce } from '../expressionTests';

const root = path.resolve(__dirname, '../../..');

let found: string[] | undefined;

/**
 * Fails when a test runs a node with an expression that is more than a column and is not among {@link findExpressionTests}: `npm run test:vm` would
 * leave it out silently.
 * @param parameters of the node that the running test executes
 */
export function checkExpressionTest(parameters: unknown): void {
	// Outside of jest nothing is left out.
	if (typeof expect === 'undefined') return;
	const { testPath } = expect.getState();
	if (testPath === undefined || !holdsExpression(parameters)) return;
	const file = path.relative(root, testPath).split(path.sep).join('/');
	if (runsOnce(file)) return;
	found ??= findExpressionTests(root);
	if (!found.includes(file))
		throw new Error(
			`${file} evaluates an expression, but test/support/expressionTests.ts does not see it, so that "npm run test:vm" would leave it out. Write the expression into the test file itself, or repeat it there in a comment.`,
		);
}

/** n8n takes every text that begins with = for an expression; one that is only a column needs neither engine. */
function holdsExpression(value: unknown): boolean {
	if (typeof value === 'string') return value.startsWith('=') && columnOf(value) === undefined;
	if (typeof value !== 'object' || value === null) return false;
	return Object.values(value).some(holdsExpression);
}
