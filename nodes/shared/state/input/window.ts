import type { IExecuteFunctions } from 'n8n-workflow';
import { timeOfDay } from '../../n8n/dateTime';
import { itemParameters } from '../../n8n/itemParameters';
import { parseFields } from '../../operation/input/item';
import type { WireValue } from '../../http/request';
import { problem, value, type Result } from '../../values/result';
import type { Adapter } from '../adapter';
import { DAY_MS, type TimeWindow } from '../history';
import { historyFrom, historyUntil } from '../historyFields';
import { isByItem, parameterReader } from './scopeFields';

/** The time that an item asks for, or what is wrong with it. */
export type WindowFor = (adapter: Adapter, item: number) => Result<TimeWindow>;

/** The time that *Get History* is asked for: read once for all items, unless they are expressions. */
export function windowsIn(context: IExecuteFunctions): WindowFor {
	const fields = [historyFrom, historyUntil];
	const { parameters } = context.getNode();
	const isEach = fields.some(({ name }) => isByItem(parameters, name));
	const source = itemParameters(context);
	const zone = context.getTimezone();
	// One moment for all items: those that ask for the same must be known to.
	const now = Date.now();
	return (adapter, item) => {
		const read = parameterReader(source, isEach ? item : 0);
		const parsed = parseFields(fields, read, zone, new Set());
		if (parsed.kind === 'problem') return parsed;
		const { historyFrom: from, historyUntil: until } = parsed.value.values;
		return timeWindowOf(adapter, { from, until }, zone, now);
	};
}

/**
 * @param given milliseconds since the epoch; empty where the field is
 * @param zone of the workflow, for the message
 * @param now milliseconds since the epoch
 */
function timeWindowOf(
	{ history, vendor }: Adapter,
	given: Record<'from' | 'until', WireValue | undefined>,
	zone: string,
	now: number,
): Result<TimeWindow> {
	if (!history) return problem(`${vendor.name} keeps no record of its agents' past states`);
	const until = typeof given.until === 'number' ? given.until : now;
	const from = typeof given.from === 'number' ? given.from : until - DAY_MS;
	if (from >= until) return problem("'From' must be before 'Until'");
	if (from >= now) return problem("'From' is still to come: there is no history of that time yet");
	const kept = now - history.keptDays * DAY_MS;
	if (from >= kept) return value({ from, until: Math.min(until, now) });
	const first = timeOfDay(Math.ceil(kept / 60_000) * 60_000, zone, now);
	return problem(
		`${vendor.name} keeps the changes of ${history.keptDays} days: 'From' can be ${first} at the earliest`,
	);
}
