import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { withoutEmptyColumns } from '../../../shared/n8n/columns';
import { showHints } from '../../../shared/n8n/hints';
import { stopOnProblems, toErrorItems } from '../../../shared/n8n/itemProblem';
import { isoOf } from '../../../ShiftSchedule/model/calendar/zone';
import { findingsOf, type Findings } from '../../model/answers/findings';
import { daysOf, periodNames, type AdherencePeriod } from '../../model/answers/period';
import type { AgentRecord, PlacedRecord } from '../../model/record/types';
import { remarksOn } from '../../model/answers/remarks';
import { namesList, type AdherenceNote } from '../../model/record/notes';
import type { AdherenceProblem } from '../../model/rows/problems';
import { readAdherenceSettings, type AdherenceSettings } from '../adherenceSettings';
import { itemProblemOf, linkTo, readInputs, startsOf, type Link } from '../inputs';
import { readOption, readWholeNumber } from '../../../shared/n8n/parameters';
import type { TableContext } from '../adherenceRows';

/** What every operation works with. */
export interface AdherenceTask {
	context: IExecuteFunctions;
	settings: AdherenceSettings;
	/** The agents whose rows could be read. */
	placed: PlacedRecord[];
	table: TableContext;
	/** When the last interval of Actual ends; `undefined` where there is none. */
	toldUntil: number | undefined;
}

/** What came of comparing all agents over a period. */
export interface ComparedTask extends AdherenceTask {
	findings: Findings[];
	/** What links an output item to the first row of an agent. */
	linkOf: (record: AgentRecord) => Link;
}

export type AdherenceOutputs = INodeExecutionData[][];

/** An answer: the items of each output, and the line that says them in short. */
export interface AdherenceAnswer {
	outputs: AdherenceOutputs;
	summary: string;
	notes: AdherenceNote[];
}

type WorkOn<T> = (task: T) => Promise<AdherenceAnswer> | AdherenceAnswer;

/** Makes an operation of a task on what the inputs say: it reads them, works on them, and reports problems and notes. */
export const onInputs =
	(work: WorkOn<AdherenceTask>) =>
	async (context: IExecuteFunctions): Promise<AdherenceOutputs> => {
		const settings = readAdherenceSettings(context);
		const { records, problems, notes, toldUntil } = readInputs(context, settings);
		stopOnProblems(context, problems.map(itemProblemOf));
		const table: TableContext = {
			thisYear: Number(isoOf(settings.clock, settings.now).slice(0, 4)),
			...{ tolerances: settings.tolerances, hasExcused: settings.hasExcused, hasNeutral: settings.hasNeutral },
		};
		const answer = await work({ context, settings, placed: records, table, toldUntil });
		tellAnswer(context, settings, answer, problems, notes);
		const [first = [], ...others] = answer.outputs.map(withoutEmptyColumns);
		return [[...first, ...toErrorItems(problems.map(itemProblemOf))], ...others];
	};

/** The same for an operation on a period. */
export const onPeriod = (work: WorkOn<ComparedTask>) =>
	onInputs(async (task) => {
		const { context, settings, placed } = task;
		const { comparer, tolerances, clock, now: until } = settings;
		const period = readAdherencePeriod(context);
		const starts = startsOf(placed);
		const findings = placed.map(({ record }) =>
			findingsOf(record, daysOf(period, record.clock, until, starts), { comparer, tolerances, until }),
		);
		const links = new Map(placed.map((one) => [one.record, linkTo(one)]));
		const answer = await work({ ...task, findings, linkOf: (record) => links.get(record) ?? { item: 0 } });
		const remarks = remarksOn(placed, findings, { comparer, clock, until, starts });
		return { ...answer, notes: [...answer.notes, ...remarks] };
	});

function readAdherencePeriod(context: IExecuteFunctions): AdherencePeriod {
	const name = readOption(context, { name: 'period', label: 'Period', options: periodNames });
	const days = name === 'lastDays' ? readWholeNumber(context, { name: 'days', label: 'Days', most: 400 }) : 1;
	return { name, days };
}

/** The answer in a line, and below it what people should know before they believe it. */
function tellAnswer(
	context: IExecuteFunctions,
	{ isLive, now, clock }: AdherenceSettings,
	{ summary, notes: ownNotes }: AdherenceAnswer,
	problems: readonly AdherenceProblem[],
	readNotes: readonly AdherenceNote[],
): void {
	showHints(context, 'info', [summary]);
	const notes = [...readNotes, ...ownNotes];
	if (problems.length > 0) {
		const whole = problems.some(({ agent }) => agent === '');
		const names = whole ? 'all agents' : namesList(new Set(problems.map(({ agent }) => agent)));
		const message = `${problems.length === 1 ? 'One row' : `${problems.length} rows`} could not be read. See the error items. Left out until this is corrected: ${names}.`;
		showHints(context, 'warning', [message]);
	}
	for (const level of ['warning', 'info'] as const) {
		showHints(
			context,
			level,
			notes.filter((note) => note.level === level).map(({ message }) => message),
		);
	}
	if (!isLive) {
		showHints(context, 'info', [
			`The output is for ${isoOf(clock, now)}, not for now, because 'Evaluate At' is set.`,
		]);
	}
}
