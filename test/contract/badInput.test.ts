import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import {
	ACTIVITY,
	PEOPLE,
	RESERVATION,
	TASK_CHANNEL,
	VOIPNOW_QUEUE,
	VOIPNOW_SALES_QUEUE,
	workerChannelSid,
	WORKSPACE_SID,
} from '../../simulators';
import { Bench } from '../support/bench/bench';
import { startRecorder, type Recorder } from '../support/pack/recorder';
import { byIdentity, bySid, located, parametersOf, playVendor, subjectOf } from '../support/pack/vendors';

let bench: Bench;
let recorder: Recorder;

beforeAll(async () => {
	bench = await Bench.open();
	recorder = await startRecorder(() => ({}));
});

afterAll(async () => {
	await recorder.close();
	await bench.close();
});

/** The parameter under test is an expression, as in a real bulk update: the editor has checked nothing. */
const GIVEN = '={{ $json.given }}';

interface Place {
	node: string;
	operation: string;
	/** The field as the form calls it. */
	label: string;
	/** Parameters with `GIVEN` in the field under test. */
	parameters: INodeParameters;
	good: IDataObject[string];
	/** The agent that the error must name; the given value itself where that is the agent. */
	agent: RegExp;
	/** How many requests a good value leads to; one unless said. */
	requests?: number;
}

const worker = (updateFields: INodeParameters, label: string, good: IDataObject[string]): Place => ({
	node: 'twilioTaskRouter',
	operation: 'worker.update',
	label,
	parameters: { updateFields },
	good,
	agent: new RegExp(`^Worker ${PEOPLE.anna.worker}: `),
});
const frontline = (updateFields: INodeParameters, label: string, good: IDataObject[string]): Place => ({
	node: 'twilioFrontline',
	operation: 'user.update',
	label,
	parameters: { updateFields },
	good,
	agent: /^User anna\.kowalska@example\.com: /,
});
const conversations = (updateFields: INodeParameters, label: string, good: IDataObject[string]): Place => ({
	...frontline(updateFields, label, good),
	node: 'twilioConversations',
});
const conpeek = (parameters: INodeParameters, label: string, good: IDataObject[string]): Place => ({
	node: 'conpeek',
	operation: 'user.update',
	label,
	parameters,
	good,
	agent: /^User anna\.kowalska: /,
});
const annas = new RegExp(`^Worker ${PEOPLE.anna.worker}: `);
const ofWorkspace = new RegExp(`^Workspace ${WORKSPACE_SID}: `);
/** A place in an operation of TaskRouter that is not the update of a worker. */
const taskRouter = (
	operation: string,
	parameters: INodeParameters,
	label: string,
	good: IDataObject[string],
	agent: RegExp,
	requests = 1,
): Place => ({ node: 'twilioTaskRouter', operation, parameters, label, good, agent, requests });
const filter = (operation: string, name: string, label: string, good: IDataObject[string]) =>
	taskRouter(operation, { filters: { [name]: GIVEN } }, label, good, ofWorkspace);
const condition = (more: INodeParameters, good: IDataObject[string]) =>
	taskRouter(
		'worker.getAll',
		{
			filters: {
				conditions: { condition: [{ attribute: 'skills', operator: 'EQ', value: 'billing', ...more }] },
			},
		},
		'Conditions',
		good,
		ofWorkspace,
	);
const annasVoice = workerChannelSid(PEOPLE.anna.worker, TASK_CHANNEL.voice);

const onBreak = { workState: 'ONBREAK' };

