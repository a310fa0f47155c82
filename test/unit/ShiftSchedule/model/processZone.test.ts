import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../../../..');

const everyTest = ['--runInBand', '--testMatch', join(__dirname, 'everyTest.ts')];

/** West, with summer time and half hours. `npm test` itself runs in the zone furthest to the east, without summer time. */
const zone = 'America/St_Johns';
const minutesWest = 210;

/**
 * Everything again, in a process that lives elsewhere. The process's own zone must make no difference: rrule, for one, is
 * four hours off under New York's, and ical.js reads a TZID without a VTIMEZONE by it.
 */
describe(`in a process whose zone is ${zone}`, () => {
	const env = { ...process.env, TZ: zone, AGENT_STATE_RUNS: '0.03' };

	it('the process is there', () => {
		const { stdout } = spawnSync(process.execPath, ['-p', 'new Date(2026, 0, 5).getTimezoneOffset()'], {
			env,
			encoding: 'utf8',
		});
		expect(Number(stdout)).toBe(minutesWest);
	});

	it('all tests of the model pass', () => {
		const { status, stderr } = spawnSync(
			process.execPath,
			[
				require.resolve('jest/bin/jest'),
				'--rootDir',
				root,
				'--config',
				join(root, 'jest.config.js'),
				...everyTest,
			],
			{ env, encoding: 'utf8', cwd: root },
		);
		expect(`${status ?? 'killed'}\n${stderr}`).toMatch(/^0\n/);
		expect(stderr).toMatch(/Tests:\s+[1-9]\d{3} passed/);
	});
});
