import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { adapters } from '../../../nodes/AgentState/adapters';
import { fold, foldHeading, tidyText } from '../../../nodes/shared/values/text';
import { textOf } from '../../support/pack/mistakes';
import { startRecorder, type Recorder } from '../../support/pack/recorder';
import { useVendor } from '../../support/pack/useVendor';
import { agentAt, SUBJECTS } from '../../support/pack/vendors';
import { keepTold, strayIn, templates, textsIn } from './addresses';
import { figures, holdFigures, rounded } from './figures';
import { anyTrap, isWhole, trapsWith } from './traps';

const stage = useVendor();
let elsewhere: Recorder;
const paths = templates();

beforeAll(async () => {
	elsewhere = await startRecorder(() => ({}));
});
afterAll(async () => await elsewhere.close());

const services = adapters.map(({ id }) => id);

/** The columns that Agent State reads, and by which parameter another name is given to one. */
const COLUMNS = {
	agentId: 'agentColumn',
	desiredState: 'stateColumn',
	service: 'vendorColumn',
	scope: 'scopeColumn',
	reason: 'reasonColumn',
	note: 'noteColumn',
} as const;

type Column = keyof typeof COLUMNS;

const columns = Object.keys(COLUMNS) as Column[];

/** Without these nothing is asked for. */
const NEEDED_COLUMNS: Column[] = ['agentId', 'desiredState', 'service'];

/** In milliseconds of the processors. */
const LONGEST_RUN = 2_000;

const LONGEST_MESSAGE = 2_000;

const placesOfAll = Object.assign(
	{},
	...Object.values(SUBJECTS).map(({ states }) => states?.scopeFields),
) as INodeParameters;

const parametersWith = (names: INodeParameters = {}): INodeParameters => {
	const { agentColumn, stateColumn, ...moreColumns } = names;
	return {
		...placesOfAll,
		vendor: 'fromItem',
		...(agentColumn !== undefined && { agentColumn }),
		...(stateColumn !== undefined && { stateColumn }),
		moreColumns,
	};
};

/** A state that nobody is in. */
const wishOf = (service: string): string => SUBJECTS[service]?.states?.otherState ?? '';

/** An item that is carried out, for an agent of its own. */
const good = (service: string, at: number): Record<Column, string> => ({
	...{ agentId: agentAt(service, at), desiredState: wishOf(service), service },
	...{ scope: SUBJECTS[service]?.states?.scope ?? '', reason: 'Obiad', note: 'back soon' },
});

/** As JSON has it: keys of their own, whatever their names. */
const record = (entries: Array<[string, unknown]>) => Object.fromEntries(entries) as IDataObject;

/** The same item with another value in a column. */
const withValue = (item: Record<Column, string>, column: Column, value: unknown) =>
	record(Object.entries(item).map(([name, one]) => [name, name === column ? value : one]));

/** The same item with another name of a column. */
const withHeading = (item: Record<Column, string>, column: Column, heading: string) =>
	record(Object.entries(item).map(([name, one]) => [name === column ? heading : name, one]));

/** A text in every place of an item where one may stand: in a column, in its name, beside it, and in an object. */
function itemsWith(service: string, column: Column, text: string, next: () => number): IDataObject[] {
	const changed: Array<(item: Record<Column, string>) => IDataObject> = [
		(item) => withValue(item, column, text),
		(item) => withHeading(item, column, text),
		(item) => withHeading(item, column, column + text),
		(item) => withHeading(item, column, text + column),
		(item) => ({ ...item, ...record([[text, text]]) }),
		(item) => withValue(item, column, record([[text, record([[column, text]])]])),
	];
	return changed.map((change) => change(good(service, next())));
}

/** What the items say about agents and places: nothing else may stand in an address. */
function namedIn(items: IDataObject[], parameters: INodeParameters): Set<string> {
	const said = items.flatMap((item) => Object.entries(item).flatMap(([name, one]) => [name, ...textsIn(one)]));
	return new Set([
		...said,
		...said.map(tidyText),
		...said.flatMap((text) => text.split(',').map(tidyText)),
		...textsIn(parameters),
	]);
}

const told = new Set<string>();

async function set(items: IDataObject[], parameters = parametersWith(), onError?: 'continueErrorOutput') {
	figures.runs += 1;
	figures.texts += items.length;
	const before = process.cpuUsage();
	const run = stage.run('agentState', 'setState', parameters, items, { ...(onError && { onError }) });
	keepTold(stage.recorder, told, true);
	const { out, failed, error } = await run;
	const { user, system } = process.cpuUsage(before);
	const named = namedIn(items, parameters);
	// Of who was changed, the reason is the item's own.
	const messages = [...out, ...failed].map(({ json }) =>
		json.outcome === 'failed' ? `${textOf(json.reason)}${textOf(json.error)}` : textOf(json.error),
	);
	const seen = [...out, ...failed].flatMap(({ json, pairedItem }) =>
		[pairedItem].flat().map((one) => `${(one as { item: number }).item} at ${textOf(json.scope)}`),
	);
	const comeOut = new Set(seen.map((one) => Number.parseInt(one, 10)));
	return {
		error,
		out,
		failed,
		found: {
			stray: strayIn(stage.recorder, (_, value) => named.has(value) || told.has(value), paths),
			elsewhere: elsewhere.seen,
			isQuick: (user + system) / 1000 < LONGEST_RUN,
			long: messages.filter((one) => one.length >= LONGEST_MESSAGE).map((one) => one.slice(0, 200)),
			twice: seen.filter((one, at) => seen.indexOf(one) !== at),
			missing: error === undefined ? items.flatMap((_, at) => (comeOut.has(at) ? [] : [at])) : [],
			polluted: Object.keys(Object.prototype),
		},
	};
}

