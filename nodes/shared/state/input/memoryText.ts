import { shortHash } from '../native';

/** Of the text: a node must not misread what another version of it put out. */
const MEMORY_VERSION = 1;

/** What is remembered of an agent at one scope, as n8n would keep it. */
export interface MemoryEntry {
	/** As `agentKey` makes it. */
	key: string;
	/** The state that was set last, and since when the agent is left to open work; `null`: nothing. */
	set: unknown;
	left: unknown;
}

/** What a run left of one agent. */
export interface AgentMemory {
	/** When it ran, in milliseconds since the epoch. */
	at: number;
	entries: MemoryEntry[];
}

/**
 * What a table keeps of one agent until the next run: `m1:`, a checksum of eight hex digits and JSON. The agent stands in it,
 * so that it counts for nobody else, in whichever row it comes back.
 */
export function writeMemoryText({ at, entries }: AgentMemory): string {
	const body = JSON.stringify([at, ...entries.map(({ key, set, left }) => [JSON.parse(key) as unknown, set, left])]);
	return `m${MEMORY_VERSION}:${shortHash(body)}:${body}`;
}

/** Reads what a table gives back; `undefined` for anything but the very text that was put out. */
export function parseMemoryText(text: string): AgentMemory | undefined {
	const [, version, sum, body = ''] = /^m(\d+):([0-9a-f]{8}):(.*)$/su.exec(text) ?? [];
	if (version !== `${MEMORY_VERSION}` || sum !== shortHash(body)) return undefined;
	const [at, ...entries] = memoryListIn(body);
	return { at: Number(at), entries: entries.flatMap(memoryEntryIn) };
}

function memoryEntryIn(entry: unknown): MemoryEntry[] {
	const [key, set, left] = Array.isArray(entry) ? (entry as unknown[]) : [];
	return Array.isArray(key) ? [{ key: JSON.stringify(key), set, left }] : [];
}

/** Anyone can make a checksum: what is in the text may still be anything. */
function memoryListIn(json: string): unknown[] {
	try {
		const parsed: unknown = JSON.parse(json);
		return Array.isArray(parsed) ? parsed : [];
	} catch {
		return [];
	}
}
