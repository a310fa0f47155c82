import { changesIn, timelineOf } from '../../../../../nodes/ShiftSchedule/model/answers/timeline';
import { agentIn, evaluationOf } from '../make';

const at = (time: string): number => Date.parse(`2026-01-05T${time}+01:00`);

describe('the changes of an agent', () => {
	const evaluation = evaluationOf([
		{
			...{ agent: 'anna', name: 'Anna', service: 'twilioTaskRouter' },
			...{ days: 'Mon', start: '09:00', end: '11:00', reason: 'phones' },
		},
	]);
	const anna = agentIn(evaluation, 'anna');

	it('say what there was before, and what there is from then on', () => {
		const rows = changesIn(evaluation, anna, { start: at('00:00'), end: at('23:00') });
		expect(rows).toEqual([
			{
				...{ agentId: 'anna', name: 'Anna', service: 'twilioTaskRouter', zone: 'Europe/Warsaw' },
				...{ at: at('09:00'), desiredState: 'available', reason: 'phones' },
				...{ previousState: 'offline', previousReason: '', dstNote: '' },
				source: { layer: 'shift', rule: 'shift', row: 1 },
			},
			expect.objectContaining({
				...{ at: at('11:00'), desiredState: 'offline', reason: '' },
				...{ previousState: 'available', previousReason: 'phones' },
			}),
		]);
	});

	it('are those at the start of a window, not those at its end', () => {
		const rows = changesIn(evaluation, anna, { start: at('09:00'), end: at('11:00') });
		expect(rows.map((row) => row.at)).toEqual([at('09:00')]);
	});
});

describe('the timeline of an agent', () => {
	const evaluation = evaluationOf([
		{ agent: 'anna', days: 'Mon', start: '09:00', end: '11:00' },
		{ agent: 'ben', kind: 'default', state: 'busy', zone: 'Asia/Tokyo' },
	]);

	it.each([
		['anna', ['10:00 11:00 60 available', '11:00 12:00 60 offline']],
		['ben', ['10:00 12:00 120 busy']],
	])('has every stretch, cut to the window: %s', (id, expected) => {
		const rows = timelineOf(evaluation, agentIn(evaluation, id), { start: at('10:00'), end: at('12:00') });
		const shown = (instant: number): string => new Date(instant + 3_600_000).toISOString().slice(11, 16);
		expect(
			rows.map(({ start, end, minutes, desiredState }) =>
				[shown(start), shown(end), minutes, desiredState].join(' '),
			),
		).toEqual(expected);
	});
});
