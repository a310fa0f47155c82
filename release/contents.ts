import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import type { Adapter } from '../nodes/shared/state/adapter';

/** The package of all services, and what the packages of one service are made from. */
export interface Manifest {
	name: string;
	version: string;
	description: string;
	author: { name: string; email: string };
	keywords: string[];
	repository: { type: 'git'; url: string; directory?: string };
	files: string[];
	n8n: { n8nNodesApiVersion: number; strict?: boolean; nodes: string[]; credentials: string[] };
	[other: string]: unknown;
}

/** What a package of one service holds. Paths are relative to the project, with forward slashes. */
export interface Contents {
	/** Folder in `packages/`, and the end of the package's name: `voipnow`. */
	id: string;
	/** Folder in `nodes/`, and the name of the service: `VoipNow`. */
	service: string;
	/** What n8n loads: `dist/….node.js`. */
	nodes: string[];
	credentials: string[];
	/** Everything in `dist` that these need: code, codex files and icons. */
	files: string[];
}

const AGENT_STATE = 'dist/nodes/AgentState';
/** The one file that differs: it names the services that Agent State knows. */
export const ADAPTERS = `${AGENT_STATE}/adapters.js`;

export const readManifest = (root: string): Manifest =>
	JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Manifest;

const builtIn = (root: string, folder: string): string[] =>
	readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
		.map((file) => path.posix.join(folder, file.replaceAll('\\', '/')))
		.sort();

/** The services that get a package of their own, found on disk: folders of `nodes/` with an adapter. */
export function services(root: string): string[] {
	const adapters = builtIn(root, 'dist/nodes').filter((file) => file.endsWith('/adapter.js'));
	const folders = adapters.map((file) => file.split('/')[2] ?? '');
	return [...new Set(folders)].filter((folder) => folder !== 'shared');
}

/** What the package of one service holds: its own nodes, and Agent State over its adapters. */
export function contentsOf(root: string, service: string): Contents {
	const own = builtIn(root, `dist/nodes/${service}`);
	const adapters = own
		.filter((file) => file.endsWith('/adapter.js'))
		// eslint-disable-next-line @typescript-eslint/no-require-imports -- Found on disk.
		.map((file) => (require(path.join(root, file)) as { adapter: Adapter }).adapter);
	const isReadable = adapters.some(({ reading }) => reading !== undefined);
	const nodes = [
		`${AGENT_STATE}/AgentState.node.js`,
		...(isReadable ? [`${AGENT_STATE}/AgentStateTrigger.node.js`] : []),
		...own.filter((file) => file.endsWith('.node.js')),
	];
	const credentials = [...new Set(adapters.map(({ vendor }) => vendor.credential))]
		.map((name) => `dist/credentials/${name.charAt(0).toUpperCase()}${name.slice(1)}.credentials.js`)
		.sort();
	const code = reachedFrom(root, [...nodes, ...credentials], service);
	const codex = nodes
		.map((file) => file.replace(/\.js$/, '.json'))
		.filter((file) => existsSync(path.join(root, file)));
	const files = [...code, ...codex, ...iconsIn(root, [...nodes, ...credentials])].sort();
	return { id: service.toLowerCase(), service, nodes, credentials, files };
}

/** Built files with all that they load. Of the adapters only those of the service: the package's own list replaces the built one. */
function reachedFrom(root: string, entries: readonly string[], service: string): string[] {
	const reached = new Set(entries);
	for (const file of reached) {
		for (const [, specifier = ''] of textOf(root, file).matchAll(/\brequire\(["'](\.[^"']+)["']\)/g)) {
			const target = `${path.posix.join(path.posix.dirname(file), specifier)}.js`;
			if (file !== ADAPTERS || target.startsWith(`dist/nodes/${service}/`)) reached.add(target);
		}
	}
	return [...reached];
}

const iconsIn = (root: string, files: readonly string[]): string[] => [
	...new Set(
		files.flatMap((file) =>
			[...textOf(root, file).matchAll(/'file:([^']+\.svg)'/g)].map(([, icon = '']) =>
				path.posix.join(path.posix.dirname(file), icon),
			),
		),
	),
];

const textOf = (root: string, file: string): string => readFileSync(path.join(root, file), 'utf8');
