import type { INodeParameters } from 'n8n-workflow';
import type { Twilio } from 'twilio';
import { compactJson } from '../../../nodes/shared/values/jsonText';
import { hasOpenApi, validateExchange } from '../../conformance/openapi';
import { capture, type OfficialRequest } from '../../conformance/officialRequests';
import {
	ACTIVITY,
	CHAT_SERVICE_SID,
	EVENT,
	PEOPLE,
	RESERVATION,
	ROLE,
	TASK_CHANNEL,
	TASK_QUEUE,
	workerChannelSid,
	WORKSPACE_SID,
	startTwilio,
	type TwilioSimulator,
} from '../../../simulators';
import { Bench } from '../../support/bench/bench';
import { startProxy } from '../../support/pack/proxy';
import { startRecorder, type Recorder, type Wired } from '../../support/pack/recorder';
import {
	ATTRIBUTES,
	byIdentity,
	byName,
	bySid,
	fromList,
	subjectOf,
	twilioCredential,
} from '../../support/pack/vendors';

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
	/** How many requests there are; the last is the one that the client sends too. */
	requests?: number;
}

const worker = { resource: 'worker', workspace: bySid(WORKSPACE_SID), worker: bySid(PEOPLE.anna.worker) };
const officialWorker = (client: Twilio) => client.taskrouter.v1.workspaces(WORKSPACE_SID).workers(PEOPLE.anna.worker);
type WorkerUpdate = NonNullable<Parameters<ReturnType<typeof officialWorker>['update']>[0]>;
const updateWorker = (updateFields: INodeParameters, official: WorkerUpdate): Case => ({
	// Whether the new activity is available is looked up before reservations are rejected, and what the attributes are
	// before they are replaced.
	requests:
		1 +
		(updateFields.activity !== undefined && updateFields.rejectPendingReservations === true ? 1 : 0) +
		(updateFields.attributes === undefined ? 0 : 1),
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
		updateWorker({ attributes }, { attributes: compactJson(attributes) }),
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
		updateUser(undefined, 'anna', { attributes }, { attributes: compactJson(attributes) }),
	]),
];

const taskRouter = (
	operation: string,
	parameters: INodeParameters,
	official: (workspace: OfficialWorkspace) => Promise<unknown>,
	requests = 1,
): [string, Case] => {
	const [resource = '', name = ''] = operation.split('.');
	return [
		`${operation} ${JSON.stringify(parameters)}`,
		{
			node: 'twilioTaskRouter',
			parameters: { resource, operation: name, workspace: bySid(WORKSPACE_SID), ...parameters },
			official: async (client) => await official(client.taskrouter.v1.workspaces(WORKSPACE_SID)),
			requests,
		},
	];
};
type OfficialWorkspace = ReturnType<Twilio['taskrouter']['v1']['workspaces']>;

const anna = { worker: bySid(PEOPLE.anna.worker) };
const bob = { worker: bySid(PEOPLE.bob.worker) };
const annasVoice = workerChannelSid(PEOPLE.anna.worker, TASK_CHANNEL.voice);
const QUOTED = `O'Neil "the" \\ boss`;

/** To the millisecond, as an expression gives it; both clients send whole seconds. */
const START = new Date(Date.now() - 7_200_123).toISOString();
const END = new Date(Date.now() + 60_456).toISOString();
const period = { startDate: START, endDate: END, minutes: 600, taskChannel: 'voice' };
const officialPeriod = { ...period, startDate: new Date(START), endDate: new Date(END) };

const ofService = (
	service: string | undefined,
	operation: string,
	parameters: INodeParameters,
	official: (scope: OfficialScope) => Promise<unknown>,
	requests = 1,
): [string, Case] => {
	const [resource = '', name = ''] = operation.split('.');
	return [
		`${operation} of service ${String(service)} ${JSON.stringify(parameters)}`,
		{
			node: 'twilioConversations',
			parameters: {
				resource,
				operation: name,
				...(service === undefined
					? { serviceScope: 'default' }
					: { serviceScope: 'specific', service: bySid(service) }),
				...parameters,
			},
			official: async ({ conversations: { v1 } }) =>
				await official(service === undefined ? v1 : (v1.services(service) as unknown as OfficialScope)),
			requests,
		},
	];
};

