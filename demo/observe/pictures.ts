import type { VendorDemo } from '../../simulators/vendorDemo';
import {
	BREAK_WORKFLOW,
	DUTY_WORKFLOW,
	EXCEL_WORKFLOW,
	GOOGLE_WORKFLOW,
	GRID_WORKFLOW,
	LIST_WORKFLOW,
	MEETING_WORKFLOW,
	REMINDER_WORKFLOW,
	SHEET_WORKFLOW,
	SHIFT_WORKFLOW,
	START_WORKFLOW,
	SYNC_WORKFLOW,
	TEAMS_WORKFLOW,
	UNPLANNED_WORKFLOW,
} from '../n8n/examples';
import type { Example } from '../n8n/examples';
import { packNodesIn } from '../n8n/workflows';
import type { Workflow } from '../n8n/workflows';
import { TABLE_NODE, TABLE_PICTURE, tableWorkflow } from './fourHundredAgents';
import type { Shown } from './pictureWords';

/** The pictures of one workflow. Each name is that of a file in docs/images, without ending. */
export interface Pictures {
	workflow: Example;
	/** the node whose success ends the run */
	lastNode: string;
	/** of the canvas after a run */
	canvas: string;
	/** of opened nodes: the picture by the node's name */
	panels: Record<string, string>;
}

/** Nodes that wait for something outside, and so are shown without a run: the picture by the node's name. */
export const FORMS: Array<{ workflow: Example; node: string; name: string }> = [
	{ workflow: UNPLANNED_WORKFLOW, node: UNPLANNED_WORKFLOW.trigger, name: 'twilio-taskrouter-trigger' },
	{ workflow: SYNC_WORKFLOW, node: SYNC_WORKFLOW.trigger, name: 'agent-state-trigger' },
];

/** The list of a locator as the editor gets it from the node: agents with their states. */
export const LIST = { workflow: LIST_WORKFLOW, node: 'Carla takes a break', field: 'worker', name: 'from-list' };

const FIXED: Pictures[] = [
	{
		workflow: BREAK_WORKFLOW,
		lastNode: 'What changed',
		canvas: 'skill-to-break',
		panels: { 'English speakers': 'get-many-workers', 'Send on a break': 'set-activity' },
	},
	{ workflow: SHEET_WORKFLOW, lastNode: 'Tell the team lead', canvas: 'agent-state-sheet', panels: {} },
	{
		workflow: MEETING_WORKFLOW,
		lastNode: 'Back as they were',
		canvas: 'team-meeting',
		panels: { 'Into the meeting': 'agent-state-fields' },
	},
	{
		workflow: START_WORKFLOW,
		lastNode: 'Set the states',
		canvas: 'start-of-shift',
		panels: { 'Who works now': 'shift-schedule' },
	},
	{ workflow: GRID_WORKFLOW, lastNode: 'Set the states', canvas: 'roster-from-grid', panels: {} },
	{ workflow: EXCEL_WORKFLOW, lastNode: 'Set the states', canvas: 'roster-from-excel', panels: {} },
	{ workflow: GOOGLE_WORKFLOW, lastNode: 'Set the states', canvas: 'roster-from-google-calendar', panels: {} },
	{ workflow: TEAMS_WORKFLOW, lastNode: 'Set the states', canvas: 'roster-from-teams-shifts', panels: {} },
	// Whether there is anything to tell depends on the time of the day.
	{ workflow: DUTY_WORKFLOW, lastNode: 'Who comes and goes', canvas: 'who-is-on-duty', panels: {} },
	{ workflow: REMINDER_WORKFLOW, lastNode: 'The next ten minutes', canvas: 'break-reminder', panels: {} },
];

/**
 * Everything that the documents show. The shift example has a node for each service, and so gives their pictures.
 * @param workflows all that n8n has
 */
export function listPictures(workflows: Workflow[], vendors: VendorDemo[]): Pictures[] {
	const shift = workflows.find(({ id }) => id === SHIFT_WORKFLOW.id);
	const nodes = shift ? packNodesIn(shift) : [];
	const names = Object.assign({}, ...vendors.map(({ pictures }) => pictures)) as Record<string, string | undefined>;
	const panels = nodes.flatMap(({ name, type }): Array<[string, string]> => {
		const picture = names[type];
		return picture === undefined ? [] : [[name, picture]];
	});
	return [
		{
			workflow: SHIFT_WORKFLOW,
			lastNode: nodes.at(-1)?.name ?? '',
			canvas: 'start-shift',
			panels: Object.fromEntries(panels),
		},
		...FIXED,
	];
}

/** What each picture shows, in the order in which they are taken. */
export function listShown(workflows: Workflow[], vendors: VendorDemo[]): Shown[] {
	const found = ({ id, name }: Example): Workflow => {
		const workflow = workflows.find((each) => each.id === id);
		if (!workflow) throw new Error(`There is no workflow "${name}".`);
		return workflow;
	};
	const forms = FORMS.map(({ workflow, node, name }) => ({ picture: name, workflow: found(workflow), node }));
	const others = listPictures(workflows, vendors).flatMap(({ workflow: example, canvas, panels }): Shown[] => {
		const workflow = found(example);
		const opened = Object.entries(panels).map(([node, picture]) => ({ picture, workflow, node }));
		return [{ picture: canvas, workflow }, ...opened];
	});
	return [
		...forms,
		...others,
		{ picture: LIST.name, workflow: found(LIST.workflow), node: LIST.node },
		{ picture: TABLE_PICTURE, workflow: tableWorkflow(), node: TABLE_NODE },
	];
}
