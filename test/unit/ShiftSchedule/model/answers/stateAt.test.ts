import { HORIZON_DAYS } from '../../../../../nodes/ShiftSchedule/model/answers/stateAt';
import { evaluationOf, stateOf } from '../make';

const DAY = 86_400_000;

describe('the state at an instant', () => {
	it('says until when it holds over 400 days, and no further', () => {
		const evaluation = evaluationOf([
			{ agent: 'anna', kind: 'extra', from: '2027-06-01', start: '09:00', end: '10:00' },
		]);
		const daysFrom = (instant: string, days: number) =>
			stateOf(evaluation, 'anna', new Date(Date.parse(instant) + days * DAY).toISOString());
		const [start, end] = ['2027-06-01T07:00:00Z', '2027-06-01T08:00:00Z'];

		expect(HORIZON_DAYS).toBe(400);
		expect(daysFrom(start, -399).until).toBe('2027-06-01T09:00:00+02:00');
		expect(daysFrom(start, -401).until).toBeUndefined();
		expect(daysFrom(end, 399).since).toBe('2027-06-01T10:00:00+02:00');
		expect(daysFrom(end, 401).since).toBeUndefined();
	});

	it('finds a change far off on one side, though that on the other is near', () => {
		const evaluation = evaluationOf([
			{ agent: 'anna', kind: 'leave', state: 'busy', from: '2026-01-05', until: '2026-01-31' },
		]);
		for (const now of ['2026-01-05T12:00+01:00', '2026-01-31T12:00+01:00']) {
			expect(stateOf(evaluation, 'anna', now)).toMatchObject({
				...{ since: '2026-01-05T00:00:00+01:00', until: '2026-02-01T00:00:00+01:00' },
			});
		}
	});

	it('ends where the reason alone changes', () => {
		const evaluation = evaluationOf([
			{ agent: 'anna', days: 'Mon', start: '09:00', end: '10:00', reason: 'phones' },
			{ agent: 'anna', days: 'Mon', start: '10:00', end: '11:00', reason: 'chat' },
			{ agent: 'anna', days: 'Mon', start: '11:00', end: '12:00', reason: 'chat' },
		]);
		expect(stateOf(evaluation, 'anna', '2026-01-05T09:30+01:00')).toMatchObject({
			...{ until: '2026-01-05T10:00:00+01:00', nextState: 'available' },
		});
		expect(stateOf(evaluation, 'anna', '2026-01-05T10:30+01:00').until).toBe('2026-01-05T12:00:00+01:00');
	});

	it('says whom it is about', () => {
		const evaluation = evaluationOf([
			{ agent: 'ben', kind: 'agent', name: 'Ben', service: 'conpeek', zone: 'Asia/Tokyo' },
		]);
		expect(stateOf(evaluation, 'ben', '2026-01-05T12:00Z')).toMatchObject({
			...{ agentId: 'ben', name: 'Ben', service: 'conpeek', zone: 'Asia/Tokyo' },
		});
	});

	it('is none at what is not an instant', () => {
		const evaluation = evaluationOf([{ agent: 'anna', kind: 'agent' }]);
		expect(() => stateOf(evaluation, 'anna', 'never')).toThrow('NaN is not an instant');
	});
});