/** The addresses of a service's users and roles take the same values as those of the default service. */
type OfficialScope = Pick<Twilio['conversations']['v1'], 'users' | 'roles'>;

/** What the simulator can carry out as it stands; each is also held against Twilio's OpenAPI files. */
const operations: Array<[name: string, one: Case]> = [
	taskRouter(
		'activity.create',
		{ friendlyName: 'Lunch & tea', available: false },
		async (one) => await one.activities.create({ friendlyName: 'Lunch & tea', available: false }),
	),
	taskRouter(
		'activity.create',
		{ friendlyName: 'Überstunden', available: true },
		async (one) => await one.activities.create({ friendlyName: 'Überstunden', available: true }),
	),
	taskRouter(
		'activity.delete',
		{ activity: bySid(ACTIVITY.unavailable) },
		async (one) => await one.activities(ACTIVITY.unavailable).remove(),
	),
	taskRouter(
		'activity.get',
		{ activity: fromList(ACTIVITY.busy) },
		async (one) => await one.activities(ACTIVITY.busy).fetch(),
	),
	taskRouter('activity.getAll', {}, async (one) => await one.activities.list({ pageSize: 50 })),
	taskRouter(
		'activity.getAll',
		{ limit: 2, filters: { available: false, friendlyName: 'Break é' } },
		async (one) => await one.activities.list({ pageSize: 2, available: 'false', friendlyName: 'Break é' }),
	),
	taskRouter(
		'activity.update',
		{ activity: bySid(ACTIVITY.break), friendlyName: 'Lunch' },
		async (one) => await one.activities(ACTIVITY.break).update({ friendlyName: 'Lunch' }),
	),

	taskRouter('event.getAll', {}, async (one) => await one.events.list({ pageSize: 50 })),
	taskRouter(
		'event.getAll',
		{ limit: 1, filters: { eventType: 'worker.activity.update', minutes: 60 } },
		async (one) => await one.events.list({ pageSize: 1, eventType: 'worker.activity.update', minutes: 60 }),
	),
	taskRouter(
		'event.getAll',
		{
			limit: 3,
			filters: {
				...period,
				eventSid: EVENT.bob,
				eventType: 'worker.activity.update',
				reservationSid: RESERVATION.bob,
				taskQueueSid: TASK_QUEUE.support,
				taskSid: `WT${'a'.repeat(32)}`,
				worker: bySid(PEOPLE.bob.worker),
				workflowSid: `WW${'B'.repeat(32)}`,
			},
		},
		async (one) =>
			await one.events.list({
				pageSize: 3,
				...officialPeriod,
				sid: EVENT.bob,
				eventType: 'worker.activity.update',
				reservationSid: RESERVATION.bob,
				taskQueueSid: TASK_QUEUE.support,
				taskSid: `WT${'a'.repeat(32)}`,
				workerSid: PEOPLE.bob.worker,
				workflowSid: `WW${'B'.repeat(32)}`,
			}),
	),

	taskRouter(
		'reservation.get',
		{ ...bob, reservation: bySid(RESERVATION.bob) },
		async (one) => await one.workers(PEOPLE.bob.worker).reservations(RESERVATION.bob).fetch(),
	),
	taskRouter(
		'reservation.getAll',
		bob,
		async (one) => await one.workers(PEOPLE.bob.worker).reservations.list({ pageSize: 50 }),
	),
	taskRouter(
		'reservation.getAll',
		{ ...bob, returnAll: true, filters: { reservationStatus: 'pending' } },
		async (one) =>
			await one.workers(PEOPLE.bob.worker).reservations.list({ pageSize: 1000, reservationStatus: 'pending' }),
	),
	taskRouter(
		'reservation.update',
		{ ...bob, reservation: bySid(RESERVATION.bob), reservationStatus: 'accepted' },
		async (one) =>
			await one
				.workers(PEOPLE.bob.worker)
				.reservations(RESERVATION.bob)
				.update({ reservationStatus: 'accepted' }),
	),
	taskRouter(
		'reservation.update',
		{
			...bob,
			reservation: bySid(RESERVATION.bob),
			reservationStatus: 'rejected',
			additionalFields: {
				ifMatch: '0',
				workerActivity: bySid(ACTIVITY.break),
				postWorkActivity: bySid(ACTIVITY.available),
				dequeuePostWorkActivity: bySid(ACTIVITY.busy),
			},
		},
		async (one) =>
			await one.workers(PEOPLE.bob.worker).reservations(RESERVATION.bob).update({
				ifMatch: '0',
				reservationStatus: 'rejected',
				workerActivitySid: ACTIVITY.break,
				postWorkActivitySid: ACTIVITY.available,
				dequeuePostWorkActivitySid: ACTIVITY.busy,
			}),
	),

	taskRouter('statistics.get', bob, async (one) => await one.workers(PEOPLE.bob.worker).statistics().fetch()),
	taskRouter(
		'statistics.get',
		{ ...bob, filters: period },
		async (one) => await one.workers(PEOPLE.bob.worker).statistics().fetch(officialPeriod),
	),
	taskRouter(
		'statistics.getCumulative',
		{ filters: period },
		async (one) => await one.workers.cumulativeStatistics().fetch(officialPeriod),
	),
	taskRouter(
		'statistics.getRealTime',
		{ filters: { taskChannel: TASK_CHANNEL.voice } },
		async (one) => await one.workers.realTimeStatistics().fetch({ taskChannel: TASK_CHANNEL.voice }),
	),
	taskRouter('statistics.getWorkers', {}, async (one) => await one.workers.statistics().fetch()),
	taskRouter(
		'statistics.getWorkers',
		{
			filters: {
				...period,
				workerName: PEOPLE.carla.name,
				taskQueueName: 'Sales',
				taskQueueSid: TASK_QUEUE.sales,
			},
		},
		async (one) =>
			await one.workers.statistics().fetch({
				...officialPeriod,
				friendlyName: PEOPLE.carla.name,
				taskQueueName: 'Sales',
				taskQueueSid: TASK_QUEUE.sales,
			}),
	),

	taskRouter(
		'worker.create',
		{ friendlyName: 'Grace' },
		async (one) => await one.workers.create({ friendlyName: 'Grace' }),
	),
	taskRouter(
		'worker.create',
		{
			friendlyName: 'Grażyna "G" & Co+',
			additionalFields: { activity: bySid(ACTIVITY.break), attributes: '{"skills":["ż"]}' },
		},
		async (one) =>
			await one.workers.create({
				friendlyName: 'Grażyna "G" & Co+',
				activitySid: ACTIVITY.break,
				attributes: '{"skills":["ż"]}',
			}),
	),
	taskRouter('worker.delete', anna, async (one) => await one.workers(PEOPLE.anna.worker).remove()),
	taskRouter(
		'worker.delete',
		{ ...anna, additionalFields: { ifMatch: '"0"' } },
		async (one) => await one.workers(PEOPLE.anna.worker).remove({ ifMatch: '"0"' }),
	),
	taskRouter('worker.getAll', {}, async (one) => await one.workers.list({ pageSize: 50 })),
	taskRouter('worker.getAll', { returnAll: true }, async (one) => await one.workers.list({ pageSize: 1000 })),
	...TEXTS.filter((name) => name !== '').map((name) =>
		taskRouter(
			'worker.getAll',
			{ filters: { friendlyName: name, activityName: name, taskQueueName: name } },
			async (one) =>
				await one.workers.list({ pageSize: 50, friendlyName: name, activityName: name, taskQueueName: name }),
		),
	),
	...(['DateStatusChanged:asc', 'DateStatusChanged:desc'] as const).map((ordering) =>
		taskRouter(
			'worker.getAll',
			{
				limit: 1,
				filters: {
					activity: bySid(ACTIVITY.available),
					activityName: 'Available',
					available: ordering.endsWith('asc'),
					conditions: {
						condition: [
							{ attribute: 'skills', operator: 'HAS', value: 'support' },
							{ attribute: 'activity_name', operator: 'EQ', value: 'Available' },
							{ attribute: 'friendly_name', operator: '!=', value: QUOTED },
						],
					},
					friendlyName: PEOPLE.bob.name,
					ordering,
					taskQueueName: 'Support',
					taskQueueSid: TASK_QUEUE.support,
				},
			},
			async (one) =>
				await one.workers.list({
					pageSize: 1,
					activitySid: ACTIVITY.available,
					activityName: 'Available',
					available: ordering.endsWith('asc') ? 'true' : 'false',
					targetWorkersExpression: String.raw`skills HAS 'support' AND activity_name == 'Available' AND friendly_name != 'O\'Neil "the" \\ boss'`,
					friendlyName: PEOPLE.bob.name,
					ordering,
					taskQueueName: 'Support',
					taskQueueSid: TASK_QUEUE.support,
				}),
		),
	),
	taskRouter(
		'worker.setActivity',
		{ ...anna, activity: bySid(ACTIVITY.busy) },
		async (one) =>
			await one
				.workers(PEOPLE.anna.worker)
				.update({ activitySid: ACTIVITY.busy, rejectPendingReservations: false }),
	),
	taskRouter(
		'worker.setActivity',
		{ ...bob, activity: bySid(ACTIVITY.break), rejectPendingReservations: true },
		async (one) =>
			await one
				.workers(PEOPLE.bob.worker)
				.update({ activitySid: ACTIVITY.break, rejectPendingReservations: true }),
		2,
	),

	taskRouter(
		'workerChannel.get',
		{ ...anna, channel: bySid(annasVoice) },
		async (one) => await one.workers(PEOPLE.anna.worker).workerChannels(annasVoice).fetch(),
	),
	taskRouter(
		'workerChannel.getAll',
		{ ...anna, limit: 3 },
		async (one) => await one.workers(PEOPLE.anna.worker).workerChannels.list({ pageSize: 3 }),
	),
	taskRouter(
		'workerChannel.update',
		{ ...anna, channel: bySid(annasVoice), updateFields: { capacity: 0, available: false } },
		async (one) =>
			await one.workers(PEOPLE.anna.worker).workerChannels(annasVoice).update({ capacity: 0, available: false }),
	),
	taskRouter('workspace.get', {}, async (one) => await one.fetch()),
	[
		'workspace.getAll',
		{
			node: 'twilioTaskRouter',
			parameters: { resource: 'workspace', operation: 'getAll', limit: 1, filters: { friendlyName: 'support' } },
			official: async ({ taskrouter }) =>
				await taskrouter.v1.workspaces.list({ pageSize: 1, friendlyName: 'support' }),
		},
	],

	...[true, false].map((isAvailable): [string, Case] => [
		`Frontline setAvailability ${String(isAvailable)}`,
		{
			node: 'twilioFrontline',
			parameters: {
				resource: 'user',
				operation: 'setAvailability',
				user: byIdentity(PEOPLE.anna.identity),
				isAvailable,
			},
			official: async (client) =>
				await client.frontlineApi.v1.users(PEOPLE.anna.identity).update({ isAvailable }),
		},
	]),

	[
		'service.getAll',
		{
			node: 'twilioConversations',
			parameters: { resource: 'service', operation: 'getAll', returnAll: true },
			official: async ({ conversations }) => await conversations.v1.services.list({ pageSize: 100 }),
		},
	],
	...[CHAT_SERVICE_SID, undefined].flatMap((service) => [
		ofService(
			service,
			'role.get',
			{ role: bySid(ROLE.supervisor) },
			async ({ roles }) => await roles(ROLE.supervisor).fetch(),
		),
		ofService(service, 'role.getAll', { limit: 2 }, async ({ roles }) => await roles.list({ pageSize: 2 })),
		ofService(service, 'user.getAll', { limit: 4 }, async ({ users }) => await users.list({ pageSize: 4 })),
		ofService(
			service,
			'user.create',
			{ identity: 'grażyna+vip@example.com' },
			async ({ users }) => await users.create({ identity: 'grażyna+vip@example.com' }),
		),
		...[true, false].map((webhookEnabled) =>
			ofService(
				service,
				'user.create',
				{
					identity: 'grażyna+vip@example.com',
					additionalFields: {
						attributes: '{"duty":"tech & é"}',
						friendlyName: 'Grażyna',
						role: bySid(ROLE.supervisor),
						webhookEnabled,
					},
				},
				async ({ users }) =>
					await users.create({
						identity: 'grażyna+vip@example.com',
						attributes: '{"duty":"tech & é"}',
						friendlyName: 'Grażyna',
						roleSid: ROLE.supervisor,
						xTwilioWebhookEnabled: webhookEnabled ? 'true' : 'false',
					}),
			),
		),
		ofService(
			service,
			'user.delete',
			{ user: byIdentity(PEOPLE.anna.identity), additionalFields: { webhookEnabled: false } },
			async ({ users }) => await users(PEOPLE.anna.identity).remove({ xTwilioWebhookEnabled: 'false' }),
		),
		ofService(
			service,
			'user.delete',
			{ user: bySid(PEOPLE.anna.conversationUser) },
			async ({ users }) => await users(PEOPLE.anna.conversationUser).remove(),
		),
	]),
];

