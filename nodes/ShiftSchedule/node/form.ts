import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';
import { inBothForms, toolDescriptions } from '../../shared/n8n/toolForm';
import { agentsInCellField } from './fields/agents';
import { calendarFields } from './fields/calendar';
import { columnsField } from './fields/columns';
import { gridFields, gridNotice } from './fields/grid';
import { gridLegendField, legendFromField, wordsField } from './fields/legend';
import { neededPerIntervalField } from './fields/neededPerInterval';
import * as fields from './fields/operation';
import { rosterField } from './fields/roster';
import { serviceFields } from './fields/services';
import { rosterFromField, rosterFromInTool, rowsNotice } from './fields/source';
import { datesAreField, weekStartsOnField } from './fields/writing';
import { daysAgoField, daysField, dstField, evaluateAtField, evaluateAtInTool, zoneField } from './fields/time';
import { scheduleDescriptionsForModels } from './descriptions';

export const operationNames = ['getStateNow', 'getChanges', 'previewTimeline', 'checkSchedule', 'importIcs'] as const;

export type OperationName = (typeof operationNames)[number];

/** The node's outputs for each operation, in their order. */
export const outputNames: Record<OperationName, string[]> = {
	getStateNow: ['States', 'Next Change'],
	getChanges: ['Changes'],
	previewTimeline: ['Timeline', 'Picture'],
	checkSchedule: ['Findings', 'Hours', 'Summary', 'Picture'],
	importIcs: ['Roster'],
};

/** Whether an operation works on a roster, and not on calendars alone. */
export const readsRoster = (operation: OperationName): boolean => operation !== 'importIcs';

const onRosters = operationNames.filter(readsRoster);

type ShowRule = Record<string, Array<string | boolean>>;

/** Fields that are shown where these choices are made, and by their own rules besides. */
const shownWhere = (show: ShowRule, ...properties: INodeProperties[]): INodeProperties[] =>
	updateDisplayOptions({ show }, properties);

/** One display rule cannot say "a roster from calendars, or an import", so each of these fields is there twice. */
const shownForCalendars = calendarFields.flatMap((field) => [
	...shownWhere({ operation: onRosters, rosterFrom: ['calendar'] }, field),
	...shownWhere({ operation: ['importIcs'] }, field),
]);

export const properties: INodeProperties[] = [
	...toolDescriptions(scheduleDescriptionsForModels satisfies Record<OperationName, string>),
	...inBothForms(fields.operationField, fields.operationInTool),
	...shownWhere({ operation: onRosters }, ...inBothForms(rosterFromField, rosterFromInTool)),
	...shownWhere({ operation: onRosters, rosterFrom: ['items'] }, rowsNotice),
	...shownWhere({ operation: onRosters, rosterFrom: ['grid'] }, gridNotice),
	...shownWhere({ operation: onRosters, rosterFrom: ['items', 'grid'] }, columnsField),
	...shownWhere({ operation: onRosters, rosterFrom: ['grid'] }, legendFromField),
	...shownWhere({ operation: onRosters, rosterFrom: ['grid'], legendFrom: ['fields'] }, gridLegendField),
	...shownWhere({ operation: onRosters, rosterFrom: ['grid'] }, ...gridFields),
	...shownWhere({ operation: onRosters, rosterFrom: ['services'] }, ...serviceFields),
	...shownForCalendars,
	...shownWhere({ operation: onRosters, rosterFrom: ['fields'] }, rosterField),
	zoneField,
	...shownWhere({ operation: onRosters }, dstField),
	...shownWhere({ operation: ['getChanges'] }, fields.periodField, fields.minutesField),
	...shownWhere({ operation: ['getChanges'], period: ['sinceLastRun'] }, fields.lastRunMemoryField),
	...shownWhere({ operation: ['getChanges'], period: ['sinceLastRun'], memory: ['columns'] }, fields.lastRunField),
	...shownWhere({ operation: ['getChanges'], period: ['last', 'sinceLastRun'] }, fields.everyChangeField),
	...shownWhere({ operation: ['previewTimeline', 'checkSchedule', 'importIcs'] }, daysField),
	...shownWhere({ operation: ['previewTimeline'] }, daysAgoField),
	...shownWhere(
		{ operation: ['checkSchedule'] },
		...[fields.coveredField, fields.minimumField, fields.hoursToCoverField],
		...[neededPerIntervalField, fields.knownAgentsField],
		fields.coverageTitleField,
	),
	...shownWhere({ operation: ['previewTimeline'] }, fields.includeOfflineField, fields.titleField),
	...shownWhere({ operation: ['previewTimeline', 'checkSchedule'] }, fields.pictureField),
	...inBothForms(evaluateAtField, evaluateAtInTool),
	// What few tables need: it would stand between the roster and the time zone.
	...shownWhere({ operation: onRosters, rosterFrom: ['items'] }, legendFromField),
	...shownWhere({ operation: onRosters, rosterFrom: ['items'], legendFrom: ['fields'] }, wordsField),
	...shownWhere({ operation: onRosters, rosterFrom: ['items', 'fields', 'grid'] }, datesAreField),
	...shownWhere({ operation: onRosters, rosterFrom: ['items', 'fields'] }, weekStartsOnField),
	...shownWhere({ operation: onRosters, rosterFrom: ['items', 'grid'] }, agentsInCellField),
	...shownWhere(
		{
			operation: onRosters.filter((name) => name !== 'checkSchedule'),
			rosterFrom: ['items', 'grid'],
			agentsInCell: ['findOut'],
		},
		fields.knownAgentsField,
	),
];
