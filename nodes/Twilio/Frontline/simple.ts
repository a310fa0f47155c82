import { simpleRecord, type SimpleRecord } from '../../shared/operation/simplify';

/** What people look at first in a user of Frontline. */
export const simpleUser = simpleRecord('friendly_name', 'identity', 'is_available', 'state', 'sid');

/** After a change, with the picture only if it was set. */
export const simpleUserChange: SimpleRecord = {
	...simpleRecord(...simpleUser.properties, 'avatar'),
	onlyIfSet: { avatar: 'avatar' },
};
