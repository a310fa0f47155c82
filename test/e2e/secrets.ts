import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { pathsOf } from '../../demo/bootstrap/demo';
import { signalGroup } from '../../demo/bootstrap/processes.mjs';
import { signIn as signInAt } from '../../demo/n8n/api';
import type { N8nApi } from '../../demo/n8n/api';
import { pauseSince } from '../../demo/n8n/client';
import { unflatten } from '../../demo/n8n/executionData';
import { readOrMakeOwner } from '../../demo/n8n/owner';
import { bindCredentials } from '../../demo/n8n/workflows';
import type { Workflow } from '../../demo/n8n/workflows';
import { startConpeek, startTwilio, startVoipNow, WORKSPACE_SID } from '../../simulators';
import { bySid } from '../../simulators/locator';
import type { DemoCredential } from '../../simulators/vendorDemo';
import { openServerHome } from '../support/runningN8n';
import type { Server } from '../support/runningN8n';
import { makeCanary, seeds, signIns } from './canaries';
import type { Canary, SignIn } from './canaries';
import type { Checks } from './checks';
import { echoModes, startEcho, startOtherHost } from './echo';
import type { EchoMode, EchoService } from './echo';
import type { Stage } from './everything';
import { encodings, needlesOf } from './forms';
import { plantingWorkflow, secretWorkflows, START } from './secretWorkflows';
import { pollingWorkflow, triggerWorkflow } from './triggerWorkflow';

const PORT = 5830;
/** An activation that fails has done so by then. */
const ACTIVATION_LIMIT_MS = 60_000;
/** So many executions at a time. */
const LANES = 6;

/** Triggers that are activated: with a service that fails none is published. */
const activations: Array<[Workflow, EchoMode]> = [
	[triggerWorkflow('eventStreams'), 'refuse-400'],
	[triggerWorkflow('eventStreams'), 'record'],
	[triggerWorkflow('workspaceCallback'), 'redirect'],
	[triggerWorkflow('workspaceCallback'), 'record'],
	[pollingWorkflow(), 'refuse-401'],
	[pollingWorkflow(), 'name'],
];

/** What the suite has to look for besides the keys that it made. */
export interface Planted {
	/** Access tokens that services gave out. */
	tokens: Canary[];
	/** One for each form in which a secret can stand, put where n8n keeps it: each must be found. */
	planted: Canary[];
}

interface Scene {
	server: Server;
	api: N8nApi;
	echo: EchoService;
	checks: Checks;
	/** By the way to sign in and the mode. */
	credentials: Map<string, { id: string; credential: DemoCredential }>;
}

/** Every vendor's credential, used well and badly in a running n8n. What it left behind is looked at after the suite. */
export async function useSecrets(stage: Stage, checks: Checks): Promise<Planted> {
	const { canaries, folder } = stage;
	const seed = seeds(canaries);
	const twilio = await startTwilio({ seed: seed.twilio });
	const voipNow = await startVoipNow({ seed: seed.voipNow });
	const conpeek = await startConpeek({ seed: seed.conpeek });
	const services = { twilio, voipNow, conpeek };
	const urls = Object.fromEntries(Object.entries(services).map(([name, { url }]) => [name, url]));
	const otherHost = await startOtherHost();
	const echo = await startEcho(urls, otherHost.url);
	const home = join(folder, 'secrets');
	const answers: string[] = [];
	try {
		const server = await (
			await openServerHome(stage, home)
		).start(PORT, { env: { N8N_LOG_LEVEL: 'debug', N8N_WORKFLOW_PUBLICATION_OUTBOX_POLL_INTERVAL_MS: '500' } });
		const owner = await readOrMakeOwner(pathsOf(stage.root, home).owner);
		const api = await signInAt(server.url, owner, (text) => answers.push(text));
		const credentials = await putCredentials(server, stage, urls, echo);
		const scene: Scene = { server, api, echo, checks, credentials };
		const planted = Object.keys(encodings).map((form, index) => ({ form, canary: makeCanary(`planted${index}`) }));
		await Promise.all([runWorkflows(scene), activateTriggers(scene), plant(server, planted)]);
		// n8n shows and logs the words after a status as they come: see docs/reliability.md.
		echo.settings.isInReason = false;
		await pressTestButton(scene);
		echo.settings.isInReason = true;
		await openLists(scene);
		signalGroup(server.process, 'SIGTERM');
		await server.process.ended;

		// What the editor is told is kept as n8n's own files are.
		await mkdir(join(home, 'answers'), { recursive: true });
		await writeFile(join(home, 'answers/all.txt'), answers.join('\n'));
		const arrived = echo.seen.join('\n');
		checks.check('secrets: each key was sent to the service that echoes', [
			...Object.values(canaries).map(({ name, core }) => !isIn(arrived, core) && `${name} was not`),
		]);
		checks.check('secrets: nothing of n8n reached the host that redirects lead to', otherHost.seen);
		const tokens = [twilio, voipNow].flatMap(({ state }) => Object.keys(state.tokens));
		return {
			planted: planted.map(({ form, canary }) => ({ ...canary, name: form })),
			tokens: tokens.map((token) => ({ name: `${tokens.length} access tokens`, core: token, secret: token })),
		};
	} finally {
		const open = [echo, otherHost, ...Object.values(services)];
		await Promise.all(open.map(async (service) => await service.close()));
	}
}

