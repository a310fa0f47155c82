// `npm test`: everything that must hold before a change is good, quickest first. Arguments are handed to jest.
// Node built-ins only: on a clean checkout this runs before anything is installed.
import { installIfStale } from './support/install.mjs';
import { runJest } from './support/runJest.mjs';
import { installed, step, StepFailed, together, verdict } from './support/steps.mjs';

async function typesAndBuild() {
	// The build checks the types of the pack.
	await step('build', installed('gulp/bin/gulp.js', 'build'), { together: true });
	await step('types of tests and demo', installed('typescript/bin/tsc', '--project', 'test'), { together: true });
}

try {
	await installIfStale();
	await together(
		step('lint', installed('eslint/bin/eslint.js', '.', '--max-warnings', '0'), { together: true }),
		typesAndBuild(),
	);
	await step("n8n's verification scan", [process.execPath, 'test/verification/scan.mjs']);
	// As far from the usual machine's zone, UTC, as can be: no test may depend on where it runs.
	const env = { TZ: 'Pacific/Kiritimati' };
	verdict(await runJest({ name: 'tests', args: process.argv.slice(2), env }));
} catch (reason) {
	if (!(reason instanceof StepFailed)) throw reason;
	verdict({ passed: 0, failed: 1 }, `Stopped: ${reason.message}.`);
}
