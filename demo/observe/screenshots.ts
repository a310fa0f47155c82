import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

import { PEOPLE } from '../../simulators';
import type { VendorDemo } from '../../simulators/vendorDemo';
import { pathsOf } from '../bootstrap/demo';
import { findRunningDemo } from '../bootstrap/running';
import { startDemo } from '../bootstrap/startDemo';
import { findVendors } from '../bootstrap/vendors';
import { readOrMakeOwner } from '../n8n/owner';
import type { Owner } from '../n8n/owner';
import { readWorkflows } from '../n8n/workflows';
import type { Workflow } from '../n8n/workflows';
import { inBrowser } from './chromium';
import { Editor } from './editor';
import { showFourHundredAgents, TABLE_PICTURE } from './fourHundredAgents';
import { FORMS, LIST, listPictures, listShown } from './pictures';
import type { Pictures } from './pictures';
import { wordsIn } from './pictureWords';
import type { NodeTypes } from './pictureWords';

const SCREEN = { width: 1600, height: 900 };

/** What is taken: `forms` needs no run of a workflow. */
const PARTS = ['forms', 'workflows', 'list', 'table'] as const;
type Part = (typeof PARTS)[number];

interface Studio {
	editor: Editor;
	owner: Owner;
	workflows: Workflow[];
	vendors: VendorDemo[];
	take: (name: string) => Promise<void>;
}

// `npm run screenshots`: pictures of the examples for the documents, from a running demo or one started for it.
// `npm run screenshots -- forms table` takes only those parts.
async function takeScreenshots(root: string, asked: string[]): Promise<void> {
	const unknown = asked.find((part) => !(PARTS as readonly string[]).includes(part));
	if (unknown !== undefined) throw new Error(`There is no part "${unknown}": ${PARTS.join(', ')}.`);
	const paths = pathsOf(root);
	const found = await findRunningDemo(paths.running);
	const started = found ? undefined : await startDemo(root);
	try {
		const demo = found ?? started?.running;
		if (!demo) return;
		const workflows = await readWorkflows(paths.workflows);
		const vendors = Object.values(findVendors(root));
		const owner = await readOrMakeOwner(paths.owner);
		const taken: string[] = [];
		const types = await inBrowser(SCREEN, async (page) => {
			const editor = new Editor(page, demo.url);
			await editor.signIn(owner);
			const take = async (name: string): Promise<void> => {
				const path = join(root, 'docs/images', `${name}.png`);
				await page.screenshot({ path });
				taken.push(name);
				console.log(path);
			};
			const studio = { editor, owner, workflows, vendors, take };
			const parts = asked.length === 0 ? PARTS : PARTS.filter((part) => asked.includes(part));
			for (const part of parts) await photograph[part](studio);
			return await editor.nodeTypes();
		});
		await keepWords(join(root, 'docs/images/words.json'), taken, { workflows, vendors, types });
	} finally {
		await started?.stop();
	}
}

const photograph: Record<Part, (studio: Studio) => Promise<void>> = {
	async forms({ editor, take }) {
		for (const { workflow, node, name } of FORMS) {
			await editor.openWorkflow(workflow.id);
			await editor.openNode(node);
			await take(name);
			await editor.closeNode();
		}
	},
	async workflows(studio) {
		const { workflows, vendors } = studio;
		for (const pictures of listPictures(workflows, vendors)) await photographWorkflow(studio, pictures);
	},
	/** The list of a locator as the editor gets it from the node: agents with their states. */
	async list({ editor, take }) {
		await editor.openWorkflow(LIST.workflow.id);
		await editor.openNode(LIST.node);
		const people = await editor.openList(LIST.field);
		await people.filter({ hasText: PEOPLE.frank.name }).waitFor();
		await take(LIST.name);
	},
	/** A supervisor's table: one line per agent. */
	async table({ editor, owner, take }) {
		const rows = await showFourHundredAgents(editor, owner, async () => await take(TABLE_PICTURE));
		console.log(`${rows} of 400 agents are on a screen of 1440 x 900.`);
	},
};

async function photographWorkflow({ editor, take }: Studio, pictures: Pictures): Promise<void> {
	await editor.openWorkflow(pictures.workflow.id);
	await editor.runWorkflow(pictures.lastNode);
	await editor.zoomToFit();
	await editor.waitForQuiet();
	await take(pictures.canvas);
	for (const [node, name] of Object.entries(pictures.panels)) {
		await editor.openNode(node);
		await take(name);
		await editor.closeNode();
	}
}

const keptWords = z.record(z.string(), z.array(z.string()));

/** Keeps the words of the pictures that were taken, beside those of the others. */
async function keepWords(
	file: string,
	taken: string[],
	{ workflows, vendors, types }: { workflows: Workflow[]; vendors: VendorDemo[]; types: NodeTypes },
): Promise<void> {
	const kept = keptWords.parse(JSON.parse(await readFile(file, 'utf8').catch(() => '{}')));
	for (const shown of listShown(workflows, vendors))
		if (taken.includes(shown.picture)) kept[shown.picture] = wordsIn(shown, types);
	const sorted = Object.fromEntries(Object.entries(kept).sort(([a], [b]) => (a < b ? -1 : 1)));
	await writeFile(file, `${JSON.stringify(sorted, null, '\t')}\n`);
}

takeScreenshots(process.cwd(), process.argv.slice(2)).catch((reason: unknown) => {
	console.error(reason);
	process.exitCode = 1;
});
