import {
	Node,
	NodeConnectionTypes,
	type IHookFunctions,
	type ILoadOptionsFunctions,
	type INodePropertyOptions,
	type INodeTypeDescription,
	type IWebhookFunctions,
	type IWebhookResponseData,
} from 'n8n-workflow';
import { searchMethodsFor } from '../../shared/operation/editor/search';
import { createRecentEvents } from '../../shared/trigger/recentEvents';
import type { TriggerMemory } from './trigger/delivery';
import { eventsSubtitle } from './trigger/eventNames';
import { searchFields, triggerProperties } from './trigger/form';
import { vendor } from './vendor';

/** A subclass of n8n's `Node`, whose `webhook` knows the instance: two copies of an event may come at the same moment. */
export class TwilioTaskRouterTrigger extends Node {
	description: INodeTypeDescription = {
		displayName: 'Twilio TaskRouter Trigger',
		name: 'twilioTaskRouterTrigger',
		icon: {
			light: 'file:../../../icons/twilioTaskRouter.svg',
			dark: 'file:../../../icons/twilioTaskRouter.dark.svg',
		},
		group: ['trigger'],
		// For webhooks of version 1, n8n evaluates an expression at every delivery (decision 98).
		version: 2,
		subtitle: eventsSubtitle,
		description: 'Starts the workflow when an agent of Twilio TaskRouter or Twilio Flex changes',
		defaults: { name: 'Twilio TaskRouter Trigger' },
		inputs: [],
		outputs: [NodeConnectionTypes.Main],
		credentials: [{ name: 'twilioContactCenterApi', required: true }],
		webhooks: [{ name: 'default', httpMethod: 'POST', responseMode: 'onReceived', path: 'webhook' }],
		properties: triggerProperties,
	};

	methods = {
		listSearch: searchMethodsFor(vendor, searchFields),
		loadOptions: {
			async getMoreEvents(this: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
				const { listMoreEvents } = await import('./trigger/moreEvents');
				return await listMoreEvents(this);
			},
		},
	};

	webhookMethods = {
		default: {
			async checkExists(this: IHookFunctions): Promise<boolean> {
				const { isSetUp } = await import('./trigger/activation');
				return await isSetUp(this);
			},
			async create(this: IHookFunctions): Promise<boolean> {
				const { setUp } = await import('./trigger/activation');
				await setUp(this);
				return true;
			},
			async delete(this: IHookFunctions): Promise<boolean> {
				const { takeDown } = await import('./trigger/activation');
				await takeDown(this);
				return true;
			},
		},
	};

	private readonly memory: TriggerMemory = {
		recent: createRecentEvents(),
		lookups: new Map(),
		tokens: new Map(),
	};

	override async webhook(context: IWebhookFunctions): Promise<IWebhookResponseData> {
		const { hear } = await import('./trigger/delivery');
		return await hear(context, this.memory);
	}
}
