import type { INodeParameters } from 'n8n-workflow';
import type { Twilio } from 'twilio';
import { hasOpenApi, validateExchange } from '../conformance/openapi';
import { capture, type OfficialRequest } from '../conformance/officialRequests';
import {
	ACTIVITY,
	CHAT_SERVICE_SID,
	PEOPLE,
	ROLE,
	WORKSPACE_SID,
	startTwilio,
	type TwilioSimulator,
} from '../simulators';
import { Bench } from '../support/bench/bench';
import { startRecorder, type Recorder, type Wired } from '../support/pack/recorder';
import { byIdentity, bySid, subjectOf, twilioCredential } from '../support/pack/vendors';

let bench: Bench;
let recorder: Recorder;
let twilio: TwilioSimulator;

beforeAll(async () => {
	bench = await Bench.open();
	recorder = await startRecorder(() => ({}));
});

afterAll(async () => {
	await recorder.close();
	await bench.close();
});

beforeEach(async () => {
	recorder.reset();
	twilio = await startTwilio();
});

afterEach(async () => await twilio.close());

const TEXTS = ['Bob é', 'a b', `O'Neil "the" \\ boss`, '😀 Zażółć', 'a&b=c+d%e;f', '100% /?#', ''];
const JSON_TEXTS = [
	'{}',
	'{ "email": "Bob@example.com", "phone": "+5095551234" }',
	'{"skills":["a b","é","😀"],"q":"it\'s & = % \\"q\\" +"}',
];
const IDENTITIES = [
	'jane.doe+vip@example.com',
	'jane doe',
	'Zażółć gęślą',
	"o'neil",
	'a=b&c',
	'a,b;c:d',
	'(jane)!*~_-',
	'😀',
	'日本',
];

const READER = 'jane doe@example.com';

interface Case {
	node: string;
	parameters: INodeParameters;
	official: (client: Twilio) => Promise<unknown>;
}

const worker = { resource: 'worker', workspace: bySid(WORKSPACE_SID), worker: bySid(PEOPLE.anna.worker) };
const officialWorker = (client: Twilio) => client.taskrouter.v1.workspaces(WORKSPACE_SID).workers(PEOPLE.anna.worker);
type WorkerUpdate = NonNullable<Parameters<ReturnType<typeof officialWorker>['update']>[0]>;
const updateWorker = (updateFields: INodeParameters, official: WorkerUpdate): Case => ({
	node: 'twilioTaskRouter',
	parameters: { ...worker, operation: 'update', updateFields },
	official: async (client) => await officialWorker(client).update(official),
});

type FrontlineUpdate = NonNullable<Parameters<ReturnType<Twilio['frontlineApi']['v1']['users']>['update']>[0]>;
const updateFrontline = (user: string, updateFields: INodeParameters, official: FrontlineUpdate): Case => ({
	node: 'twilioFrontline',
	parameters: {
		resource: 'user',
		operation: 'update',
		user: user.startsWith('US') ? bySid(user) : byIdentity(user),
		updateFields,
	},
	official: async (client) => await client.frontlineApi.v1.users(user).update(official),
});

type UserUpdate = NonNullable<Parameters<ReturnType<Twilio['conversations']['v1']['users']>['update']>[0]>;
const updateUser = (
	service: string | undefined,
	user: string,
	updateFields: INodeParameters,
	official: UserUpdate,
): Case => ({
	node: 'twilioConversations',
	parameters: {
		resource: 'user',
		operation: 'update',
		...(service === undefined
			? { serviceScope: 'default' }
			: { serviceScope: 'specific', service: bySid(service) }),
		user: user.startsWith('US') ? bySid(user) : byIdentity(user),
		updateFields,
	},
	official: async ({ conversations: { v1 } }) =>
		await (service === undefined
			? v1.users(user).update(official)
			: v1.services(service).users(user).update(official)),
});

