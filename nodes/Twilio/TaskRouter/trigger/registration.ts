import { isRecord } from '../../../shared/values/record';
import { textIn } from '../../twilio';
import type { Stream } from './eventStreams';
import type { Callback } from './workspaceCallback';

/** What this trigger has at Twilio, as n8n's storage keeps it. Test and production have one each. */
export type Registration = {
	/** The address that Twilio was told. */
	url: string;
	isTest: boolean;
} & (({ way: 'eventStreams' } & Stream) | ({ way: 'workspaceCallback'; workspace: string } & { previous: Callback }));

/** The name in the node's static data. */
export const REGISTRATION = 'registration';

/** What n8n's storage holds; `undefined` where it holds nothing that can be read. */
export function registrationIn(stored: Record<string, unknown>): Registration | undefined {
	const { [REGISTRATION]: kept } = stored;
	if (!isRecord(kept) || textIn(kept.url) === '') return undefined;
	const common = { url: textIn(kept.url), isTest: kept.isTest === true };
	if (kept.way === 'eventStreams')
		return { ...common, way: 'eventStreams', sink: textIn(kept.sink), subscription: textIn(kept.subscription) };
	if (kept.way !== 'workspaceCallback' || !isRecord(kept.previous)) return undefined;
	const previous = { url: textIn(kept.previous.url), filter: textIn(kept.previous.filter) };
	return { ...common, way: 'workspaceCallback', workspace: textIn(kept.workspace), previous };
}
