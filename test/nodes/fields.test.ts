import {
	NodeHelpers,
	type INode,
	type INodeParameters,
	type INodeProperties,
	type NodeParameterValueType,
} from 'n8n-workflow';
import { ACTIVITY, PEOPLE } from '../simulators';
import { Bench } from '../support/bench/bench';
import { contextOf, loadPack, membersOf, optionsOf, type DescribedOperation, type Pack } from '../support/pack/pack';
import { startRecorder, type Recorder, type Wired } from '../support/pack/recorder';
import { SAMPLES } from '../support/pack/samples';
import { bySid, parametersOf, playVendor, subjectOf, SUBJECTS } from '../support/pack/vendors';

let bench: Bench;
let pack: Pack;
let recorder: Recorder;

beforeAll(async () => {
	bench = await Bench.open();
	pack = await loadPack();
	recorder = await startRecorder(() => ({}));
});

afterAll(async () => {
	await recorder.close();
	await bench.close();
});

interface Observed {
	requests: Array<
		Pick<Wired, 'method' | 'path'> & { headers: Record<string, unknown>; body: Record<string, unknown> }
	>;
	output: unknown[];
	maxInFlight: number;
}

/** Headers of the connection rather than of the request. */
const TRANSPORT = ['host', 'connection', 'content-length', 'accept-encoding', 'user-agent'];

function bodyOf({ body, headers }: Wired): Record<string, unknown> {
	if (body === '') return {};
	const isJson = headers['content-type']?.startsWith('application/json');
	return isJson ? (JSON.parse(body) as Record<string, unknown>) : Object.fromEntries(new URLSearchParams(body));
}

/** All that can be seen of a run from outside. */
async function observe(node: string, parameters: INodeParameters, items = [{}]): Promise<Observed> {
	playVendor(recorder, node);
	if (items.length > 1) recorder.delayMs = 20;
	const { out, error } = await bench.run({
		node,
		parameters,
		items,
		credentials: subjectOf(node).credentials(recorder.url),
	});
	if (error) throw error;
	return {
		requests: recorder.seen.map((wired) => ({
			method: wired.method,
			path: wired.path,
			headers: Object.fromEntries(Object.entries(wired.headers).filter(([name]) => !TRANSPORT.includes(name))),
			body: bodyOf(wired),
		})),
		output: out.map(({ json }) => json),
		maxInFlight: recorder.maxInFlight,
	};
}

/** VoipNow's filter is refused in parts: a value without a field would filter nothing. */
const TOGETHER = new Set(['filters.filterBy', 'filters.filterOp', 'filters.filterValue']);

/** Another agent for each item: changes that read the record first take turns on the same one. */
function oneEach(parameters: INodeParameters): INodeParameters {
	const hex = '{{ String($itemIndex).padStart(32, "0") }}';
	if ('worker' in parameters) return { ...parameters, worker: { __rl: true, mode: 'id', value: `=WK${hex}` } };
	if ('agent' in parameters)
		return { ...parameters, agent: { __rl: true, mode: 'id', value: '={{ 100 + $itemIndex }}' } };
	if ('activity' in parameters) return { ...parameters, activity: { __rl: true, mode: 'id', value: `=WA${hex}` } };
	if ('user' in parameters && typeof parameters.user === 'object') {
		return { ...parameters, user: { __rl: true, mode: 'id', value: `=US${hex}` } };
	}
	if ('workState' in parameters) return { ...parameters, user: '=user{{ $itemIndex }}' };
	return parameters;
}

/** The names of the parameters in a request's query, which are part of its path as it was sent. */
const queryOf = ({ path }: Pick<Wired, 'path'>) => [...new URL(path, 'http://localhost').searchParams.keys()];

/** A field with where it stands and every value to try, each of which must make a difference of its own. */
interface Tried {
	path: string;
	values: NodeParameterValueType[];
	/** The collection that the field stands in. */
	collection: INodeProperties | undefined;
	context: INodeParameters;
	/** Whether the property says where in the request its value goes. */
	placed: boolean;
}

function sample(key: string): NodeParameterValueType[] {
	const found = SAMPLES[key];
	if (!found) throw new Error(`No sample for "${key}": add two valid values to test/support/pack/samples.ts`);
	return found;
}

