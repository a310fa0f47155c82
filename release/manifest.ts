import type { Contents, Manifest } from './contents';

/** Fields of the top package.json that concern the project and not what ships. */
const OF_THE_PROJECT = ['scripts', 'devDependencies'];

/** package.json of the package of one service, made from the top one. @param all the packages of one service */
export function manifestOf(top: Manifest, contents: Contents, all: readonly Contents[]): Manifest {
	const { id, service, nodes, credentials } = contents;
	const ofOthers = new Set(all.filter((one) => one.id !== id).flatMap(namesIn));
	return {
		...(Object.fromEntries(Object.entries(top).filter(([field]) => !OF_THE_PROJECT.includes(field))) as Manifest),
		name: `${top.name}-${id}`,
		description: `Contact-centre agents' states, automated visually: n8n nodes for ${service}`,
		repository: { ...top.repository, directory: `packages/${id}` },
		keywords: top.keywords.filter((word) => !ofOthers.has(word)),
		// Eligible for n8n Cloud: linted with n8n's own configuration and nothing else.
		n8n: { n8nNodesApiVersion: top.n8n.n8nNodesApiVersion, strict: true, nodes, credentials },
	};
}

/** A service and its products, as keywords spell them. */
const namesIn = ({ nodes }: Contents): string[] =>
	nodes.flatMap((file) => file.split('/').slice(2, -1)).map((folder) => folder.toLowerCase());

export const manifestText = (manifest: Manifest): string => `${JSON.stringify(manifest, null, '\t')}\n`;

/** What `n8n-node lint` asks for, to the letter, where `n8n.strict` is set. */
export const LINT_CONFIG = `import { config } from '@n8n/node-cli/eslint';

export default config;
`;
