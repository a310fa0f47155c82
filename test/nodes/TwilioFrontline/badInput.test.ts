import { PEOPLE } from '../../../simulators';
import { specifyAddresses } from '../../support/pack/anyId';
import { GIVEN, specifyAccepted, specifyBadInput, type FieldUnderTest } from '../../support/pack/badInput';
import { notTheSid } from '../../support/pack/badValues';
import { useVendor } from '../../support/pack/useVendor';
import { byIdentity, bySid } from '../../support/pack/vendors';

const stage = useVendor();
const anna = `User ${PEOPLE.anna.identity}: `;

const fields = {
	identity: {
		operation: 'user.update',
		label: 'User',
		parameters: { user: byIdentity(GIVEN) },
		good: 'bob@example.com',
		names: 'User ',
	},
	userSid: {
		operation: 'user.update',
		label: 'User',
		parameters: { user: bySid(GIVEN) },
		good: PEOPLE.bob.frontlineUser,
		names: 'User ',
	},
	avatar: {
		operation: 'user.update',
		label: 'Avatar URL',
		parameters: { updateFields: { avatar: GIVEN } },
		good: 'https://example.com/a.png',
		names: anna,
	},
	isAvailable: {
		operation: 'user.update',
		label: 'Available',
		parameters: { updateFields: { isAvailable: GIVEN } },
		good: false,
		names: anna,
	},
	availabilityToSet: {
		operation: 'user.setAvailability',
		label: 'Available',
		parameters: { isAvailable: GIVEN },
		good: false,
		names: anna,
	},
	state: {
		operation: 'user.update',
		label: 'State',
		parameters: { updateFields: { state: GIVEN } },
		good: 'active',
		names: anna,
	},
	friendlyName: {
		operation: 'user.update',
		label: 'Friendly Name',
		parameters: { updateFields: { friendlyName: GIVEN } },
		good: 'Anna',
		names: anna,
	},
} satisfies Record<string, FieldUnderTest>;

specifyBadInput(stage, 'twilioFrontline', fields, [
	{
		mistake: 'an id of another kind',
		fields: ['userSid'],
		given: notTheSid,
		says: /must be a user SID/,
	},
	{
		mistake: 'an identity that would be read as a path',
		fields: ['identity'],
		given: { 'two dots': '..', 'a path': '../Users' },
		says: /cannot/,
	},
	{
		mistake: 'a picture that is not a web address',
		fields: ['avatar'],
		given: { 'a word': 'string', 'a script': 'javascript:alert(1)' },
		says: /must be a web address/,
	},
	{
		mistake: 'a switch that is neither true nor false',
		fields: ['isAvailable', 'availabilityToSet'],
		given: { 'the word yes': 'yes', 'a number': 1 },
		says: /must be true or false/,
	},
	{
		mistake: 'a state that Frontline does not have',
		fields: ['state'],
		given: { 'an unknown word': 'nonsense' },
		says: /must be one of active, deactivated/,
	},
	{
		mistake: 'an expression that gives no value',
		fields: ['friendlyName'],
		given: { undefined: undefined },
		says: /has no value/,
	},
]);

specifyAccepted(stage, 'twilioFrontline', fields, [
	{
		field: 'isAvailable',
		what: 'the word in capitals, as in a sheet',
		given: 'FALSE',
		sends: { IsAvailable: 'false' },
	},
]);

specifyAddresses(stage, 'twilioFrontline', fields, [
	{ field: 'identity', address: /^\/frontline-api\/v1\/Users\/([^/]+)$/, sent: (id) => id.trim() },
]);

it('an update that changes nothing is refused, and the user is named', async () => {
	const { error } = await stage.run('twilioFrontline', 'user.update', { updateFields: {} }, [{}, {}]);

	expect(error?.message).toContain(`${anna}there is nothing to change`);
	expect(error?.message).toContain("'Update Fields'");
	expect(stage.recorder.seen).toEqual([]);
});
