import type { IHookFunctions, NodeApiError, NodeOperationError } from 'n8n-workflow';
import { createClient, type Connection } from '../../../shared/http/createClient';
import { itemErrorOf, plainFailure, type Failure } from '../../../shared/http/failure';
import { isThisMachine } from '../../../shared/http/baseUrl';
import type { Vendor } from '../../../shared/http/vendor';
import { toNodeError } from '../../../shared/n8n/itemError';
import { createBacklog } from '../../../shared/n8n/runControl';
import { vendor } from '../vendor';
import * as eventStreams from './eventStreams';
import { registrationIn, REGISTRATION, type Registration } from './registration';
import type { Asked } from './requests';
import { listenSettings, type ListenSettings } from './settings';
import { watch } from './watched';
import { giveBack, isTaken, readCallback, takeCallback } from './workspaceCallback';

type ServiceConnection = Extract<Connection, { kind: 'connected' }>;

/** What is shown where a trigger cannot be set up or taken down. */
const toError = (context: IHookFunctions, failure: Failure): NodeApiError | NodeOperationError =>
	toNodeError(context.getNode(), itemErrorOf(failure, context.getNode().name), 0);

/** The value that was asked for, or the error that the user sees. */
function valueOf<T>(context: IHookFunctions, asked: Asked<T>): T {
	if (asked.kind === 'failed') throw toError(context, asked.failure);
	return asked.found;
}

function throwIfFailed(context: IHookFunctions, failure: Failure | undefined): void {
	if (failure) throw toError(context, failure);
}

/** Whether Twilio has all that this trigger needs, for the address that this n8n has now. */
export async function isSetUp(context: IHookFunctions): Promise<boolean> {
	const kept = registrationIn(context.getWorkflowStaticData('node'));
	const settings = checkedSettings(context);
	if (kept?.url !== webhookAddress(context) || kept.way !== settings.way) return false;
	if (kept.way === 'eventStreams') {
		const { client } = await connect(context, eventStreams.streams);
		return valueOf(context, await eventStreams.isSubscribed(client, kept, kept.url, settings.events));
	}
	const taskRouter = await connect(context, vendor);
	const workspace = await workspaceOf(context, taskRouter, settings);
	const callback = valueOf(context, await readCallback(taskRouter.client, workspace));
	return kept.workspace === workspace && callback !== undefined && isTaken(callback, kept.url, settings.events);
}

/** Makes it. Whatever is left of an earlier time, at this address or another one, goes first. */
export async function setUp(context: IHookFunctions): Promise<void> {
	const settings = checkedSettings(context);
	const url = webhookAddress(context);
	const isTest = context.getActivationMode() === 'manual';
	await refuseHopeless(context, settings, url);
	const taskRouter = await connect(context, vendor);
	const workspace = await workspaceOf(context, taskRouter, settings);
	const stored = context.getWorkflowStaticData('node');
	const before = registrationIn(stored);
	const isSameCallback =
		before?.way === 'workspaceCallback' && before.workspace === workspace && settings.way === before.way;
	if (before && !isSameCallback) await release(context, before);
	const keep = (registration: Registration) => {
		stored[REGISTRATION] = registration;
	};
	if (settings.way === 'eventStreams') {
		const { client } = await connect(context, eventStreams.streams);
		throwIfFailed(context, await eventStreams.unsubscribeAt(client, isOurs(url, isTest)));
		const stream = valueOf(context, await eventStreams.subscribe(client, url, settings.events));
		keep({ url, isTest, way: 'eventStreams', ...stream });
		return;
	}
	const taken = await takeCallback(
		taskRouter.client,
		workspace,
		[url, ...(isSameCallback ? [before.url] : [])],
		settings.events,
		{
			kept: isSameCallback ? before.previous : undefined,
			replaces: settings.replaces,
		},
	);
	keep({ url, isTest, way: 'workspaceCallback', workspace, previous: valueOf(context, taken) });
}