const isIn = (text: string, core: string) => needlesOf(core).some(({ bytes }) => text.includes(bytes.toString()));
const serviceOf = (signIn: SignIn) => (signIn.startsWith('twilio') ? 'twilio' : signIn);
const allSignIns = Object.keys(signIns) as SignIn[];

/** Whoever needs no token asks for none; an API key goes the way of the Auth Token. */
const modesOf = (signIn: SignIn): readonly EchoMode[] =>
	signIn === 'twilioApiKey'
		? ['record', 'refuse-401']
		: echoModes.filter((mode) => !mode.startsWith('token') || ['twilioOAuth', 'voipNow'].includes(signIn));

async function putCredentials(
	{ client }: Server,
	{ canaries }: Stage,
	urls: Record<string, string>,
	echo: EchoService,
): Promise<Scene['credentials']> {
	const made = allSignIns.flatMap((signIn) => {
		const { secret } = canaries[signIn];
		const service = serviceOf(signIn);
		const all: Array<[string, string, string]> = [
			['good', urls[service] ?? '', secret],
			['wrong', echo.at('record', service), canaries.wrong.secret],
			...modesOf(signIn).map((mode): [string, string, string] => [mode, echo.at(mode, service), secret]),
		];
		return all.map(([mode, url, key]) => {
			const name = `${signIn} ${mode}`;
			return { name, credential: { ...signIns[signIn](url, key), name } };
		});
	});
	const put = made.map(async ({ name, credential }) => {
		return [name, { id: await client.putCredential(credential), credential }] as const;
	});
	return new Map(await Promise.all(put));
}

/** All workflows side by side. */
async function runWorkflows({ server: { client }, credentials, checks }: Scene): Promise<void> {
	const work = [...credentials].flatMap(([name, { id }], index) => {
		const [signIn, mode] = name.split(' ') as [SignIn, EchoMode];
		return secretWorkflows(`secret${index}`, signIn, mode, { id, name }).map((workflow) => ({ name, workflow }));
	});
	// Those that take longest begin first.
	work.sort((a, b) => Number(b.name.endsWith('500')) - Number(a.name.endsWith('500')));
	const wrong: string[] = [];
	let next = 0;
	const lane = async () => {
		for (let one = work[next++]; one; one = work[next++]) {
			await client.putWorkflow(one.workflow);
			const { status, data } = await client.runWorkflow(one.workflow.id, START);
			const goesOn = one.workflow.id.endsWith('a');
			const isGood = goesOn || / (good|record|name)$/.test(one.name);
			if (status !== (isGood ? 'success' : 'error'))
				wrong.push(`${one.name}, ${goesOn ? 'continue' : 'stop'}: ${status}, ${errorIn(data)}`);
		}
	};
	await Promise.all(Array.from({ length: LANES }, lane));
	checks.check(`secrets: ${work.length} workflows ended as they should`, wrong);
}

