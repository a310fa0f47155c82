import type { INodeParameters } from 'n8n-workflow';
import { omit } from '../../nodes/shared/values/record';
import type { Wired } from '../../simulators/samples';
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

const changesOf = (node: string) =>
	pack.operations.filter((operation) => operation.node === node && !/\.get/.test(operation.name));

const output = async (node: string, name: string, simplify?: boolean, more: INodeParameters = {}) => {
	const { out, error } = await stage.run(node, name, { ...more, ...(simplify !== undefined && { simplify }) });
	if (error) throw error;
	return out.map(({ json }) => json);
};

/** The record in the answer to the last request. */
function answered(node: string): object {
	const last = stage.recorder.seen.at(-1);
	const body = last && subjectOf(node).reply(last).body;
	const [record] = [typeof body === 'object' && body !== null && 'entry' in body ? body.entry : body].flat();
	if (typeof record !== 'object' || record === null) throw new Error(`${node} was not answered with a record`);
	return record;
}

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

			expect({ name, record }).toEqual({ name, record: answered(node) });
		}
	});
});

/** What n8n's table shows in several lines. */
const isTall = (value: unknown): boolean =>
	(typeof value === 'object' && value !== null) || (typeof value === 'string' && /^[[{]|\n/.test(value));

const folded = (name: string): string => name.replaceAll('_', '').toLowerCase();

/** The properties that a request sets. */
const setBy = ({ body }: Wired): string[] =>
	Object.keys(
		body.startsWith('{') ? (JSON.parse(body) as object) : Object.fromEntries(new URLSearchParams(body)),
	).map(folded);

describe.each(Object.keys(SUBJECTS))('Changes of %s', (node) => {
	it('put out a line for each record: only a property that is set may take more', async () => {
		for (const { name } of changesOf(node)) {
			const records = await output(node, name);
			const set = stage.recorder.seen.filter(({ method }) => method !== 'GET').flatMap(setBy);

			expect(records).not.toEqual([]);
			for (const record of records) {
				const tall = Object.keys(record).filter((key) => isTall(record[key]) && !set.includes(folded(key)));
				expect({ name, tall }).toEqual({ name, tall: [] });
			}
		}
	});

	it('say what became of the change, simplified or not, and put out the whole answer where Simplify is off', async () => {
		for (const { name, properties } of changesOf(node)) {
			const has = (field: string) => properties.some((property) => property.name === field);
			if (!has('simplify')) continue;
			const onlyIfChanged = has('onlyIfChanged');
			const run = async (simplify: boolean) =>
				await output(node, name, simplify, { ...(onlyIfChanged && { onlyIfChanged }) });
			const [[simple], [whole]] = [await run(true), await run(false)];
			const own = answered(node);
			const added = omit(whole ?? {}, ...Object.keys(own));

			expect({ name, whole }).toMatchObject({ name, whole: own });
			expect({ name, simple }).toMatchObject({ name, simple: added });
			expect({ name, added: Object.keys(added) }).toEqual({
				name,
				added: expect.arrayContaining(onlyIfChanged ? ['changed'] : []) as string[],
			});
		}
	});
});