/** Every place where an id, a name or a value of the user's goes. */
const PLACE = {
	workspace: {
		...worker({ friendlyName: 'Anna' }, 'Workspace', WORKSPACE_SID),
		parameters: { workspace: bySid(GIVEN), updateFields: { friendlyName: 'A' } },
	},
	worker: { ...worker({}, 'Worker', PEOPLE.bob.worker), parameters: { worker: bySid(GIVEN) }, agent: /^Worker / },
	workerOfGet: {
		...worker({}, 'Worker', PEOPLE.bob.worker),
		operation: 'worker.get',
		parameters: { worker: bySid(GIVEN) },
		agent: /^Worker /,
	},
	activity: worker({ activity: bySid(GIVEN) }, 'Activity', ACTIVITY.available),
	workerAttributes: worker({ attributes: GIVEN }, 'Attributes (JSON)', '{}'),
	workerName: worker({ friendlyName: GIVEN }, 'Friendly Name', 'Anna'),
	concurrency: worker({ concurrency: GIVEN }, 'Concurrency', 1),
	operatingUnit: worker({ operatingUnitSid: GIVEN }, 'Operating Unit SID', `OU${'a'.repeat(32)}`),
	reject: worker({ rejectPendingReservations: GIVEN }, 'Reject Pending Reservations', true),
	ifMatch: worker({ friendlyName: 'Anna', ifMatch: GIVEN }, 'If-Match (Version)', '"3"'),

	frontlineIdentity: {
		...frontline({ isAvailable: true }, 'User', 'bob@example.com'),
		parameters: { user: byIdentity(GIVEN) },
		agent: /^User /,
	},
	frontlineSid: {
		...frontline({ isAvailable: true }, 'User', PEOPLE.bob.frontlineUser),
		parameters: { user: bySid(GIVEN) },
		agent: /^User /,
	},
	frontlineAvailable: frontline({ isAvailable: GIVEN }, 'Available', false),
	frontlineState: frontline({ state: GIVEN }, 'State', 'active'),
	frontlineAvatar: frontline({ avatar: GIVEN }, 'Avatar URL', 'https://example.com/a.png'),
	frontlineName: frontline({ friendlyName: GIVEN }, 'Friendly Name', 'Anna'),

	service: {
		...conversations({ friendlyName: 'A' }, 'Service', `IS${'a'.repeat(32)}`),
		parameters: { service: bySid(GIVEN) },
	},
	serviceScope: {
		...conversations({ friendlyName: 'A' }, 'Conversation Service', 'default'),
		parameters: { serviceScope: GIVEN },
	},
	conversationsIdentity: {
		...conversations({}, 'User', 'bob@example.com'),
		parameters: { user: byIdentity(GIVEN) },
		agent: /^User /,
	},
	conversationsSid: {
		...conversations({}, 'User', PEOPLE.bob.conversationUser),
		parameters: { user: bySid(GIVEN) },
		agent: /^User /,
	},
	role: conversations({ role: bySid(GIVEN) }, 'Role', `RL${'a'.repeat(32)}`),
	userAttributes: conversations({ attributes: GIVEN }, 'Attributes (JSON)', { agentState: 'break' }),
	webhooks: conversations({ friendlyName: 'A', webhookEnabled: GIVEN }, 'Send Webhooks', false),

	voipNowUser: {
		node: 'voipNow',
		operation: 'queueAgent.update',
		label: 'User',
		parameters: { user: GIVEN },
		good: '7',
		agent: /^Agent 0003\*210: /,
	},
	queue: {
		node: 'voipNow',
		operation: 'queueAgent.update',
		label: 'Queue',
		parameters: { queue: GIVEN },
		good: '0003*216',
		agent: /^Agent 0003\*210: /,
	},
	queueOfGetAll: {
		node: 'voipNow',
		operation: 'queueAgent.getAll',
		label: 'Queue',
		parameters: { queue: GIVEN },
		good: '0003*216',
		agent: /^Queue /,
	},
	limit: {
		node: 'voipNow',
		operation: 'queueAgent.getAll',
		label: 'Limit',
		parameters: { limit: GIVEN },
		good: 3,
		agent: /^Queue 0003\*212: /,
	},
	agent: {
		node: 'voipNow',
		operation: 'queueAgent.update',
		label: 'Agent',
		parameters: { agent: bySid(GIVEN) },
		good: '0003*211',
		agent: /^Agent /,
	},
	status: {
		node: 'voipNow',
		operation: 'queueAgent.update',
		label: 'Status',
		parameters: { status: GIVEN },
		good: '2',
		agent: /^Agent 0003\*210: /,
	},

	conpeekUser: { ...conpeek({ user: GIVEN }, 'User', 'bob.stone'), agent: /^User / },
	workState: conpeek({ workState: GIVEN }, 'Work State', 'OFFLINE'),
	breakType: conpeek({ ...onBreak, breakType: GIVEN }, 'Break Type', 'COFFEE'),
	breakCause: conpeek({ ...onBreak, breakCause: GIVEN }, 'Break Cause', 'Obiad'),
	onlineMode: conpeek({ additionalFields: { onlineModeId: GIVEN } }, 'Online Mode ID', 98),
	breakNote: conpeek({ ...onBreak, additionalFields: { breakNote: GIVEN } }, 'Break Note', 'Back soon'),

	workspaceOfGet: taskRouter('workspace.get', { workspace: bySid(GIVEN) }, 'Workspace', WORKSPACE_SID, /^Workspace /),
	activityOfGet: taskRouter('activity.get', { activity: bySid(GIVEN) }, 'Activity', ACTIVITY.break, /^Activity /),
	activityOfDelete: taskRouter(
		'activity.delete',
		{ activity: bySid(GIVEN) },
		'Activity',
		ACTIVITY.break,
		/^Activity /,
	),
	activityChosen: taskRouter(
		'activity.get',
		{ activity: located('list', GIVEN) },
		'Activity',
		ACTIVITY.break,
		/^Activity /,
	),
	activityToSet: taskRouter('worker.setActivity', { activity: bySid(GIVEN) }, 'Activity', ACTIVITY.break, annas),
	activityToCreate: taskRouter(
		'activity.create',
		{ friendlyName: GIVEN },
		'Friendly Name',
		'Lunch',
		/^Friendly Name /,
	),
	activityRenamed: taskRouter(
		'activity.update',
		{ friendlyName: GIVEN },
		'Friendly Name',
		'Lunch',
		new RegExp(`^Activity ${ACTIVITY.break}: `),
	),
	activityAvailable: taskRouter('activity.create', { available: GIVEN }, 'Available', true, /^Friendly Name Lunch: /),
	channel: taskRouter('workerChannel.get', { channel: bySid(GIVEN) }, 'Channel', annasVoice, annas),
	channelToChange: taskRouter('workerChannel.update', { channel: bySid(GIVEN) }, 'Channel', annasVoice, annas),
	capacity: taskRouter('workerChannel.update', { updateFields: { capacity: GIVEN } }, 'Capacity', 0, annas),
	reservation: taskRouter(
		'reservation.get',
		{ reservation: bySid(GIVEN) },
		'Reservation',
		RESERVATION.bob,
		/^Reservation /,
	),
	reservationStatus: taskRouter(
		'reservation.update',
		{ reservationStatus: GIVEN },
		'Reservation Status',
		'accepted',
		new RegExp(`^Reservation ${RESERVATION.bob}: `),
	),
	workerActivity: taskRouter(
		'reservation.update',
		{ additionalFields: { workerActivity: bySid(GIVEN) } },
		'Worker Activity',
		ACTIVITY.break,
		new RegExp(`^Reservation ${RESERVATION.bob}: `),
	),
	workerToCreate: taskRouter('worker.create', { friendlyName: GIVEN }, 'Friendly Name', 'Grace', /^Friendly Name /),
	workerToDelete: taskRouter('worker.delete', { worker: bySid(GIVEN) }, 'Worker', PEOPLE.bob.worker, /^Worker /),
	skills: taskRouter('worker.addSkills', { skills: GIVEN }, 'Skills', 'english', annas, 2),
	skillsToRemove: taskRouter('worker.removeSkills', { skills: GIVEN }, 'Skills', ['billing'], annas, 2),
	level: taskRouter('worker.addSkills', { additionalFields: { level: GIVEN } }, 'Level', 3, annas, 2),
	skillsAttribute: taskRouter('worker.addSkills', { skillsAttribute: GIVEN }, 'Skills Attribute', 'skills', annas, 2),
	attributesToMerge: taskRouter(
		'worker.mergeAttributes',
		{ attributes: GIVEN },
		'Attributes (JSON)',
		'{"a":1}',
		annas,
		2,
	),
	listRule: taskRouter('worker.mergeAttributes', { listRule: GIVEN }, 'When Both Hold a List', 'replace', annas, 2),
	returnAll: taskRouter('worker.getAll', { returnAll: GIVEN, limit: 1 }, 'Return All', false, ofWorkspace),
	limitOfWorkers: taskRouter('worker.getAll', { limit: GIVEN }, 'Limit', 3, ofWorkspace),
	filterWorker: taskRouter(
		'event.getAll',
		{ filters: { worker: bySid(GIVEN) } },
		'Worker',
		PEOPLE.bob.worker,
		ofWorkspace,
	),
	filterEvent: filter('event.getAll', 'eventSid', 'Event SID', `EV${'a'.repeat(32)}`),
	filterTask: filter('event.getAll', 'taskSid', 'Task SID', `WT${'a'.repeat(32)}`),
	filterQueue: filter('worker.getAll', 'taskQueueSid', 'Task Queue SID', `WQ${'a'.repeat(32)}`),
	filterAvailable: filter('worker.getAll', 'available', 'Available', true),
	filterOrdering: filter('worker.getAll', 'ordering', 'Ordering', 'DateStatusChanged:asc'),
	startDate: filter('event.getAll', 'startDate', 'Start Date', '2026-03-29T08:00:00Z'),
	endDate: filter('statistics.getCumulative', 'endDate', 'End Date', '2026-03-29T08:00:00+02:00'),
	minutes: filter('statistics.getWorkers', 'minutes', 'Minutes', 1),
	conditionAttribute: condition({ attribute: GIVEN }, 'routing.skills'),
	conditionOperator: condition({ operator: GIVEN }, 'HAS'),

	frontlineSetAvailability: {
		...frontline({}, 'Available', false),
		operation: 'user.setAvailability',
		parameters: { isAvailable: GIVEN },
	},

	roleOfGet: {
		...conversations({}, 'Role', `RL${'a'.repeat(32)}`),
		operation: 'role.get',
		parameters: { role: bySid(GIVEN) },
		agent: /^Role /,
	},
	serviceOfGetAll: {
		...conversations({}, 'Service', `IS${'a'.repeat(32)}`),
		operation: 'user.getAll',
		parameters: { service: bySid(GIVEN), limit: 1 },
		agent: /^Get many users: /,
	},
	identityToCreate: {
		...conversations({}, 'Identity', 'Grace Hopper'),
		operation: 'user.create',
		parameters: { identity: GIVEN },
		agent: /^Identity /,
	},
	userToDelete: {
		...conversations({}, 'User', PEOPLE.bob.conversationUser),
		operation: 'user.delete',
		parameters: { user: bySid(GIVEN) },
		agent: /^User /,
	},
	userAttributesToMerge: {
		...conversations({}, 'Attributes (JSON)', { agentState: 'break' }),
		operation: 'user.mergeAttributes',
		parameters: { attributes: GIVEN },
		requests: 2,
	},

	queues: {
		node: 'voipNow',
		operation: 'queueAgent.updateInQueues',
		label: 'Queues',
		parameters: { queues: GIVEN },
		good: `${VOIPNOW_QUEUE}, ${VOIPNOW_SALES_QUEUE}`,
		agent: /^Agent 0003\*210: /,
		requests: 2,
	},
	queueOfGet: {
		node: 'voipNow',
		operation: 'queueAgent.get',
		label: 'Queue',
		parameters: { queue: GIVEN },
		good: '0003*216',
		agent: /^Agent 0003\*210: /,
	},
	agentInQueues: {
		node: 'voipNow',
		operation: 'queueAgent.updateInQueues',
		label: 'Agent',
		parameters: { agent: bySid(GIVEN) },
		good: '0003*211',
		agent: /^Agent /,
	},
	extension: {
		node: 'voipNow',
		operation: 'presence.getAll',
		label: 'Extension',
		parameters: { extension: GIVEN, limit: 1 },
		good: '0003*210',
		agent: /^Extension /,
	},
	outputFields: {
		node: 'voipNow',
		operation: 'queueAgent.getAll',
		label: 'Output Fields',
		parameters: { filters: { fields: GIVEN } },
		good: ['status'],
		agent: /^Queue 0003\*212: /,
	},
} satisfies Record<string, Place>;

