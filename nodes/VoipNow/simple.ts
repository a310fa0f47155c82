import { simpleRecord } from '../shared/operation/simplify';

/** What people look at first in each kind of record of VoipNow. */
export const simplePresence = simpleRecord('extension', 'status', 'registration');

export const simpleQueueAgent = simpleRecord('agentNumber', 'identifier', 'status', 'queue', 'type');
