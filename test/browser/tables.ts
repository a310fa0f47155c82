import { readWorkflow } from '../../demo/n8n/workflows';
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

const support = { workspace: { __rl: true, mode: 'name', value: 'Support' } };
const states = {
	...{ vendor: 'twilioTaskRouter', source: 'items', agentColumn: 'agent', stateColumn: 'desiredState' },
	...support,
};
const schedule = { rosterFrom: 'items', zone: 'Europe/Warsaw' };
const anna = { mode: 'name', value: 'Anna Kowalska', __rl: true };

const AGENT_STATE = `${PACK}.agentState`;
const SHIFT_SCHEDULE = `${PACK}.shiftSchedule`;
const TASK_ROUTER = `${PACK}.twilioTaskRouter`;

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
		name: 'Workers',
		type: TASK_ROUTER,
		parameters: { ...support, resource: 'worker', operation: 'getAll' },
		first: ['friendly_name', 'activity_name', 'available'],
	},
	{
		name: 'Set Activity',
		type: TASK_ROUTER,
		parameters: {
			...{ ...support, resource: 'worker', operation: 'setActivity', worker: anna, onlyIfChanged: true },
			activity: { __rl: true, mode: 'name', value: 'Break' },
		},
		first: ['friendly_name', 'changed', 'activity_name'],
	},
];

/** A row of n8n's table in which nothing is longer than a first and a last name, in pixels. */
const FLAT = 45;

/** The table of each kind of operation answers who, whether something changed and why, on the screen of a notebook. */
export async function checkTables({ editor, client, vendors, checks }: Stage): Promise<void> {
	const twilio = vendors
		.map(({ url, demo }) => demo.credential(url))
		.find(({ type }) => type === 'twilioContactCenterApi');
	if (!twilio) throw new Error('The demo has no credential of Twilio.');
	const credential = { id: await client.putCredential(twilio), name: twilio.name };
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
			...(type === SHIFT_SCHEDULE ? {} : { credentials: { twilioContactCenterApi: credential } }),
		})),
	];
	const to = (...names: string[]) => ({ main: [names.map((node) => ({ node, type: 'main', index: 0 }))] });
	await client.putWorkflow(
		readWorkflow({
			id: WORKFLOW_ID,
			name: 'Result tables',
			nodes: nodes.map((node, at) => ({
				...{ ...node, id: `node${at}` },
				position: at < 3 ? [at * 220, 0] : [660 + Math.floor(at / 6) * 220, (at % 6) * 240],
			})),
			connections: { Start: to('Sheet'), Sheet: to('Rows'), Rows: to(...SUBJECTS.map(({ name }) => name)) },
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