type PlaceName = keyof typeof PLACE;
type Bad = [place: PlaceName, what: string, given: IDataObject[string] | undefined];

const EVIL: Array<[what: string, given: IDataObject[string] | undefined]> = [
	['nothing', ''],
	['blanks', '  '],
	['undefined from an expression', undefined],
	['null from an expression', null],
	['two dots', '..'],
	['a dot', '.'],
	['a slash', 'a/b'],
	['a path', '../Workers'],
	['a question mark', 'a?b'],
	['a number sign', 'a#b'],
	['a backslash', 'a\\b'],
	['a line feed', 'a\nb'],
	['a null character', 'a\u0000b'],
	['a delete character', 'a\u007fb'],
	['half a smiley', 'a\ud83d'],
	['an object', { id: 1 }],
	['a list', ['a', 'b']],
];

const ids: PlaceName[] = [
	'workspace',
	'worker',
	'workerOfGet',
	'frontlineIdentity',
	'frontlineSid',
	'service',
	'conversationsIdentity',
	'conversationsSid',
	'voipNowUser',
	'queue',
	'queueOfGetAll',
	'agent',
	'conpeekUser',
	'workspaceOfGet',
	'activityOfGet',
	'activityOfDelete',
	'channel',
	'channelToChange',
	'reservation',
	'workerToDelete',
	'roleOfGet',
	'serviceOfGetAll',
	'userToDelete',
	'queues',
	'queueOfGet',
	'agentInQueues',
	'extension',
];
const sids: PlaceName[] = [
	'workspace',
	'worker',
	'workerOfGet',
	'activity',
	'frontlineSid',
	'service',
	'conversationsSid',
	'role',
	'workspaceOfGet',
	'activityOfGet',
	'activityOfDelete',
	'activityChosen',
	'activityToSet',
	'channel',
	'channelToChange',
	'reservation',
	'workerActivity',
	'workerToDelete',
	'filterWorker',
	'filterEvent',
	'filterTask',
	'filterQueue',
	'roleOfGet',
	'serviceOfGetAll',
	'userToDelete',
];
const evilIn = (place: PlaceName, evil = EVIL): Bad[] => evil.map(([what, given]) => [place, what, given]);
const jsonFields: PlaceName[] = ['workerAttributes', 'userAttributes', 'attributesToMerge', 'userAttributesToMerge'];
const merges: PlaceName[] = ['attributesToMerge', 'userAttributesToMerge'];
const dates: PlaceName[] = ['startDate', 'endDate'];
const names: PlaceName[] = ['workerName', 'workerToCreate', 'activityToCreate', 'activityRenamed'];
const limits: PlaceName[] = ['limit', 'limitOfWorkers'];
const skills: PlaceName[] = ['skills', 'skillsToRemove'];
const switches: PlaceName[] = [
	...(['reject', 'frontlineAvailable', 'webhooks'] satisfies PlaceName[]),
	...(['activityAvailable', 'filterAvailable', 'frontlineSetAvailability', 'returnAll'] satisfies PlaceName[]),
];
const choices: PlaceName[] = [
	'frontlineState',
	'serviceScope',
	'status',
	'workState',
	'breakType',
	'reservationStatus',
	'listRule',
	'filterOrdering',
	'conditionOperator',
];

