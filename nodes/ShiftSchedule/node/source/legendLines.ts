import type { IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import { isRecord } from '../../../shared/values/record';
import { textOf } from '../../../shared/values/text';
import type { LegendLine } from '../../model/roster/legend';
import { linesOfSheet } from '../../model/roster/legendRows';
import { legendFromField, legendPlaces } from '../fields/legend';
import { readOption } from '../../../shared/n8n/parameters';

/** The legend, from the form or from the second input. It is the same for all input items. */
export function readLegend(context: IExecuteFunctions): LegendLine[] {
	const { name, displayName: label } = legendFromField;
	return readOption(context, { name, label, options: legendPlaces }) === 'input'
		? linesOfInput(context)
		: linesOfForm(context);
}

function linesOfInput(context: IExecuteFunctions): LegendLine[] {
	// n8n gives nothing for an input that is not connected, whatever its types say.
	const items = (context.getInputData(1) as INodeExecutionData[] | undefined) ?? [];
	const lines = linesOfSheet(items.map(({ json }) => json));
	if (lines.length > 0) return lines;
	throw new Error(
		"The input 'Legend' has no rows: connect the table of codes to it, or set 'Legend From' to 'The Fields Below'",
	);
}

function linesOfForm(context: IExecuteFunctions): LegendLine[] {
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