const cases: Array<[name: string, one: Case]> = [
	...TEXTS.map((name): [string, Case] => [
		`worker named "${name}"`,
		updateWorker({ friendlyName: name }, { friendlyName: name }),
	]),
	...JSON_TEXTS.map((attributes): [string, Case] => [
		`worker with attributes ${attributes}`,
		updateWorker({ attributes }, { attributes }),
	]),
	...[true, false].map((reject): [string, Case] => [
		`worker, reservations rejected: ${String(reject)}`,
		updateWorker(
			{ activity: bySid(ACTIVITY.break), rejectPendingReservations: reject },
			{ activitySid: ACTIVITY.break, rejectPendingReservations: reject },
		),
	]),
	...['3', '"3"', 'W/"3"', '*'].map((ifMatch): [string, Case] => [
		`worker if it has version ${ifMatch}`,
		updateWorker({ activity: bySid(ACTIVITY.busy), ifMatch }, { activitySid: ACTIVITY.busy, ifMatch }),
	]),
	[
		'worker, all that the client knows',
		updateWorker(
			{
				activity: bySid(ACTIVITY.offline),
				attributes: '{"a":1}',
				friendlyName: 'Bob é',
				rejectPendingReservations: true,
				ifMatch: '3',
			},
			{
				activitySid: ACTIVITY.offline,
				attributes: '{"a":1}',
				friendlyName: 'Bob é',
				rejectPendingReservations: true,
				ifMatch: '3',
			},
		),
	],
	[
		'worker, read',
		{
			node: 'twilioTaskRouter',
			parameters: { ...worker, operation: 'get' },
			official: async (client) => await officialWorker(client).fetch(),
		},
	],

	...IDENTITIES.map((identity): [string, Case] => [
		`Frontline user "${identity}"`,
		updateFrontline(identity, { isAvailable: true }, { isAvailable: true }),
	]),
	...TEXTS.map((name): [string, Case] => [
		`Frontline user named "${name}"`,
		updateFrontline(PEOPLE.anna.frontlineUser, { friendlyName: name }, { friendlyName: name }),
	]),
	...(['active', 'deactivated'] as const).map((state): [string, Case] => [
		`Frontline user, all fields, ${state}`,
		updateFrontline(
			PEOPLE.anna.identity,
			{ avatar: 'https://example.com/a%20b.png?x=1&y=ż+z', friendlyName: 'Jané Doe', isAvailable: false, state },
			{ avatar: 'https://example.com/a%20b.png?x=1&y=ż+z', friendlyName: 'Jané Doe', isAvailable: false, state },
		),
	]),
	[
		'Frontline user, read',
		{
			node: 'twilioFrontline',
			parameters: { resource: 'user', operation: 'get', user: byIdentity('jane.doe+vip@example.com') },
			official: async (client) => await client.frontlineApi.v1.users('jane.doe+vip@example.com').fetch(),
		},
	],

	...[CHAT_SERVICE_SID, undefined].flatMap((service): Array<[string, Case]> => [
		...IDENTITIES.map((identity): [string, Case] => [
			`Conversations user "${identity}" of service ${String(service)}`,
			updateUser(service, identity, { friendlyName: 'x' }, { friendlyName: 'x' }),
		]),
		...[true, false].map((webhookEnabled): [string, Case] => [
			`Conversations user of service ${String(service)}, all fields, webhooks ${String(webhookEnabled)}`,
			updateUser(
				service,
				PEOPLE.anna.conversationUser,
				{
					attributes: '{"duty":"tech & é"}',
					friendlyName: 'new name',
					role: bySid(ROLE.supervisor),
					webhookEnabled,
				},
				{
					attributes: '{"duty":"tech & é"}',
					friendlyName: 'new name',
					roleSid: ROLE.supervisor,
					xTwilioWebhookEnabled: webhookEnabled ? 'true' : 'false',
				},
			),
		]),
		[
			`Conversations user of service ${String(service)}, read`,
			{
				node: 'twilioConversations',
				parameters: {
					resource: 'user',
					operation: 'get',
					...(service === undefined
						? { serviceScope: 'default' }
						: { serviceScope: 'specific', service: bySid(service) }),
					user: byIdentity(READER),
				},
				official: async ({ conversations: { v1 } }) =>
					await (service === undefined
						? v1.users(READER).fetch()
						: v1.services(service).users(READER).fetch()),
			},
		],
	]),
	...TEXTS.map((name): [string, Case] => [
		`Conversations user named "${name}"`,
		updateUser(undefined, 'anna', { friendlyName: name }, { friendlyName: name }),
	]),
	...JSON_TEXTS.map((attributes): [string, Case] => [
		`Conversations user with attributes ${attributes}`,
		updateUser(undefined, 'anna', { attributes }, { attributes }),
	]),
];

