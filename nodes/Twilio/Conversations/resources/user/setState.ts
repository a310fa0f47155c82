import { setStateOf } from '../../../../shared/state/setState';
import { adapter } from '../../adapter';

export const setState = setStateOf(adapter, 'a user');
