import type { Client } from '../../../shared/http/client';
import type { Failure } from '../../../shared/http/failure';
import { isRecord } from '../../../shared/values/record';
import { textIn, twilioVendor } from '../../twilio';
import { plainName, TYPE_PREFIX } from '../events';
import { failedWith, found, post, listRecords, readRecord, deleteRecord, type Asked } from './requests';
import { inQuotes } from '../../../shared/values/text';

export const streams = twilioVendor('Twilio Event Streams', 'events');

/** By which a person finds our sinks in the Twilio Console, and the node its own that it lost sight of. */
export const DESCRIPTION = 'n8n Twilio TaskRouter Trigger';

/** The newest version of TaskRouter's schema whose fields are known here; milliseconds came with version 2. */
const NEWEST_VERSION = 4;

/** What was made at Twilio: a sink, which is where events go, and the one subscription that it has. */
export interface Stream {
	sink: string;
	subscription: string;
}

interface EventType {
	type: string;
	/** Absent where Twilio does not tell it: it then takes its own. */
	schema_version?: number;
}

/**
 * Makes a sink and a subscription for events. If it fails, nothing of it is left.
 *
 * @param url where the events are to go
 * @param events names such as `worker.activity.update`
 */
export async function subscribe(client: Client, url: string, events: readonly string[]): Promise<Asked<Stream>> {
	const types = await typesOf(client, events);
	if (types.kind === 'failed') return types;
	const configuration = JSON.stringify({ destination: url, method: 'POST' });
	const made = await post(
		client,
		'/v1/Sinks',
		{ Description: DESCRIPTION, SinkType: 'webhook', SinkConfiguration: configuration },
		{ idempotent: false },
	);
	const sink = made.kind === 'found' ? textIn(made.found?.sid) : '';
	const subscribed =
		made.kind === 'failed' || sink === ''
			? made
			: await post(
					client,
					'/v1/Subscriptions',
					{ Description: DESCRIPTION, SinkSid: sink },
					{ repeated: { Types: types.found.map((type) => JSON.stringify(type)) }, idempotent: false },
				);
	const subscription = subscribed.kind === 'found' ? textIn(subscribed.found?.sid) : '';
	if (sink !== '' && subscription !== '') return found({ sink, subscription });
	// An answer may have been lost on its way: what was made is looked for by its address.
	const left = await unsubscribeAt(client, (destination) => destination === url);
	if (left)
		return failedWith(`${left.message}. A sink called ${inQuotes(DESCRIPTION)} may be left at Twilio`, left.advice);
	return subscribed.kind === 'failed' ? subscribed : failedWith('Twilio answered without the SID of what it made');
}

/** Whether a stream is there as it was made: the sink for that address, and the subscription with those events. */
export async function isSubscribed(
	client: Client,
	{ sink, subscription }: Stream,
	url: string,
	events: readonly string[],
): Promise<Asked<boolean>> {
	const kept = await readRecord(client, `/v1/Sinks/${sink}`);
	if (kept.kind === 'failed') return kept;
	if (!kept.found || destinationOf(kept.found) !== url || kept.found.status === 'failed') return found(false);
	const made = await readRecord(client, `/v1/Subscriptions/${subscription}`);
	if (made.kind === 'failed') return made;
	if (made.found?.sink_sid !== sink) return found(false);
	const listed = await listRecords(client, `/v1/Subscriptions/${subscription}/SubscribedEvents`, 'types');
	if (listed.kind === 'failed') return listed;
	const there = listed.found.map(({ type }) => plainName(textIn(type)));
	return found(there.length === events.length && events.every((event) => there.includes(plainName(event))));
}

/** Deletes a stream. A subscription goes first: Twilio keeps a sink that has one. */
export async function unsubscribe(client: Client, { sink, subscription }: Stream): Promise<Failure | undefined> {
	return (
		(await deleteRecord(client, `/v1/Subscriptions/${subscription}`)) ??
		(await deleteRecord(client, `/v1/Sinks/${sink}`))
	);
}

/** Deletes the sinks of ours whose address is one of those, with their subscriptions. */
export async function unsubscribeAt(
	client: Client,
	isMeant: (destination: string) => boolean,
): Promise<Failure | undefined> {
	const sinks = await listRecords(client, '/v1/Sinks', 'sinks');
	if (sinks.kind === 'failed') return sinks.failure;
	for (const sink of sinks.found) {
		if (sink.description !== DESCRIPTION || !isMeant(destinationOf(sink))) continue;
		const sid = textIn(sink.sid);
		const subscriptions = await listRecords(client, '/v1/Subscriptions', 'subscriptions', { SinkSid: sid });
		if (subscriptions.kind === 'failed') return subscriptions.failure;
		for (const { sid: subscription, sink_sid: of } of subscriptions.found) {
			const failure =
				of === sid ? await deleteRecord(client, `/v1/Subscriptions/${textIn(subscription)}`) : undefined;
			if (failure) return failure;
		}
		const failure = await deleteRecord(client, `/v1/Sinks/${sid}`);
		if (failure) return failure;
	}
	return undefined;
}

function destinationOf({ sink_configuration: configuration }: Record<string, unknown>): string {
	return isRecord(configuration) ? textIn(configuration.destination) : '';
}

/** The types of TaskRouter's events that can be subscribed to, as Twilio lists them. */
export async function offeredTypes(client: Client): Promise<Asked<Array<Record<string, unknown>>>> {
	const listed = await listRecords(client, '/v1/Types', 'types');
	if (listed.kind === 'failed') return listed;
	return found(
		listed.found.filter(({ type, status }) => textIn(type).startsWith(TYPE_PREFIX) && status !== 'discontinued'),
	);
}

/** The types behind names of events; where Twilio lists none of TaskRouter's, by the usual rule. */
async function typesOf(client: Client, events: readonly string[]): Promise<Asked<EventType[]>> {
	const offered = await offeredTypes(client);
	if (offered.kind === 'failed') return offered;
	const ours = offered.found;
	if (ours.length === 0) return found(events.map((event) => ({ type: TYPE_PREFIX + event })));
	const versions = new Map<string, number | undefined>();
	const types: EventType[] = [];
	for (const event of events) {
		const one = ours.find(({ type }) => plainName(textIn(type)) === plainName(event));
		if (!one) return failedWith(absence(event, ours));
		const schema = textIn(one.schema_id);
		if (!versions.has(schema)) {
			const version = await schemaVersion(client, schema);
			if (version.kind === 'failed') return version;
			versions.set(schema, version.found);
		}
		const version = versions.get(schema);
		types.push({ type: textIn(one.type), ...(version !== undefined && { schema_version: version }) });
	}
	return found(types);
}

function absence(event: string, ours: Array<Record<string, unknown>>): string {
	const there = ours.map(({ type }) => textIn(type).slice(TYPE_PREFIX.length));
	return `Event Streams does not offer the event ${inQuotes(event)} here. It offers: ${there.sort().join(', ')}`;
}

async function schemaVersion(client: Client, schema: string): Promise<Asked<number | undefined>> {
	if (!/^[\w.-]+$/.test(schema)) return found(undefined);
	const read = await readRecord(client, `/v1/Schemas/${schema}`);
	if (read.kind === 'failed') return read;
	const latest = read.found?.latest_version;
	return found(typeof latest === 'number' && latest > 0 ? Math.min(latest, NEWEST_VERSION) : undefined);
}