/** Why an execution failed. */
function errorIn(data: string | undefined): string {
	const { resultData } = unflatten(data) as { resultData: { error?: { message?: string } } };
	return resultData.error?.message ?? 'no error';
}

async function plant({ client }: Server, planted: Array<{ form: string; canary: Canary }>): Promise<void> {
	const values = planted.map(({ form, canary }) => [form, encodings[form]?.(canary.secret) ?? '']);
	const workflow = plantingWorkflow('secretsPlanted', Object.fromEntries(values) as Record<string, string>);
	await client.putWorkflow(workflow);
	await client.runWorkflow(workflow.id, START);
}

/** One after the other: two tests of one type at once disturb each other in n8n. */
async function pressTestButton({ api, credentials, checks }: Scene): Promise<void> {
	const wrong: string[] = [];
	for (const [name, { id, credential }] of credentials) {
		const { status, message } = (await api('POST', '/credentials/test', {
			credentials: { id, ...credential },
		})) as { status: string; message: string };
		const isGood = / (good|record|name|page)$/.test(name);
		if (status !== (isGood ? 'OK' : 'Error')) wrong.push(`${name}: ${status}, ${message}`);
	}
	checks.check(`secrets: ${credentials.size} credentials were tested in the editor`, wrong);
}

/** The lists that a field of the editor offers. */
async function openLists({ api, credentials, checks }: Scene): Promise<void> {
	const lists = [...credentials].flatMap(([name, { id, credential }]) => {
		const isTwilio = credential.type === 'twilioContactCenterApi';
		if (credential.type === 'conpeekApi' || name.endsWith('500')) return [];
		const node = isTwilio ? 'twilioTaskRouter' : 'voipNow';
		const parameters = isTwilio
			? { resource: 'worker', operation: 'get', workspace: bySid(WORKSPACE_SID) }
			: { resource: 'queueAgent', operation: 'get', user: '@me', queue: '0003*212' };
		return [
			{
				path: isTwilio ? 'parameters.worker' : 'parameters.agent',
				methodName: isTwilio ? 'searchWorkers' : 'searchAgents',
				nodeTypeAndVersion: { name: `n8n-nodes-agent-state.${node}`, version: 1 },
				currentNodeParameters: parameters,
				credentials: { [credential.type]: { id, name } },
				isGood: / (good|record|name)$/.test(name),
				name,
			},
		];
	});
	const wrong = lists.map(async ({ isGood, name, ...asked }) => {
		const outcome = await api('POST', '/dynamic-node-parameters/resource-locator-results', asked).then(
			() => true,
			() => false,
		);
		return outcome !== isGood && `${name}: the list ${outcome ? 'came' : 'did not come'}`;
	});
	checks.check(`secrets: ${lists.length} lists were opened in the editor`, await Promise.all(wrong));
}

async function activateTriggers({ server: { client }, api, credentials, checks }: Scene): Promise<void> {
	const wrong = activations.map(async ([workflow, mode], index) => {
		const id = `secretTrigger${index}`;
		const bound = new Map([['twilioContactCenterApi', credentials.get(`twilioAuthToken ${mode}`)?.id ?? '']]);
		const nodes = workflow.nodes.map((node) => ({ ...node, webhookId: id }));
		await client.putWorkflow(bindCredentials({ ...workflow, id, name: id, nodes }, bound));
		await client.beginToPublish(id);
		const status = await publicationOf(api, id);
		await client.unpublishWorkflow(id);
		const wanted = mode === 'name' || mode === 'record' ? 'published' : 'failed';
		return status !== wanted && `${workflow.id}, ${mode}: ${status}`;
	});
	checks.check(`secrets: ${activations.length} triggers were activated`, await Promise.all(wrong));
}

async function publicationOf(api: N8nApi, id: string): Promise<string> {
	const begun = Date.now();
	for (;;) {
		const { status } = (await api('GET', `/workflows/${id}/publication-status`)) as { status: string };
		if (status !== 'in_progress' || Date.now() > begun + ACTIVATION_LIMIT_MS) return status;
		await sleep(pauseSince(begun));
	}
}
