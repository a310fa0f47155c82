import type { IDataObject } from 'n8n-workflow';
import type { Mapping } from '../../shared/state/mapping';
import { FORM } from '../../shared/trigger/signature';
import { markedValue } from '../../shared/values/formula';
import { isRecord } from '../../shared/values/record';
import { problem, value, type Result } from '../../shared/values/result';
import { shownAttributes } from '../attributes';
import { snakeCase } from '../records';
import { textIn } from '../twilio';
import { activityIn, calledOf } from './worker';

/** Before the name of an event in Event Streams (docs/events/event-types/taskrouter). */
export const TYPE_PREFIX = 'com.twilio.taskrouter.';

/** The schema of TaskRouter's events there, before its version. */
const SCHEMA = 'TaskRouter.WDSEvent';

/** How an event is called without what differs between its spellings: the documentation has both dots and hyphens. */
export const plainName = (type: string): string => type.replace(TYPE_PREFIX, '').replace(/[._-]/g, '');

/** An event as it was heard, whichever way it came. */
export interface HeardEvent {
	/** The same however often the event is delivered. */
	id: string;
	/** Such as `worker.activity.update`. */
	name: string;
	/** Milliseconds since the epoch. */
	at: number;
	account: string;
	workspace: string;
	/** All that Twilio tells, by its names in snake_case, as it came. */
	payload: Record<string, unknown>;
}

/** What a delivery holds. `unreadable`: how many of its events are not as documented. */
export interface HeardEvents {
	events: HeardEvent[];
	unreadable: number;
}

/** Without these an event says nothing that can be acted on. */
const NEEDED: ReadonlyArray<[names: RegExp, keys: string[]]> = [
	[/^worker\.activity\.update$/, ['worker_sid', 'worker_activity_sid']],
	[/^worker\./, ['worker_sid']],
	[/^reservation\./, ['reservation_sid']],
	[/^task\./, ['task_sid']],
];

/**
 * The events of one delivery: a JSON list of CloudEvents from Event Streams, or the form of an event callback.
 *
 * @param mediaType of the body, without its parameters
 */
export function eventsIn(mediaType: string, rawBody: Buffer): Result<HeardEvents> {
	if (mediaType === FORM) return heard([callbackEvent(new URLSearchParams(rawBody.toString('utf8')))]);
	const parsed = jsonBody(rawBody.toString('utf8'));
	if (parsed.kind === 'problem') return parsed;
	return heard((Array.isArray(parsed.value) ? parsed.value : [parsed.value]).map(cloudEvent));
}

const heard = (events: Array<HeardEvent | undefined>): Result<HeardEvents> => {
	const readable = events.filter((one) => one !== undefined);
	return value({ events: readable, unreadable: events.length - readable.length });
};

function jsonBody(text: string): Result<unknown> {
	try {
		return value(JSON.parse(text) as unknown);
	} catch {
		return problem('The body is not valid JSON');
	}
}

/** Later versions of the schema added fields and renamed none, so that what is needed decides. */
function cloudEvent(given: unknown): HeardEvent | undefined {
	if (!isRecord(given) || !isRecord(given.data) || !isRecord(given.data.payload)) return undefined;
	const { type, id, dataschema, data } = given;
	const { payload } = given.data;
	if (!textIn(type).startsWith(TYPE_PREFIX) || !textIn(dataschema).includes(`/${SCHEMA}/`)) return undefined;
	return readableEvent({
		id: textIn(id),
		name: textIn(type).slice(TYPE_PREFIX.length),
		at: timeIn(payload.timestamp_ms) ?? timeIn(payload.timestamp) ?? timeIn(data.timestamp),
		payload,
	});
}

/** Fields such as WorkerSid, all of them text (docs/taskrouter/api/event/reference). */
function callbackEvent(form: URLSearchParams): HeardEvent | undefined {
	const payload = Object.fromEntries([...form].map(([name, text]) => [snakeCase(name), text]));
	const { sid, event_type: name, timestamp, timestamp_ms: ms } = payload;
	return readableEvent({ id: sid ?? '', name: name ?? '', at: timeIn(ms) ?? timeIn(timestamp), payload });
}

