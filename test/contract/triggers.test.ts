import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { INodeProperties, INodeTypeDescription } from 'n8n-workflow';
import { root, sourcesIn } from '../architecture/imports';
import { loadPack, membersOf, optionsOf, type Pack } from '../support/pack/pack';

const triggers = sourcesIn('nodes').filter((file) => file.endsWith('Trigger.node.ts'));

let pack: Pack;
beforeAll(async () => {
	pack = await loadPack();
});

function nodeIn(file: string): INodeTypeDescription {
	const [name] = Object.entries(pack.sources).find(([, source]) => source.file === file) ?? [];
	const node = pack.nodes.find((one) => one.name === name);
	if (!node) throw new Error(`n8n loads no node from ${file}`);
	return node;
}

describe.each(triggers)('%s', (file) => {
	it('is named after its file, starts workflows and is not a tool', () => {
		const { name, displayName, inputs, usableAsTool, group } = nodeIn(file);

		expect(name.toLowerCase()).toBe(path.basename(file, '.node.ts').toLowerCase());
		expect(displayName).toMatch(/ Trigger$/);
		expect({ inputs, usableAsTool, group }).toEqual({ inputs: [], usableAsTool: undefined, group: ['trigger'] });
	});

	it('has a codex file that names it, and a page', () => {
		const codex = readFileSync(path.join(root, file.replace(/\.ts$/, '.json')), 'utf8');
		const [, page = ''] = /blob\/main\/(docs\/[\w-]+\.md)/.exec(codex) ?? [];

		expect(JSON.parse(codex)).toMatchObject({ node: `n8n-nodes-agent-state.${nodeIn(file).name}` });
		expect(existsSync(path.join(root, page))).toBe(true);
	});

	it('describes every field and every choice', () => {
		const silent = (property: INodeProperties): string[] => [
			...(['collection', 'notice'].includes(property.type) || property.description ? [] : [property.name]),
			...membersOf(property).flatMap(silent),
			...optionsOf(property)
				.filter(({ description }) => !description)
				.map(({ value }) => `${property.name}=${String(value)}`),
		];
		// n8n's own.
		const own = nodeIn(file).properties.filter(({ name }) => name !== 'pollTimes');

		expect(own.flatMap(silent)).toEqual([]);
	});
});
