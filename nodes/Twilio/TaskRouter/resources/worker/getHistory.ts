import type { Operation } from '../../../../shared/operation/operation';
import type { Adapter } from '../../../../shared/state/adapter';
import { getHistoryOf } from '../../../../shared/state/getHistory';

export const getHistory = (adapter: Adapter): Operation => getHistoryOf(adapter, 'a worker');