const start = JSON.parse(ATTRIBUTES) as { skills: string[]; routing: { skills: string[]; levels: object } };

/** These read first; what the client is told to write follows from the record that the recorder answers with. */
const edits: Array<[name: string, one: Case]> = [
	taskRouter(
		'worker.mergeAttributes',
		{ ...anna, attributes: '{"team":"tech & é","skills":["vip"],"routing":{"levels":null}}', listRule: 'append' },
		async (one) =>
			await one.workers(PEOPLE.anna.worker).update({
				ifMatch: '7',
				attributes: JSON.stringify({
					skills: [...start.skills, 'vip'],
					routing: { skills: start.routing.skills },
					team: 'tech & é',
				}),
			}),
		2,
	),
	taskRouter(
		'worker.addSkills',
		{ ...anna, skills: 'english, billing', additionalFields: { level: 3 } },
		async (one) =>
			await one.workers(PEOPLE.anna.worker).update({
				ifMatch: '7',
				attributes: JSON.stringify({
					...start,
					routing: { skills: ['billing', 'sales', 'english'], levels: { billing: 3, english: 3 } },
				}),
			}),
		2,
	),
	taskRouter(
		'worker.removeSkills',
		{ ...anna, skills: 'billing' },
		async (one) =>
			await one.workers(PEOPLE.anna.worker).update({
				ifMatch: '7',
				attributes: JSON.stringify({ ...start, routing: { skills: ['sales'], levels: {} } }),
			}),
		2,
	),
	taskRouter(
		'worker.update',
		{ ...anna, updateFields: { activity: bySid(ACTIVITY.busy), friendlyName: 'Anna' }, onlyIfChanged: true },
		async (one) => await one.workers(PEOPLE.anna.worker).update({ ifMatch: '7', activitySid: ACTIVITY.busy }),
		2,
	),
	...[CHAT_SERVICE_SID, undefined].map((service) =>
		ofService(
			service,
			'user.mergeAttributes',
			{ user: byIdentity(PEOPLE.anna.identity), attributes: '{"skills":["billing"]}', listRule: 'remove' },
			async ({ users }) =>
				await users(PEOPLE.anna.identity).update({
					attributes: JSON.stringify({ ...start, skills: ['sales'] }),
				}),
			2,
		),
	),
];

