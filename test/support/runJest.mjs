import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { installed, step, StepFailed } from './steps.mjs';

/**
 * Runs jest and counts by its own report, not by its text.
 * @param {{ name: string, node?: string, args?: string[], env?: Record<string, string> }} options node: another Node than this one
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runJest({ name, node = process.execPath, args = [], env = {} }) {
	const folder = mkdtempSync(join(tmpdir(), 'agent-state-report-'));
	const report = join(folder, 'jest.json');
	const [, ...command] = installed('jest/bin/jest.js', '--json', `--outputFile=${report}`, ...args);
	try {
		const ended = await step(name, [node, ...command], { env }).then(
			() => true,
			(reason) => {
				if (reason instanceof StepFailed) return false;
				throw reason;
			},
		);
		return count(existsSync(report) ? JSON.parse(readFileSync(report, 'utf8')) : undefined, ended);
	} finally {
		rmSync(folder, { recursive: true, force: true });
	}
}

/** A file that could not even load counts as one failure; so does a jest that ends badly without naming one. */
function count(report, ended) {
	const passed = report?.numPassedTests ?? 0;
	const failed = (report?.numFailedTests ?? 0) + (report?.numRuntimeErrorTestSuites ?? 0);
	return { passed, failed: ended ? failed : Math.max(failed, 1) };
}
