import { spawnSync } from 'node:child_process';
import { join } from 'node:path';

const root = join(__dirname, '../../../..');

const everyTest = ['--runInBand', '--testMatch', join(__dirname, 'everyTest.ts')];

/** East and west, without and with summer time, whole and half hours. The usual run has the zone of the machine, mostly UTC. */
const zones = {
	'Pacific/Kiritimati': -840,
	'America/St_Johns': 210,
};

/**
 * Everything again, in processes that live elsewhere. The process's own zone must make no difference: rrule, for one, is
 * four hours off under New York's, and ical.js reads a TZID without a VTIMEZONE by it.
 */
describe.each(Object.entries(zones))('in a process whose zone is %s', (zone, minutesWest) => {
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
