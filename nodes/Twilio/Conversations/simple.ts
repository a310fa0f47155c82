import { simpleRecord, type SimpleRecord } from '../../shared/operation/simplify';
import { shownAttributes } from '../attributes';

/** What people look at first in each kind of record of Conversations. */
export const simpleRole = simpleRecord('friendly_name', 'type', 'permissions', 'sid');

export const simpleService = simpleRecord('friendly_name', 'sid', 'date_updated');

export const simpleUser: SimpleRecord = {
	properties: [
		...['friendly_name', 'identity', 'attributes', 'role_sid', 'is_online', 'is_notifiable', 'sid', 'date_updated'],
	],
	parsed: { attributes: shownAttributes },
};

/** After a change, with the attributes only if they were set: they take several lines. */
export const simpleUserChange: SimpleRecord = { ...simpleUser, onlyIfSet: { attributes: 'attributes' } };
