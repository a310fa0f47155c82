import fc from 'fast-check';
import { createRecentEvents } from '../../../../nodes/shared/trigger/recentEvents';
import { seeded } from '../../ShiftSchedule/model/make';

const AT = 'https://n8n.example.com/webhook/1/webhook';
const many = (count: number, from = 0) => Array.from({ length: count }, (_, at) => `EZ${from + at}`);

describe('recent events', () => {
	it('lets every event through once, in whatever deliveries it comes', () => {
		const deliveries = fc.array(
			fc.array(
				fc.nat(50).map((at) => `EZ${at}`),
				{ maxLength: 20 },
			),
			{ maxLength: 20 },
		);
		fc.assert(
			fc.property(deliveries, (batches) => {
				const recent = createRecentEvents();
				const passed = batches.flatMap((ids) => {
					const isNew = recent.note(AT, ids, undefined);
					return ids.filter((_, at) => isNew[at]);
				});
				expect(passed).toEqual([...new Set(batches.flat())]);
			}),
			seeded(300),
		);
	});

	it('knows after a restart what n8n stored, and what another process stored', () => {
		const first = createRecentEvents();
		first.note(AT, many(500), undefined);
		const second = createRecentEvents();
		expect(second.note(AT, many(500), first.stored(AT))).not.toContain(true);
		expect(second.note(AT, many(1, 500), first.stored(AT))).toEqual([true]);
	});

	it('keeps the addresses apart', () => {
		const recent = createRecentEvents();
		expect(recent.note(AT, ['EZ1'], undefined)).toEqual([true]);
		expect(recent.note(`${AT}-test`, ['EZ1'], undefined)).toEqual([true]);
	});

	it('forgets the oldest, and stores no more than 6 kB', () => {
		const recent = createRecentEvents();
		recent.note(AT, many(10_001), undefined);
		expect(recent.stored(AT)).toHaveLength(6_000);
		expect(recent.note(AT, ['EZ1', 'EZ10000'], undefined)).toEqual([false, false]);
		expect(recent.note(AT, ['EZ0'], undefined)).toEqual([true]);
		for (let at = 0; at < 100; at++) recent.note(`${AT}/${at}`, ['EZ1'], undefined);
		expect(recent.note(AT, ['EZ10000'], undefined)).toEqual([true]);
	});

	it('takes nothing from a storage that holds something else', () => {
		for (const stored of [null, 7, {}, 'x'.repeat(7_000), 'no digests']) {
			expect(createRecentEvents().note(AT, ['EZ1'], stored)).toEqual([true]);
		}
	});
});