function readableEvent(
	event: Pick<HeardEvent, 'id' | 'name' | 'payload'> & { at: number | undefined },
): HeardEvent | undefined {
	const { id, name, at, payload } = event;
	const [, keys = []] = NEEDED.find(([names]) => names.test(name)) ?? [];
	const isWhole = ['account_sid', 'workspace_sid', ...keys].every((key) => textIn(payload[key]) !== '');
	if (id === '' || name === '' || at === undefined || !isWhole) return undefined;
	return { id, name, at, account: textIn(payload.account_sid), workspace: textIn(payload.workspace_sid), payload };
}

/** A time of Twilio's: an ISO text, or seconds or milliseconds since the epoch as a number or its digits. */
function timeIn(given: unknown): number | undefined {
	const text = typeof given === 'number' ? `${given}` : textIn(given);
	if (text === '') return undefined;
	const at = /^\d+$/.test(text) ? Number(text) * (text.length > 11 ? 1 : 1000) : Date.parse(text);
	return Math.abs(at) <= 8.64e15 ? at : undefined;
}

/** Numbers that callbacks spell as text. A name or a queue of digits stays text. */
const NUMBERS =
	/^(worker_time_in_previous_activity(_ms)?|worker_channel_(\w+_)?capacity|worker_channel_task_count|(previous_)?task_priority|task_age|task_version|timestamp|timestamp_ms)$/;

/** What Twilio tells as text, as a number or not at all, by way and version. */
const FLAG = /^(worker_channel_available|activity_available)$/;

const FLAGS: ReadonlyMap<unknown, boolean> = new Map<unknown, boolean>([
	...['true', '1', 1].map((one): [unknown, boolean] => [one, true]),
	...['false', '0', 0].map((one): [unknown, boolean] => [one, false]),
]);

function shownValue(key: string, given: unknown): unknown {
	if (key.endsWith('_attributes')) return shownAttributes(given) ?? given;
	if (FLAG.test(key)) return FLAGS.get(given) ?? given;
	const isNumber = NUMBERS.test(key) && typeof given === 'string' && /^\d+$/.test(given);
	return isNumber && Number.isSafeInteger(Number(given)) ? Number(given) : given;
}

/** How long the worker was in the activity before, in milliseconds; `undefined` where the event does not tell. */
export function timeBefore({ payload }: HeardEvent): number | undefined {
	const [ms, seconds] = ['worker_time_in_previous_activity_ms', 'worker_time_in_previous_activity'].map((key) =>
		shownValue(key, payload[key]),
	);
	if (typeof ms === 'number') return ms;
	return typeof seconds === 'number' ? seconds * 1000 : undefined;
}

/** The activities that an event tells: the worker's own, and the one before it where the event is of a change. */
export const activitiesOf = ({ payload }: HeardEvent) => ({
	now: activityIn(payload.worker_activity_sid, payload.worker_activity_name) ?? null,
	before: activityIn(payload.worker_previous_activity_sid, payload.worker_previous_activity_name) ?? null,
});

/** The event of a worker who goes to another activity. */
export const CHANGE = 'worker.activity.update';

/** The events after which a worker is in an activity since that moment. */
const BEGINS = [CHANGE, 'worker.created'];

/** The item of an event: what people look at first, and below it all that Twilio told. */
export function shownEvent(event: HeardEvent, mapping: Mapping, byUs: boolean | null): IDataObject {
	const { id, name, payload, workspace } = event;
	const at = new Date(event.at).toISOString();
	const { now, before } = activitiesOf(event);
	const previous = name === CHANGE ? before : null;
	const { label } = calledOf({ friendly_name: payload.worker_name, attributes: payload.worker_attributes });
	const agentId = textIn(payload.worker_sid) || null;
	const row = {
		agent: label || agentId,
		state: mapping.stateOf(now),
		previousState: mapping.stateOf(previous),
		native: now?.label ?? null,
		since: BEGINS.includes(name) ? at : null,
		event: name,
		at,
		previousNative: previous?.label ?? null,
		service: 'twilioTaskRouter',
		scope: workspace,
		agentId,
		byUs,
		eventId: id,
	};
	return {
		...markedValue<IDataObject>(row),
		payload: Object.fromEntries(
			Object.entries(payload)
				.filter(([key]) => key !== '__proto__')
				.map(([key, one]) => [key, shownValue(key, one)]),
		),
	};
}
