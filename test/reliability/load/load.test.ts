import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { root } from '../../architecture/imports';
import { section } from '../section';
import type { Day } from './day';

const isWhole = process.env.AGENT_STATE_RELIABILITY === 'whole';

interface Load {
	what: string;
	subject: string;
	ticks: number;
	size: number;
	/** The most that n8n may have to store between two runs, in bytes. */
	staticData: number;
}

const days: Load[] = [
	{ what: 'TaskRouter, 1,000 agents', subject: 'taskRouter', ticks: 288, size: 1_000, staticData: 100 },
	{ what: 'TaskRouter, 15,000 agents', subject: 'taskRouter', ticks: 36, size: 15_000, staticData: 100 },
	{ what: 'VoipNow, 3 agents in each of 200 queues', subject: 'voipNow', ticks: 36, size: 200, staticData: 100 },
	{ what: 'Conpeek, 500 agents', subject: 'conpeek', ticks: 36, size: 500, staticData: 100_000 },
	{ what: 'Shift Schedule, 10,000 rows', subject: 'roster', ticks: 36, size: 10_000, staticData: 100 },
	{ what: 'Agent State Trigger, 15,000 agents', subject: 'trigger', ticks: 36, size: 15_000, staticData: 1_000_000 },
];
const short: Load[] = [{ what: 'TaskRouter, 200 agents', subject: 'taskRouter', ticks: 2, size: 200, staticData: 100 }];

/** From the end of the first hour on: what grows with each run would be twelve times as much after each further hour. */
const MOST_GROWTH = 1.1;

const megabytes = (bytes: number) => (bytes / 2 ** 20).toFixed(1);

async function live({ subject, ticks, size }: Load): Promise<Day> {
	const script = path.join(__dirname, 'day.ts');
	const args = ['--expose-gc', '--import', 'tsx', script, subject, String(ticks), String(size)];
	const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: root, timeout: 10 * 60_000 });
	return JSON.parse(stdout.slice(stdout.lastIndexOf('\n{') + 1)) as Day;
}

it.each(isWhole ? days : short)('$what, $ticks runs: nothing grows and nothing is left', async (load) => {
	const { heapByHour, staticData, outcomes, left } = await live(load);
	const [, secondHour] = heapByHour;
	const heaps = heapByHour.map(megabytes).join(', ');
	process.stdout.write(
		`${load.what}: ${heaps} MB of heap, ${staticData} bytes stored, ${JSON.stringify(outcomes)}\n`,
	);
	expect(left).toEqual([]);
	expect(staticData).toBeLessThanOrEqual(load.staticData);
	expect(Object.keys(outcomes)).not.toContain('failed');
	if (secondHour !== undefined) expect(heapByHour.at(-1)).toBeLessThan(MOST_GROWTH * secondHour);
});

if (isWhole) {
	it('leaves its figures', () => {
		const rows = days.map(
			({ what, ticks, staticData }) =>
				`| ${what} | ${ticks} | under ${Math.round(MOST_GROWTH * 100 - 100)} % | under ${staticData.toLocaleString('en')} bytes |`,
		);
		section('load').hold(
			[
				'| what | runs | growth of the heap after the second hour | stored between two runs |',
				'| --- | --- | --- | --- |',
				...rows,
			].join('\n'),
		);
	});
}
