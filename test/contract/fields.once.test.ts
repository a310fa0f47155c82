import type { INodeParameters, NodeParameterValueType } from 'n8n-workflow';
import type { Situation } from '../../simulators/samples';
import { observeRun, unlike, type Around, type Observed } from '../support/pack/observe';
import { loadPack, membersOf, type DescribedOperation, type Pack } from '../support/pack/pack';
import type { Wired } from '../support/pack/recorder';
import { allSituations, situationOf } from '../support/pack/situations';
import { placed, triedOf, type Tried } from '../support/pack/tried';
import { useVendor } from '../support/pack/useVendor';
import { oneEach, parametersOf, subjectOf, SUBJECTS } from '../support/pack/vendors';

const stage = useVendor();
let pack: Pack;

beforeAll(async () => {
	pack = await loadPack();
});

const observe = async (node: string, parameters: INodeParameters, items = [{}], around: Around = {}) =>
	await observeRun(stage.bench, stage.recorder, node, parameters, { items, ...around });

/** Whether a field is refused without others, which then are filled with it. */
const isTogether = (node: string, path: string) => subjectOf(node).together?.paths.includes(path) ?? false;

/** The names of the parameters in a request's query, which are part of its path as it was sent. */
const queryOf = ({ path }: Pick<Wired, 'path'>) => [...new URL(path, 'http://localhost').searchParams.keys()];

function withValue({ node, name }: DescribedOperation, tried: Tried, value: NodeParameterValueType): INodeParameters {
	const base = { ...parametersOf(node, name), ...tried.context };
	return placed(tried, value, base, isTogether(node, tried.path) ? subjectOf(node).together?.values(name) : {});
}

/** Only the operations about states have fields whose effect needs more than a run. */
function situationFor(node: string, name: string, path: string): Situation {
	const operation = name.split('.').at(-1) ?? '';
	const isAboutStates = ['setState', 'getHistory'].includes(operation);
	return isAboutStates ? situationOf(operation, node, path.split('.').at(-1) ?? '') : {};
}

/** Runs an operation with one value of a field, in the situation where that means something. */
async function observeIn(
	node: string,
	parameters: INodeParameters,
	path: string,
	situation: Situation,
): Promise<Observed> {
	const { wish, asksForAll, reply, goesOn, before } = situation;
	if (path === 'options.parallelLimit') {
		return await observe(
			node,
			oneEach(node, parameters),
			Array.from({ length: 8 }, () => ({})),
			{ delayMs: 100, ...(reply && { reply: reply(subjectOf(node).reply) }) },
		);
	}
	const staticData = { 'node:Node': { hasRun: true } };
	const around: Around = {
		staticData,
		...(reply && { reply: reply(subjectOf(node).reply) }),
		...(goesOn && { onError: 'continueRegularOutput' }),
	};
	const own = path in parameters ? { [path]: parameters[path] } : {};
	const asked: INodeParameters = { ...parameters, ...situation.parameters, ...wish, ...own };
	if (asksForAll) {
		const each = { ...oneEach(node, asked), state: '={{ $json.state }}', reason: '={{ $json.reason }}' };
		return await observe(node, each, allSituations, around);
	}
	if (before) await observe(node, asked, [{}], around);
	return await observe(node, asked, [{}], around);
}

const namesOf = (node: string) => Object.keys(subjectOf(node).operations).map((name): [string, string] => [node, name]);
const vendorNames = Object.keys(SUBJECTS).flatMap(namesOf);

/** Agent State's fields stand in a test of their own. */
const names = [...vendorNames, ...namesOf('agentState')];

function described(node: string, name: string): DescribedOperation {
	const found = pack.operations.find((operation) => operation.node === node && operation.name === name);
	if (!found) throw new Error(`${node} does not describe ${name}`);
	return found;
}