const goodSid = (place: PlaceName) => PLACE[place].good as string;

const BAD: Bad[] = [
	...ids.flatMap((place) => evilIn(place)),
	...sids.flatMap((place): Bad[] => [
		[place, 'a SID of another kind', `XX${'a'.repeat(32)}`],
		[place, 'a SID that is too short', goodSid(place).slice(0, -1)],
		[place, 'a SID that is too long', `${goodSid(place)}0`],
		[place, 'a name', 'Anna Kowalska'],
	]),
	...(
		['activity', 'role', 'activityToSet', 'workerActivity', 'filterWorker', 'filterEvent'] satisfies PlaceName[]
	).flatMap((place) => evilIn(place, EVIL.slice(0, 5))),
	...jsonFields.flatMap((place): Bad[] => [
		[place, 'a list', ['a']],
		[place, 'the text of a list', '["a"]'],
		[place, 'a number', 5],
		[place, 'the text of a number', '5'],
		[place, 'the word null', 'null'],
		[place, 'a text in quotes', '"a"'],
		[place, 'broken JSON', '{"a":'],
		[place, "the placeholder of the vendor's page", 'attributes'],
		[place, 'nothing', ''],
		[place, 'undefined from an expression', undefined],
	]),
	...switches.flatMap((place): Bad[] => [
		[place, 'the word yes', 'yes'],
		[place, 'a number', 1],
		[place, 'nothing', ''],
		[place, 'undefined from an expression', undefined],
	]),
	...choices.flatMap((place): Bad[] => [
		[place, 'an unknown choice', 'nonsense'],
		[place, 'nothing', ''],
		[place, 'undefined from an expression', undefined],
	]),
	...names.flatMap((place): Bad[] => [
		[place, '65 characters', 'x'.repeat(65)],
		[place, '65 smileys', '😀'.repeat(65)],
	]),
	...(['workerToCreate', 'activityToCreate', 'activityRenamed', 'identityToCreate'] satisfies PlaceName[]).flatMap(
		(place): Bad[] => [
			[place, 'nothing', ''],
			[place, 'blanks', ' '],
			[place, 'undefined from an expression', undefined],
			[place, 'an object', { a: 1 }],
		],
	),
	...merges.flatMap((place): Bad[] => [
		[place, 'the key __proto__', '{"__proto__":{"admin":true}}'],
		[place, 'the key constructor deep inside', '{"a":[{"b":{"constructor":1}}]}'],
		[place, 'the key prototype', { a: { prototype: null } }],
	]),
	...dates.flatMap((place): Bad[] => [
		[place, 'nothing', ''],
		[place, 'a word', 'yesterday'],
		[place, 'a number', 5],
		[place, 'a word with a number, which JavaScript takes for a year', 'Anna 1'],
		[place, 'a month that is none', '2026-13-01T00:00:00Z'],
		[place, 'undefined from an expression', undefined],
		[place, 'null from an expression', null],
		[place, 'an object', { a: 1 }],
	]),
	...skills.flatMap((place): Bad[] => [
		[place, 'nothing', ''],
		[place, 'commas only', ' , ,'],
		[place, 'an empty list', []],
		[place, 'a list of blanks', [' ']],
		[place, 'undefined from an expression', undefined],
		[place, 'an object', { a: 1 }],
	]),
	['level', 'a word', 'high'],
	['level', 'undefined from an expression', undefined],
	['skillsAttribute', 'nothing', ''],
	['skillsAttribute', 'a name with a hyphen', 'my-skills'],
	['skillsAttribute', 'two dots', 'routing..skills'],
	['skillsAttribute', 'the prototype', '__proto__.skills'],
	['skillsAttribute', 'the constructor', 'constructor.prototype'],
	['capacity', 'less than none', -1],
	['capacity', 'a fraction', 0.5],
	['capacity', 'a word', 'many'],
	['capacity', 'undefined from an expression', undefined],
	['minutes', 'none', 0],
	['minutes', 'a fraction', 1.5],
	['minutes', 'a word', 'all'],
	['minutes', 'undefined from an expression', undefined],
	['conditionAttribute', 'nothing', ''],
	['conditionAttribute', 'a name with a blank', 'my skills'],
	['conditionAttribute', 'a name with a quotation mark', "skills'"],
	['conditionAttribute', 'a whole condition', '1 == 1 OR skills'],
	['conditionAttribute', 'a name that begins with a digit', '1skills'],
	['conditionAttribute', 'undefined from an expression', undefined],
	['conditionOperator', 'a comparison with more behind it', '== 1 OR'],
	['queues', '@self', '@self'],
	['queues', '@self among good ones', `${VOIPNOW_QUEUE},@self`],
	['queues', 'a bad one in a list', [VOIPNOW_QUEUE, '../x']],
	['queues', 'commas only', ' , '],
	['queueOfGet', '@self', '@self'],
	['agentInQueues', 'a name', 'anna'],
	['extension', '@me', '@me'],
	['extension', 'a name', 'anna'],
	['outputFields', 'none', []],
	['outputFields', 'undefined from an expression', undefined],
	['outputFields', 'a field that VoipNow does not have', ['status', 'password']],
	['workerName', 'undefined from an expression', undefined],
	['frontlineName', 'undefined from an expression', undefined],
	['frontlineAvatar', 'a word', 'string'],
	['frontlineAvatar', 'a script', 'javascript:alert(1)'],
	['concurrency', 'a fraction', 1.5],
	['concurrency', 'less than none', -1],
	['concurrency', 'a word', 'abc'],
	['concurrency', 'undefined from an expression', undefined],
	['operatingUnit', 'a SID of another kind', `WK${'a'.repeat(32)}`],
	['operatingUnit', 'nothing', ''],
	['ifMatch', 'a line feed that would begin another header', '"3"\r\nX-Evil: 1'],
	['ifMatch', 'a character that no header can hold', '"3ż"'],
	['ifMatch', 'nothing', ''],
	...limits.flatMap((place): Bad[] => [
		[place, 'nothing', ''],
		[place, 'none', 0],
		[place, 'less than none', -1],
		[place, 'a fraction', 1.5],
		[place, 'a word', 'many'],
		[place, 'undefined from an expression', undefined],
	]),
	['queue', '@self', '@self'],
	['queueOfGetAll', '@self', '@self'],
	['queue', 'a name', 'Sales'],
	['agent', 'a name', 'anna'],
	['voipNowUser', 'another word with @', '@someone'],
	['voipNowUser', '@self', '@self'],
	['status', 'a word', 'Online'],
	['status', 'a number beyond', 3],
	['breakCause', 'blanks', ' '],
	['breakCause', 'nothing', ''],
	['onlineMode', 'none', 0],
	['onlineMode', 'a fraction', 1.5],
	['onlineMode', 'a word', 'abc'],
	['onlineMode', 'undefined from an expression', undefined],
	['breakNote', 'undefined from an expression', undefined],
	['breakNote', 'an object', { a: 1 }],
];

