import { isAbout, fieldsOf, MISTAKES, runGiven, titleOf } from '../support/pack/mistakes';
import { loadPack, type Pack } from '../support/pack/pack';
import { useVendor } from '../support/pack/useVendor';
import { SUBJECTS } from '../support/pack/vendors';

// The same values meet both expression engines in badInputEverywhere.test.ts, all those of a field in one run.
const stage = useVendor();
let pack: Pack;

beforeAll(async () => {
	pack = await loadPack();
});

describe.each(MISTAKES)('$mistake', ({ givenFor, says }) => {
	it.each(Object.keys(SUBJECTS))('stops the run before anything is sent, in every field of %s', async (node) => {
		for (const field of fieldsOf(pack, node)) {
			// The same field by id or identity is refused at the same time.
			if (field.mode === 'list' || field.mode === 'name') continue;
			for (const [what, given] of Object.entries(givenFor(field))) {
				const { error, out } = await runGiven(stage, field, [field.good, given, field.good]);

				const { message = '' } = error ?? {};
				expect({
					field: titleOf(field),
					what,
					message,
					isAbout: isAbout(field, message),
					description: error?.description,
					item: error?.context?.itemIndex,
					out,
					sent: stage.recorder.seen.length,
				}).toEqual({
					field: titleOf(field),
					what,
					message: expect.stringMatching(says) as string,
					isAbout: true,
					description: expect.stringContaining('Nothing was sent') as string,
					item: 1,
					out: [],
					sent: 0,
				});
			}
		}
	});

	it('can be made in some field', () => {
		const fields = Object.keys(SUBJECTS).flatMap((node) => fieldsOf(pack, node));

		expect(fields.filter((field) => Object.keys(givenFor(field)).length > 0)).not.toEqual([]);
	});
});
