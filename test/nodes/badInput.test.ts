import fc from 'fast-check';
import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { ACTIVITY, PEOPLE, WORKSPACE_SID } from '../simulators';
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
];
const evilIn = (place: PlaceName, evil = EVIL): Bad[] => evil.map(([what, given]) => [place, what, given]);
const jsonFields: PlaceName[] = ['workerAttributes', 'userAttributes'];
const switches: PlaceName[] = ['reject', 'frontlineAvailable', 'webhooks'];
const choices: PlaceName[] = ['frontlineState', 'serviceScope', 'status', 'workState', 'breakType'];

const goodSid = (place: PlaceName) => PLACE[place].good as string;

const BAD: Bad[] = [
	...ids.flatMap((place) => evilIn(place)),
	...sids.flatMap((place): Bad[] => [
		[place, 'a SID of another kind', `XX${'a'.repeat(32)}`],
		[place, 'a SID that is too short', goodSid(place).slice(0, -1)],
		[place, 'a SID that is too long', `${goodSid(place)}0`],
		[place, 'a name', 'Anna Kowalska'],
	]),
	...(['activity', 'role'] satisfies PlaceName[]).flatMap((place) => evilIn(place, EVIL.slice(0, 5))),
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
	['workerName', '65 characters', 'x'.repeat(65)],
	['workerName', '65 smileys', '😀'.repeat(65)],
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
	['limit', 'nothing', ''],
	['limit', 'none', 0],
	['limit', 'a fraction', 1.5],
	['limit', 'a word', 'many'],
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
		expect(recorder.seen).toHaveLength(even.length);
	});

	it('is looked for in every place', () => {
		expect(Object.keys(PLACE).filter((name) => !BAD.some(([place]) => place === name))).toEqual([]);
	});
});

describe('a value at its bound', () => {
	const fits: Array<[PlaceName, string, IDataObject[string], string, unknown]> = [
		['workerName', '64 characters', 'x'.repeat(64), 'FriendlyName', 'x'.repeat(64)],
		['workerName', '64 smileys', '😀'.repeat(64), 'FriendlyName', '😀'.repeat(64)],
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
		['worker', { worker: located('name', 'Anna') }],
		['workspace', { workspace: located('url', 'https://example.com') }],
		['frontlineIdentity', { user: located('list', 'Anna') }],
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
);

const anywhere: Array<[PlaceName, (id: string) => string, template: RegExp, group: number]> = [
	['frontlineIdentity', (id) => id.trim(), /^\/frontline-api\/v1\/Users\/([^/]+)$/, 1],
	['conversationsIdentity', (id) => id.trim(), /^\/conversations\/v1\/Services\/IS\w{32}\/Users\/([^/]+)$/, 1],
	['worker', (id) => id.trim(), /^\/taskrouter\/v1\/Workspaces\/WS\w{32}\/Workers\/([^/]+)$/, 1],
	['workspace', (id) => id.trim(), /^\/taskrouter\/v1\/Workspaces\/([^/]+)\/Workers\/WK\w{32}$/, 1],
	['voipNowUser', (id) => id, /^\/uapi\/extensions\/([^/]+)\/0003\*212\/queue\/agents\/0003\*210$/, 1],
	['queue', (id) => id, /^\/uapi\/extensions\/@me\/([^/]+)\/queue\/agents\/0003\*210$/, 1],
	['agent', (id) => id.trim(), /^\/uapi\/extensions\/@me\/0003\*212\/queue\/agents\/([^/]+)$/, 1],
	['conpeekUser', (id) => id, /^\/tenant_user\/([^/]+)\/work_state$/, 1],
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
