import { isRecord } from '../../values/record';
import { textOf } from '../../values/text';
import type { MappingRule } from '../mapping';
import { stateNamed } from '../state';

/** What the user set to protect agents. */
export interface Protection {
	/** States, canonical or the service's own, that nobody is taken out of. */
	states: string[];
	/** How long a change made by someone else is respected. */
	graceMs: number;
}

/** What the user set about a run, whoever the agents are. */
export interface Settings {
	protection: Protection;
	/** `undefined`: do not read back. */
	confirmAfterMs: number | undefined;
	/** How long agents are left to the work they have in hand: 0 not at all, Infinity until it is done. */
	openWorkMs: number;
	/** How long agents may be out of the desired state before Compare tells of them; `undefined`: it tells of all at once. */
	outMs: number | undefined;
	rejectPending: boolean;
	restoreAnyway: boolean;
	/** `undefined`: as the service does by itself. */
	sendWebhooks: boolean | undefined;
	trustMs: number;
	/** Where the node keeps what the next run must know. */
	memory: 'n8n' | 'columns';
	skipUnknown: boolean;
	parallelLimit: number | undefined;
	/** Whether rows tell of the requests too. */
	technicalDetails: boolean;
	/** Whether agents who were already right have no row. */
	changedOnly: boolean;
}

/** @param options the collection of that name as n8n gives it */
export function settingsOf(options: unknown): Settings {
	const set = isRecord(options) ? options : {};
	const number = (name: string, fallback: number) => {
		const given = Number(set[name] ?? fallback);
		return given >= 0 ? given : fallback;
	};
	return {
		protection: {
			states: wordsIn(set.protectedStates),
			graceMs: number('graceMinutes', 0) * 60_000,
		},
		confirmAfterMs: set.confirmAfter === undefined ? undefined : number('confirmAfter', 0) * 1000,
		openWorkMs: openWorkMsOf(set, number('openWorkMinutes', 30)),
		outMs: set.outMinutes === undefined ? undefined : number('outMinutes', 0) * 60_000,
		rejectPending: set.rejectPending === true,
		restoreAnyway: set.restoreAnyway === true,
		sendWebhooks: set.webhookEnabled === undefined ? undefined : isOn(set.webhookEnabled),
		trustMs: number('trustMinutes', 60) * 60_000,
		memory: set.memory === 'columns' ? 'columns' : 'n8n',
		skipUnknown: set.unknownAgents === 'skip',
		parallelLimit: number('parallelLimit', 0) >= 1 ? Math.floor(number('parallelLimit', 0)) : undefined,
		technicalDetails: set.technicalDetails === true,
		changedOnly: set.output === 'changed',
	};
}

/** A switch that an expression gives as a word, as a sheet spells it: whatever is not a clear no means yes. */
export const isOn = (given: unknown): boolean => !['', 'false', '0', 'no'].includes(textOf(given).toLowerCase());

/** Words between commas, or a list of them that an expression gave. */
const wordsIn = (given: unknown): string[] =>
	(Array.isArray(given) ? given : [given])
		.flatMap((text) => textOf(text).split(','))
		.map((word) => word.trim())
		.filter(Boolean);

/** The rows of a mapping as n8n gives them; a row without a native state says nothing. */
export function rulesIn(given: unknown): MappingRule[] {
	const rows = isRecord(given) && Array.isArray(given.rule) ? given.rule.filter(isRecord) : [];
	return rows.flatMap((row) => {
		const state = stateNamed(textOf(row.state));
		const native = textOf(isRecord(row.native) ? row.native.value : row.native);
		return state && native !== '' ? [{ state, cause: textOf(row.reason), native }] : [];
	});
}

/** Minutes alone mean that agents are left so long. */
function openWorkMsOf({ openWork, openWorkMinutes }: Record<string, unknown>, minutes: number): number {
	if (openWork === 'untilDone') return Infinity;
	const isTimed = openWork === 'atMost' || (openWork === undefined && openWorkMinutes !== undefined);
	return isTimed ? minutes * 60_000 : 0;
}
