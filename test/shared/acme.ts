import type { Answer } from '../../nodes/shared/http/exchange';
import type { Refusal, Vendor } from '../../nodes/shared/http/vendor';

/** A vendor that does not exist, for tests of what all vendors share. */
export function acme(refusal: (answer: Answer) => Refusal = () => ({})): Vendor {
	return {
		name: 'Acme',
		credential: 'acmeApi',
		secrets: ['key'],
		encoding: 'form',
		parallelLimit: 4,
		tokenLogin: false,
		root: () => 'https://acme.example',
		refusal,
	};
}