describe('every field of every operation', () => {
	it('is looked at: no operation is left out', () => {
		expect(names.map((one) => one.join(' ')).sort()).toEqual(
			pack.operations
				// Those that ask no service are tried with their nodes.
				.filter(({ node }) => !['shiftSchedule', 'scheduleAdherence'].includes(node))
				.map(({ node, name }) => `${node} ${name}`)
				.sort(),
		);
	});

	it('still exists when there is a sample for it', () => {
		const needed = pack.operations.flatMap(({ node, properties }) =>
			properties.flatMap(function keysOf(property): string[] {
				if (property.type === 'collection') {
					return membersOf(property).map((member) => `${node} ${property.name}.${member.name}`);
				}
				return [`${node} ${property.name}`];
			}),
		);
		const nodes = [...Object.keys(SUBJECTS), 'agentState'];
		const sampled = nodes.flatMap((node) => Object.keys(subjectOf(node).fields).map((path) => `${node} ${path}`));
		// Agent State has the options of a service's states under another name, and some that only it has.
		const inAgentState = (key: string) => key.replace(/^\w+ stateOptions\./, 'agentState options.');
		const isNeeded = (key: string) => needed.some((one) => key === one || key.startsWith(`${one} `));
		const stale = sampled.filter((key) => !isNeeded(key) && !isNeeded(inAgentState(key)));

		expect(stale).toEqual([]);
	});

	it.each(vendorNames)('has an effect: %s %s', async (node, name) => {
		const operation = described(node, name);
		for (const property of operation.properties) {
			const { row, isLoose } = situationFor(node, name, property.name);
			for (const tried of triedOf(node, property, { ...(row && { row }) })) {
				if (tried.inRow === 'reason' && name.endsWith('.getHistory')) continue;
				const { path, values } = tried;
				const load = path === 'options.parallelLimit';
				const seen: string[] = [];
				for (const value of values) {
					const parameters = withValue(operation, tried, value);
					seen.push(unlike(await observeIn(node, parameters, path, situationFor(node, name, path)), load));
				}

				const different = new Set(seen).size;
				expect({ field: path, tried: values, different }).toEqual({
					field: path,
					tried: values,
					different: isLoose && different > 1 ? different : values.length,
				});
			}
		}
	});

	it.each(vendorNames)('is absent from the request until the user adds it: %s %s', async (node, name) => {
		const operation = described(node, name);
		// The last request is the one that was asked for: those before it look up names and read the record.
		const sent = ({ requests }: Observed) => {
			const request = requests.at(-1);
			return request ? [...Object.keys(request.body), ...Object.keys(request.headers), ...queryOf(request)] : [];
		};
		for (const collection of operation.properties.filter(
			(property) => property.type === 'collection' && !['options', 'stateOptions'].includes(property.name),
		)) {
			const members = triedOf(node, collection);
			for (const tried of members) {
				const whole = isTogether(node, tried.path)
					? members.filter(({ path }) => isTogether(node, path))
					: [tried];
				const others = members.filter(({ path }) => !whole.some((one) => one.path === path));
				const full = (chosen: Tried[]) => ({
					...parametersOf(node, name),
					...tried.context,
					[collection.name]: Object.fromEntries<NodeParameterValueType>(
						chosen.map(({ path, values }) => [path.slice(collection.name.length + 1), values[0]]),
					),
				});

				const before = await observe(node, full(others));
				const after = await observe(node, full([...others, ...whole]));
				if (!tried.placed) {
					// It changes what another part of the request holds.
					expect({ field: tried.path, is: after.requests }).not.toEqual({
						field: tried.path,
						is: before.requests,
					});
					continue;
				}
				const [without, withIt] = [sent(before), sent(after)];

				expect(without.filter((one) => !withIt.includes(one))).toEqual([]);
				expect({ field: tried.path, added: withIt.filter((one) => !without.includes(one)).length }).toEqual({
					field: tried.path,
					added: whole.length,
				});
			}
		}
	});
});