function jobOf({ node, operation, parameters }: Place, items: IDataObject[]) {
	playVendor(recorder, node);
	return {
		node,
		parameters: { ...parametersOf(node, operation), ...parameters },
		items,
		credentials: subjectOf(node).credentials(recorder.url),
	};
}

describe('a bad value', () => {
	it.each(BAD)('stops the run before anything is sent: %s given %s', async (name, _what, given) => {
		const place = PLACE[name];

		const { error, out } = await bench.run(jobOf(place, [{ given: place.good }, { given }, { given: place.good }]));

		expect(error?.message).toMatch(place.agent);
		expect(error?.message).toContain(`'${place.label}'`);
		expect(error?.description).toContain('Nothing was sent');
		expect(error?.context?.itemIndex).toBe(1);
		expect(out).toEqual([]);
		expect(recorder.seen).toEqual([]);
	});

	it.each(Object.keys(PLACE) as PlaceName[])('spoils its own item alone when the others go on: %s', async (name) => {
		const place = PLACE[name];
		const bad = BAD.filter(([one]) => one === name);
		const items = [...bad.flatMap(([, , given]) => [{ given: place.good }, { given }]), { given: place.good }];
		const odd = bad.map((_, index) => ({ item: 2 * index + 1 }));
		const even = [...bad, undefined].map((_, index) => ({ item: 2 * index }));

		const { out, failed, error } = await bench.run({ ...jobOf(place, items), onError: 'continueErrorOutput' });

		expect(error).toBeUndefined();
		expect(failed.map(({ pairedItem }) => pairedItem)).toEqual(odd);
		for (const { json } of failed) {
			expect(json.error).toMatch(place.agent);
			expect(json.error).toContain(`'${place.label}'`);
		}
		expect([...new Set(out.map(({ pairedItem }) => JSON.stringify(pairedItem)))]).toEqual(
			even.map((link) => JSON.stringify(link)),
		);
		expect(recorder.seen).toHaveLength(even.length * (('requests' in place && place.requests) || 1));
	});

	it('is looked for in every place', () => {
		expect(Object.keys(PLACE).filter((name) => !BAD.some(([place]) => place === name))).toEqual([]);
	});
});

