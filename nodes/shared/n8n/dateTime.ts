import { isRecord } from '../values/record';

/**
 * What an expression gave for a moment. n8n's sandbox of expressions hands a luxon DateTime over as a record with its
 * ISO text (2.40, `__n8nType`); everything else is as it was.
 */
export function dateTimeText(given: unknown): unknown {
	if (!isRecord(given) || given.__n8nType !== 'DateTime') return given;
	return typeof given.__isoString === 'string' ? given.__isoString : 'Invalid DateTime';
}