const searchOf = (url: string) => ({
	node: 'twilioTaskRouter',
	method: 'searchWorkers',
	parameters: { ...worker, operation: 'update' },
	credentials: twilioCredential(url),
});

/** What both requests say, freed of what each client adds of its own. */
function meaningOf(
	path: string,
	{ method, headers, body }: Pick<Wired | OfficialRequest, 'method' | 'headers' | 'body'>,
) {
	return {
		method,
		segments: (path.split('?')[0] ?? '').split('/').map(decodeURIComponent),
		query: [...new URL(path, 'http://localhost').searchParams].sort(([a], [b]) => a.localeCompare(b)),
		form: [...new URLSearchParams(body)].sort(([a], [b]) => a.localeCompare(b)),
		authorization: headers.authorization,
		ifMatch: headers['if-match'],
		webhooks: headers['x-twilio-webhook-enabled'],
		contentType: body === '' ? undefined : headers['content-type']?.replace(/;.*$/, ''),
	};
}

describe("our request says what Twilio's own client says", () => {
	it.each([...cases, ...operations, ...edits])('%s', async (_name, { node, parameters, official, requests = 1 }) => {
		recorder.reply = subjectOf(node).reply;

		const theirs = await capture(official);
		const { error } = await bench.run({ node, parameters, credentials: twilioCredential(recorder.url) });

		expect(error).toBeUndefined();
		expect(recorder.seen).toHaveLength(requests);
		const ours = recorder.seen.at(-1) as Wired;
		const [, product = '', path = ''] = /^\/([a-z-]+)(\/.*)$/.exec(ours.path) ?? [];
		expect(`${product}.twilio.com`).toBe(theirs.host);
		expect(meaningOf(path, ours)).toEqual(meaningOf(theirs.path, theirs));
	});

	it("a worker searched for in the editor's dropdown", async () => {
		recorder.reply = () => ({ body: { workers: [{ sid: PEOPLE.anna.worker, friendly_name: "O'Neil é" }] } });

		const theirs = await capture(
			async (client) =>
				await client.taskrouter.v1.workspaces(WORKSPACE_SID).workers.list({
					pageSize: 50,
					targetWorkersExpression: ['friendly_name', 'full_name', 'email']
						.flatMap((key) =>
							["O\\'Neil é", "o\\'neil é", "O\\'Neil É", "O\\'NEIL É"].map(
								(one) => `${key} CONTAINS '${one}'`,
							),
						)
						.join(' OR '),
				}),
		);
		await bench.search({ ...searchOf(recorder.url), filter: "O'Neil é" });

		expect(recorder.seen).toHaveLength(1);
		const ours = recorder.seen[0] as Wired;
		expect(meaningOf(ours.path.replace('/taskrouter', ''), ours)).toEqual(meaningOf(theirs.path, theirs));
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

		/** Names instead of SIDs, and options that read before they write: more requests, of which each must be valid. */
		const byNames: Array<[string, Case['node'], INodeParameters]> = (
			[
				[
					'worker.setActivity',
					{ activity: byName('break'), onlyIfChanged: true, rejectPendingReservations: true },
				],
				['worker.addSkills', { skills: 'vip', additionalFields: { level: 2 } }],
				['worker.removeSkills', { skills: 'support', skillsAttribute: 'skills' }],
				['worker.mergeAttributes', { attributes: '{"team":"a"}', listRule: 'append' }],
				['workerChannel.get', { channel: byName('Voice') }],
				['event.getAll', { filters: { worker: byName(PEOPLE.dawid.name) } }],
				['worker.getHistory', {}],
				['worker.setState', { state: 'offline', stateOptions: { openWork: 'untilDone', rejectPending: true } }],
			] as Array<[string, INodeParameters]>
		).map(([operation, parameters]) => [
			`${operation} by name`,
			'twilioTaskRouter',
			{
				resource: operation.split('.')[0] ?? '',
				operation: operation.split('.')[1] ?? '',
				workspace: byName('support'),
				worker: byName(PEOPLE.bob.name.toUpperCase()),
				...parameters,
			},
		]);
		const roleByName: [string, Case['node'], INodeParameters] = [
			'Conversations user with a role by name in a service by name',
			'twilioConversations',
			{
				resource: 'user',
				operation: 'update',
				serviceScope: 'specific',
				service: byName('support'),
				user: byIdentity(PEOPLE.anna.identity),
				updateFields: { role: byName('Service Admin') },
				onlyIfChanged: true,
			},
		];
		const merge: [string, Case['node'], INodeParameters] = [
			'Conversations user, attributes merged',
			'twilioConversations',
			{
				resource: 'user',
				operation: 'mergeAttributes',
				serviceScope: 'default',
				user: byIdentity(PEOPLE.anna.identity),
				attributes: '{"agentState":"break"}',
			},
		];

		it.each([
			...known,
			...operations.map(([name, { node, parameters }]): (typeof known)[number] => [name, node, parameters]),
			...byNames,
			roleByName,
			merge,
		])('%s', async (_name, node, parameters) => {
			const proxy = await startProxy(twilio.url);
			try {
				const { error } = await bench.run({ node, parameters, credentials: twilioCredential(proxy.url) });

				expect(error).toBeUndefined();
				expect(proxy.exchanges.length).toBeGreaterThan(0);
				expect(proxy.exchanges.map(({ status }) => status).filter((status) => status >= 300)).toEqual([]);
				expect(proxy.exchanges.map(({ product }) => product)).toEqual(
					proxy.exchanges.map(() => PRODUCT[node] ?? ''),
				);
				expect(proxy.exchanges.flatMap((exchange) => validateExchange(exchange.product, exchange))).toEqual([]);
			} finally {
				await proxy.close();
			}
		});

		it("a worker searched for in the editor's dropdown, in vain, so that the list is read", async () => {
			const proxy = await startProxy(twilio.url);
			try {
				await bench.search({ ...searchOf(proxy.url), filter: "O'Neil é" });

				expect(proxy.exchanges.map(({ status }) => status)).toEqual([200, 200]);
				expect(proxy.exchanges.flatMap((exchange) => validateExchange(exchange.product, exchange))).toEqual([]);
			} finally {
				await proxy.close();
			}
		});

		it('is looked at for every operation', () => {
			const looked = [...known, ...byNames, roleByName, merge].map(([, node, parameters]) => ({
				node,
				parameters,
			}));
			const all = [...looked, ...operations.map(([, one]) => one)].map(
				({ node, parameters }) => `${node} ${parameters.resource as string}.${parameters.operation as string}`,
			);
			const wanted = Object.keys(PRODUCT).flatMap((node) => operationsOf(node).map((name) => `${node} ${name}`));

			expect(wanted.filter((one) => !all.includes(one))).toEqual([]);
		});
	});
}

/** *Set State* and *Get History* read as *Get* and *Get Many* do and write as the updates do, which are asked about. */
function operationsOf(node: string): string[] {
	return Object.keys(subjectOf(node).operations).filter((name) => !/\.(setState|getHistory)$/.test(name));
}

it('the official client is asked about every operation', () => {
	const asked = [...cases, ...operations, ...edits].map(
		([, { node, parameters }]) => `${node} ${parameters.resource as string}.${parameters.operation as string}`,
	);
	const wanted = Object.keys(PRODUCT).flatMap((node) => operationsOf(node).map((name) => `${node} ${name}`));

	expect(wanted.filter((one) => !asked.includes(one))).toEqual([]);
});