describe('a value at its bound', () => {
	const fits: Array<[PlaceName, string, IDataObject[string], string, unknown]> = [
		['workerName', '64 characters', 'x'.repeat(64), 'FriendlyName', 'x'.repeat(64)],
		['workerName', '64 smileys', '😀'.repeat(64), 'FriendlyName', '😀'.repeat(64)],
		['activityToCreate', '64 smileys', '😀'.repeat(64), 'FriendlyName', '😀'.repeat(64)],
		['activityRenamed', '64 characters', 'x'.repeat(64), 'FriendlyName', 'x'.repeat(64)],
		['capacity', 'none', 0, 'Capacity', '0'],
		['concurrency', 'none', 0, 'Concurrency', '0'],
		['onlineMode', 'the text of a number', '98', 'online_mode_id', 98],
		['frontlineAvailable', 'the word in capitals, as in a sheet', 'FALSE', 'IsAvailable', 'false'],
		['status', 'a number', 0, 'status', '0'],
	];

	it.each(fits)('is sent: %s given %s', async (name, _what, given, property, sent) => {
		const { error } = await bench.run(jobOf(PLACE[name], [{ given }]));
		const body = recorder.seen[0]?.body ?? '';

		expect(error).toBeUndefined();
		expect(
			body.startsWith('{') ? (JSON.parse(body) as object) : Object.fromEntries(new URLSearchParams(body)),
		).toHaveProperty(property, sent);
	});
});

