import { createZoneClock } from '../../../nodes/ShiftSchedule/model/calendar/zone';
import { adherenceTable } from '../../../nodes/ScheduleAdherence/model/answers/adherenceTable';
import { findingsOf, type Findings } from '../../../nodes/ScheduleAdherence/model/answers/findings';
import { exceptionKinds, type Tolerances } from '../../../nodes/ScheduleAdherence/model/comparison/kinds';
import { createStateComparer } from '../../../nodes/ScheduleAdherence/model/comparison/stateRules';
import { isBeyond } from '../../../nodes/ScheduleAdherence/model/comparison/totals';
import { readRecords } from '../../../nodes/ScheduleAdherence/model/rows/records';
import { kindNames } from '../../../nodes/ScheduleAdherence/node/kindNames';
import { lanePictures } from '../../../nodes/ScheduleAdherence/picture/adherencePictures';

const [zone, date] = ['Europe/Warsaw', '2026-11-24'];
const clock = createZoneClock(zone);
const day = Date.parse(date) / 86_400_000;
const at = (time: string): string => `${date}T${time}:00+01:00`;
const now = Date.parse(at('23:59'));

const shift = [
	['available', '09:00', '12:00'],
	['break', '12:00', '12:30'],
	['available', '12:30', '17:00'],
];

/** What each of them did. */
const days: Record<string, string[][]> = {
	'Anna Kowalska': [
		...[
			['offline', '08:00', '09:20'],
			['available', '09:20', '12:00'],
			['break', '12:00', '12:40'],
		],
		...[
			['available', '12:40', '17:00'],
			['offline', '17:00', '18:00'],
		],
	],
	'Ben Müller': [
		...[
			['offline', '08:00', '09:00'],
			['available', '09:00', '11:00'],
			['break', '11:00', '11:30'],
		],
		...[
			['available', '11:30', '16:57'],
			['offline', '16:57', '18:00'],
		],
	],
	'Carla Núñez': [
		...[
			['offline', '08:00', '09:00'],
			['available', '09:00', '12:00'],
			['break', '12:00', '12:30'],
		],
		...[
			['available', '12:30', '14:00'],
			['available', '15:00', '17:00'],
			['offline', '17:00', '18:00'],
		],
	],
};

const comparer = createStateComparer({ groups: [], neutral: [], work: ['available', 'busy'] });
export const fiveMinutes = Object.fromEntries(exceptionKinds.map((kind) => [kind, 300_000])) as Tolerances;

/** The worked example of docs/schedule-adherence.md. */
export function exampleFindings(): Findings[] {
	const people = Object.keys(days);
	const { records, problems } = readRecords(
		{
			scheduled: people.flatMap((agent) =>
				shift.map(([state, from, until]) => ({
					...{ agent, agentId: agent, desiredState: state, reason: state === 'break' ? 'Lunch' : '', zone },
					...{ start: at(from ?? ''), end: at(until ?? '') },
				})),
			),
			actual: people.flatMap((agent) =>
				(days[agent] ?? []).map(([state, from, until]) => ({
					...{ agent, agentId: agent, state, from: at(from ?? ''), until: at(until ?? '') },
				})),
			),
			excused: [],
		},
		{ clock, now, teamColumn: '', columns: {} },
	);
	if (problems[0]) throw new Error(problems[0].message);
	const options = { comparer, tolerances: fiveMinutes, until: now };
	return records.map(({ record }) => findingsOf(record, { first: day, last: day }, options));
}

/** The picture of it, as a PNG file. */
export async function adherenceDay(): Promise<Uint8Array> {
	const rows = adherenceTable(exampleFindings(), 'agent', { name: 'genesys', countsOutside: false });
	const agents = exampleFindings().map(({ record, pieces, exceptions }, index) => ({
		...{ record, pieces, exceptions: exceptions.filter((exception) => isBeyond(exception, fiveMinutes)) },
		remark: `${Math.round((rows[index]?.adherence ?? 0) * 10) / 10} %`,
	}));
	const window = { start: Date.parse(at('08:00')), end: Date.parse(at('18:00')) };
	const [picture] = await lanePictures(agents, window, 'Tuesday: were people where the roster said?', {
		...{ clock, now, stateOf: (actual) => comparer.commonStateOf(actual) },
		labelOf: ({ kind, start, end }) =>
			`${kindNames[kind].name.toLowerCase()} ${Math.round((end - start) / 60_000)}`,
	});
	if (!picture) throw new Error('no picture was drawn');
	return picture.png;
}
