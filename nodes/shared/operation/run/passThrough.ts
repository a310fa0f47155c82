import type { IDataObject } from 'n8n-workflow';
import type { VendorResponse } from '../../http/response';
import { isRecord } from '../../values/record';
import { problem, value, type Result } from '../../values/result';

/** Puts out the vendor's JSON object as it came. A page of HTML under status 200 is a proxy's, not the vendor's. */
export function passThrough({ body, status }: VendorResponse): Result<IDataObject[]> {
	return isRecord(body)
		? value([body as IDataObject])
		: problem(`the service answered with status ${status} but without the record that was asked for`);
}