/** Deletes what was made and nothing else, and puts back what was there. */
export async function takeDown(context: IHookFunctions): Promise<void> {
	const stored = context.getWorkflowStaticData('node');
	const kept = registrationIn(stored);
	if (kept) {
		await release(context, kept);
		return;
	}
	// n8n lost its memory, or the trigger was never finished: what is ours is known by its address.
	const settings = checkedSettings(context);
	const url = webhookAddress(context);
	if (settings.way === 'eventStreams') {
		const { client } = await connect(context, eventStreams.streams);
		throwIfFailed(context, await eventStreams.unsubscribeAt(client, isOurs(url, true)));
		return;
	}
	const taskRouter = await connect(context, vendor);
	const workspace = await workspaceOf(context, taskRouter, settings);
	throwIfFailed(context, await giveBack(taskRouter.client, workspace, [url], { url: '', filter: '' }));
}

/** The registration stays in n8n's storage if this fails, so that the next activation finds it. */
async function release(context: IHookFunctions, kept: Registration): Promise<void> {
	if (kept.way === 'eventStreams') {
		const { client } = await connect(context, eventStreams.streams);
		throwIfFailed(context, await eventStreams.unsubscribe(client, kept));
		throwIfFailed(context, await eventStreams.unsubscribeAt(client, isOurs(kept.url, kept.isTest)));
	} else {
		const taskRouter = await connect(context, vendor);
		throwIfFailed(context, await giveBack(taskRouter.client, kept.workspace, [kept.url], kept.previous));
	}
	delete context.getWorkflowStaticData('node')[REGISTRATION];
}

/**
 * Which addresses of our sinks are this node's. A test that n8n did not survive leaves a sink at the test address of the
 * same node, which only differs before the node's own part: the production trigger takes it away.
 */
function isOurs(url: string, isTest: boolean): (destination: string) => boolean {
	const nodePart = (address: string) => {
		const { origin, pathname } = new URL(address);
		return `${origin} ${pathname.split('/').slice(-2).join('/')}`;
	};
	return (destination) =>
		destination === url || (!isTest && URL.canParse(destination) && nodePart(destination) === nodePart(url));
}

function checkedSettings(context: IHookFunctions): ListenSettings {
	const settings = listenSettings((name, fallback) => context.getNodeParameter(name, fallback));
	if (settings.kind === 'problem') throw toError(context, plainFailure(settings.problem));
	return settings.value;
}

function webhookAddress(context: IHookFunctions): string {
	const url = context.getNodeWebhookUrl('default');
	if (url === undefined) throw toError(context, plainFailure('n8n gives this node no webhook address'));
	return url;
}

async function connect(context: IHookFunctions, service: Vendor): Promise<ServiceConnection> {
	const connection = await createClient(context, service, {
		signal: new AbortController().signal,
		backlog: createBacklog(),
		noteFailure: () => undefined,
	});
	if (connection.kind === 'connected') return connection;
	throw toError(context, plainFailure(`The '${vendor.name}' credential: ${connection.problem}`));
}

async function workspaceOf(
	context: IHookFunctions,
	taskRouter: ServiceConnection,
	settings: ListenSettings,
): Promise<string> {
	const answer = await watch(taskRouter, settings);
	if (answer.kind === 'failed') throw toError(context, answer.failure);
	return answer.watched.workspace;
}

/** What can never work is said before anything is sent. */
async function refuseHopeless(context: IHookFunctions, settings: ListenSettings, url: string): Promise<void> {
	const credential = await context.getCredentials(vendor.credential);
	const refuse = (message: string, advice: string) => {
		throw toError(context, plainFailure(message, advice));
	};
	if (isThisMachine(url) && !isThisMachine(vendor.baseUrl(credential)))
		refuse(
			`Twilio cannot reach this n8n at ${new URL(url).origin}`,
			'Give this n8n an address on the Internet and tell it that address in its setting WEBHOOK_URL, or use a tunnel for tests.',
		);
	if (credential.authentication !== 'authToken' && !settings.acceptsUnsigned)
		refuse(
			'The credential holds no Auth Token, and only with it can the node check that an event comes from Twilio',
			"Sign in with the Auth Token in the credential. Or switch on 'Accept Unsigned Deliveries' under 'Options': then anyone who learns the address of this webhook can start the workflow with invented events.",
		);
}
