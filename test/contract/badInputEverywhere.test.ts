import type { INodeExecutionData } from 'n8n-workflow';
import { fieldsOf, isAbout, MISTAKES, runGiven, textOf, titleOf } from '../support/pack/mistakes';
import { loadPack, type Pack } from '../support/pack/pack';
import { placed } from '../support/pack/tried';
import { useVendor } from '../support/pack/useVendor';
import { located, parametersOf, SUBJECTS } from '../support/pack/vendors';

const stage = useVendor();
let pack: Pack;

beforeAll(async () => {
	pack = await loadPack();
});

/** The input items that the output items come from. */
const itemsOf = (output: INodeExecutionData[]) => [
	...new Set(output.map(({ pairedItem }) => (pairedItem as { item: number }).item)),
];

describe('when the run goes on after a failed item', () => {
	it.each(Object.keys(SUBJECTS))('a mistake costs its own item alone, in every field of %s', async (node) => {
		for (const field of fieldsOf(pack, node)) {
			const bad = MISTAKES.flatMap(({ givenFor }) => Object.values(givenFor(field)));
			const last = bad.length + 1;
			const alone = await runGiven(stage, field, [field.good, field.good], 'continueErrorOutput');
			const sentAlone = stage.recorder.seen.length;

			const { out, failed, error } = await runGiven(
				stage,
				field,
				[field.good, ...bad, field.good],
				'continueErrorOutput',
			);

			expect({
				field: titleOf(field),
				error,
				failed: itemsOf(failed),
				wrong: failed.map(({ json }) => textOf(json.error)).filter((message) => !isAbout(field, message)),
				done: itemsOf(out),
				sent: stage.recorder.seen.length,
			}).toEqual({
				field: titleOf(field),
				error: undefined,
				failed: bad.map((_, at) => at + 1),
				wrong: [],
				done: itemsOf(alone.out).map((item) => (item === 0 ? 0 : last)),
				sent: sentAlone,
			});
		}
	});
});

describe('a way of choosing that a locator does not have', () => {
	it.each(Object.keys(SUBJECTS))('is refused before anything is sent, in every locator of %s', async (node) => {
		for (const field of fieldsOf(pack, node)) {
			if (field.mode === undefined) continue;
			const { operation, tried, property, good } = field;
			const other = ['name', 'identity', 'url'].find((way) => !property.modes?.some(({ name }) => name === way));
			const base = { ...parametersOf(node, operation.name), ...tried.context };
			const parameters = placed(tried, located(other ?? '', textOf(good)), base);

			const { error } = await stage.run(node, operation.name, parameters);

			const { message = '' } = error ?? {};
			expect({
				field: titleOf(field),
				message,
				isAbout: isAbout(field, message),
				sent: stage.recorder.seen.length,
			}).toEqual({
				field: titleOf(field),
				message: expect.stringContaining(`has no mode called "${other}"`) as string,
				isAbout: true,
				sent: 0,
			});
		}
	});
});
