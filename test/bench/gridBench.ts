import { createRequire } from 'node:module';
import { join } from 'node:path';

import { median } from './bench';
import type { Bench, Figure } from './bench';

const AGENTS = 400;
const DAYS = 31;
const MOST_MS = 300;

const codes = ['E', 'L', 'N', 'OFF', 'AL', '', '09:00-17:00', 'E/TR', '8-12, 13-17'];
const legend = [
	['E', '07:00-15:00', ''],
	['L', '14:00-22:00', ''],
	['N', '22:00-06:00', ''],
	['TR', '16:00-17:00', 'busy'],
].map(([code = '', times = '', means = '']) => ({
	...{ place: 'Legend', code, times, means },
	...{ reason: '', pause: '', days: '' },
}));

/** A grid of a month, read into a schedule in this process: no n8n is in it. */
export async function gridFigures({ root, pairs, progress }: Bench): Promise<Figure[]> {
	const require = createRequire(__filename);
	const from = (name: string): unknown => require(join(root, 'dist/nodes/ShiftSchedule/model', name));
	const { readGrid } = from('roster/grid/grid') as typeof import('../../nodes/ShiftSchedule/model/roster/grid/grid');
	const zones = from('calendar/zone') as typeof import('../../nodes/ShiftSchedule/model/calendar/zone');
	const clock = zones.createZoneClock('Europe/Warsaw');
	const headings = Array.from({ length: DAYS }, (_, day) => `2026-10-${String(day + 1).padStart(2, '0')}`);
	const items = Array.from({ length: AGENTS }, (_, agent) => ({
		Employee: `agent${agent}`,
		...Object.fromEntries(headings.map((heading, day) => [heading, codes[(agent + day * 3) % codes.length]])),
	}));
	const timed = (): number => {
		const begun = performance.now();
		const read = readGrid(items, {
			...{ clock, today: zones.dayAt(clock, Date.UTC(2026, 9, 15)), columns: {}, leaveOut: [], legend },
			...{ emptyCells: 'unknown', cellsHold: 'any', roster: { zone: 'Europe/Warsaw', dst: 'keepEnd' } },
		});
		const ms = performance.now() - begun;
		if (read.kind === 'problem') throw new Error(read.problem);
		if (read.value.problems[0]) throw new Error(read.value.problems[0].problem);
		return ms;
	};
	// The first run of any code is slow, which is nobody's grid.
	timed();
	const label = `G: a grid of ${AGENTS} agents and ${DAYS} days`;
	const measured = await progress.step(
		label,
		async () => await Promise.resolve(Array.from({ length: pairs }, timed)),
	);
	const ms = median(measured);
	return [
		{
			...{ benchmark: 'G', what: `a grid of ${AGENTS} agents × ${DAYS} days read`, value: `${ms.toFixed(0)} ms` },
			target: { words: `≤ ${MOST_MS} ms`, held: ms <= MOST_MS },
		},
	];
}
