import type { Answer, Call } from '../call';
import { newSid } from '../call';
import { flag, isWebAddress, oneOf, readFields, required, text } from '../fields';
import { own } from '../../own';
import { Refusal } from '../refusal';
import type { Endpoint, Resource } from '../resource';
import type { Sink, SinkConfiguration } from './eventStreamsState';
import { badSink, sinkInUse, sinkNotFound, tooManySinks } from './refusals';

const ROOT = '/v1/Sinks';
/** docs/api/errors/91003 */
const MOST_SINKS = 100;

const isUsed = (sink: Sink, { state }: Call) =>
	Object.values(state.subscriptions).some(({ sink_sid: sid }) => sid === sink.sid);

export const sinks: Resource<Sink> = {
	key: 'sinks',
	path: ROOT,
	maxPageSize: 1000,
	all: ({ state }) => Object.values(state.sinks),
	find: (id, { state }) => own(state.sinks, id),
	missing: sinkNotFound,
	filters: {
		InUse: (raw, call) => {
			const wanted = flag(raw, 'InUse');
			return (sink) => isUsed(sink, call) === wanted;
		},
		Status: (raw) => {
			const wanted = oneOf('initialized', 'validating', 'active', 'failed')(raw, 'Status');
			return ({ status }) => status === wanted;
		},
	},
	render: (sink, { base }) => {
		const url = `${base}${ROOT}/${sink.sid}`;
		return { ...sink, url, links: { sink_test: `${url}/Test`, sink_validate: `${url}/Validate` } };
	},
	create: (call) => {
		const sent = readFields(
			{ Description: text(255), SinkType: text(255), SinkConfiguration: text(4096) },
			call.form,
		);
		if (sent.Description === '') throw badSink('Description cannot be empty');
		const sink: Sink = {
			sid: newSid('DG'),
			description: required(sent.Description, 'Description'),
			sink_type: webhookOnly(required(sent.SinkType, 'SinkType')),
			sink_configuration: readConfiguration(required(sent.SinkConfiguration, 'SinkConfiguration')),
			// "There is no longer a need for validating a Sink. The status of Sinks is active by default."
			status: 'active',
			date_created: call.now,
			date_updated: call.now,
		};
		if (Object.keys(call.state.sinks).length >= MOST_SINKS) throw tooManySinks();
		call.state.sinks[sink.sid] = sink;
		return sink;
	},
	update: (sink, call) => {
		// What a sink is connected to cannot be changed.
		sink.description = required(call.form.get('Description') ?? undefined, 'Description');
		sink.date_updated = call.now;
	},
	remove: (sink, call) => {
		if (isUsed(sink, call)) throw sinkInUse(sink.sid);
		delete call.state.sinks[sink.sid];
	},
};

function webhookOnly(raw: string): 'webhook' {
	if (['kinesis', 'segment', 'email'].includes(raw))
		throw new Refusal(501, 20001, `This simulator has no sinks of type ${raw}`);
	if (raw !== 'webhook') throw badSink('Sink type must be Kinesis or Webhook');
	return raw;
}

function readConfiguration(raw: string): SinkConfiguration {
	const { destination, method, batch_events: batch } = parse(raw);
	if (typeof destination !== 'string' || !isWebAddress(destination))
		throw badSink('Sink Configuration destination must be a URL');
	if (method === 'GET') throw new Refusal(501, 20001, 'This simulator delivers by POST only');
	if (method !== 'POST') throw badSink('Sink Configuration method must be GET or POST');
	if (batch !== undefined && typeof batch !== 'boolean')
		throw badSink('Sink Configuration batch_events must be true or false');
	return { destination, method, ...(batch !== undefined && { batch_events: batch }) };
}

function parse(raw: string): Record<string, unknown> {
	try {
		const value: unknown = JSON.parse(raw);
		if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
	} catch {
		// Refused below, with everything else that is not a JSON object.
	}
	throw badSink('Sink Configuration must be a JSON object');
}

/** Sends a test event, and approves of every sink whatever the test id ("always returns a result … of valid"). */
export const SINK_TESTS: Endpoint[] = [
	{
		method: 'POST',
		path: `${ROOT}/{Sid}/Test`,
		answer: (call): Answer => {
			call.testSink(mustFind(call).sid);
			return { status: 201, body: { result: 'submitted' } };
		},
	},
	{
		method: 'POST',
		path: `${ROOT}/{Sid}/Validate`,
		answer: (call): Answer => {
			mustFind(call);
			required(call.form.get('TestId') ?? undefined, 'TestId');
			return { status: 201, body: { result: 'valid' } };
		},
	},
];

function mustFind({ params, state }: Call): Sink {
	const sink = own(state.sinks, params.Sid);
	if (!sink) throw sinkNotFound();
	return sink;
}
