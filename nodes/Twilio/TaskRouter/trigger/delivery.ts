import type { IDataObject, IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { RecentEvents } from '../../../shared/trigger/recentEvents';
import { isSigned } from '../../../shared/trigger/signature';
import { deliveryOf, ignore, refuse, type Delivery } from '../../../shared/trigger/webhook';
import { textIn } from '../../twilio';
import { eventsIn, itemOf } from '../events';
import { vendor } from '../vendor';
import { passes } from './filter';
import { lookUp, type Lookups } from './lookups';
import { registrationIn } from './registration';
import { triggerSettings } from './settings';

/** The name in the node's static data of what was heard last. */
const RECENT = 'recent';

/** What one process remembers for all triggers of this kind. */
export interface TriggerMemory {
	recent: RecentEvents;
	lookups: Lookups;
}

/** Answers one delivery of Twilio's, and starts an execution for the events in it that the user waits for. */
export async function hear(context: IWebhookFunctions, memory: TriggerMemory): Promise<IWebhookResponseData> {
	const delivery = deliveryOf(context, 'x-twilio-signature');
	const stored = context.getWorkflowStaticData('node');
	const urls = [registrationIn(stored)?.url, context.getNodeWebhookUrl('default')].filter((one) => one !== undefined);
	const settings = triggerSettings((name, fallback) => context.getNodeParameter(name, fallback));
	if (settings.kind === 'problem') return later(context, settings.problem);
	const { acceptsUnsigned } = settings.value;
	const checked = acceptsUnsigned || (await isFromTwilio(context, delivery, urls));
	if (checked === 'unknown') return later(context, 'the credential cannot be read');
	if (!checked) return refuse(context, 403, 'The signature is missing or wrong');
	const heard = eventsIn(delivery.mediaType, delivery.rawBody);
	if (heard.kind === 'problem') return refuse(context, 400, heard.problem);
	const { events, unreadable } = heard.value;
	if (unreadable > 0) context.logger.warn(`Twilio sent ${unreadable} events that are not as documented`);
	const wanted = events.filter(({ name }) => settings.value.events.includes(name));
	if (wanted.length === 0) return ignore();
	const watched = await lookUp(context, memory.lookups, settings.value, wanted);
	if (watched.kind === 'failed') return later(context, watched.failure.message);
	const address = urls[0] ?? '';
	const now = Date.now();
	const fitting = wanted.filter((event) => passes(event, settings.value, watched.watched, now));
	const isNew = memory.recent.note(
		address,
		fitting.map(({ id }) => id),
		stored[RECENT],
	);
	const fresh = fitting.filter((_, at) => isNew[at]).sort((one, other) => one.at - other.at);
	if (fresh.length === 0) return ignore();
	stored[RECENT] = memory.recent.stored(address);
	const items: IDataObject[] = fresh.map((event) => itemOf(event, watched.watched.mapping));
	return { workflowData: [items.map((json) => ({ json }))] };
}

/** Twilio sends it again after a while, Event Streams for up to four hours. */
function later(context: IWebhookFunctions, why: string): IWebhookResponseData {
	context.logger.error(`${context.getNode().name} could not take events of Twilio: ${why}`);
	return refuse(context, 503, 'Not ready: send it again');
}

async function isFromTwilio(
	context: IWebhookFunctions,
	{ query, ...request }: Delivery,
	urls: readonly string[],
): Promise<boolean | 'unknown'> {
	try {
		const { authentication, authToken } = await context.getCredentials(vendor.credential);
		const key = authentication === 'authToken' ? textIn(authToken) : '';
		return urls.some((url) => isSigned({ ...request, url: url + query }, key));
	} catch {
		return 'unknown';
	}
}
