import type { IWebhookFunctions, IWebhookResponseData } from 'n8n-workflow';
import type { RecentEvents } from '../../../shared/trigger/recentEvents';
import { bodyProblem, deliveryOf, ignore, refuse } from '../../../shared/trigger/webhook';
import { eventsIn, plainName, shownEvent, type HeardEvent } from '../events';
import { passes } from './filter';
import { isFromTwilio, type KnownTokens } from './fromTwilio';
import { lookUp, type Lookups } from './lookups';
import { withOwner } from './ownEvents';
import { registrationIn } from './registration';
import { listenSettings, type ListenSettings } from './settings';

/** The name in the node's static data of what was heard last. */
const RECENT = 'recent';

/** What one process remembers for all triggers of this kind. */
export interface TriggerMemory {
	recent: RecentEvents;
	lookups: Lookups;
	tokens: KnownTokens;
}

/** Answers one delivery of Twilio's, and starts an execution for the events in it that the user waits for. */
export async function hear(context: IWebhookFunctions, memory: TriggerMemory): Promise<IWebhookResponseData> {
	const settings = listenSettings((name, fallback) => context.getNodeParameter(name, fallback));
	if (settings.kind === 'problem') return later(context, settings.problem);
	const delivery = deliveryOf(context, 'x-twilio-signature');
	const wrong = bodyProblem(delivery);
	if (wrong !== undefined) return refuse(context, 400, wrong);
	const checked =
		settings.value.acceptsUnsigned || (await isFromTwilio(context, memory.tokens, delivery, addressesOf(context)));
	if (checked === 'unknown') return later(context, 'the credential cannot be read');
	if (!checked) return refuse(context, 403, 'The signature is missing or wrong');
	const heard = eventsIn(delivery.mediaType, delivery.rawBody);
	if (heard.kind === 'problem') return refuse(context, 400, heard.problem);
	const { events, unreadable } = heard.value;
	if (unreadable > 0) context.logger.warn(`Twilio sent ${unreadable} events that are not as documented`);
	const wanted = new Set(settings.value.events.map(plainName));
	const chosen = events.filter(({ name }) => wanted.has(plainName(name)));
	return chosen.length === 0 ? ignore() : await startWorkflow(context, memory, settings.value, chosen);
}

/** @param events those whose names the user chose */
async function startWorkflow(
	context: IWebhookFunctions,
	memory: TriggerMemory,
	settings: ListenSettings,
	events: readonly HeardEvent[],
): Promise<IWebhookResponseData> {
	const looked = await lookUp(context, memory.lookups, settings, events);
	if (looked.kind === 'failed') return later(context, looked.failure.message);
	const { watched } = looked;
	const now = Date.now();
	const fitting = events.filter((event) => passes(event, settings, watched, now));
	const stored = context.getWorkflowStaticData('node');
	const [address = ''] = addressesOf(context);
	const ids = fitting.map(({ id }) => id);
	const isNew = memory.recent.note(address, ids, stored[RECENT]);
	const fresh = fitting.filter((_, at) => isNew[at]).sort((one, other) => one.at - other.at);
	if (fresh.length > 0) stored[RECENT] = memory.recent.stored(address);
	const told = withOwner(fresh, watched.baseUrl, now).filter(({ byUs }) => !(settings.ignoresOwn && byUs === true));
	if (told.length === 0) return ignore();
	return { workflowData: [told.map(({ event, byUs }) => ({ json: shownEvent(event, watched.mapping, byUs) }))] };
}

/** What Twilio may have called: the address that it was told, and the one that this n8n has now. */
function addressesOf(context: IWebhookFunctions): string[] {
	const told = registrationIn(context.getWorkflowStaticData('node'))?.url;
	return [told, context.getNodeWebhookUrl('default')].filter((one) => one !== undefined);
}

/** Twilio sends it again after a while, Event Streams for up to four hours. */
function later(context: IWebhookFunctions, why: string): IWebhookResponseData {
	context.logger.error(`${context.getNode().name} could not take events of Twilio: ${why}`);
	return refuse(context, 503, 'Not ready: send it again');
}
