import type { VendorResponse } from '../../nodes/shared/http/request';
import type { Refusal, Vendor } from '../../nodes/shared/http/vendor';

/** A vendor that does not exist, for tests of what all vendors share. */
export function acme(refusal: (answer: VendorResponse) => Refusal = () => ({})): Vendor {
	return {
		name: 'Acme',
		credential: 'acmeApi',
		secrets: ['key'],
		encoding: 'form',
		parallelLimit: 4,
		usesOAuth2: false,
		baseUrl: () => 'https://acme.example',
		refusal,
	};
}
