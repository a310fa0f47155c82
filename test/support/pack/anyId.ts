import fc from 'fast-check';
import { ACTIVITY, PEOPLE, RESERVATION, TASK_CHANNEL, workerChannelSid } from '../../../simulators';
import type { FieldUnderTest } from './badInput';
import type { VendorStage } from './useVendor';

/** Pieces that could lead a request astray when they stand in an address. */
const PIECES = [
	...['..', '.', '/', '\\', '?', '#', '%2e', '%2F', '%', '@', '+', '*', ';', ':', '&', '=', ' '],
	...['0', 'a', 'ż', '😀', '\t', '\u2028', '\ufeff'],
];

const annasVoice = workerChannelSid(PEOPLE.anna.worker, TASK_CHANNEL.voice);

/** Any text, texts made of those pieces, and good ids of every kind. */
const anyId = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.string({ unit: 'grapheme' }),
	fc.array(fc.constantFrom(...PIECES), { maxLength: 6 }).map((parts) => parts.join('')),
	fc.stringMatching(/^[0-9*+]{1,10}$/),
	fc.constantFrom('@me', '@self', 'constructor', '__proto__', PEOPLE.anna.worker),
	fc.constantFrom(ACTIVITY.break, annasVoice, RESERVATION.bob, `RL${'a'.repeat(32)}`),
);

export interface Addressed<Name extends string> {
	field: Name;
	/** The address of the request, with the id under test as its only group. */
	address: RegExp;
	/** What is sent for a given id where that is not the id itself. */
	sent?: (id: string) => string;
}

/** Whatever ids are given, those that are not refused reach the record that they name, and no other. */
export function specifyAddresses<Name extends string>(
	stage: VendorStage,
	node: string,
	fields: Record<Name, FieldUnderTest>,
	addressed: Array<Addressed<NoInfer<Name>>>,
): void {
	describe('whatever text an id is', () => {
		it.each(addressed.map((one) => ({ ...fields[one.field], ...one })))(
			"no request reaches another record than the one that it names: '$label' of $operation",
			async ({ operation, parameters, address, sent = (id: string) => id }) => {
				await fc.assert(
					fc.asyncProperty(fc.array(anyId, { minLength: 20, maxLength: 40 }), async (ids) => {
						const items = ids.map((id) => ({ given: id }));
						const { out, failed, error } = await stage.run(node, operation, parameters, items, {
							onError: 'continueErrorOutput',
						});
						const reached = stage.recorder.seen.map(({ path }) =>
							decodeURIComponent(address.exec(path)?.[1] ?? ' another address'),
						);
						const named = out.map(({ pairedItem }) =>
							sent(ids[(pairedItem as { item: number }).item] ?? ''),
						);

						expect(error).toBeUndefined();
						expect(out.length + failed.length).toBe(ids.length);
						expect(reached.sort()).toEqual(named.sort());
					}),
					{ numRuns: 10 },
				);
			},
		);
	});
}
