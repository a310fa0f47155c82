import { simpleRecord } from '../../shared/operation/simplify';

/** What people look at first in a user of Frontline. */
export const simpleUser = simpleRecord('friendly_name', 'identity', 'is_available', 'state', 'sid');
