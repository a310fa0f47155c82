import { flatten, mergeSegments } from '../../../../../nodes/ShiftSchedule/model/schedule/layers';
import type { Assignment } from '../../../../../nodes/ShiftSchedule/model/schedule/types';

const assignment = (start: number, end: number, priority: number, reason = ''): Assignment => ({
	...{ start, end, reason, state: 'busy', dstNote: '' },
	source: { layer: 'shift', rule: 'shift', row: 1 },
	precedence: { layer: 'shift', isBackground: false, priority, start, row: 1 },
});

const held = (...assignments: Assignment[]): string[] =>
	flatten(assignments).map(({ start, end, assignment: { precedence } }) => `${start}-${end}: ${precedence.priority}`);

describe('among assignments', () => {
	it('the highest holds, and none where there is none', () => {
		expect(held(assignment(0, 10, 1), assignment(2, 4, 2), assignment(20, 30, 1))).toEqual([
			'0-2: 1',
			'2-4: 2',
			'4-10: 1',
			'20-30: 1',
		]);
	});

	it('one without length never holds', () => {
		expect(held(assignment(0, 10, 1), assignment(5, 5, 2))).toEqual(['0-10: 1']);
	});

	it('those that meet and say the same are one segment', () => {
		const assignments = [
			assignment(0, 5, 1),
			assignment(5, 10, 2),
			assignment(10, 15, 1, 'phones'),
			assignment(20, 25, 1, 'phones'),
		];
		expect(mergeSegments(flatten(assignments)).map(({ start, end }) => `${start}-${end}`)).toEqual([
			'0-10',
			'10-15',
			'20-25',
		]);
	});
});
