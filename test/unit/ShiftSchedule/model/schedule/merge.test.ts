import { rosterOf } from '../../../../../nodes/ShiftSchedule/model/roster/roster';
import { merge } from '../../../../../nodes/ShiftSchedule/model/schedule/merge';
import type { Row } from '../make';

const times = { days: 'Mon', start: '9:00', end: '17:00' };

const read = (...rows: Row[]) => {
	const { schedule, problems } = rosterOf(rows, { zone: 'Europe/Warsaw', dst: 'keepEnd' });
	expect(problems).toEqual([]);
	return schedule;
};

describe('agents of several schedules', () => {
	it('who are written in several ways are one, by the first of them', () => {
		const { agents, rules } = merge(
			read({ agent: 'Anna Nowak', ...times }),
			read({ agent: 'anna  NOWAK', ...times }, { agent: 'Bob', ...times }),
		);
		expect(agents.map(({ id, name }) => [id, name])).toEqual([
			['Anna Nowak', 'Anna Nowak'],
			['Bob', 'Bob'],
		]);
		expect(rules.map((rule) => rule.agents)).toEqual([['Anna Nowak'], ['Anna Nowak'], ['Bob']]);
	});

	it('are as the first schedule has them that has a row of theirs', () => {
		const listed = read({ agent: 'ANNA', kind: 'agent', name: 'Anna Nowak', zone: 'Asia/Tokyo' });
		const { agents } = merge(read({ agent: 'anna', ...times }), listed, read({ agent: 'Anna', kind: 'agent' }));
		expect(agents).toEqual([expect.objectContaining({ id: 'anna', name: 'Anna Nowak', zone: 'Asia/Tokyo' })]);
	});

	it('two spellings in one cell are one agent', () => {
		const { rules } = merge(read({ agent: 'anna', ...times }), read({ agent: 'Anna; bob', ...times }));
		expect(rules.map((rule) => rule.agents)).toEqual([['anna'], ['anna', 'bob']]);
	});
});

it('entries for everyone are for everyone in all schedules', () => {
	const { rules, breaks } = merge(
		read({ agent: 'anna', ...times }, { agent: 'all', kind: 'break', start: '12:00', end: '12:30', days: 'Mon' }),
		read({ agent: 'all', kind: 'holiday', from: '2026-12-25', name: 'Christmas' }, { agent: 'bob', ...times }),
	);
	expect(rules.map((rule) => rule.agents)).toEqual([['anna'], 'all', ['bob']]);
	expect(breaks.map((pause) => pause.agents)).toEqual(['all']);
});

it('swaps are those of all schedules, their agents by the first spelling', () => {
	const { swaps } = merge(
		read({ agent: 'anna', ...times }, { agent: 'bob', ...times }),
		read(
			{ agent: 'Anna', ...times },
			{ agent: 'Bob', ...times },
			{ agent: 'Anna', kind: 'swap', with: 'BOB', from: '2026-11-23' },
		),
	);
	expect(swaps).toEqual([expect.objectContaining({ pair: ['anna', 'bob'] })]);
	expect(swaps[0]).toHaveProperty('days');
});

it('headcounts are those of all schedules', () => {
	const needed = { kind: 'needed', state: 'available', from: '9:00', until: '17:00', days: 'Mon' };
	const { requirements } = merge(read({ ...needed, needed: 2 }), read({ ...needed, needed: 3 }));
	expect(requirements.map((one) => one.needed)).toEqual([2, 3]);
});
