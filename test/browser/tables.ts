import { readWorkflow } from '../../demo/n8n/workflows';
import { PEOPLE, VOIPNOW_QUEUE } from '../../simulators';
import { byIdentity, byName, bySid } from '../../simulators/locator';
import type { Stage } from './everything';

const WORKFLOW_ID = 'resultTables';
const PACK = 'n8n-nodes-agent-state';

/** A node whose table is read, and the columns that must be on the screen, in this order and not cut off. */
interface Subject {
	name: string;
	type: string;
	parameters: object;
	first: string[];
	/** Whether a row is no higher than a name, as where there are four hundred agents. */
	isFlat?: boolean;
	/** The output that is read, where there are several. */
	output?: string;
	/** The nodes whose rows it gets, one for each input; otherwise the roster. */
	inputs?: string[];
}

const roster = [
	{
		agent: 'Anna Kowalska',
		state: 'available',
		desiredState: 'available',
		days: 'daily',
		start: '00:00',
		end: '23:59',
	},
	{ agent: 'Carla Núñez', state: 'busy', desiredState: 'break', days: 'daily', start: '00:00', end: '23:59' },
	{ agent: 'Carla Nunes', state: 'available', desiredState: 'break', days: 'daily', start: '08:00', end: '08:30' },
];

const support = { workspace: byName('Support') };
const states = {
	...{ vendor: 'twilioTaskRouter', source: 'items', agentColumn: 'agent', stateColumn: 'desiredState' },
	...support,
};
const schedule = { rosterFrom: 'items', zone: 'Europe/Warsaw' };
const { anna, bob } = PEOPLE;
const asUser = { resource: 'user', user: byIdentity(anna.identity) };

const AGENT_STATE = `${PACK}.agentState`;
const SHIFT_SCHEDULE = `${PACK}.shiftSchedule`;
const TASK_ROUTER = `${PACK}.twilioTaskRouter`;
const ADHERENCE = `${PACK}.scheduleAdherence`;
const VOIPNOW = `${PACK}.voipNow`;
const CONPEEK = `${PACK}.conpeek`;

const ofAgentState = (name: string, parameters: object, first: string[], more: Partial<Subject> = {}): Subject => ({
	...{ name, type: AGENT_STATE, parameters: { ...states, ...parameters }, first },
	...more,
});
const ofSchedule = (name: string, parameters: object, first: string[], output?: string): Subject => ({
	...{ name, type: SHIFT_SCHEDULE, parameters: { ...schedule, ...parameters }, first },
	...(output !== undefined && { output }),
});

const SUBJECTS: Subject[] = [
	ofAgentState('Preview', { operation: 'setState', previewOnly: true }, [
		...['agent', 'outcome', 'previous', 'current', 'reason'],
	]),
	ofAgentState('Set', { operation: 'setState' }, ['agent', 'outcome', 'previous', 'current'], {
		isFlat: true,
		output: 'Success',
	}),
	ofAgentState('Compare', { operation: 'compare' }, ['agent', 'matches', 'desired', 'actual']),
	ofAgentState('Get State', { operation: 'getState' }, ['agent', 'state', 'native']),
	ofAgentState('Get History', { operation: 'getHistory' }, ['agent', 'state', 'from', 'until']),
	ofSchedule('Now', { operation: 'getStateNow' }, ['agent', 'desiredState', 'to', 'nextState']),
	ofSchedule('Changes', { operation: 'getChanges', period: 'next', minutes: 1440 }, [
		...['agent', 'desiredState', 'when', 'previousState'],
	]),
	ofSchedule('Timeline', { operation: 'previewTimeline' }, ['agent', 'desiredState', 'from', 'to'], 'Timeline'),
	ofSchedule('Findings', { operation: 'checkSchedule', minimum: 3 }, ['message', 'kind'], 'Findings'),
	{
		name: 'Adherence',
		type: ADHERENCE,
		parameters: { operation: 'getAdherence', period: 'today', zone: 'Europe/Warsaw' },
		inputs: ['Timeline', 'Get History'],
		first: ['agent', 'day', 'adherencePercent', 'conformancePercent'],
		output: 'Adherence',
	},
	{
		name: 'Exceptions',
		type: ADHERENCE,
		parameters: { operation: 'getExceptions', period: 'today', zone: 'Europe/Warsaw' },
		inputs: ['Timeline', 'Get History'],
		first: ['agent', 'kind'],
		output: 'Exceptions',
	},
	{
		name: 'Reservations',
		type: TASK_ROUTER,
		parameters: { ...support, resource: 'reservation', operation: 'getAll', worker: byName(bob.name) },
		first: ['reservation_status', 'worker_name'],
		isFlat: true,
	},
	{
		name: 'Statistics',
		type: TASK_ROUTER,
		parameters: { ...support, resource: 'statistics', operation: 'getWorkers' },
		first: ['realtime'],
	},
	{
		name: 'Workers',
		type: TASK_ROUTER,
		parameters: { ...support, resource: 'worker', operation: 'getAll' },
		first: ['friendly_name', 'activity_name', 'available'],
	},
	{
		name: 'Set Activity',
		type: TASK_ROUTER,
		parameters: {
			...{ ...support, resource: 'worker', operation: 'setActivity', worker: byName(anna.name) },
			...{ activity: byName('Break'), onlyIfChanged: true },
		},
		first: ['friendly_name', 'changed', 'activity_name'],
		isFlat: true,
	},
	{
		name: 'Set Availability',
		type: `${PACK}.twilioFrontline`,
		parameters: { ...asUser, operation: 'setAvailability', isAvailable: true },
		first: ['friendly_name', 'identity', 'is_available'],
		isFlat: true,
	},
	{
		name: 'Update a User',
		type: `${PACK}.twilioConversations`,
		parameters: {
			...{ ...asUser, operation: 'update', serviceScope: 'default' },
			updateFields: { friendlyName: anna.name },
		},
		first: ['friendly_name', 'identity'],
		isFlat: true,
	},
	{
		name: 'Update a Queue Agent',
		type: VOIPNOW,
		parameters: {
			...{ resource: 'queueAgent', operation: 'update', user: '@me', queue: VOIPNOW_QUEUE },
			...{ agent: bySid(anna.extension), status: '1' },
		},
		first: ['agentNumber', 'confirmed', 'status', 'queue'],
		isFlat: true,
	},
	{
		name: 'Update Work State',
		type: CONPEEK,
		parameters: { resource: 'user', operation: 'update', user: anna.login, workState: 'ONLINE' },
		first: ['user', 'confirmed', 'work_state'],
		isFlat: true,
	},
];

