import fc from 'fast-check';
import type { INodeExecutionData } from 'n8n-workflow';
import { adapters } from '../../../nodes/AgentState/adapters';
import { fold, tidyText } from '../../../nodes/shared/values/text';
import { fieldsOf, parametersFor, textOf, titleOf, type ItemField } from '../../support/pack/mistakes';
import { loadPack, type Pack } from '../../support/pack/pack';
import { startRecorder, type Recorder } from '../../support/pack/recorder';
import { useVendor } from '../../support/pack/useVendor';
import { parametersOf, SUBJECTS } from '../../support/pack/vendors';
import { keepTold, strayIn, templates, textsIn } from './addresses';
import { figures, holdFigures, rounded } from './figures';
import { anyTrap, isWhole, trapsWith } from './traps';

const stage = useVendor();
let pack: Pack;
let elsewhere: Recorder;
const paths = templates();

beforeAll(async () => {
	pack = await loadPack();
	elsewhere = await startRecorder(() => ({}));
});
afterAll(async () => await elsewhere.close());

/** So many texts are tried in each field, beside good ones. */
const TEXTS = isWhole ? 25 : 3;

/** In milliseconds of the processors. */
const LONGEST_RUN = 2000;

/** Every field of every operation; in `npm test` one of each name. */
const triedIn = (node: string): ItemField[] => {
	const all = fieldsOf(pack, node);
	return isWhole ? all : [...new Map(all.map((one) => [`${one.tried.path} ${one.mode ?? ''}`, one])).values()];
};

const places = new Set(paths.flatMap((template) => template.flatMap((part) => ('place' in part ? [part.place] : []))));

/** Whether the field's text may become a part of an address: then every trap is tried. */
const isInAddress = ({ property, mode }: ItemField) => places.has(property.name) && mode !== 'name' && mode !== 'list';

/** What a text becomes on its way into an address, where it is not refused: names of agents are read as people see them. */
const spellings = ({ operation: { name } }: ItemField, text: string) =>
	name.endsWith('.setState') || name.endsWith('.getHistory') ? [text, tidyText(text)] : [text, text.trim()];

/** Whether a value in an address is what a field holds, or an ID that the service told before. */
function naming(field: ItemField, given: string[]): (place: string, value: string) => boolean {
	const own = new Set([
		...given.flatMap((text) => spellings(field, text)),
		...textsIn(parametersFor(field)),
		textOf(field.good),
	]);
	return (_, value) => own.has(value) || told.has(value);
}

/** What the service put into answers. */
const told = new Set<string>();

async function attack(field: ItemField, texts: string[], onError?: 'continueErrorOutput') {
	const { node, name } = field.operation;
	const given = [field.good, ...texts, field.good];
	const before = process.cpuUsage();
	const run = stage.run(
		node,
		name,
		parametersFor(field),
		given.map((one) => ({ given: one })),
		{ ...(onError && { onError }) },
	);
	keepTold(stage.recorder, told, name.endsWith('.setState'));
	const outcome = await run;
	const { user, system } = process.cpuUsage(before);
	figures.runs++;
	figures.texts += texts.length;
	figures.requests += stage.recorder.seen.length;
	return { outcome, time: (user + system) / 1000, stray: strayIn(stage.recorder, naming(field, texts), paths) };
}

const itemsIn = (...outputs: INodeExecutionData[][]): number[] =>
	[...new Set(outputs.flat().map(({ pairedItem }) => (pairedItem as { item: number }).item))].sort((a, b) => a - b);

const clean = { stray: [], elsewhere: [], isQuick: true };

