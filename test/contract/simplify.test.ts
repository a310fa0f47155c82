import { loadPack, type Pack } from '../support/pack/pack';
import { useVendor } from '../support/pack/useVendor';
import { SUBJECTS, subjectOf } from '../support/pack/vendors';

const stage = useVendor();
let pack: Pack;

beforeAll(async () => {
	pack = await loadPack();
});

/** Figures rather than records: all of them are what people look at. */
const FIGURES = ['statistics.get'];

/** Operations that put out records as the vendor keeps them, by vendor. */
const readsOf = (node: string) =>
	pack.operations.filter(
		(operation) =>
			operation.node === node && /\.get(All)?$/.test(operation.name) && !FIGURES.includes(operation.name),
	);

const output = async (node: string, name: string, simplify?: boolean) => {
	const { out, error } = await stage.run(node, name, simplify === undefined ? {} : { simplify });
	if (error) throw error;
	return out.map(({ json }) => json);
};

describe.each(Object.keys(SUBJECTS))('Get and Get Many of %s', (node) => {
	it('have Simplify, on by default, and put out some of the fields of the record under their own names', async () => {
		for (const { name, properties } of readsOf(node)) {
			const field = properties.find((property) => property.name === 'simplify');
			expect({ name, field }).toMatchObject({ name, field: { type: 'boolean', default: true } });

			const [simple, byDefault, raw] = [
				await output(node, name, true),
				await output(node, name),
				await output(node, name, false),
			];
			expect(byDefault).toEqual(simple);
			expect(simple).toHaveLength(raw.length);
			for (const [at, record] of simple.entries()) {
				const whole = raw[at] ?? {};
				expect(Object.keys(record).length).toBeGreaterThan(0);
				expect(Object.keys(record).length).toBeLessThanOrEqual(10);
				expect(Object.keys(record).filter((key) => !(key in whole))).toEqual([]);
				expect(Object.keys(whole).length).toBeGreaterThan(Object.keys(record).length);
			}
		}
	});

	it('put out what the vendor sent where it is off', async () => {
		for (const { name } of readsOf(node).filter((one) => one.name.endsWith('.get'))) {
			const [record] = await output(node, name, false);
			const { method, path, headers, body } = stage.recorder.seen.at(-1) ?? {
				method: '',
				path: '',
				headers: {},
				body: '',
			};
			const sent = subjectOf(node).reply({ method, path, headers, body }).body;
			const [own] =
				typeof sent === 'object' && sent !== null && 'entry' in sent ? (sent.entry as object[]) : [sent];

			expect({ name, record }).toEqual({ name, record: own });
		}
	});
});
