import { PEOPLE } from '../../../simulators';
import { specifyAddresses } from '../../support/pack/anyId';
import { GIVEN, specifyAccepted, specifyBadInput, type FieldUnderTest } from '../../support/pack/badInput';
import { ASTRAY } from '../../support/pack/badValues';
import { useVendor } from '../../support/pack/useVendor';

const stage = useVendor();
const anna = `User ${PEOPLE.anna.login}: `;

const fields = {
	user: { operation: 'user.update', label: 'User', parameters: { user: GIVEN }, good: 'bob.stone', names: 'User ' },
	workState: {
		operation: 'user.update',
		label: 'Work State',
		parameters: { workState: GIVEN },
		good: 'OFFLINE',
		names: anna,
	},
	breakType: {
		operation: 'user.update',
		label: 'Break Type',
		parameters: { workState: 'ONBREAK', breakType: GIVEN },
		good: 'COFFEE',
		names: anna,
	},
	breakCause: {
		operation: 'user.update',
		label: 'Break Cause',
		parameters: { workState: 'ONBREAK', breakCause: GIVEN },
		good: 'Obiad',
		names: anna,
	},
	breakNote: {
		operation: 'user.update',
		label: 'Break Note',
		parameters: { workState: 'ONBREAK', additionalFields: { breakNote: GIVEN } },
		good: 'Back soon',
		names: anna,
	},
	onlineMode: {
		operation: 'user.update',
		label: 'Online Mode ID',
		parameters: { additionalFields: { onlineModeId: GIVEN } },
		good: 98,
		names: anna,
	},
} satisfies Record<string, FieldUnderTest>;

specifyBadInput(stage, 'conpeek', fields, [
	{
		mistake: 'a user who is not named',
		fields: ['user'],
		given: { 'an object': { id: 1 }, 'a list': ['a', 'b'] },
		says: /must be text/,
	},
	{
		mistake: 'a user that could lead the request to another address',
		fields: ['user'],
		given: ASTRAY,
		says: /cannot|holds a character that cannot be sent/,
	},
	{
		mistake: 'a choice that Conpeek does not have',
		fields: ['workState', 'breakType'],
		given: { 'an unknown word': 'nonsense' },
		says: /must be one of/,
	},
	{
		mistake: 'a break without a cause',
		fields: ['breakCause'],
		given: { nothing: '', blanks: ' ' },
		says: /is empty/,
	},
	{
		mistake: 'a note that is not text',
		fields: ['breakNote'],
		given: { 'an object': { a: 1 } },
		says: /must be text/,
	},
	{
		mistake: 'an online mode that is not an id',
		fields: ['onlineMode'],
		given: { none: 0, 'a fraction': 1.5, 'a word': 'abc' },
		says: /must be a whole number|must be at least 1/,
	},
]);

specifyAccepted(stage, 'conpeek', fields, [
	{ field: 'onlineMode', what: 'the text of a number', given: '98', sends: { online_mode_id: 98 } },
]);

specifyAddresses(stage, 'conpeek', fields, [
	{ field: 'user', address: /^\/tenant_user\/([^/]+)\/work_state$/, sent: (id) => id.trim() },
]);