it.each(Object.keys(SUBJECTS))('whatever text a field of %s holds, its requests go where they should', async (node) => {
	const fields = triedIn(node);
	expect(fields.length).toBeGreaterThan(0);
	const host = new URL(elsewhere.url).host;
	for (const field of fields) {
		await fc.assert(
			fc.asyncProperty(
				fc.uniqueArray(anyTrap(host), { minLength: TEXTS, maxLength: TEXTS, selector: fold }),
				async (drawn) => {
					const all = isInAddress(field) ? [...trapsWith(host), ...drawn] : drawn;
					const texts = [...new Map(all.map((text) => [fold(text), text])).values()];
					const { outcome, time, stray } = await attack(field, texts, 'continueErrorOutput');
					const { error, out, failed } = outcome;
					const every = texts.map((_, at) => at + 1);
					expect({
						...{
							field: titleOf(field),
							error,
							stray,
							elsewhere: elsewhere.seen,
							isQuick: time < LONGEST_RUN,
						},
						missing: every.filter((item) => !itemsIn(out, failed).includes(item) && !isEmptyAnswer(field)),
					}).toEqual({ field: titleOf(field), error: undefined, ...clean, missing: [] });

					if (!isWhole && !isInAddress(field)) return;
					const stopped = await attack(field, texts);
					expect({
						stray: stopped.stray,
						elsewhere: elsewhere.seen,
						isQuick: stopped.time < LONGEST_RUN,
					}).toEqual(clean);
				},
			),
			{ numRuns: 1 },
		);
	}
});

/** A list that finds nothing puts out nothing for its item, and items that ask for the same of one agent share a row. */
const isEmptyAnswer = ({ operation, property }: ItemField) =>
	/\.(getAll|getHistory)$/.test(operation.name) ||
	(operation.name.endsWith('.setState') && property.name !== agentFields.get(operation.node));

const agentFields = new Map(adapters.map(({ id, agent }) => [id, agent.name]));

const HUGE = 10_000_000;

it.each(Object.keys(SUBJECTS))(
	'texts of 10 MB in fields of %s are sent or refused within two seconds',
	async (node) => {
		const fields = fieldsOf(pack, node).filter(({ good }) => typeof good === 'string');
		for (const field of fields.slice(0, isWhole ? 12 : 2)) {
			const { outcome, time, stray } = await attack(field, ['qx7 '.repeat(HUGE / 4)], 'continueErrorOutput');
			expect({ field: titleOf(field), error: outcome.error, stray, isQuick: time < LONGEST_RUN }).toEqual({
				...{ field: titleOf(field), error: undefined, stray: [], isQuick: true },
			});
			for (const { json } of outcome.failed) expect(textOf(json.error).length).toBeLessThan(2000);
		}
	},
);

describe('the guards of this test', () => {
	it.each([
		['another host', '/taskrouter/v1/Workspaces/WS1/Workers/qx7', { host: 'example.com' }, 'host example.com'],
		['a path out', '/taskrouter/v1/Workspaces/WS1/Workers/..', {}, 'no such path'],
		['a segment more', '/taskrouter/v1/Workspaces/WS1/Workers/a/b', {}, 'no such path'],
		['a sign that must be encoded', '/taskrouter/v1/Workspaces/WS1/Workers/a\\b', {}, 'no such path'],
		['another worker', '/taskrouter/v1/Workspaces/WS1/Workers/other', {}, 'another record'],
		['another prefix', '/admin/v1/Workspaces/WS1/Workers/qx7', {}, 'no such path'],
		['a query of its own', '/taskrouter/v1/Workspaces/WS1/Workers/qx7?qx7=1', {}, 'a field of its own'],
		['a header', '/taskrouter/v1/Workspaces/WS1/Workers/qx7', { 'x-other': 'QX7' }, 'a header'],
	])('notice %s', (_, path, headers, told) => {
		const host = new URL(stage.recorder.url).host;
		const seen = [{ method: 'GET', path, headers: { host, ...headers }, body: '' }];
		const isNamed = (place: string, value: string) => ['WS1', 'qx7'].includes(value) || place === 'other';
		expect(strayIn({ ...stage.recorder, seen }, isNamed, paths)).toEqual([expect.stringContaining(`${told}: `)]);
	});

	it('know the paths', () => {
		expect(paths.length).toBeGreaterThan(25);
		expect(trapsWith('a').length).toBeGreaterThan(120);
		expect(Object.keys(parametersOf('conpeek', 'user.setState')).length).toBeGreaterThan(0);
	});
});

holdFigures(
	'addresses',
	() =>
		`Every field of ${pack.operations.filter(({ node }) => node in SUBJECTS).length} operations: ${rounded(figures.texts)} texts in ${figures.runs} runs, ${rounded(figures.requests)} requests checked.`,
);
