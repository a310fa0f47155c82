import type { IDataObject, INodeParameters, INodeProperties } from 'n8n-workflow';
import { adapters } from '../../../nodes/AgentState/adapters';
import type { Native } from '../../../nodes/shared/state/adapter';
import { writeRestoreText } from '../../../nodes/shared/state/input/restoreText';
import { observeRun, unlike, type Around, type Observed } from '../../support/pack/observe';
import { loadPack, membersOf, type Pack } from '../../support/pack/pack';
import { allSituations, situationOf, type Situation } from '../../support/pack/situations';
import { placed, triedOf, type Tried } from '../../support/pack/tried';
import { useVendor } from '../../support/pack/useVendor';
import { agentAt, parametersOf, subjectOf } from '../../support/pack/vendors';
import type { StateSamples } from '../../../simulators/samples';
import { PEOPLE } from '../../../simulators/twilio/cast';

const stage = useVendor();
let pack: Pack;

beforeAll(async () => {
	pack = await loadPack();
});

const FROM_ITEM = 'fromItem';
const OPERATIONS = ['setState', 'getState', 'getHistory', 'restorePrevious', 'compare'];
const ids = adapters.map(({ id }) => id);

/** What is known of a service beside its adapter. */
function knownOf(vendor: string): StateSamples {
	const { states } = subjectOf(vendor);
	if (!states) throw new Error(`The samples of ${vendor} do not say how its states are set`);
	return states;
}

/** The fields that say where, filled as in the test of the service's own *Set State*. */
const places: INodeParameters = Object.fromEntries(
	adapters.flatMap(({ id, scopeFields }) => {
		const own = parametersOf(id, `${knownOf(id).resource}.setState`);
		return scopeFields.flatMap(({ name }) => (name in own ? [[name, own[name]]] : []));
	}),
);

/** An item with everything that any column may hold; columns that are named otherwise by default hold nothing here. */
function itemOf(
	vendor: string,
	wish: { state: string; reason?: string },
	agent = knownOf(vendor).named[0],
): IDataObject {
	return {
		agentId: agent,
		other: { who: knownOf(vendor).named[1] },
		desiredState: wish.state,
		should: wish.state === 'offline' ? 'available' : 'offline',
		reason: wish.reason ?? '',
		why: 'Szkolenie',
		note: 'Lorem ipsum..',
		remark: '',
		service: vendor,
		vendor: 'twilioFrontline',
	};
}

/** A row that says: was in the wished state, and was put into the state that the recorder shows. */
function rowOf(
	vendor: string,
	state: string,
	agent = knownOf(vendor).named[0],
	{ hasMovedOn = false, isUntouched = false }: Situation = {},
): IDataObject {
	const { now, before, scopes } = knownOf(vendor);
	const native = (label: string, fields?: Native['fields']): Native => ({ label, fields: fields ?? { none: '' } });
	const cells = { service: vendor, scope: scopes?.[0] ?? '', agentId: agent, previous: state, requested: 'break' };
	return {
		agent,
		previous: state,
		current: 'break',
		outcome: isUntouched ? 'unchanged' : 'changed',
		service: vendor,
		scope: scopes?.[0] ?? null,
		agentId: agent,
		requested: 'break',
		restore: writeRestoreText(
			cells,
			native('Before', before[state] ?? before.available),
			native('Then', hasMovedOn ? before.offline : now),
			'Before',
		),
	};
}

/** The service whose field it is: the mapping of a service, its place, or its agent. */
const vendorOf = (shown: string[], vendor: string) =>
	vendor === FROM_ITEM ? (shown.find((one) => one !== FROM_ITEM) ?? 'twilioTaskRouter') : vendor;

/** Under which name a service's own node has the field, and its samples. */
const ownName = (path: string, vendor: string): string => {
	if (path === 'agent') return adapters.find(({ id }) => id === vendor)?.agent.name ?? path;
	if (path.endsWith('Mapping')) return 'stateMapping';
	return path.replace(/^options\./, 'stateOptions.');
};

const SHARED = /^(agentColumn|stateColumn|moreColumns)/;

