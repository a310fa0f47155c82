import type { INodeProperties } from 'n8n-workflow';
import { calendarFields } from './fields/calendar';
import { columnsField } from './fields/columns';
import * as fields from './fields/operation';
import { rosterField } from './fields/roster';
import { rosterFromField, rowsNotice } from './fields/source';
import { daysField, dstField, evaluateAtField, zoneField } from './fields/time';

export const operationNames = ['getStateNow', 'getChanges', 'previewTimeline', 'checkSchedule', 'importIcs'] as const;

export type OperationName = (typeof operationNames)[number];

/** The node's outputs for each operation, in their order. */
export const outputNames: Record<OperationName, string[]> = {
	getStateNow: ['States', 'Next Change'],
	getChanges: ['Changes'],
	previewTimeline: ['Timeline', 'Picture'],
	checkSchedule: ['Findings', 'Hours', 'Summary'],
	importIcs: ['Roster'],
};

/** Whether an operation works on a roster, and not on calendars alone. */
export const readsRoster = (operation: OperationName): boolean => operation !== 'importIcs';

const onRosters = operationNames.filter(readsRoster);

type ShowRule = Record<string, Array<string | boolean>>;

const shown = (field: INodeProperties, show: ShowRule): INodeProperties => ({
	...field,
	displayOptions: { show: { ...field.displayOptions?.show, ...show } },
});

const shownFor = (operation: OperationName, ...all: INodeProperties[]): INodeProperties[] =>
	all.map((field) => shown(field, { operation: [operation] }));

/** One display rule cannot say "a roster from calendars, or an import", so each of these fields is there twice. */
const shownForCalendars = calendarFields.flatMap((field) => [
	shown(field, { operation: onRosters, rosterFrom: ['calendar'] }),
	shown(field, { operation: ['importIcs'] }),
]);

export const properties: INodeProperties[] = [
	fields.operationField,
	shown(rosterFromField, { operation: onRosters }),
	shown(rowsNotice, { operation: onRosters, rosterFrom: ['items'] }),
	shown(columnsField, { operation: onRosters, rosterFrom: ['items'] }),
	...shownForCalendars,
	zoneField,
	shown(dstField, { operation: onRosters }),
	...shownFor('getChanges', fields.periodField, fields.minutesField),
	shown(fields.everyChangeField, { operation: ['getChanges'], period: ['last', 'sinceLastRun'] }),
	shown(daysField, { operation: ['previewTimeline', 'checkSchedule', 'importIcs'] }),
	...shownFor('checkSchedule', fields.coveredField, fields.minimumField, fields.knownAgentsField),
	...shownFor('previewTimeline', fields.includeOfflineField, fields.titleField, fields.pictureField),
	evaluateAtField,
	// The longest comes last.
	shown(rosterField, { operation: onRosters, rosterFrom: ['fields'] }),
];
