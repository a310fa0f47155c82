import type { IDataObject, INodeParameters } from 'n8n-workflow';
import type { Given, GivenValues } from './badValues';
import type { VendorStage } from './useVendor';

/** The field under test is an expression, as in a real bulk update: the editor has checked nothing. */
export const GIVEN = '={{ $json.given }}';

export interface FieldUnderTest {
	/** Such as `worker.update`. */
	operation: string;
	/** What the form calls the field, and so must the error. */
	label: string;
	/** With `GIVEN` where the value under test goes. */
	parameters: INodeParameters;
	/** A value that is carried out. */
	good: IDataObject[string];
	/** How the error begins, which tells the person which agent it is about. */
	names: string;
	/** How many requests a good item leads to; one unless told otherwise. */
	requests?: number;
	/** How many requests a run makes once, however many items it has. */
	onceMore?: number;
}

/** One thing that a person can do wrong, and what the error says about it. */
export interface Mistake<Name extends string> {
	/** Completes the sentence "given …, the node …". */
	mistake: string;
	fields: Name[];
	/** By what each is; a function where that depends on what would be right. */
	given: GivenValues | ((good: string) => GivenValues);
	says: RegExp;
}

interface BadValue {
	what: string;
	given: Given;
	says: RegExp;
}

function badValuesOf<Name extends string>(mistakes: Array<Mistake<Name>>, name: Name, good: FieldUnderTest['good']) {
	const goodText = typeof good === 'string' ? good : '';
	return mistakes
		.filter(({ fields }) => fields.includes(name))
		.flatMap(({ given, says }) =>
			Object.entries(typeof given === 'function' ? given(goodText) : given).map(([what, value]): BadValue => ({
				what,
				given: value,
				says,
			})),
		);
}

/** Agents' ids hold characters that mean something in a pattern. */
const startingWith = (text: string) => new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')}`);

/** Every mistake in every field it can be made in: with and without the other items going on. */
export function specifyBadInput<Name extends string>(
	stage: VendorStage,
	node: string,
	fields: Record<Name, FieldUnderTest>,
	mistakes: Array<Mistake<NoInfer<Name>>>,
): void {
	const names = Object.keys(fields) as Name[];

	describe.each(mistakes)('$mistake', (mistake) => {
		const cases = mistake.fields.flatMap((name) =>
			badValuesOf([mistake], name, fields[name].good).map((bad) => ({ ...fields[name], bad, what: bad.what })),
		);

		it.each(cases)(
			"stops the run before anything is sent: '$label' of $operation given $what",
			async ({ operation, label, parameters, good, names: begin, bad }) => {
				const items = [{ given: good }, { given: bad.given }, { given: good }];

				const { error, out } = await stage.run(node, operation, parameters, items);

				expect(error?.message).toMatch(startingWith(`Row 2: ${begin}`));
				expect(error?.message).toContain(`'${label}'`);
				expect(error?.message).toMatch(bad.says);
				expect(error?.description).toContain('Nothing was sent');
				expect(error?.context?.itemIndex).toBe(1);
				expect(out).toEqual([]);
				expect(stage.recorder.seen).toEqual([]);
			},
		);
	});

	describe('when the run goes on after a failed item', () => {
		it.each(names.map((name) => ({ name, ...fields[name] })))(
			"a mistake in '$label' of $operation costs its own item alone",
			async ({ name, operation, label, parameters, good, names: begin, requests = 1, onceMore = 0 }) => {
				const bad = badValuesOf(mistakes, name, good);
				const items = [...bad.flatMap(({ given }) => [{ given: good }, { given }]), { given: good }];
				const itemsAt = (rest: number) => items.flatMap((_, item) => (item % 2 === rest ? [{ item }] : []));

				const { out, failed, error } = await stage.run(node, operation, parameters, items, {
					onError: 'continueErrorOutput',
				});

				expect(bad).not.toEqual([]);
				expect(error).toBeUndefined();
				expect(failed.map(({ pairedItem }) => pairedItem)).toEqual(itemsAt(1));
				for (const { json } of failed) {
					expect(json.error).toMatch(startingWith(begin));
					expect(json.error).toContain(`'${label}'`);
				}
				// A list gives several items for one; those of the same item stand together.
				const sources = new Set(out.map(({ pairedItem }) => JSON.stringify(pairedItem)));
				expect([...sources]).toEqual(itemsAt(0).map((link) => JSON.stringify(link)));
				expect(stage.recorder.seen).toHaveLength(itemsAt(0).length * requests + onceMore);
			},
		);
	});
}

/** A value that is just inside what a field takes, and what the vendor gets for it. */
export interface Accepted<Name extends string> {
	field: Name;
	/** Completes "given …". */
	what: string;
	given: Given;
	sends: Record<string, unknown>;
}

export function specifyAccepted<Name extends string>(
	stage: VendorStage,
	node: string,
	fields: Record<Name, FieldUnderTest>,
	accepted: Array<Accepted<NoInfer<Name>>>,
): void {
	describe('a value just inside its bounds', () => {
		it.each(accepted.map((one) => ({ ...fields[one.field], ...one })))(
			"is sent: '$label' of $operation given $what",
			async ({ operation, parameters, given, sends }) => {
				const { error } = await stage.run(node, operation, parameters, [{ given }]);
				const body = stage.recorder.seen[0]?.body ?? '';

				expect(error).toBeUndefined();
				expect(
					body.startsWith('{') ? (JSON.parse(body) as object) : Object.fromEntries(new URLSearchParams(body)),
				).toMatchObject(sends);
			},
		);
	});
}
