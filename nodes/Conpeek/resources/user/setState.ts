import type { Operation } from '../../../shared/operation/operation';
import type { Adapter } from '../../../shared/state/adapter';
import { setStateOf } from '../../../shared/state/setState';

export const setState = (adapter: Adapter): Operation => setStateOf(adapter, 'a user');