describe('an update of nothing', () => {
	const nothing: Array<[node: string, operation: string, updateFields: INodeParameters]> = [
		['twilioTaskRouter', 'worker.update', {}],
		['twilioTaskRouter', 'worker.update', { ifMatch: '3' }],
		['twilioFrontline', 'user.update', {}],
		['twilioConversations', 'user.update', {}],
		['twilioConversations', 'user.update', { webhookEnabled: false }],
	];

	it.each(nothing)('is refused, and the agent is named: %s %s %j', async (node, operation, updateFields) => {
		const { error } = await bench.run(
			jobOf({ node, operation, parameters: { updateFields } } as unknown as Place, [{}, {}]),
		);

		expect(error?.message).toMatch(
			/^(Worker WK\w+|User anna\.kowalska@example\.com): there is nothing to change.*'Update Fields'/,
		);
		expect(recorder.seen).toEqual([]);
	});
});

describe('a way of choosing that a locator does not have', () => {
	const modes: Array<[PlaceName, INodeParameters]> = [
		['worker', { worker: located('url', 'https://example.com') }],
		['activityToSet', { activity: located('identity', 'Break') }],
		['channel', { channel: located('url', 'voice') }],
		['reservation', { reservation: located('name', 'Anna') }],
		['agentInQueues', { agent: located('name', 'Anna') }],
		['workspace', { workspace: located('url', 'https://example.com') }],
		['frontlineIdentity', { user: located('name', 'Anna') }],
		['conversationsIdentity', { user: located('name', 'Anna') }],
		['agent', { agent: located('name', '0003*210') }],
	];

	it.each(modes)('is refused: %s', async (name, parameters) => {
		const place = PLACE[name];

		const { error } = await bench.run(jobOf({ ...place, parameters }, [{}]));

		expect(error?.message).toContain(`'${place.label}'`);
		expect(error?.message).toMatch(/no way to choose/);
		expect(recorder.seen).toEqual([]);
	});
});

