import type { Vendor } from '../../shared/http/vendor';
import { twilioVendor } from '../twilio';

export const vendor: Vendor = {
	...twilioVendor('Twilio TaskRouter', 'taskrouter'),
	// Three per second since 2024-10-24 (changelog: taskrouter-endpoint-rate-limit-correction). The address of each
	// next page repeats the expression.
	rateLimitOf: ({ path, query }) =>
		'TargetWorkersExpression' in query || path.includes('TargetWorkersExpression=')
			? { name: 'TargetWorkersExpression', perSecond: 3 }
			: undefined,
};
