import type { IDataObject } from 'n8n-workflow';
import { leaveTrace, openMemory, tellLost } from '../../../shared/n8n/memory';
import { readOption } from '../../../shared/n8n/parameters';
import { HORIZON_DAYS } from '../../model/answers/stateAt';
import { MINUTES_A_DAY } from '../../model/calendar/day';
import { MS_A_MINUTE, type Instant } from '../../model/calendar/zone';
import { readInstant } from '../evaluateAt';
import { explainFirstRun, explainNoLastRun } from '../output';
import type { OperationTask } from './task';

/** The last run of *Since the Last Run*. */
export interface LastRun {
	/** `undefined`: not known. */
	at: Instant | undefined;
	/** What each row carries for the next run. */
	columns: IDataObject;
	/** Tells what follows where it is not known. @param minutes how far back the run looks instead */
	explain: (minutes: number) => void;
	/** Leaves this run for the next one. */
	keep: () => void;
}

/** @throws Error when the time that the form names is none */
export function openLastRun(task: OperationTask): LastRun | undefined {
	const from = readOption(task.context, {
		...{ name: 'memory', label: 'Memory', otherwise: 'n8n' },
		options: ['n8n', 'columns'] as const,
	});
	if (from === 'columns') return lastRunInColumns(task);
	return task.settings.isLive ? lastRunInN8n(task) : undefined;
}

function lastRunInN8n({ context, settings }: OperationTask): LastRun {
	const memory = openMemory(context);
	const kept = Number(memory.data.lastRun ?? NaN);
	return {
		at: Number.isNaN(kept) ? undefined : within(kept, settings.now),
		columns: {},
		explain(minutes) {
			if (context.getMode() === 'manual') explainFirstRun(context, minutes);
			tellLost(context, memory, [
				`these are the changes of the last ${minutes} minutes, and an earlier run may have put them out already`,
			]);
		},
		keep() {
			memory.data.lastRun = settings.now;
			leaveTrace(context, memory);
		},
	};
}

function lastRunInColumns({ context, settings }: OperationTask): LastRun {
	const given: unknown = context.getNodeParameter('lastRun', 0, '');
	const isKnown = given !== '' && given !== null && given !== undefined;
	const read = isKnown ? readInstant(given, settings.clock) : undefined;
	if (read?.kind === 'problem') throw new Error(`Last Run: ${read.problem}`);
	return {
		at: read && within(read.value, settings.now),
		columns: { lastRun: new Date(settings.now).toISOString() },
		explain: (minutes) => explainNoLastRun(context, minutes),
		keep: () => undefined,
	};
}

/** Never in the future, as after a clock was set back, and never further back than the horizon. */
const within = (lastRun: Instant, now: Instant): Instant =>
	Math.min(now, Math.max(lastRun, now - HORIZON_DAYS * MINUTES_A_DAY * MS_A_MINUTE));
