import { allDay, checked, messages } from './checked';

describe('gaps', () => {
	const rows = [
		{ ...allDay, agent: 'anna', start: '0:00', end: '12:00' },
		{ ...allDay, agent: 'ben', start: '11:00', end: '24:00', days: 'Mon-Sat' },
	];

	it('are the times when nobody is there', () => {
		const { findings, summary } = checked(rows);
		expect(findings).toEqual([
			{
				...{ kind: 'gap', agentId: '', state: 'available', rule: '', row: null, minutes: 720 },
				...{ start: '2026-01-11T12:00:00+01:00', end: '2026-01-12T00:00:00+01:00' },
				...{ needed: 1, scheduled: 0 },
				message: 'nobody is available from Sun 11 Jan 12:00 to Mon 12 Jan 00:00',
			},
		]);
		expect(summary).toEqual({
			...{ agents: 2, gaps: 1, gapMinutes: 720, shortfalls: 0, shortfallMinutes: 0 },
			...{ overlaps: 0, unknownAgents: 0, unreachableRules: 0, longShifts: 0 },
			...{ coveredPercent: { available: 92.85 }, isFine: false },
		});
	});

	it('are none where all is covered', () => {
		const halves = [
			{ ...allDay, end: '12:00' },
			{ ...allDay, start: '12:00' },
		];
		expect(checked(halves)).toMatchObject({
			findings: [],
			summary: { isFine: true, coveredPercent: { available: 100 } },
		});
	});

	it('may be asked for more agents, and for each of several states', () => {
		const found = messages('gap', rows, { minimum: 2 });
		expect(found).toHaveLength(7);
		expect(found[0]).toBe('only 1 of 2 needed agents is available from Mon 5 Jan 00:00 to Mon 5 Jan 11:00');
		const { summary } = checked([allDay], { states: ['available', 'busy'] });
		expect(summary).toMatchObject({ gaps: 1, coveredPercent: { available: 100, busy: 0 } });
	});
});

describe('unknown agents', () => {
	it('are those without a row of their own, where others have one', () => {
		const rows = [{ agent: 'anna', kind: 'agent' }, allDay, { ...allDay, agent: 'bne' }];
		expect(messages('unknownAgent', rows)).toEqual(['agent bne has no row of kind "agent", as others have']);
		expect(messages('unknownAgent', [allDay])).toEqual([]);
	});

	it('are those that the service does not know, where it was asked', () => {
		expect(messages('unknownAgent', [allDay], { known: ['ben'] })).toEqual([
			"agent anna is not among 'Known Agents'",
		]);
		expect(messages('unknownAgent', [allDay], { known: ['anna'] })).toEqual([]);
		expect(messages('unknownAgent', [allDay], { known: [] })).toEqual(["agent anna is not among 'Known Agents'"]);
	});
});
