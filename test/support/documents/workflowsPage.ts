import { readdirSync } from 'node:fs';
import path from 'node:path';
import { textOf } from './reference';

export const WORKFLOWS_PAGE = 'workflows/README.md';

const MARK = '<!-- Made from the workflows by `npm run docs` -->';

/** The list of the ready workflows; what people wrote above it is kept. */
export function renewedWorkflowsPage(): string {
	const written = textOf(WORKFLOWS_PAGE).split(MARK)[0]?.trimEnd() ?? '';
	const files = readdirSync(path.resolve(__dirname, '../../../workflows')).filter((file) => file.endsWith('.json'));
	const rows = files.sort().map((file) => {
		const { name, nodes } = JSON.parse(textOf(`workflows/${file}`)) as Shown;
		const content = nodes.find(({ type }) => type === 'n8n-nodes-base.stickyNote')?.parameters.content ?? '';
		const who = /^\*\*Who it is for:\*\* (.+)$/m.exec(content)?.[1] ?? '';
		return `- [\`${file}\`](${file}): **${name}.** For ${asPrettierHasIt(who)}`;
	});
	return `${written}\n\n${MARK}\n\n${rows.join('\n')}\n`;
}

/** Its formatter has another sign for emphasis than notes in n8n. */
const asPrettierHasIt = (text: string): string => text.replace(/\*([^*]+)\*/g, '_$1_');

interface Shown {
	name: string;
	nodes: Array<{ type: string; parameters: { content?: string } }>;
}

/** Where the files are read by n8n's *Import*, *From URL*, by the repository that package.json names. */
export function rawAddress(): string {
	const { repository } = JSON.parse(textOf('package.json')) as { repository: { url: string } };
	const [, place = ''] = /github\.com\/(.+?)(?:\.git)?$/.exec(repository.url) ?? [];
	return `https://raw.githubusercontent.com/${place}/main/workflows/`;
}
