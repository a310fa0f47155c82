import type { IExecuteFunctions } from 'n8n-workflow';
import { isRecord } from '../../../shared/values/record';
import { textOf } from '../../../shared/values/text';
import type { LegendLine } from '../../model/roster/legend';

/** The legend in the form. It is the same for all input items. */
export function readLegend(context: IExecuteFunctions): LegendLine[] {
	const given: unknown = context.getNodeParameter('legend', 0, {});
	const codes = isRecord(given) && Array.isArray(given.code) ? given.code.filter(isRecord) : [];
	return codes.map((code, index) => ({
		place: `Legend, entry ${index + 1}`,
		code: textOf(code.code),
		means: textOf(code.means),
		times: textOf(code.times),
		reason: textOf(code.reason),
		pause: textOf(code.pause),
		days: textOf(code.days),
	}));
}