function triedOf(node: string, property: INodeProperties, collection?: INodeProperties): Tried[] {
	if (property.type === 'notice') return [];
	if (property.type === 'collection') return membersOf(property).flatMap((member) => triedOf(node, member, property));
	const path = collection ? `${collection.name}.${property.name}` : property.name;
	const context = contextOf(property);
	const placed = property.routing !== undefined;
	const tried = (values: NodeParameterValueType[]): Tried[] => [{ path, values, collection, context, placed }];
	if (path === 'options.parallelLimit') return tried([1, 3]);
	if (property.type === 'boolean') return tried([false, true]);
	if (property.type === 'options') return tried(optionsOf(property).map(({ value }) => value));
	if (property.type === 'multiOptions') return tried(optionsOf(property).map(({ value }) => [value as string]));
	if (property.type === 'fixedCollection') {
		const rows = rowsOf(property).flatMap(({ group, fields }) => {
			const first = Object.fromEntries(
				fields.map((field) => [field.name, valuesOf(`${node} ${path}`, field)[0]]),
			);
			return fields.map((field) =>
				valuesOf(`${node} ${path}`, field).map((value) => ({ [group]: [{ ...first, [field.name]: value }] })),
			);
		});
		return rows.flatMap((values) => tried(values as NodeParameterValueType[]));
	}
	if (property.type === 'resourceLocator') {
		return (property.modes ?? []).flatMap((mode) => tried(sample(`${node} ${path} ${mode.name}`)));
	}
	return tried(sample(`${node} ${path}`));
}

/** The fields of a collection with rows, each of which is tried in a row of its own. */
const rowsOf = (property: INodeProperties) =>
	(property.options ?? []).flatMap((option) =>
		'values' in option ? [{ group: option.name, fields: option.values }] : [],
	);

const valuesOf = (path: string, field: INodeProperties): NodeParameterValueType[] =>
	field.type === 'options' ? optionsOf(field).map(({ value }) => value) : sample(`${path} ${field.name}`);

function withValue(
	{ node, name }: DescribedOperation,
	{ path, collection, context }: Tried,
	value: NodeParameterValueType,
): INodeParameters {
	const base = { ...parametersOf(node, name), ...context };
	if (!collection) return { ...base, [path]: value };
	const member = path.slice(collection.name.length + 1);
	const others = {
		...(base[collection.name] as INodeParameters | undefined),
		...(TOGETHER.has(path) && { filterBy: name.startsWith('presence') ? 'extension' : 'status', filterValue: '1' }),
	};
	return { ...base, [collection.name]: { ...others, [member]: value } };
}

const unlike = (observed: Observed, useLoad: boolean) =>
	JSON.stringify(useLoad ? observed.maxInFlight : { ...observed, maxInFlight: 0 });

const names = Object.entries(SUBJECTS).flatMap(([node, { operations }]) =>
	Object.keys(operations).map((name): [string, string] => [node, name]),
);

function described(node: string, name: string): DescribedOperation {
	const found = pack.operations.find((operation) => operation.node === node && operation.name === name);
	if (!found) throw new Error(`${node} does not describe ${name}`);
	return found;
}

