import type { Vendor } from '../../shared/http/vendor';
import { twilioVendor } from '../twilio';

export const vendor: Vendor = {
	...twilioVendor('Twilio TaskRouter', 'taskrouter'),
	// Three a second since 2024-10-24 (changelog: taskrouter-endpoint-rate-limit-correction). The links from page to
	// page repeat the expression in their address.
	rateLimitOf: ({ path, query }) =>
		'TargetWorkersExpression' in query || path.includes('TargetWorkersExpression=')
			? { name: 'TargetWorkersExpression', perSecond: 3 }
			: undefined,
};