/** What nodes sign in with that are not Twilio's. */
const CREDENTIALS: Record<string, string> = { [VOIPNOW]: 'voipNowOAuth2Api', [CONPEEK]: 'conpeekApi' };

/** A row of n8n's table in which nothing is longer than a first and a last name, in pixels. */
const FLAT = 45;

/** The table of each kind of operation answers who, whether something changed and why, on the screen of a notebook. */
export async function checkTables({ editor, client, vendors, checks }: Stage): Promise<void> {
	const credentials: Record<string, { id: string; name: string }> = {};
	for (const { url, demo } of vendors) {
		const credential = demo.credential(url);
		credentials[credential.type] = { id: await client.putCredential(credential), name: credential.name };
	}
	const credentialsOf = (node: string) => {
		const type = CREDENTIALS[node] ?? 'twilioContactCenterApi';
		return [SHIFT_SCHEDULE, ADHERENCE].includes(node) ? {} : { credentials: { [type]: credentials[type] } };
	};
	const nodes = [
		{ name: 'Start', type: 'n8n-nodes-base.manualTrigger', typeVersion: 1, parameters: {} },
		{
			...{ name: 'Sheet', type: 'n8n-nodes-base.set', typeVersion: 3.4 },
			parameters: { mode: 'raw', jsonOutput: JSON.stringify({ roster }), options: {} },
		},
		{
			...{ name: 'Rows', type: 'n8n-nodes-base.splitOut', typeVersion: 1 },
			parameters: { fieldToSplitOut: 'roster', options: {} },
		},
		...SUBJECTS.map(({ name, type, parameters }) => ({
			...{ name, type, typeVersion: 1, parameters, onError: 'continueErrorOutput' },
			...credentialsOf(type),
		})),
	];
	const connections: Record<string, { main: Array<Array<{ node: string; type: 'main'; index: number }>> }> = {};
	const connect = (from: string, node: string, index = 0) => {
		const { main } = (connections[from] ??= { main: [[]] });
		main[0]?.push({ node, type: 'main', index });
	};
	connect('Start', 'Sheet');
	connect('Sheet', 'Rows');
	for (const { name, inputs = ['Rows'] } of SUBJECTS) inputs.forEach((from, index) => connect(from, name, index));
	await client.putWorkflow(
		readWorkflow({
			id: WORKFLOW_ID,
			name: 'Result tables',
			nodes: nodes.map((node, at) => ({
				...{ ...node, id: `node${at}` },
				position: at < 3 ? [at * 220, 0] : [660 + Math.floor(at / 6) * 220, (at % 6) * 240],
			})),
			connections,
			settings: {},
		}),
	);
	try {
		await editor.openWorkflow(WORKFLOW_ID);
		await editor.runWorkflow(SUBJECTS.at(-1)?.name ?? '');
		await editor.waitForQuiet();
		for (const { name, first, isFlat = false, output } of SUBJECTS) {
			await editor.openNode(name);
			if (output !== undefined) await editor.showOutput(output);
			const columns = await editor.columnsOnScreen();
			const heights = await editor.rowHeights();
			checks.check(`the table of "${name}" begins with ${first.join(', ')}, and none of these is cut off`, [
				first.some((column, at) => columns[at] !== column) &&
					`on the screen are ${columns.join(', ')}: ${await editor.problem()}`,
				isFlat && heights.some((height) => height > FLAT) && `rows are ${heights.join(', ')} pixels high`,
			]);
			await editor.closeNode();
		}
	} finally {
		await client.removeWorkflow(WORKFLOW_ID);
	}
}
