import type { Import } from './imports';

/** What a verified pack may load at run time: n8n brings all three (`dependencies` stays empty). */
const atRunTime = new Set(['n8n-workflow', 'luxon', 'node:crypto']);

/** Folders below nodes/ that are no vendor: what all share, and the nodes that belong to none. */
const neutral = new Set(['shared', 'AgentState', 'AgentStateTrigger', 'ShiftSchedule']);

/** Folders below nodes/ that hold a vendor's own files, named by the folder: a new vendor is judged without being listed. */
export const vendorFolder = (file: string): string | undefined => {
	const [top, folder, rest] = file.split('/');
	return top === 'nodes' && folder !== undefined && rest !== undefined && !neutral.has(folder) ? folder : undefined;
};

/** Within a family (nodes/Twilio/TaskRouter/…), the product; the family's own files and lower-case folders belong to none. */
const product = (file: string): string | undefined => /^nodes\/[^/]+\/([A-Z][^/]*)\//.exec(file)?.[1];

const inProject = (target: string): boolean => /^(nodes|credentials)\//.test(target);

/** Says why an import is forbidden, or nothing when it is fine. */
export function objection({ from, to }: Import): string | undefined {
	if (!inProject(to)) return objectionToPackage(from, to);
	if (from.startsWith('credentials/') && !to.startsWith('credentials/') && !to.startsWith('nodes/shared/')) {
		return 'a credential must not depend on a node';
	}
	if (from.startsWith('nodes/ShiftSchedule/model/')) {
		const own = to.startsWith('nodes/ShiftSchedule/model/') || to.startsWith('nodes/shared/values/');
		return own ? undefined : 'the schedule model depends on luxon only';
	}
	if (from.startsWith('nodes/shared/'))
		return to.startsWith('nodes/shared/') ? undefined : 'shared code knows no vendor and no node';
	if (from.startsWith('nodes/ShiftSchedule/'))
		return vendorFolder(to) === undefined ? undefined : 'Shift Schedule knows no vendor';
	return vendorFolder(from) === undefined ? undefined : objectionToNeighbour(from, to);
}

function objectionToPackage(from: string, to: string): string | undefined {
	if (!atRunTime.has(to)) return 'what ships may import n8n-workflow, luxon, node:crypto and its own files only';
	const model = from.startsWith('nodes/ShiftSchedule/model/');
	return model && to !== 'luxon' ? 'the schedule model depends on luxon only' : undefined;
}

/** From inside a vendor's folder: its own folder and shared code, nothing of another vendor or of a neutral node. */
function objectionToNeighbour(from: string, to: string): string | undefined {
	if (to.startsWith('nodes/shared/')) return undefined;
	if (vendorFolder(to) !== vendorFolder(from))
		return 'a vendor folder stands alone: no other vendor, no neutral node, no credential';
	if (product(from) === undefined && product(to) !== undefined)
		return "a family's own files know none of its products";
	const apart = product(to) !== undefined && product(from) !== product(to);
	return apart ? "products of one family meet only in the family's own files" : undefined;
}