/** What an operation is asked to do for the value of a field, in the situation where that means something. */
async function observeIn(
	operation: string,
	service: string,
	acting: string,
	parameters: INodeParameters,
	situation: Situation,
	more: IDataObject = {},
): Promise<Observed> {
	const { wish = { state: 'available' }, asksForAll, reply, goesOn, before } = situation;
	const each = (vendor: string, asked: { state: string; reason?: string }, agent?: string): IDataObject =>
		operation === 'restorePrevious'
			? rowOf(vendor, asked.state, agent, situation)
			: { ...itemOf(vendor, asked, agent), ...more };
	const items = asksForAll
		? allSituations.map((asked, at) => each(acting, asked, agentAt(acting, at)))
		: [each(acting, wish)];
	const around: Around = {
		// Grace Time counts only where n8n has kept something of an earlier run.
		staticData: { 'node:Node': { hasRun: true } },
		...(reply && { reply: reply(subjectOf('agentState').reply) }),
		...(goesOn && { onError: 'continueRegularOutput' }),
	};
	const asked: INodeParameters = {
		...situation.parameters,
		...places,
		vendor: service,
		...parameters,
		operation,
	};
	if (before === 'setState') {
		const first = { ...places, vendor: service, operation: 'setState' };
		await observeRun(stage.bench, stage.recorder, 'agentState', first, { ...around, items });
	}
	if (before === 'itself') await observeRun(stage.bench, stage.recorder, 'agentState', asked, { ...around, items });
	return await observeRun(stage.bench, stage.recorder, 'agentState', asked, { ...around, items });
}

interface Case {
	title: string;
	operation: string;
	service: string;
	acting: string;
	property: INodeProperties;
	member?: INodeProperties;
}

/** Every field in every operation and for every service for which n8n shows it. */
async function casesOf(operation: string): Promise<Case[]> {
	pack = await loadPack();
	const found = pack.operations.find(({ node, name }) => node === 'agentState' && name === operation);
	if (!found) throw new Error(`Agent State has no operation ${operation}`);
	return found.properties
		.filter(({ type }) => type !== 'notice')
		.flatMap((property) => {
			const fields = property.type === 'collection' ? membersOf(property) : [undefined];
			return fields.flatMap((member) => {
				const { show = {} } = member?.displayOptions ?? {};
				if (show['/operation'] && !(show['/operation'] as string[]).includes(operation)) return [];
				const whole = property.displayOptions?.show?.vendor as string[] | undefined;
				const own = show['/vendor'] as string[] | undefined;
				const shown = own && whole ? own.filter((one) => whole.includes(one)) : (own ?? whole ?? []);
				const hidden = (property.displayOptions?.hide?.vendor ?? []) as string[];
				// Among the fields of all services, that of one has a label of its own and stands there apart.
				const twins = found.properties.filter(({ name }) => name === property.name);
				const owners = twins.flatMap(({ displayOptions }) => (displayOptions?.show?.vendor ?? []) as string[]);
				const path = [property.name, member?.name].filter(Boolean).join('.');
				const preferred = situationOf(operation, '', path.split('.').at(-1) ?? '').vendor;
				const services = shown.length > 0 ? shown : [preferred ?? 'twilioTaskRouter'];
				const hasHistory = (service: string) =>
					operation !== 'getHistory' || adapters.some(({ id, history }) => id === service && history);
				return services
					.filter((service) => !hidden.includes(service))
					.filter((service) => service === FROM_ITEM || preferred === undefined || service === preferred)
					.filter((service) => hasHistory(vendorOf(preferred ? [preferred] : [...shown, ...owners], service)))
					.map((service) => ({
						title: `${path} (${service})`,
						operation,
						service,
						acting: vendorOf(preferred ? [preferred] : [...shown, ...owners], service),
						property,
						...(member && { member }),
					}));
			});
		});
}

/** A state that is read does not tell its reason, so that a row of a mapping counts there whatever its reason. */
const NO_EFFECT = ({ operation }: Case, { inRow }: Tried) =>
	inRow === 'reason' && ['getState', 'getHistory'].includes(operation);

