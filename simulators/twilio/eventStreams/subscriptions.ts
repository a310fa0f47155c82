import { own } from '../../own';
import type { Call } from '../call';
import { newSid } from '../call';
import { integer, readFields, required, sid, text } from '../fields';
import { invalid, Refusal } from '../refusal';
import type { Resource } from '../resource';
import type { EventType, SubscribedEvent, Subscription } from './eventStreamsState';
import { badSubscription, badType, sinkInUse, sinkNotActive, sinkNotFound, subscriptionNotFound } from './refusals';

const ROOT = '/v1/Subscriptions';

/** The types of a subscription, in order of their addition. */
const eventsOf = (subscription: Subscription, { state }: Call): SubscribedEvent[] =>
	Object.values(state.subscribedEvents).filter(({ subscription_sid: owner }) => owner === subscription.sid);

export const subscriptions: Resource<Subscription> = {
	key: 'subscriptions',
	path: ROOT,
	maxPageSize: 1000,
	all: ({ state }) => Object.values(state.subscriptions),
	find: (id, { state }) => own(state.subscriptions, id),
	missing: subscriptionNotFound,
	filters: {
		SinkSid: (raw) => {
			const wanted = sid('DG')(raw, 'SinkSid');
			return ({ sink_sid: sink }) => sink === wanted;
		},
	},
	render: (subscription, { base, state }) => {
		const url = `${base}${ROOT}/${subscription.sid}`;
		return {
			...subscription,
			account_sid: state.accountSid,
			url,
			links: { subscribed_events: `${url}/SubscribedEvents` },
		};
	},
	create: (call) => {
		refuseFilter(call);
		const sent = readFields({ Description: text(255), SinkSid: sid('DG') }, call.form);
		if (sent.Description === '') throw badSubscription('Description is empty');
		const description = required(sent.Description, 'Description');
		const sink = own(call.state.sinks, required(sent.SinkSid, 'SinkSid'));
		if (!sink) throw sinkNotFound();
		if (sink.status !== 'active') throw sinkNotActive();
		if (Object.values(call.state.subscriptions).some(({ sink_sid: used }) => used === sink.sid))
			throw sinkInUse(sink.sid);
		const types = readTypes(call);
		const dates = { date_created: call.now, date_updated: call.now };
		const subscription = { sid: newSid('DF'), description, sink_sid: sink.sid, ...dates };
		call.state.subscriptions[subscription.sid] = subscription;
		for (const { type, version } of types) put(subscription, type, version, call);
		return subscription;
	},
	update: (subscription, call) => {
		refuseFilter(call);
		subscription.description = call.form.get('Description') ?? subscription.description;
		subscription.date_updated = call.now;
	},
	remove: (subscription, call) => {
		for (const { sid: id } of eventsOf(subscription, call)) delete call.state.subscribedEvents[id];
		delete call.state.subscriptions[subscription.sid];
	},
};

export const subscribedEvents: Resource<SubscribedEvent> = {
	key: 'types',
	path: `${ROOT}/{SubscriptionSid}/SubscribedEvents`,
	maxPageSize: 1000,
	all: (call) => eventsOf(mustFind(call), call),
	find: (type, call) => eventsOf(mustFind(call), call).find((event) => event.type === type),
	render: ({ sid: _ours, ...event }, { base, state }) => ({
		...event,
		account_sid: state.accountSid,
		url: `${base}${ROOT}/${event.subscription_sid}/SubscribedEvents/${event.type}`,
	}),
	create: (call) => {
		const subscription = mustFind(call);
		const type = mustKnow(required(call.form.get('Type') ?? undefined, 'Type'), call);
		return put(subscription, type, versionOf(type, call.form.get('SchemaVersion') ?? undefined, call), call);
	},
	update: (event, call) => {
		const raw = call.form.get('SchemaVersion');
		if (raw !== null) event.schema_version = versionOf(mustKnow(event.type, call), raw, call);
	},
	remove: ({ sid: id }, call) => {
		delete call.state.subscribedEvents[id];
	},
};

function put({ sid: subscription }: Subscription, type: EventType, version: number, { state }: Call): SubscribedEvent {
	const id = `${subscription}/${type.sid}`;
	return (state.subscribedEvents[id] = {
		sid: id,
		subscription_sid: subscription,
		type: type.sid,
		schema_version: version,
	});
}

function mustFind({ params, state }: Call): Subscription {
	const subscription = own(state.subscriptions, params.SubscriptionSid);
	if (!subscription) throw subscriptionNotFound();
	return subscription;
}

/** `Filter` stands in the examples of the OpenAPI file and in no schema. */
function refuseFilter({ form }: Call): void {
	if (form.has('Filter')) throw new Refusal(501, 20001, 'This simulator does not filter events');
}

/** `Types` is repeated, and each is a JSON object. In a live test a JSON list in one `Types` was refused in these words. */
function readTypes(call: Call): Array<{ type: EventType; version: number }> {
	const sent = call.form.getAll('Types');
	if (sent.length === 0) throw invalid('Missing required parameter Types in the post body');
	const types = sent.map((raw, index) => {
		const { type: name, schema_version: version } = parse(raw);
		if (typeof name !== 'string')
			throw badSubscription(`Missing required input parameter event_types[${index}].type`);
		const type = mustKnow(name, call);
		return { type, version: versionOf(type, version, call) };
	});
	if (new Set(types.map(({ type }) => type.sid)).size < types.length)
		throw badSubscription('Event types are duplicated');
	return types;
}

function parse(raw: string): Record<string, unknown> {
	try {
		return JSON.parse(raw) as Record<string, unknown>;
	} catch {
		throw invalid('Types must be JSON');
	}
}

function mustKnow(name: string, { state }: Call): EventType {
	const type = own(state.eventTypes, name);
	if (!type) throw badType('Type not found in the system');
	if (type.status === 'discontinued') throw badType('Type is discontinued');
	return type;
}

/** "Otherwise the last available schema version will be used". That an unknown one is refused is a guess. */
function versionOf(type: EventType, raw: unknown, { state }: Call): number {
	const last = state.schemas[type.schema_id]?.versions.length ?? 1;
	if (raw === undefined) return last;
	const version = integer(typeof raw === 'string' ? raw : JSON.stringify(raw), 'SchemaVersion');
	if (version < 1 || version > last) throw invalid(`Schema version ${version} of ${type.schema_id} does not exist`);
	return version;
}
