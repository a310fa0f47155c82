import { MS_A_MINUTE } from '../../../ShiftSchedule/model/calendar/zone';
import { minutesText } from '../../model/answers/remarks';
import { standingNow } from '../../model/answers/outNow';
import { isBeyond } from '../../model/comparison/totals';
import { namesList, type AdherenceNote } from '../../model/record/notes';
import { nowRow, shortTime } from '../adherenceRows';
import { readKinds } from '../adherenceSettings';
import { linkTo } from '../inputs';
import { countWithNoun } from '../summaryLine';
import { onInputs, type AdherenceTask } from './compareAll';

/** Rows that end longer ago than this are old; in milliseconds. */
const OLD = 5 * MS_A_MINUTE;

/** A row for each agent who is out of adherence at the moment. */
export const getNow = onInputs((task) => {
	const { context, placed, settings, table } = task;
	const kinds = readKinds(context);
	const isOnlyBeyond = context.getNodeParameter('onlyBeyond', 0, true) === true;
	const { at, notes } = momentOfTask(task);
	const standings = placed.map((one) => ({ one, standing: standingNow(one.record, settings.comparer, at) }));
	const out = standings.flatMap(({ one, standing }) =>
		standing.kind === 'out' && kinds.has(standing.exception.kind) ? [{ one, exception: standing.exception }] : [],
	);
	const beyond = out.filter(({ exception }) => isBeyond(exception, settings.tolerances));
	const unknown = standings.flatMap(({ one, standing }) => (standing.kind === 'unknown' ? [one.record.name] : []));
	const shown = isOnlyBeyond ? beyond : out;
	return {
		outputs: [
			shown.map(({ one, exception }) => ({
				json: nowRow(table, one.record, exception),
				pairedItem: linkTo(one),
			})),
		],
		summary: `${shortTime(settings.clock, at, table.thisYear)}: ${beyond.length} of ${countWithNoun(placed.length, 'agent')} out of adherence beyond the tolerance, ${out.length - beyond.length} within it.`,
		notes: [...notes, ...unknownNotes(unknown)],
	};
});

/** Intervals end when they were read, a moment before now: nothing is known of the time since then. */
function momentOfTask({ settings: { now, clock }, toldUntil, table }: AdherenceTask): {
	at: number;
	notes: AdherenceNote[];
} {
	if (toldUntil === undefined || toldUntil >= now) return { at: now, notes: [] };
	const message = `The rows of Actual end at ${shortTime(clock, toldUntil, table.thisYear)}, ${minutesText(now - toldUntil)} ago. The answer is for that moment.`;
	return { at: toldUntil, notes: now - toldUntil > OLD ? [{ level: 'warning', message }] : [] };
}

const unknownNotes = (names: readonly string[]): AdherenceNote[] =>
	names.length === 0
		? []
		: [
				{
					level: 'warning',
					message: `Nothing is known of ${namesList(names)} at this moment, although something is scheduled for them.`,
				},
			];
