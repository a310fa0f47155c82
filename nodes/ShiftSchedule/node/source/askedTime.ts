import type { IExecuteFunctions } from 'n8n-workflow';
import { MS_A_DAY } from '../../model/calendar/day';
import type { Interval } from '../../model/calendar/interval';
import { MS_A_MINUTE } from '../../model/calendar/zone';
import { readText } from '../../../shared/n8n/parameters';
import type { SourceOptions } from './loadedRoster';

/**
 * The time that an operation is about, with a day to either side. An event of a calendar that cannot be read is a problem
 * if it can be about this time.
 */
export function askedTime(context: IExecuteFunctions, { now }: Pick<SourceOptions, 'now'>): Interval {
	const numberIn = (name: string): number => Math.max(0, Number(context.getNodeParameter(name, 0, 0)) || 0);
	const operation = readText(context, 'operation');
	if (operation === 'getStateNow') return { start: now, end: now + MS_A_DAY };
	if (operation === 'getChanges') {
		const length = numberIn('minutes') * MS_A_MINUTE + MS_A_DAY;
		return { start: now - length, end: now + length };
	}
	return { start: now - MS_A_DAY, end: now + (numberIn('days') + 1) * MS_A_DAY };
}
