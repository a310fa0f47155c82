import type { Import } from './imports';

/** What a verified pack may load at run time: n8n brings all three (`dependencies` stays empty). */
const atRunTime = ['n8n-workflow', 'luxon', 'node:crypto'];

const SHARED = 'nodes/shared';
const MODEL = 'nodes/ShiftSchedule/model';
const PICTURE = 'nodes/ShiftSchedule/picture';
const ADHERENCE = 'nodes/ScheduleAdherence/model';

/**
 * The rooms, and what each may import besides itself: rooms, packages, single files, or folders of several rooms.
 * A file belongs to the room with the longest name that fits.
 */
export const rooms: Record<string, readonly string[]> = {
	[`${SHARED}/values`]: [],
	[`${SHARED}/n8n`]: ['n8n-workflow', 'luxon', `${SHARED}/values`],
	[`${SHARED}/http`]: ['n8n-workflow', 'node:crypto', `${SHARED}/http/limit`, `${SHARED}/n8n`, `${SHARED}/values`],
	[`${SHARED}/http/limit`]: [`${SHARED}/http/retry`, `${SHARED}/n8n`, `${SHARED}/values`],
	[`${SHARED}/operation`]: ['n8n-workflow', `${SHARED}/http`, `${SHARED}/n8n`, `${SHARED}/values`],
	[`${SHARED}/operation/input`]: ['n8n-workflow', `${SHARED}/operation`, `${SHARED}/http`, `${SHARED}/values`],
	[`${SHARED}/operation/run`]: [
		'n8n-workflow',
		...[`${SHARED}/operation/input`, `${SHARED}/operation`, `${SHARED}/http`, `${SHARED}/n8n`, `${SHARED}/values`],
	],
	[`${SHARED}/operation/editor`]: [
		'n8n-workflow',
		...[`${SHARED}/operation/input`, `${SHARED}/operation/run/names`, `${SHARED}/operation`],
		...[`${SHARED}/http`, `${SHARED}/n8n`, `${SHARED}/values`],
	],
	[`${SHARED}/state`]: [
		...[
			'n8n-workflow',
			'node:crypto',
			`${SHARED}/operation`,
			`${SHARED}/http`,
			`${SHARED}/n8n`,
			`${SHARED}/values`,
		],
	],
	[`${SHARED}/state/input`]: [
		'n8n-workflow',
		...[`${SHARED}/state`, `${SHARED}/operation`, `${SHARED}/operation/input`, `${SHARED}/http`],
		...[`${SHARED}/n8n`, `${SHARED}/values`],
	],
	[`${SHARED}/state/read`]: [
		'n8n-workflow',
		...[`${SHARED}/state`, `${SHARED}/state/input`, `${SHARED}/operation`, `${SHARED}/operation/input`],
		...[`${SHARED}/operation/run`, `${SHARED}/trigger`, `${SHARED}/http`, `${SHARED}/n8n`, `${SHARED}/values`],
	],
	[`${SHARED}/state/run`]: [
		'n8n-workflow',
		...[`${SHARED}/state`, `${SHARED}/state/input`, `${SHARED}/state/read`, `${SHARED}/operation`],
		...[`${SHARED}/operation/input`, `${SHARED}/operation/run`, `${SHARED}/trigger`],
		...[`${SHARED}/http`, `${SHARED}/n8n`, `${SHARED}/values`],
	],
	// The operations Set State and Get History of a vendor's own node stand above the run that they start.
	[`${SHARED}/state/ownOperation`]: [`${SHARED}/state`, `${SHARED}/state/run`, `${SHARED}/operation`],
	[`${SHARED}/state/setState`]: [`${SHARED}/state`, `${SHARED}/state/ownOperation`, `${SHARED}/operation`],
	[`${SHARED}/state/getHistory`]: [`${SHARED}/state`, `${SHARED}/state/ownOperation`, `${SHARED}/operation`],
	[`${SHARED}/trigger`]: ['n8n-workflow', 'node:crypto', `${SHARED}/n8n`, `${SHARED}/values`],

	[`${MODEL}/calendar`]: ['luxon', `${SHARED}/values`],
	[`${MODEL}/schedule`]: [`${MODEL}/calendar`, `${SHARED}/values`],
	[`${MODEL}/roster`]: [`${MODEL}/schedule`, `${MODEL}/calendar`, `${SHARED}/values`],
	[`${MODEL}/roster/grid`]: [`${MODEL}/roster`, `${MODEL}/schedule`, `${MODEL}/calendar`, `${SHARED}/values`],
	[`${MODEL}/ics`]: [`${MODEL}/roster`, `${MODEL}/schedule`, `${MODEL}/calendar`, `${SHARED}/values`],
	[`${MODEL}/items`]: [`${MODEL}/roster`, `${MODEL}/schedule`, `${MODEL}/calendar`, `${SHARED}/values`],
	[`${MODEL}/answers`]: [`${MODEL}/schedule`, `${MODEL}/calendar`, `${SHARED}/values`],
	[`${PICTURE}/raster`]: [],
	[`${PICTURE}/layout`]: [`${PICTURE}/raster`, MODEL],
	[PICTURE]: [`${PICTURE}/raster`, `${PICTURE}/layout`, MODEL],
	'nodes/ShiftSchedule/node': [
		'n8n-workflow',
		'luxon',
		MODEL,
		PICTURE,
		`${SHARED}/n8n`,
		`${SHARED}/state/state`,
		`${SHARED}/values`,
	],
	'nodes/ShiftSchedule': ['n8n-workflow', 'nodes/ShiftSchedule/node', MODEL, `${SHARED}/n8n`, `${SHARED}/values`],

	[`${ADHERENCE}/record`]: [`${MODEL}/calendar`, `${SHARED}/values`],
	[`${ADHERENCE}/rows`]: [`${ADHERENCE}/record`, `${MODEL}/calendar`, `${SHARED}/values`],
	[`${ADHERENCE}/comparison`]: [`${ADHERENCE}/record`, `${MODEL}/calendar`, `${SHARED}/values`],
	[`${ADHERENCE}/answers`]: [
		`${ADHERENCE}/comparison`,
		`${ADHERENCE}/record`,
		`${MODEL}/calendar`,
		`${SHARED}/values`,
	],
	'nodes/ScheduleAdherence/picture': [
		...[ADHERENCE, `${PICTURE}/raster`, `${PICTURE}/layout`, PICTURE, `${MODEL}/calendar`],
	],
	'nodes/ScheduleAdherence/node': [
		'n8n-workflow',
		...['nodes/ScheduleAdherence/picture', ADHERENCE, PICTURE, `${PICTURE}/layout`, `${MODEL}/calendar`],
		...[`${SHARED}/n8n`, `${SHARED}/values`],
	],
	'nodes/ScheduleAdherence': ['n8n-workflow', 'nodes/ScheduleAdherence/node', `${SHARED}/n8n`],

	'nodes/AgentState': ['n8n-workflow', 'nodes'],
	credentials: ['n8n-workflow', `${SHARED}/http`, `${SHARED}/values`],
};

