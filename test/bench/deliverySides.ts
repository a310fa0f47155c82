import type { Workflow } from '../../demo/n8n/workflows';
import { bySid, makeWorker, TWILIO_AUTH_TOKEN } from '../../simulators';
import type { TwilioSimulator, Worker } from '../../simulators';
import { triggerWorkflow } from '../e2e/triggerWorkflow';

/** One way to hear of changes of activity. */
export interface DeliverySide {
	name: string;
	workflow: Workflow;
	/** Makes Twilio call the workflow, where no node does. @param url of n8n @returns what ends it */
	subscribe?(twilio: TwilioSimulator, url: string): () => void;
}

const AGENTS = 400;

/** A team that people of n8n know: everyone is on a break. */
export const agents = (): Record<string, Worker> =>
	bySid(
		Array.from({ length: AGENTS }, (_, at) => makeWorker({ friendly_name: `Agent ${at}`, attributes: ATTRIBUTES })),
	);

const ATTRIBUTES = JSON.stringify({ full_name: 'Agent', email: 'agent@example.com', skills: ['support', 'english'] });

/** For n8n's Crypto node. */
export const CRYPTO_CREDENTIAL = { name: 'Crypto account', type: 'crypto', data: { hmacSecret: TWILIO_AUTH_TOKEN } };

const HASH = 'Hash of Body';
const SIGNATURE = 'Signature';

/** n8n's own Webhook node, its Crypto node for what Twilio signed, and an If node that compares. */
const handMade = (name: string, path: string): DeliverySide =>
	calledByHand(name, path, [
		webhook(path, { rawBody: true }),
		node(HASH, 'crypto', 2, {
			...{ action: 'hash', type: 'SHA256', encoding: 'hex', dataPropertyName: 'bodyHash' },
			...{ binaryData: true, binaryPropertyName: 'data' },
		}),
		{
			...node(SIGNATURE, 'crypto', 2, {
				...{ action: 'hmac', type: 'SHA1', encoding: 'base64', dataPropertyName: 'signature' },
				value: '={{ $json.webhookUrl }}?bodySHA256={{ $json.query.bodySHA256 }}',
			}),
			credentials: { crypto: { id: null, name: '' } },
		},
		node('If', 'if', 2.2, {
			conditions: {
				options: { caseSensitive: true, leftValue: '', typeValidation: 'strict', version: 2 },
				combinator: 'and',
				conditions: [
					equal('signature', '={{ $json.signature }}', '={{ $json.headers["x-twilio-signature"] }}'),
					equal('body', '={{ $json.bodyHash }}', '={{ $json.query.bodySHA256 }}'),
				],
			},
			options: {},
		}),
		node('Nothing', 'noOp', 1, {}),
	]);

/** @param nodes one after the other, a Webhook node first. @param path its address */
function calledByHand(name: string, path: string, nodes: Workflow['nodes']): DeliverySide {
	return {
		name,
		workflow: {
			id: path,
			name: path,
			active: false,
			nodes: nodes.map((one, at) => ({ ...one, id: `${path}-${at}`, position: [at * 200, 0], webhookId: path })),
			connections: Object.fromEntries(
				nodes
					.slice(1)
					.map((next, at) => [
						nodes[at]?.name ?? '',
						{ main: [[{ node: next.name, type: 'main', index: 0 }]] },
					]),
			),
			settings: { executionOrder: 'v1' },
		},
		subscribe: ({ state }, url) => {
			const sids = { sink: `DG${'b'.repeat(32)}`, subscription: `DF${'b'.repeat(32)}` };
			const dates = { date_created: '2026-01-01T00:00:00Z', date_updated: '2026-01-01T00:00:00Z' };
			const type = 'com.twilio.taskrouter.worker.activity.update';
			state.sinks[sids.sink] = {
				...{ sid: sids.sink, description: '', sink_type: 'webhook', status: 'active', ...dates },
				sink_configuration: { destination: `${url}/webhook/${path}`, method: 'POST' },
			};
			state.subscriptions[sids.subscription] = {
				...{ sid: sids.subscription, description: '', sink_sid: sids.sink, ...dates },
			};
			state.subscribedEvents.bench = {
				...{ sid: 'bench', subscription_sid: sids.subscription, type, schema_version: 4 },
			};
			return () => {
				delete state.subscribedEvents.bench;
				delete state.subscriptions[sids.subscription];
				delete state.sinks[sids.sink];
			};
		},
	};
}

const webhook = (path: string, options: object = {}) =>
	node('Webhook', 'webhook', 2, { httpMethod: 'POST', path, options });

function node(name: string, type: string, typeVersion: number, parameters: object) {
	return { name, type: `n8n-nodes-base.${type}`, typeVersion, parameters };
}

const equal = (id: string, leftValue: string, rightValue: string) => ({
	...{ id, leftValue, rightValue },
	operator: { type: 'string', operation: 'equals' },
});

const ALONE = 'benchWebhook';

/** Ours, what is compared with it, and what n8n takes at least to start a workflow for a delivery. */
export const SIDES = [
	{ name: 'Twilio TaskRouter Trigger', workflow: triggerWorkflow('eventStreams') },
	handMade('Webhook, Crypto and If', 'benchHandMade'),
	calledByHand('Webhook alone', ALONE, [webhook(ALONE)]),
] satisfies [DeliverySide, DeliverySide, DeliverySide];
