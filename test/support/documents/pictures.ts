import { readdirSync } from 'node:fs';
import path from 'node:path';
import type { INodeType, INodeTypeDescription } from 'n8n-workflow';
import { findVendors } from '../../../demo/bootstrap/vendors';
import { readWorkflows } from '../../../demo/n8n/workflows';
import { listShown } from '../../../demo/observe/pictures';
import { wordsIn } from '../../../demo/observe/pictureWords';
import { textOf } from './reference';

const root = path.resolve(__dirname, '../../..');

/** Pictures that `npm run docs` draws: they are made from the sources, and hold no form. */
const DRAWN = ['schedule-adherence-day', 'shift-schedule-coverage', 'shift-schedule-two-weeks'];

/** Taken by `npm run test:browser -- --film`: it shows many forms, each for a moment. */
const FILMED = ['first-minutes'];

/** The descriptions of this pack's nodes as their sources have them. */
const nodeTypes = (): Map<string, INodeTypeDescription> =>
	new Map(
		readdirSync(path.join(root, 'nodes'), { recursive: true, encoding: 'utf8' })
			.filter((file) => file.endsWith('.node.ts'))
			.map((file) => descriptionIn(path.join(root, 'nodes', file)))
			.map((description) => [`n8n-nodes-agent-state.${description.name}`, description]),
	);

function descriptionIn(file: string): INodeTypeDescription {
	// eslint-disable-next-line @typescript-eslint/no-require-imports -- Found on disk.
	const exported = require(file) as Record<string, new () => INodeType>;
	const node = exported[path.basename(file, '.node.ts')];
	if (node === undefined) throw new Error(`${file} must export its node`);
	return new node().description;
}

/** The words that each picture of the editor must show, by the picture's name. */
export async function wordsOfPictures(): Promise<Record<string, string[]>> {
	const types = nodeTypes();
	const shown = listShown(await readWorkflows(path.join(root, 'workflows')), Object.values(findVendors(root)));
	return Object.fromEntries(shown.map((one) => [one.picture, wordsIn(one, types)]));
}

/** The words that each picture showed when it was taken. */
export const wordsTaken = (): Record<string, string[]> =>
	JSON.parse(textOf('docs/images/words.json')) as Record<string, string[]>;

/** The pictures of the editor that are in docs/images. */
export const picturesTaken = (): string[] =>
	readdirSync(path.join(root, 'docs/images'))
		.filter((file) => file.endsWith('.png'))
		.map((file) => path.basename(file, '.png'))
		.filter((name) => ![...DRAWN, ...FILMED].includes(name))
		.sort();