/** What both requests say, freed of what each client adds of its own. */
function meaningOf(
	path: string,
	{ method, headers, body }: Pick<Wired | OfficialRequest, 'method' | 'headers' | 'body'>,
) {
	return {
		method,
		segments: path.split('/').map(decodeURIComponent),
		form: [...new URLSearchParams(body)].sort(([a], [b]) => a.localeCompare(b)),
		authorization: headers.authorization,
		ifMatch: headers['if-match'],
		webhooks: headers['x-twilio-webhook-enabled'],
		contentType: body === '' ? undefined : headers['content-type']?.replace(/;.*$/, ''),
	};
}

describe("our request says what Twilio's own client says", () => {
	it.each(cases)('%s', async (_name, { node, parameters, official }) => {
		recorder.reply = subjectOf(node).reply;

		const theirs = await capture(official);
		const { error } = await bench.run({ node, parameters, credentials: twilioCredential(recorder.url) });

		expect(error).toBeUndefined();
		expect(recorder.seen).toHaveLength(1);
		const [ours] = recorder.seen as [Wired];
		const [, product = '', path = ''] = /^\/([a-z-]+)(\/.*)$/.exec(ours.path) ?? [];
		expect(`${product}.twilio.com`).toBe(theirs.host);
		expect(meaningOf(path, ours)).toEqual(meaningOf(theirs.path, theirs));
	});
});

const PRODUCT: Record<string, string> = {
	twilioTaskRouter: 'taskrouter',
	twilioFrontline: 'frontline-api',
	twilioConversations: 'conversations',
};

const missing = Object.values(PRODUCT).filter((product) => !hasOpenApi(product));

if (missing.length > 0) {
	it.skip(`what our nodes send and get stands in Twilio's OpenAPI files (missing in ../shared/twilio-oai: ${missing.join(', ')})`, () =>
		undefined);
} else {
	describe("what our nodes send and get stands in Twilio's OpenAPI files", () => {
		const { anna } = PEOPLE;
		const known: Array<[string, Case['node'], INodeParameters]> = [
			['worker, read', 'twilioTaskRouter', { ...worker, operation: 'get' }],
			[
				'worker, all documented fields',
				'twilioTaskRouter',
				{
					...worker,
					operation: 'update',
					updateFields: {
						activity: bySid(ACTIVITY.break),
						attributes: '{"skills":["ż"]}',
						friendlyName: 'Bob é',
						rejectPendingReservations: true,
						ifMatch: '0',
					},
				},
			],
			[
				'Frontline user, read',
				'twilioFrontline',
				{ resource: 'user', operation: 'get', user: byIdentity(anna.identity) },
			],
			[
				'Frontline user, all fields',
				'twilioFrontline',
				{
					resource: 'user',
					operation: 'update',
					user: byIdentity(anna.identity),
					updateFields: {
						avatar: 'https://example.com/a.png',
						friendlyName: 'Anna',
						isAvailable: true,
						state: 'deactivated',
					},
				},
			],
			[
				'Conversations user of a service, read',
				'twilioConversations',
				{
					resource: 'user',
					operation: 'get',
					serviceScope: 'specific',
					service: bySid(CHAT_SERVICE_SID),
					user: byIdentity(anna.identity),
				},
			],
			...(['specific', 'default'] as const).map((serviceScope): [string, string, INodeParameters] => [
				`Conversations user of the ${serviceScope} service, all fields`,
				'twilioConversations',
				{
					resource: 'user',
					operation: 'update',
					serviceScope,
					service: bySid(CHAT_SERVICE_SID),
					user: bySid(anna.conversationUser),
					updateFields: {
						attributes: '{"agentState":"break"}',
						friendlyName: 'Anna',
						role: bySid(ROLE.supervisor),
						webhookEnabled: true,
					},
				},
			]),
		];

		it.each(known)('%s', async (_name, node, parameters) => {
			const { out, error } = await bench.run({ node, parameters, credentials: twilioCredential(twilio.url) });
			expect(error).toBeUndefined();
			const [sent] = twilio.seen;
			const product = PRODUCT[node] ?? '';

			const faults = validateExchange(product, {
				method: sent?.method ?? '',
				path: sent?.path.slice(product.length + 1) ?? '',
				headers: sent?.headers ?? {},
				body: sent?.body ?? '',
				status: 200,
				responseBody: out[0]?.json,
			});

			expect(faults).toEqual([]);
		});
	});
}
