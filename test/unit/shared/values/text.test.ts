import { fold } from '../../../../nodes/shared/values/text';

it.each([
	[' Anna ', 'anna'],
	['ZOE\u0308', 'zo\u00eb'],
	['Łódź', 'łódź'],
])('%j is compared as %j', (name, folded) => expect(fold(name)).toBe(folded));
