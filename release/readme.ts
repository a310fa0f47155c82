import { readFileSync } from 'node:fs';
import path from 'node:path';

import type { Contents, Manifest } from './contents';
import { homeOf } from './home';

/** README.md of the package of one service, made from the top one. */
export function readmeOf(root: string, top: Manifest, { id, service, nodes, credentials }: Contents): string {
	const { web } = homeOf(top);
	const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
	const readme = read('README.md');
	const names = credentials.map((file) => /displayName = '([^']+)'/.exec(read(file))?.[1] ?? '');
	return `# ${top.name}-${id}

Set the state of contact-centre agents (available, on a break, offline …) in ${service} from [n8n](https://n8n.io), without writing code.

This package contains only the nodes for ${service}. [${top.name}](${web}#readme) contains these, the nodes for other services, and **Shift Schedule**, which works out from a roster who must be in which state. Install one of the two, not both.

## Install it in your n8n

1. In n8n open **Settings**, then **Community Nodes**, then **Install**.
2. Type \`${top.name}-${id}\` and confirm.
3. Open a workflow, press **+** and search for ${service}.

The package works in n8n 1.123.81 and newer.

## Nodes

${nodes.map((file) => `- ${pageOf(readme, file, web)}`).join('\n')}

Ready workflows are in the folder \`workflows\` of the package. To import one, open n8n's menu **…** and choose **Import**, then **From file**.

## Credentials

${names.map((name) => sectionOf(readme, name)).join('\n\n')}

## More

[What happens when something is wrong](${web}#what-happens-when-something-is-wrong) · [Limits](${web}#limits) · [Security](${web}/blob/main/SECURITY.md) · [What is new](${web}/blob/main/CHANGELOG.md)

[MIT](${web}/blob/main/LICENSE.md). The names of the services belong to their owners; the icons are our own drawings.
`;
}

/** The link to a node's page, as the top README has it. */
function pageOf(readme: string, node: string, web: string): string {
	const fileName = path.posix.basename(node, '.node.js');
	for (const [, name = '', page = ''] of readme.matchAll(/\[([^\]]+)\]\((docs\/[^)#]+)\)/g)) {
		if (name.replaceAll(' ', '') === fileName) return `[${name}](${web}/blob/main/${page})`;
	}
	throw new Error(`README.md links to no page of ${fileName}`);
}

/** What stands in the top README under a heading, with it. */
function sectionOf(readme: string, heading: string): string {
	const [section] = new RegExp(`^### ${heading}\n[^]*?(?=\n+##)`, 'm').exec(readme) ?? [];
	if (section === undefined) throw new Error(`README.md says nothing about ${heading}`);
	return section;
}