const clean = { stray: [], elsewhere: [], isQuick: true, long: [], twice: [], missing: [], polluted: [] };

async function attackColumns(service: string, tried: Column[], given: string[]): Promise<void> {
	// Items that ask for the same of one agent share a row.
	const texts = [...new Map(given.map((text) => [fold(text), text])).values()];
	let agents = 0;
	const next = () => (agents += 1);
	const items = [
		good(service, next()),
		...tried.flatMap((column) => texts.flatMap((text) => itemsWith(service, column, text, next))),
		good(service, next()),
	];
	const { error, failed, found } = await set(items, parametersWith(), 'continueErrorOutput');
	expect([error, found]).toEqual([undefined, clean]);
	// An item without a column that it needs is carried out for nobody.
	const refused = new Set(failed.map(({ pairedItem }) => (pairedItem as { item: number }).item));
	const isIncomplete = (item: IDataObject) =>
		NEEDED_COLUMNS.some((column) => !Object.keys(item).some((name) => foldHeading(name) === foldHeading(column)));
	expect(items.filter((item, at) => isIncomplete(item) && !refused.has(at))).toEqual([]);
	expect(refused.has(0)).toBe(false);

	const stopped = await set(items);
	expect(stopped.found).toEqual(clean);
}

it.each(services)(
	'whatever the columns of an item of %s hold and are called, its requests go where they should',
	async (service) => {
		const host = new URL(elsewhere.url).host;
		for (const column of isWhole ? columns : []) {
			for (const part of partsOf(trapsWith(host), 50)) await attackColumns(service, [column], part);
		}
		const size = isWhole ? 25 : 1;
		await fc.assert(
			fc.asyncProperty(
				fc.uniqueArray(anyTrap(host), { minLength: size, maxLength: size, selector: fold }),
				async (texts) => await attackColumns(service, columns, texts),
			),
			{ numRuns: 1, endOnFailure: true },
		);
	},
);

const partsOf = <One>(all: One[], size: number): One[][] =>
	Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

it('columns may be called like anything', async () => {
	// What begins with = is an expression.
	const names = trapsWith('127.0.0.1').filter((text) => text.trim() !== '' && !text.startsWith('='));
	for (const [at, name] of (isWhole ? names : names.filter((_, at) => at % 40 === 0)).entries()) {
		const service = services[at % services.length] ?? '';
		const column = columns[at % columns.length] ?? 'agentId';
		const items = [1, 2].map((agent) => withHeading(good(service, agent), column, name));
		const { error, found } = await set(items, parametersWith({ [COLUMNS[column]]: name }), 'continueErrorOutput');
		expect([name, error, found]).toEqual([name, undefined, clean]);
	}
});

/** In letters; `npm test` takes a tenth. */
const HUGE = isWhole ? 10_000_000 : 1_000_000;

const huge: Array<[name: string, item: (service: string) => IDataObject[]]> = [
	...columns.map((column): [string, (service: string) => IDataObject[]] => [
		`10 MB in the column ${column}`,
		(service) => [withValue(good(service, 1), column, 'qx7 '.repeat(HUGE / 4))],
	]),
	['a heading of 10 MB', (service) => [{ ...good(service, 1), ['qx7 '.repeat(HUGE / 4)]: 'x' }]],
	[
		'a heading of 10 MB in place of the agent',
		(service) => [withHeading(good(service, 1), 'agentId', 'qx7 '.repeat(HUGE / 4))],
	],
	[
		'a heading of 10 MB that nobody sees',
		(service) => [withHeading(good(service, 1), 'agentId', `agentId${'\u200b'.repeat(HUGE)}`)],
	],
	[
		'2,000 columns',
		(service) =>
			Array.from({ length: isWhole ? 500 : 50 }, (_, at) => ({
				...record(Array.from({ length: 2_000 }, (_, column) => [`Column ${column}`, 'qx7'])),
				...withHeading(good(service, at), 'agentId', 'Agent ID'),
			})),
	],
	[
		'2,000 columns, and none of the agent',
		(service) => [
			{ ...record(Array.from({ length: 2_000 }, (_, at) => [`qx7 ${at}`.repeat(50), 'qx7'])), service },
		],
	],
	[
		'2,000 columns that nobody can tell apart',
		(service) => [
			{
				...record(
					Array.from({ length: 2_000 }, (_, at) => [`agent${'_'.repeat(at + 1)}id`, agentAt(service, at)]),
				),
				...{ service, desiredState: wishOf(service) },
			},
		],
	],
];

it.each(isWhole ? huge : huge.filter((_, at) => at % 3 === 0))(
	'%s: sent or refused within two seconds',
	async (_, itemsOf) => {
		for (const service of isWhole ? services : services.slice(0, 1)) {
			const { error, found } = await set(
				[...itemsOf(service), good(service, 900)],
				parametersWith(),
				'continueErrorOutput',
			);
			expect([service, error, found]).toEqual([service, undefined, clean]);
		}
	},
);

holdFigures(
	'columns',
	() =>
		`${columns.length} columns at ${services.length} services: ${rounded(figures.texts)} items in ${figures.runs} runs.`,
);
