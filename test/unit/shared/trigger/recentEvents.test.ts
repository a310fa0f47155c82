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

describe('what is stored', () => {
	it('is a digest of twelve signs for each event, the newest last', () => {
		const recent = createRecentEvents();
		expect(recent.stored(AT)).toBe('');
		recent.note(AT, ['a', 'b', 'a'], undefined);
		expect(recent.stored(AT)).toBe('ca978112ca1b3e23e8160039');
	});

	it.each([
		[500, false],
		[501, true],
	])('of %d events is read whole or not at all', (count, isNew) => {
		const digests = Array.from({ length: count - 1 }, (_, at) => at.toString(16).padStart(12, '0')).join('');
		expect(createRecentEvents().note(AT, ['a'], `${digests}ca978112ca1b`)).toEqual([isNew]);
	});

	it('is added to what this process knows', () => {
		const recent = createRecentEvents();
		recent.note(AT, ['b'], undefined);
		expect(recent.note(AT, ['a', 'b', 'c'], 'ca978112ca1b')).toEqual([false, false, true]);
		expect(recent.stored(AT)).toBe('3e23e8160039ca978112ca1b2e7d2c03a950');
	});
});

it('a hundred addresses are remembered, those that were heard of last', () => {
	const recent = createRecentEvents();
	const address = (at: number) => `${AT}/${at}`;
	for (let at = 0; at < 100; at++) recent.note(address(at), ['EZ1'], undefined);
	expect(recent.note(address(0), ['EZ1'], undefined)).toEqual([false]);
	recent.note(address(100), ['EZ1'], undefined);
	expect(recent.stored(address(1))).toBe('');
	expect(recent.note(address(0), ['EZ1'], undefined)).toEqual([false]);
	expect(recent.note(address(2), ['EZ1'], undefined)).toEqual([false]);
});