async function differencesOf(one: Case): Promise<Array<{ field: string; values: unknown; isDifferent: boolean }>> {
	const { operation, service, acting, property, member } = one;
	const name = ownName(member?.name ?? property.name, acting);
	const situation = situationOf(operation, acting, name);
	const node = SHARED.test(property.name) ? 'agentState' : acting;
	const given = { keyOf: (path: string) => ownName(path, acting), ...(situation.row && { row: situation.row }) };
	const tries = member ? triedOf(node, member, given, property) : triedOf(node, property, given);
	const found = [];
	for (const tried of tries.filter((each) => !NO_EFFECT(one, each))) {
		const seen: string[] = [];
		for (const value of tried.values) {
			const base: INodeParameters = {
				...tried.context,
				...(tried.context.source === 'fields' && fieldsOf(acting, situation)),
			};
			delete base.vendor;
			const parameters = { ...placed(tried, value, base) };
			const scopes = knownOf(acting).scopes ?? [];
			const more = member?.name === 'scopeColumn' ? { scope: scopes[0], place: scopes[1] } : {};
			seen.push(unlike(await observeIn(operation, service, acting, parameters, situation, more), false));
		}
		const different = new Set(seen).size;
		found.push({
			field: tried.path,
			values: tried.values,
			isDifferent: situation.isLoose ? different > 1 : different === tried.values.length,
		});
	}
	return found;
}

/** The fields of 'The Fields Below', filled. */
function fieldsOf(vendor: string, { wish }: Situation): INodeParameters {
	const { named, agentField } = knownOf(vendor);
	const [agent] = Object.values(agentField(named[0]));
	return { source: 'fields', agent, state: 'available', ...wish };
}

/** Those that are about more than one item or service. */
const APART = ['vendor', 'source', 'options.parallelLimit'];

describe.each(OPERATIONS)('%s', (operation) => {
	it('has an effect with every field, for every service that shows it', async () => {
		const cases = (await casesOf(operation)).filter(({ property, member }) => {
			return !APART.includes([property.name, member?.name].filter(Boolean).join('.'));
		});
		expect(cases.length).toBeGreaterThan(10);
		const without: unknown[] = [];
		for (const one of cases) {
			const differences = await differencesOf(one).catch((error: unknown) => {
				throw new Error(`${one.title}: ${(error as Error).message}`, { cause: error });
			});
			const isTried = differences.length > 0;
			if (!isTried) without.push({ title: one.title, differences });
			without.push(
				...differences
					.filter(({ isDifferent }) => !isDifferent)
					.map((difference) => ({ title: one.title, ...difference })),
			);
		}

		expect(without).toEqual([]);
		// Some hundred runs of n8n's engine; under the sandboxed expression engine each takes twice as long.
	});

	it('is for the service that was chosen, or for the one that each item names', async () => {
		const items = ids.map((id) => (operation === 'restorePrevious' ? rowOf(id, 'available') : itemOf(id, wish)));
		const seen: string[] = [];
		for (const vendor of [...ids, FROM_ITEM]) {
			const parameters = { ...places, operation, vendor };
			const observed = await observeRun(stage.bench, stage.recorder, 'agentState', parameters, {
				items,
				onError: 'continueRegularOutput',
			});
			seen.push(unlike(observed, false));
		}

		expect(new Set(seen).size).toBe(ids.length + 1);
	});

	it('keeps to the parallel limit', async () => {
		// Of TaskRouter's own node that is tried with the other fields of its operation.
		if (operation === 'getHistory') return;
		const items = Array.from({ length: 8 }, (_, at) => {
			const agent = agentAt('twilioFrontline', at);
			return operation === 'restorePrevious'
				? rowOf('twilioFrontline', 'available', agent)
				: itemOf('twilioFrontline', wish, agent);
		});
		const most: number[] = [];
		for (const parallelLimit of [1, 3]) {
			const parameters = { operation, vendor: 'twilioFrontline', options: { parallelLimit } };
			const around = { items, delayMs: 100 };
			most.push((await observeRun(stage.bench, stage.recorder, 'agentState', parameters, around)).maxInFlight);
		}

		expect(most).toEqual([1, 3]);
	});
});

const wish = { state: 'available' };

it.each(['setState', 'getState', 'getHistory', 'compare'])(
	'%s takes agents from columns or from its own fields',
	async (operation) => {
		const seen: string[] = [];
		for (const source of ['items', 'fields']) {
			const parameters = {
				...places,
				operation,
				vendor: 'twilioTaskRouter',
				...fieldsOf('twilioTaskRouter', {}),
				source,
				agent: { __rl: true as const, mode: 'id', value: PEOPLE.bob.worker },
			};
			const items = [itemOf('twilioTaskRouter', wish)];
			seen.push(
				unlike(await observeRun(stage.bench, stage.recorder, 'agentState', parameters, { items }), false),
			);
		}

		expect(new Set(seen).size).toBe(2);
	},
);
