import {
	NodeHelpers,
	type INode,
	type INodeParameters,
	type INodeProperties,
	type NodeParameterValueType,
} from 'n8n-workflow';
import { ACTIVITY, PEOPLE } from '../../simulators';
import { observeRun, unlike, type Around, type Observed } from '../support/pack/observe';
import { contextOf, loadPack, membersOf, type DescribedOperation, type Pack } from '../support/pack/pack';
import type { Wired } from '../support/pack/recorder';
import { SAMPLES } from '../support/pack/samples';
import { allWishes, situationOf, type Situation } from '../support/pack/situations';
import { placed, triedOf, type Tried } from '../support/pack/tried';
import { useVendor } from '../support/pack/useVendor';
import { bySid, oneEach, parametersOf, subjectOf, SUBJECTS } from '../support/pack/vendors';

const stage = useVendor();
let pack: Pack;

beforeAll(async () => {
	pack = await loadPack();
});

const observe = async (node: string, parameters: INodeParameters, items = [{}], around: Around = {}) =>
	await observeRun(stage.bench, stage.recorder, node, parameters, { items, ...around });

/** VoipNow's filter is refused in parts: a value without a field would filter nothing. */
const TOGETHER = new Set(['filters.filterBy', 'filters.filterOp', 'filters.filterValue']);

/** The names of the parameters in a request's query, which are part of its path as it was sent. */
const queryOf = ({ path }: Pick<Wired, 'path'>) => [...new URL(path, 'http://localhost').searchParams.keys()];

function withValue({ node, name }: DescribedOperation, tried: Tried, value: NodeParameterValueType): INodeParameters {
	const filter = { filterBy: name.startsWith('presence') ? 'extension' : 'status', filterValue: '1' };
	const base = { ...parametersOf(node, name), ...tried.context };
	return placed(tried, value, base, TOGETHER.has(tried.path) ? filter : {});
}

const isSetState = (name: string) => name.endsWith('.setState');

/** Only *Set State* has fields whose effect needs more than a run. */
const situationFor = (node: string, name: string, path: string): Situation =>
	isSetState(name) ? situationOf('setState', node, path.split('.').at(-1) ?? '') : {};

/** Runs an operation with one value of a field, in the situation where that means something. */
async function observeIn(
	node: string,
	parameters: INodeParameters,
	path: string,
	situation: Situation,
): Promise<Observed> {
	if (path === 'options.parallelLimit') {
		return await observe(
			node,
			oneEach(parameters),
			Array.from({ length: 8 }, () => ({})),
		);
	}
	const { wish, asksForAll, reply, goesOn, before } = situation;
	const staticData = {};
	const around: Around = {
		staticData,
		...(reply && { reply: reply(subjectOf(node).reply) }),
		...(goesOn && { onError: 'continueRegularOutput' }),
	};
	const own = path in parameters ? { [path]: parameters[path] } : {};
	const asked: INodeParameters = { ...parameters, ...situation.parameters, ...wish, ...own };
	if (asksForAll) {
		const each = { ...oneEach(asked), state: '={{ $json.state }}', reason: '={{ $json.reason }}' };
		return await observe(node, each, allWishes, around);
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
				// Those of Shift Schedule are tried in shiftScheduleFields.test.ts: no service is asked.
				.filter(({ node }) => node !== 'shiftSchedule')
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
		const stale = Object.keys(SAMPLES).filter(
			(key) => !needed.some((one) => key === one || key.startsWith(`${one} `)),
		);

		expect(stale).toEqual([]);
	});

	it.each(vendorNames)('has an effect: %s %s', async (node, name) => {
		const operation = described(node, name);
		for (const property of operation.properties) {
			const { row } = situationFor(node, name, property.name);
			for (const tried of triedOf(node, property, { ...(row && { row }) })) {
				const { path, values } = tried;
				const load = path === 'options.parallelLimit';
				const seen: string[] = [];
				for (const value of values) {
					const parameters = withValue(operation, tried, value);
					seen.push(unlike(await observeIn(node, parameters, path, situationFor(node, name, path)), load));
				}

				expect({ field: path, tried: values, different: new Set(seen).size }).toEqual({
					field: path,
					tried: values,
					different: values.length,
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
