import type { IExecuteFunctions } from 'n8n-workflow';
import { problem, value, type Result } from '../../shared/values/result';
import { createZoneClock, type Instant, type ZoneClock } from '../model/calendar/zone';
import { zoneNamed } from '../model/calendar/zoneName';
import type { DstPolicy } from '../model/schedule/types';
import { readInstant } from './evaluateAt';
import { readOption } from '../../shared/n8n/parameters';
import { readZone } from '../../shared/n8n/timeZone';

/** What every operation needs from the form. */
export interface RunSettings {
	/** The schedule's time zone, by its valid name. */
	zone: string;
	clock: ZoneClock;
	dst: DstPolicy;
	/** The moment to work from. */
	now: Instant;
	/** Whether `now` is the real time, and not one that the form names. */
	isLive: boolean;
}

const dstPolicies: readonly DstPolicy[] = ['keepEnd', 'keepDuration'];

/**
 * @param isDstShown whether the operation has the field at all
 * @throws Error when an expression gave something that the list of a field does not offer
 */
export function readSettings(context: IExecuteFunctions, isDstShown: boolean): Result<RunSettings> {
	const zone = zoneNamed(readZone(context));
	if (zone.kind === 'problem') return problem(`Time zone: ${zone.problem}`);
	const clock = createZoneClock(zone.value);
	const dst = isDstShown
		? readOption(context, { name: 'dst', label: 'When the Clocks Change', options: dstPolicies })
		: 'keepEnd';
	const given: unknown = context.getNodeParameter('evaluateAt', 0, '');
	const isLive = given === '' || given === null || given === undefined;
	const now = isLive ? value(Date.now()) : readInstant(given, clock);
	if (now.kind === 'problem') return problem(`Evaluate At: ${now.problem}`);
	return value({ zone: zone.value, clock, dst, now: now.value, isLive });
}
