import { rosterOf } from '../../../nodes/ShiftSchedule/model/roster/roster';
import { openEvaluation } from '../../../nodes/ShiftSchedule/model/schedule/evaluation';
import { picturesOf } from '../../../nodes/ShiftSchedule/picture/picture';

const team = [
	['anna', 'Anna Kowalska', 'Early'],
	['ben', 'Ben Müller', 'Early'],
	['chloe', 'Chloë Dąbrowska', 'Late'],
	['dimitra', 'Dimitra Papadopoulou', 'Late'],
	['elif', 'Elif Demir', 'Early'],
	['frank', 'Frank Weber', 'Late'],
	['grace', 'Grace O’Neill', 'Day'],
	['hana', 'Hana Nováková', 'Early'],
	['igor', 'Igor Żółć', 'Night'],
	['jun', 'Jun Tanaka', 'Night'],
	['karim', 'Karim El-Sayed', 'Weekend'],
].map(([agent, name, shift]) => ({ agent, name, shift }));

const shifts = {
	Early: { days: 'Mon-Fri', start: '06:00', end: '14:00' },
	Late: { days: 'Mon-Fri', start: '14:00', end: '22:00' },
	Day: { days: 'Mon-Fri', start: '09:00', end: '17:00' },
	Night: { start: '22:00', end: '06:00' },
	Weekend: { days: 'Sat, Sun', start: '08:00', end: '20:00' },
};

/** A team with something of everything: the picture of the documents, drawn as the node draws it. */
export async function twoWeeks(): Promise<Uint8Array> {
	const rows = [
		{ kind: 'agent', agent: 'grace', name: 'Grace O’Neill', zone: 'America/New_York' },
		...team.map(({ agent, name, shift }) => ({
			...{ agent, shift, ...(agent !== 'grace' && { name }) },
			...shifts[shift as keyof typeof shifts],
			...(shift === 'Night' && { rotation: '4 on 4 off from 2026-10-22', step: agent === 'jun' ? 5 : 1 }),
		})),
		{ kind: 'break', agent: '*', start: '4h after start', end: '30m', reason: 'Lunch' },
		{ kind: 'shift', agent: 'karim', shift: 'Training', days: 'Wed', start: '09:00', end: '15:00', state: 'busy' },
		{ kind: 'leave', agent: 'ben', shift: 'Vacation', from: '2026-10-21', until: '2026-10-23' },
		{ kind: 'swap', agent: 'anna', with: 'chloe', from: '2026-10-22' },
		{ kind: 'extra', agent: 'dimitra', shift: 'Extra', from: '2026-10-24', start: '10:00', end: '16:00' },
		{
			...{ kind: 'temporary', agent: 'hana', shift: 'Project', days: 'Mon-Fri' },
			...{ from: '2026-10-26', until: '2026-10-30', start: '10:00', end: '16:00' },
		},
		{ kind: 'holiday', agent: '*', shift: 'All Saints', from: '2026-11-01' },
	];
	const { schedule, problems } = rosterOf(rows, { zone: 'Europe/Warsaw', dst: 'keepEnd' });
	if (problems[0]) throw new Error(JSON.stringify(problems[0]));
	const run = openEvaluation(schedule);
	const clock = run.clock('Europe/Warsaw');
	const [start, end] = ['2026-10-19', '2026-11-02'].map((date) => clock.instantOf(Date.parse(date) / 60_000));
	const [picture] = await picturesOf(
		run,
		{ start: start ?? 0, end: end ?? 0 },
		{ title: 'Support, weeks 43 and 44' },
	);
	if (!picture) throw new Error('no picture was drawn');
	return picture.png;
}
