import type { IDataObject } from 'n8n-workflow';
import type { VendorResponse } from '../../http/request';
import { isRecord } from '../../values/record';
import type { Reading } from '../operation';

/** Puts out the vendor's JSON object as it came. A page of HTML under status 200 is a proxy's, not the vendor's. */
export function passThrough(answer: VendorResponse): Reading {
	return isRecord(answer.body)
		? { kind: 'items', items: [answer.body as IDataObject] }
		: {
				kind: 'problem',
				problem: `the service answered with status ${answer.status} but without the record that was asked for`,
			};
}
