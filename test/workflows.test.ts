import path from 'node:path';

import { packNodesIn, readWorkflows, type Workflow } from '../demo/n8n/workflows';
import { textOf } from './support/documents/reference';
import { rawAddress, renewedWorkflowsPage, WORKFLOWS_PAGE } from './support/documents/workflowsPage';
import { boxOf, holds, isStickyNote, overlap, textHeight, type PlacedNode } from './support/stickyNotes';

const folder = path.resolve(__dirname, '../workflows');

/** n8n 2.40 saves no static data of a workflow with a longer id (`isWorkflowIdValid`), and says nothing about it. */
const LONGEST_ID = 21;

/** Nodes that remember something from one execution to the next. */
const remembers = /^agentState$|Trigger$/;

let workflows: Workflow[];
beforeAll(async () => {
	workflows = await readWorkflows(folder);
});

const nodesOf = ({ nodes }: Workflow) => nodes as unknown as PlacedNode[];
const notesOf = (workflow: Workflow): PlacedNode[] => nodesOf(workflow).filter(isStickyNote);
const stepsOf = (workflow: Workflow): PlacedNode[] => nodesOf(workflow).filter((node) => !isStickyNote(node));
const contentOf = ({ parameters }: PlacedNode): string => parameters.content ?? '';

/** The note that says what the workflow does: the first one. */
const mainNoteOf = (workflow: Workflow): string => notesOf(workflow).map(contentOf)[0] ?? '';

/** Workflows, by name, with what is wrong in each of them; those that are right are left out. */
const faults = (faultsOf: (workflow: Workflow) => unknown[]): Record<string, unknown[]> =>
	Object.fromEntries(
		workflows.map((one): [string, unknown[]] => [one.name, faultsOf(one)]).filter(([, found]) => found.length > 0),
	);

it('ready-made workflows that remember something have ids whose memory n8n saves', () => {
	const remembering = workflows.filter((workflow) => packNodesIn(workflow).some(({ type }) => remembers.test(type)));

	expect(remembering.length).toBeGreaterThan(5);
	expect(remembering.filter(({ id }) => id.length > LONGEST_ID).map(({ id }) => id)).toEqual([]);
});

describe('a ready-made workflow', () => {
	it('has a name that begins with what it does, and no other has it', () => {
		const names = workflows.map(({ name }) => name);
		const verb = /^(?:Alert|Collect|Give|Keep|Make|Note|Pause|Plan|Remind|Report|Rotate|Run|Send|Set|Start|Tell) /;
		expect(names.filter((name) => !verb.test(name) || name.length > 80)).toEqual([]);
		expect(new Set(names).size).toBe(33);
	});

	it('says in its first note what it does, who it is for, how to set it up and how to try it', () => {
		const asked = ({ name }: Workflow) => [
			new RegExp(`^## ${name.replace(/[()]/g, '\\$&')}\n\\S`),
			/^\*\*Who it is for:\*\* \S/m,
			/^\*\*Set up\*\*\n1\. .+\n2\. .+\n3\. /m,
			/^\*\*Try it:\*\* \S/m,
		];
		const missing = faults((workflow) =>
			asked(workflow)
				.filter((pattern) => !pattern.test(mainNoteOf(workflow)))
				.map(String),
		);
		expect(missing).toEqual({});
	});

	it('names in its notes only steps that it has', () => {
		const missing = faults((workflow) => {
			const names = new Set(nodesOf(workflow).map(({ name }) => name));
			const setUp = /\*\*Set up\*\*\n([\s\S]*)\n\n\*\*Try it/.exec(mainNoteOf(workflow))?.[1] ?? '';
			const places = [...setUp.matchAll(/\b(?:[Ii]n|into|Replace|place of|Run|and) \*([^*]+)\*/g)];
			return places.map(([, name = '']) => name).filter((name) => !names.has(name) && !notSteps.has(name));
		});
		expect(missing).toEqual({});
	});

	it('has notes that hold their texts, and steps that stand below these texts', () => {
		const hidden = faults((workflow) =>
			notesOf(workflow).flatMap((note) => {
				const box = boxOf(note);
				const end = box.top + textHeight(contentOf(note), box.width);
				const covered = stepsOf(workflow).filter((step) => holds(box, boxOf(step)) && boxOf(step).top < end);
				return [...(end > box.top + box.height ? [note.name] : []), ...covered.map(({ name }) => name)];
			}),
		);
		expect(hidden).toEqual({});
	});

	it('has nothing on top of something else', () => {
		const pairsOf = (nodes: PlacedNode[]): Array<[PlacedNode, PlacedNode]> =>
			nodes.flatMap((one, index) =>
				nodes.slice(index + 1).map((other): [PlacedNode, PlacedNode] => [one, other]),
			);
		const covered = faults((workflow) => {
			const [notes, steps] = [notesOf(workflow), stepsOf(workflow)];
			const cut = notes.flatMap((note) =>
				steps.filter((step) => overlap(boxOf(note), boxOf(step)) && !holds(boxOf(note), boxOf(step))),
			);
			const pairs = [...pairsOf(notes), ...pairsOf(steps)].filter(([a, b]) => overlap(boxOf(a), boxOf(b)));
			return [...cut.map(({ name }) => name), ...pairs.map(([a, b]) => `${a.name} and ${b.name}`)];
		});
		expect(covered).toEqual({});
	});

	it('holds neither keys nor people nor addresses of anyone', () => {
		const found = faults((workflow) => {
			const text = JSON.stringify(workflow);
			const addresses = [...text.matchAll(/[\w.+-]+(?:@|%40)([\w-]+(?:\.[\w-]+)+)/g)].map(([address]) => address);
			const hosts = [...text.matchAll(/https?:\/\/([\w.-]+)/g)].map(([, host = '']) => host);
			return [
				...addresses.filter((address) => !/(?:@|%40)example\.com$/.test(address)),
				...hosts.filter(
					(host) => !/(?:^|\.)example\.com$|^www\.googleapis\.com$|^graph\.microsoft\.com$/.test(host),
				),
				...[...text.matchAll(/\b[A-Z]{2}(?!0{20})[0-9a-f]{32}\b/g)].map(([sid]) => sid),
				...[...text.matchAll(/"(?:instanceId|authToken|apiKey|password)"/g)].map(([name]) => name),
				...workflow.nodes.flatMap(({ credentials = {} }) =>
					Object.values(credentials).flatMap(({ id }) => (id === null ? [] : [id])),
				),
			];
		});
		expect(found).toEqual({});
	});
});

/** What notes name besides steps: operations, places in n8n and values. */
const notSteps = new Set([
	'A',
	'B',
	'Get Many',
	'All Occurrences',
	'Microsoft OAuth2 API',
	'Event',
	'TeamMember.Read.All',
]);

it('workflows/README.md lists them all, and the address for the import from a URL (npm run docs)', () => {
	const page = textOf(WORKFLOWS_PAGE);
	expect(page).toBe(renewedWorkflowsPage());
	expect(page).toContain(`\`${rawAddress()}\``);
});
