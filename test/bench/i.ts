import { createRequire } from 'node:module';
import { join } from 'node:path';

import { atMost, median, seconds } from './bench';
import type { Bench, Figure } from './bench';

type Records = typeof import('../../nodes/ScheduleAdherence/model/rows/records');
type Answers = typeof import('../../nodes/ScheduleAdherence/model/answers/findings');
type Table = typeof import('../../nodes/ScheduleAdherence/model/answers/adherenceTable');
type Rules = typeof import('../../nodes/ScheduleAdherence/model/comparison/stateRules');
type Zone = typeof import('../../nodes/ShiftSchedule/model/calendar/zone');

const DAYS = 31;
const MOST_MS = 3000;
const FLAT = 1.3;
const [MINUTE, DAY] = [60_000, 86_400_000];
/** The clocks of Europe change within the month. */
const FIRST = Date.parse('2026-10-05T00:00:00Z');
const TOLERANCE = 5 * MINUTE;

/** The model as it ships: what a loader adds to the sources costs as much as some of what is measured. */
function load(root: string) {
	const require = createRequire(__filename);
	const from = (name: string): unknown => require(join(root, 'dist/nodes', name));
	return {
		...(from('ScheduleAdherence/model/rows/records') as Records),
		...(from('ScheduleAdherence/model/answers/findings') as Answers),
		...(from('ScheduleAdherence/model/answers/adherenceTable') as Table),
		...(from('ScheduleAdherence/model/comparison/stateRules') as Rules),
		...(from('ShiftSchedule/model/calendar/zone') as Zone),
	};
}
type Model = ReturnType<typeof load>;

/** What the adherence of a month costs, in this process, from the rows of both inputs to those that come out. */
export async function run({ root, pairs, quick, progress }: Bench): Promise<Figure[]> {
	const model = load(root);
	const sizes = quick ? [10, 40] : [10, 100, 400];
	const found = new Map<number, number[]>(sizes.map((agents) => [agents, []]));
	const inputs = new Map(sizes.map((agents) => [agents, rowsOf(agents)]));
	await progress.step(`I: adherence of ${DAYS} days, ${sizes.join(', ')} agents`, async () => {
		// The first runs of any code are slow, which is nobody's month.
		for (let warm = 0; warm < 3; warm++) monthOf(model, inputs.get(10), 10);
		for (let pair = 0; pair < pairs; pair++) {
			for (const agents of sizes) {
				// As many agents in all, so that a short run is measured as well as a long one.
				const times = Math.max(1, Math.floor(100 / agents));
				const begun = performance.now();
				for (let time = 0; time < times; time++) monthOf(model, inputs.get(agents), agents);
				found.get(agents)?.push((performance.now() - begun) / times);
			}
		}
		await Promise.resolve();
	});
	const [least = 0, most = 0] = [sizes[0], sizes.at(-1)];
	const ms = (agents: number) => median(found.get(agents) ?? []);
	return [
		...sizes.map((agents) => ({
			benchmark: 'I',
			what: `adherence of ${DAYS} days, ${agents} agents, each`,
			value: `${(ms(agents) / agents).toFixed(2)} ms`,
		})),
		{
			benchmark: 'I',
			what: `adherence of ${DAYS} days, ${most} agents`,
			value: seconds(ms(most)),
			target: { words: `≤ ${seconds(MOST_MS)}`, held: ms(most) <= MOST_MS },
		},
		atMost('I', `the same, ${most} ÷ ${least} agents, per agent`, ms(most) / most / (ms(least) / least), FLAT),
	];
}

interface Rows {
	scheduled: Array<Record<string, unknown>>;
	actual: Array<Record<string, unknown>>;
}

function monthOf(model: Model, rows: Rows | undefined, agents: number): void {
	const clock = model.createZoneClock('Europe/Warsaw');
	const now = FIRST + (DAYS + 1) * DAY;
	const { scheduled = [], actual = [] } = rows ?? {};
	const read = model.readRecords({ scheduled, actual, excused: [] }, { clock, now, teamColumn: '', columns: {} });
	if (read.problems[0]) throw new Error(read.problems[0].message);
	const comparer = model.createStateComparer({ groups: [], neutral: [], work: ['available', 'busy'] });
	const kinds = ['lateStart', 'earlyLeave', 'longBreak', 'earlyBreak', 'missedBreak', 'unscheduledAbsence'] as const;
	const tolerances = {
		...(Object.fromEntries(kinds.map((kind) => [kind, TOLERANCE])) as Record<(typeof kinds)[number], number>),
		...{ otherState: TOLERANCE, unscheduledWork: TOLERANCE },
	};
	const first = FIRST / DAY;
	const findings = read.records.map(({ record }) =>
		model.findingsOf(record, { first, last: first + DAYS - 1 }, { comparer, tolerances, until: now }),
	);
	const table = model.adherenceTable(findings, 'agentDay', { name: 'genesys', countsOutside: true });
	if (table.length !== agents * DAYS) throw new Error(`${table.length} rows instead of ${agents * DAYS}`);
}

/** A shift with two breaks on every day, and what the agent did: ten states, some of them late or long. */
function rowsOf(agents: number): Rows {
	const rows: Rows = { scheduled: [], actual: [] };
	const iso = (ms: number) => new Date(ms).toISOString();
	for (let agent = 0; agent < agents; agent++) {
		const id = `agent${agent}`;
		for (let day = 0; day < DAYS; day++) {
			const begin = FIRST + day * DAY + 7 * 60 * MINUTE;
			const at = (minutes: number) => iso(begin + minutes * MINUTE);
			const off = (agent * 7 + day * 3) % 11;
			for (const [desiredState, from, until] of [
				...([
					['available', 0, 120] as const,
					['break', 120, 135] as const,
					['available', 135, 300] as const,
				] as const),
				...([['break', 300, 330] as const, ['available', 330, 480] as const] as const),
			]) {
				rows.scheduled.push({
					...{ agent: id, agentId: id, desiredState, reason: desiredState === 'break' ? 'Lunch' : '' },
					...{ service: 'twilioTaskRouter', zone: 'Europe/Warsaw', start: at(from), end: at(until) },
				});
			}
			const edges = [-420, off, 120, 135 + off, 220, 230, 300 - off, 330, 400, 480 + off, 1020];
			const states = [
				'offline',
				'available',
				'break',
				'available',
				'busy',
				'available',
				'break',
				'available',
				'busy',
			];
			for (const [index, from] of edges.slice(0, -1).entries()) {
				const [state, until = from] = [states[index] ?? 'offline', edges[index + 1]];
				rows.actual.push({
					...{ agent: id, state, native: state, from: at(from), until: at(until) },
					...{ service: 'twilioTaskRouter', agentId: id },
				});
			}
		}
	}
	return rows;
}
