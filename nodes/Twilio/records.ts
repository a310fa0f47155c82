import type { VendorRequest } from '../shared/http/request';
import type { VendorResponse } from '../shared/http/response';
import { isRecord } from '../shared/values/record';

/** The record's key for a field of a request: ActivitySid is activity_sid. */
export const snakeCase = (field: string): string => field.replace(/(?<!^)([A-Z])/g, '_$1').toLowerCase();

/**
 * The version of a record, as Twilio wants it in If-Match. Its ETag is a quoted number; its own code sends it back bare
 * (twilio-taskrouter.js, flex-project-template).
 */
export const versionOf = ({ headers }: VendorResponse): string | undefined =>
	headers.etag?.replace(/^W\//, '').replace(/^"(.*)"$/, '$1');

const SID = /^[A-Z]{2}[0-9a-f]{32}$/i;

/** That a record is not the one that the path names: by its SID, or for a user by the identity, and of whose worker it is. */
export function otherRecordIn({ path }: VendorRequest, { body }: VendorResponse): string | undefined {
	if (!isRecord(body)) return undefined;
	const segments = (path.split('?')[0] ?? '').split('/');
	const named = decodeURIComponent(segments.pop() ?? '');
	const isWorker = (segment: string) => /^WK/i.test(segment) && SID.test(segment);
	const isOther =
		(typeof body.worker_sid === 'string' && isOtherSid(body.worker_sid, segments.findLast(isWorker))) ||
		(SID.test(named) ? isOtherSid(body.sid, named) : segments.at(-1) === 'Users' && isOtherUser(body, named));
	return isOther ? 'the service answered about another record' : undefined;
}

const isOtherSid = (told: unknown, named: string | undefined): boolean =>
	typeof told === 'string' && SID.test(told) && named !== undefined && told.toLowerCase() !== named.toLowerCase();

const isOtherUser = ({ sid, identity }: Record<string, unknown>, named: string): boolean =>
	typeof sid === 'string' && typeof identity === 'string' && identity !== named;
