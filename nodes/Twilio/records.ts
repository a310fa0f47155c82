import type { VendorResponse } from '../shared/http/response';

/** The record's key for a field of a request: ActivitySid is activity_sid. */
export const snakeCase = (field: string): string => field.replace(/(?<!^)([A-Z])/g, '_$1').toLowerCase();

/**
 * The version of a record, as Twilio wants it in If-Match. Its ETag is a inQuotes number; its own code sends it back bare
 * (twilio-taskrouter.js, flex-project-template).
 */
export const versionOf = ({ headers }: VendorResponse): string | undefined =>
	headers.etag?.replace(/^W\//, '').replace(/^"(.*)"$/, '$1');
