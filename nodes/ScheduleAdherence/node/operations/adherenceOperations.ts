import type { IExecuteFunctions } from 'n8n-workflow';
import type { AdherenceOperation } from '../adherenceForm';
import type { AdherenceOutputs } from './compareAll';
import { getAdherence } from './getAdherence';
import { getExceptions } from './getExceptions';
import { getNow } from './getNow';

export const runOperationOf: Record<AdherenceOperation, (context: IExecuteFunctions) => Promise<AdherenceOutputs>> = {
	getAdherence,
	getExceptions,
	getNow,
};