/** Folders below nodes/ that are not vendors: what all share, and the nodes that belong to none. */
const neutral = ['shared', 'AgentState', 'AgentStateTrigger', 'ShiftSchedule', 'ScheduleAdherence'];

const isWithin = (file: string, room: string): boolean =>
	file === room || file === `${room}.ts` || file.startsWith(`${room}/`);

const roomOf = (file: string): string | undefined =>
	Object.keys(rooms)
		.filter((room) => isWithin(file, room))
		.sort((a, b) => b.length - a.length)[0];

/** Folders below nodes/ that hold a vendor's own files, named by the folder: a new vendor is judged without being listed. */
export const vendorFolder = (file: string): string | undefined => {
	const [top, folder, rest] = file.split('/');
	return top === 'nodes' && folder !== undefined && rest !== undefined && !neutral.includes(folder)
		? folder
		: undefined;
};

/** Within a family (nodes/Twilio/TaskRouter/…), the product; the family's own files and lower-case folders belong to none. */
const product = (file: string): string | undefined => /^nodes\/[^/]+\/([A-Z][^/]*)\//.exec(file)?.[1];

/** Says why an import is forbidden, or nothing when it is fine. */
export function objection({ from, to }: Import): string | undefined {
	const isOwn = /^(nodes|credentials)\//.test(to);
	if (!isOwn && !atRunTime.includes(to)) {
		return 'what ships may import n8n-workflow, luxon, node:crypto and its own files only';
	}
	const room = roomOf(from);
	if (room !== undefined) return objectionFromRoom(room, to);
	return vendorFolder(from) !== undefined && isOwn ? objectionFromVendor(from, to) : undefined;
}

function objectionFromRoom(room: string, to: string): string | undefined {
	const other = roomOf(to);
	const allowed = rooms[room] ?? [];
	// What is named is a room, whose deeper rooms have doors of their own, or a package, a file, a folder of several rooms.
	const isAllowed = allowed.some((one) => (one in rooms ? one === other : isWithin(to, one)));
	return other === room || isAllowed
		? undefined
		: `${room} may import ${allowed.join(', ') || 'nothing'}, and not ${other ?? to}`;
}

/** From inside a vendor's folder: its own folder and shared code, nothing of another vendor or of a neutral node. */
function objectionFromVendor(from: string, to: string): string | undefined {
	if (isWithin(to, SHARED)) return undefined;
	if (vendorFolder(to) !== vendorFolder(from))
		return 'a vendor folder stands alone: no other vendor, no neutral node, no credential';
	if (product(from) === undefined && product(to) !== undefined)
		return "a family's own files know none of its products";
	const isApart = product(to) !== undefined && product(from) !== product(to);
	return isApart ? "products of one family meet only in the family's own files" : undefined;
}
