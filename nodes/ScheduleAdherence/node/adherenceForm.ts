import { updateDisplayOptions, type INodeProperties } from 'n8n-workflow';
import { inBothForms, toolDescriptions } from '../../shared/n8n/toolForm';
import { adherenceDescriptionsForModels } from './descriptions';
import * as comparison from './fields/comparison';
import * as question from './fields/question';
import * as reading from './fields/reading';

export const adherenceOperations = ['getAdherence', 'getExceptions', 'getNow'] as const;

export type AdherenceOperation = (typeof adherenceOperations)[number];

/** The node's outputs for each operation, in their order. */
export const adherenceOutputs: Record<AdherenceOperation, string[]> = {
	getAdherence: ['Adherence', 'Picture'],
	getExceptions: ['Exceptions', 'Picture'],
	getNow: ['Out of Adherence'],
};

type ShownWhere = Record<string, Array<string | boolean>>;

const showIn = (show: ShownWhere, ...properties: INodeProperties[]): INodeProperties[] =>
	updateDisplayOptions({ show }, properties);

const ofDays: ShownWhere = { operation: ['getAdherence', 'getExceptions'] };

/** What n8n takes away from a node that becomes a tool. */
export const NO_INPUTS =
	"A tool has no inputs, and this node compares two of them. Build a workflow that begins with 'When Executed by Another Workflow' and ends with this node, and give the agent the tool 'Call n8n Workflow' for it.";

export const adherenceProperties: INodeProperties[] = [
	...toolDescriptions(adherenceDescriptionsForModels satisfies Record<AdherenceOperation, string>),
	question.adherenceOperationField,
	...inBothForms(question.inputsNotice, { displayName: NO_INPUTS }),
	...showIn(ofDays, question.adherencePeriodField),
	...showIn({ ...ofDays, period: ['lastDays'] }, question.adherenceDaysField),
	...showIn({ operation: ['getAdherence'] }, question.levelField, question.formulaField, question.countsOutsideField),
	...showIn({ operation: ['getExceptions', 'getNow'] }, comparison.kindsField),
	...showIn({ operation: ['getNow'] }, question.onlyBeyondField),
	comparison.toleranceField,
	comparison.tolerancesField,
	comparison.sameStatesField,
	// One display rule cannot say "not with this formula, which only one operation has", so the field is there twice.
	...showIn({ operation: ['getAdherence'], formula: ['genesys', 'neutral'] }, comparison.neutralField),
	...showIn({ operation: ['getExceptions', 'getNow'] }, comparison.neutralField),
	comparison.workStatesField,
	reading.hasExcusedField,
	reading.adherenceZoneField,
	reading.actualColumnsField,
	reading.teamColumnField,
	...showIn(ofDays, reading.pictureShowsField),
	...showIn({ ...ofDays, pictureShows: ['lanes', 'table'] }, reading.adherenceTitleField, reading.pictureFieldField),
	reading.momentField,
];