describe('a list filtered by conditions without any', () => {
	const empty: INodeParameters[] = [{}, { condition: [] }];

	it.each(empty)('is refused rather than read whole: %j', async (conditions) => {
		const parameters = { filters: { conditions } };

		const { error } = await bench.run(jobOf({ ...PLACE.filterAvailable, parameters }, [{}, {}]));

		expect(error?.message).toMatch(
			/^Workspace WS\w{32}: 'Conditions' has no condition: add one, or remove the filter/,
		);
		expect(recorder.seen).toEqual([]);
	});
});

/** Any text, and texts made of the very pieces that could lead a request astray. */
const anyId = fc.oneof(
	fc.string({ unit: 'binary' }),
	fc.string({ unit: 'grapheme' }),
	fc
		.array(
			fc.constantFrom(
				'..',
				'.',
				'/',
				'\\',
				'?',
				'#',
				'%2e',
				'%2F',
				'%',
				'@',
				'+',
				'*',
				';',
				':',
				'&',
				'=',
				' ',
				'0',
				'a',
				'ż',
				'😀',
				'\t',
				'\u2028',
				'\ufeff',
			),
			{ maxLength: 6 },
		)
		.map((parts) => parts.join('')),
	fc.stringMatching(/^[0-9*+]{1,10}$/),
	fc.constantFrom('@me', '@self', 'constructor', '__proto__', PEOPLE.anna.worker),
	fc.constantFrom(ACTIVITY.break, annasVoice, RESERVATION.bob, `RL${'a'.repeat(32)}`),
);

const anywhere: Array<[PlaceName, (id: string) => string, template: RegExp, group: number]> = [
	['frontlineIdentity', (id) => id.trim(), /^\/frontline-api\/v1\/Users\/([^/]+)$/, 1],
	['conversationsIdentity', (id) => id.trim(), /^\/conversations\/v1\/Services\/IS\w{32}\/Users\/([^/]+)$/, 1],
	['worker', (id) => id.trim(), /^\/taskrouter\/v1\/Workspaces\/WS\w{32}\/Workers\/([^/]+)$/, 1],
	['workspace', (id) => id.trim(), /^\/taskrouter\/v1\/Workspaces\/([^/]+)\/Workers\/WK\w{32}$/, 1],
	['voipNowUser', (id) => id, /^\/uapi\/extensions\/([^/]+)\/0003\*212\/queue\/agents\/0003\*210$/, 1],
	['queue', (id) => id, /^\/uapi\/extensions\/@me\/([^/]+)\/queue\/agents\/0003\*210$/, 1],
	['agent', (id) => id.trim(), /^\/uapi\/extensions\/@me\/0003\*212\/queue\/agents\/([^/]+)$/, 1],
	['activityOfGet', (id) => id.trim(), /^\/taskrouter\/v1\/Workspaces\/WS\w{32}\/Activities\/([^/]+)$/, 1],
	['channel', (id) => id.trim(), /^\/taskrouter\/v1\/Workspaces\/WS\w{32}\/Workers\/WK\w{32}\/Channels\/([^/]+)$/, 1],
	['reservation', (id) => id.trim(), /\/Workers\/WK\w{32}\/Reservations\/([^/]+)$/, 1],
	['roleOfGet', (id) => id.trim(), /^\/conversations\/v1\/Services\/IS\w{32}\/Roles\/([^/]+)$/, 1],
	['queueOfGet', (id) => id, /^\/uapi\/extensions\/@me\/([^/]+)\/queue\/agents\/0003\*210$/, 1],
	['extension', (id) => id, /^\/uapi\/extensions\/@me\/([^/]+)\/presence\/\?[^/]*$/, 1],
	['conpeekUser', (id) => id.trim(), /^\/tenant_user\/([^/]+)\/work_state$/, 1],
];

describe("whatever an id is, never another agent's record", () => {
	it.each(anywhere)('%s', async (name, sent, template, group) => {
		await fc.assert(
			fc.asyncProperty(fc.array(anyId, { minLength: 20, maxLength: 40 }), async (given) => {
				const { out, failed, error } = await bench.run({
					...jobOf(
						PLACE[name],
						given.map((id) => ({ given: id })),
					),
					onError: 'continueErrorOutput',
				});
				const reached = recorder.seen.map(({ path }) =>
					decodeURIComponent(template.exec(path)?.[group] ?? ' astray'),
				);
				const asked = out.map(({ pairedItem }) => sent(given[(pairedItem as { item: number }).item] ?? ''));

				expect(error).toBeUndefined();
				expect(out.length + failed.length).toBe(given.length);
				expect(reached.sort()).toEqual(asked.sort());
			}),
			{ numRuns: 10 },
		);
	});
});
