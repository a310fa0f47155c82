import { own } from '../../own';
import type { Sink } from '../eventStreams/eventStreamsState';
import { TASK_ROUTER_TYPE } from '../eventStreams/seedEventStreams';
import type { TwilioState } from '../state';
import type { TaskRouterEvent } from '../taskRouterState';
import { callbackForm, cloudEvent, idOf } from './payload';
import type { Sent } from './post';
import { signForm, signJson } from './signature';

/** One event on its way to one receiver. */
export type Outgoing =
	| { kind: 'sink'; sink: string; event: TaskRouterEvent; version: number }
	| { kind: 'callback'; workspace: string; url: string; event: TaskRouterEvent };

/** One request, ready to be sent. */
export interface Parcel extends Sent {
	kind: Outgoing['kind'];
	/** Sid of the sink, or of the workspace whose callback it is. */
	to: string;
	/** Ids of the events as the receiver reads them: EZ… at a sink, EV… at a callback. */
	events: string[];
}

/** Who hears of an event: the sinks that are subscribed to its type, and the workspace's callback if its filter lets it pass. */
export function receiversOf(event: TaskRouterEvent, state: TwilioState): Outgoing[] {
	const workspace = own(state.workspaces, event.workspace_sid);
	const url = workspace?.event_callback_url ?? '';
	return [
		...Object.values(state.subscribedEvents)
			.filter(({ type }) => type === TASK_ROUTER_TYPE + event.event_type)
			.flatMap(({ subscription_sid: subscription, schema_version: version }): Outgoing[] => {
				const sink = own(state.subscriptions, subscription)?.sink_sid;
				return sink === undefined ? [] : [{ kind: 'sink', sink, event, version }];
			}),
		...(workspace && url !== '' && passes(event, workspace.events_filter)
			? [{ kind: 'callback' as const, workspace: workspace.sid, url, event }]
			: []),
	];
}

/** Without a filter all events pass. The OpenAPI file's own example has a space after a comma. */
function passes({ event_type: type }: TaskRouterEvent, filter: string | null): boolean {
	const wanted = (filter ?? '').split(',').map((one) => one.trim());
	return wanted.join('') === '' || wanted.includes(type);
}

/** @param batchSize most events in one request to a sink that takes batches */
export function parcelsOf(outgoing: Outgoing[], batchSize: number, state: TwilioState): Parcel[] {
	const bySink = new Map<string, Array<Outgoing & { kind: 'sink' }>>();
	const parcels: Parcel[] = [];
	for (const one of outgoing) {
		if (one.kind === 'callback') parcels.push(callbackParcel(one, state));
		else bySink.set(one.sink, [...(bySink.get(one.sink) ?? []), one]);
	}
	for (const [sid, events] of bySink) {
		const sink = own(state.sinks, sid);
		if (!sink) continue;
		const size = sink.sink_configuration.batch_events === false ? 1 : batchSize;
		for (let from = 0; from < events.length; from += size) {
			const batch = events.slice(from, from + size);
			const bodies = batch.map(({ event, version }) => cloudEvent(event, version, state));
			parcels.push(
				sinkParcel(
					sink,
					bodies,
					batch.map(({ event }) => idOf(event)),
					state,
				),
			);
		}
	}
	return parcels;
}

export function sinkParcel(sink: Sink, events: object[], ids: string[], { authToken }: TwilioState): Parcel {
	const body = JSON.stringify(events);
	const { url, signature } = signJson(authToken, sink.sink_configuration.destination, body);
	const headers = { 'content-type': 'application/json', 'x-twilio-signature': signature };
	return { kind: 'sink', to: sink.sid, events: ids, url, headers, body };
}

function callbackParcel(
	{ workspace, url: address, event }: Outgoing & { kind: 'callback' },
	state: TwilioState,
): Parcel {
	const form = callbackForm(event, state);
	// The fragment holds connection overrides and is not sent; that it is not signed either is unproven.
	const [url = ''] = address.split('#');
	const headers = {
		'content-type': 'application/x-www-form-urlencoded; charset=UTF-8',
		'x-twilio-signature': signForm(state.authToken, url, form),
	};
	return { kind: 'callback', to: workspace, events: [event.sid], url, headers, body: encode(form) };
}

const encode = (form: Array<[string, string]>) => new URLSearchParams(form).toString();