describe('every field of every operation', () => {
	it('is looked at: no operation is left out', () => {
		expect(names.map((one) => one.join(' ')).sort()).toEqual(
			pack.operations.map(({ node, name }) => `${node} ${name}`).sort(),
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
		const stale = Object.keys(SAMPLES).filter(
			(key) => !needed.some((one) => key === one || key.startsWith(`${one} `)),
		);

		expect(stale).toEqual([]);
	});

	it.each(names)('has an effect: %s %s', async (node, name) => {
		const operation = described(node, name);
		for (const tried of operation.properties.flatMap((property) => triedOf(node, property))) {
			const load = tried.path === 'options.parallelLimit';
			const items = load ? Array.from({ length: 8 }, () => ({})) : [{}];
			const seen: string[] = [];
			for (const value of tried.values) {
				const parameters = withValue(operation, tried, value);
				seen.push(unlike(await observe(node, load ? oneEach(parameters) : parameters, items), load));
			}

			expect({ field: tried.path, tried: tried.values.length, different: new Set(seen).size }).toEqual({
				field: tried.path,
				tried: tried.values.length,
				different: tried.values.length,
			});
		}
	});

	it.each(names)('is absent from the request until the user adds it: %s %s', async (node, name) => {
		const operation = described(node, name);
		// The last request is the one that was asked for: those before it look up names and read the record.
		const sent = ({ requests }: Observed) => {
			const request = requests.at(-1);
			return request ? [...Object.keys(request.body), ...Object.keys(request.headers), ...queryOf(request)] : [];
		};
		for (const collection of operation.properties.filter(
			(property) => property.type === 'collection' && property.name !== 'options',
		)) {
			const members = membersOf(collection).flatMap((member) => triedOf(node, member, collection));
			for (const tried of members) {
				const whole = TOGETHER.has(tried.path) ? members.filter(({ path }) => TOGETHER.has(path)) : [tried];
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

	it('arrives as it is when it is false, 0 or empty', async () => {
		const { requests } = await observe('twilioTaskRouter', {
			...parametersOf('twilioTaskRouter', 'worker.update'),
			updateFields: { rejectPendingReservations: false, concurrency: 0, friendlyName: '' },
		});
		const frontline = await observe('twilioFrontline', {
			...parametersOf('twilioFrontline', 'user.update'),
			updateFields: { isAvailable: false, avatar: '', friendlyName: '' },
		});
		const conversations = await observe('twilioConversations', {
			...parametersOf('twilioConversations', 'user.update'),
			updateFields: { friendlyName: '', webhookEnabled: false },
		});

		expect(requests.map(({ body }) => body)).toEqual([
			{ RejectPendingReservations: 'false', Concurrency: '0', FriendlyName: '' },
		]);
		expect(frontline.requests.map(({ body }) => body)).toEqual([
			{ IsAvailable: 'false', Avatar: '', FriendlyName: '' },
		]);
		expect(conversations.requests).toMatchObject([
			{ body: { FriendlyName: '' }, headers: { 'x-twilio-webhook-enabled': 'false' } },
		]);
	});

	it('may come from an expression, per item', async () => {
		const { requests } = await observe(
			'twilioTaskRouter',
			{
				...parametersOf('twilioTaskRouter', 'worker.update'),
				worker: bySid('={{ $json.who }}'),
				updateFields: {
					activity: bySid('={{ $json.what }}'),
					attributes: '={{ $json.keep }}',
					concurrency: '={{ $json.many }}',
				},
				options: { parallelLimit: 1 },
			},
			[
				{ who: PEOPLE.anna.worker, what: ACTIVITY.available, keep: { a: [1] }, many: '3' },
				{ who: PEOPLE.bob.worker, what: ACTIVITY.break, keep: '{"b":"ż"}', many: 4 },
			],
		);

		expect(requests.map(({ path, body }) => [path.split('/').at(-1), body])).toEqual([
			[PEOPLE.anna.worker, { ActivitySid: ACTIVITY.available, Attributes: '{"a":[1]}', Concurrency: '3' }],
			[PEOPLE.bob.worker, { ActivitySid: ACTIVITY.break, Attributes: '{"b":"ż"}', Concurrency: '4' }],
		]);
	});
});

describe('a Conpeek field that does not belong to the chosen state', () => {
	const stale = {
		breakType: 'BUSINESS',
		breakCause: 'Szkolenie',
		additionalFields: { breakNote: 'old', onlineModeId: 98 },
	};
	const belonging: Record<string, { shown: string[]; sent: object }> = {
		ONLINE: {
			shown: ['additionalFields', 'additionalFields.onlineModeId'],
			sent: { work_state: 'ONLINE', online_mode_id: 98 },
		},
		OFFLINE: { shown: [], sent: { work_state: 'OFFLINE' } },
		ONBREAK: {
			shown: ['additionalFields', 'additionalFields.breakNote', 'breakCause', 'breakType'],
			sent: { work_state: 'ONBREAK', break_type: 'BUSINESS', break_cause: 'Szkolenie', break_note: 'old' },
		},
	};
	const states = Object.keys(belonging);

	it.each(states)('is not shown: %s', (state) => {
		const node = pack.nodes.find(({ name }) => name === 'conpeek') ?? null;
		const parameters: INodeParameters = { ...parametersOf('conpeek', 'user.update'), ...stale, workState: state };
		const placed = { typeVersion: 1, parameters } as INode;
		const isShown = (values: INodeParameters, property: INodeProperties) =>
			NodeHelpers.displayParameter(values, property, placed, node, parameters);
		const conditional = described('conpeek', 'user.update').properties.filter(
			(property) => Object.keys(contextOf(property)).length > 0,
		);
		const shown = conditional
			.filter((property) => isShown(parameters, property))
			.flatMap((property) => [
				property.name,
				...membersOf(property)
					.filter((member) => isShown(stale.additionalFields, member))
					.map((member) => `${property.name}.${member.name}`),
			]);

		expect(shown.sort()).toEqual(belonging[state]?.shown);
	});

	it.each(states)('is not sent, though it was filled in before: %s', async (state) => {
		const parameters = { ...parametersOf('conpeek', 'user.update'), ...stale, workState: state };

		const { requests } = await observe('conpeek', parameters);

		expect(requests.map(({ body }) => body)).toEqual([belonging[state]?.sent]);
	});

	it('is not sent when the state comes from an expression, which makes n8n show every field', async () => {
		const parameters = {
			...parametersOf('conpeek', 'user.update'),
			...stale,
			workState: '={{ $json.state }}',
			options: { parallelLimit: 1 },
		};

		const { requests } = await observe(
			'conpeek',
			parameters,
			states.map((state) => ({ state })),
		);

		expect(requests.map(({ body }) => body)).toEqual(states.map((state) => belonging[state]?.sent));
	});
});

describe('a Conversations service left over from before', () => {
	it('does not get into the path of the default service', async () => {
		const parameters = { ...parametersOf('twilioConversations', 'user.update'), serviceScope: 'default' };

		const { requests } = await observe('twilioConversations', parameters);
		const byExpression = await observe('twilioConversations', { ...parameters, serviceScope: '={{ "default" }}' });

		expect(requests.map(({ path }) => path)).toEqual([`/conversations/v1/Users/${PEOPLE.anna.identity}`]);
		expect(byExpression.requests).toEqual(requests);
	});
});
