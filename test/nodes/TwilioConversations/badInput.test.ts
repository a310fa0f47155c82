import { PEOPLE } from '../../../simulators';
import { specifyAddresses } from '../../support/pack/anyId';
import { GIVEN, specifyBadInput, type FieldUnderTest } from '../../support/pack/badInput';
import { NOT_A_JSON_OBJECT, notTheSid, PROTOTYPE_KEYS } from '../../support/pack/badValues';
import { useVendor } from '../../support/pack/useVendor';
import { byIdentity, bySid } from '../../support/pack/vendors';

const stage = useVendor();
const anna = `User ${PEOPLE.anna.identity}: `;
const aRole = `RL${'a'.repeat(32)}`;
const aService = `IS${'a'.repeat(32)}`;

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
		good: PEOPLE.bob.conversationUser,
		names: 'User ',
	},
	userToDelete: {
		operation: 'user.delete',
		label: 'User',
		parameters: { user: bySid(GIVEN) },
		good: PEOPLE.bob.conversationUser,
		names: 'User ',
	},
	identityToCreate: {
		operation: 'user.create',
		label: 'Identity',
		parameters: { identity: GIVEN },
		good: 'Grace Hopper',
		names: 'Identity ',
	},
	service: {
		operation: 'user.update',
		label: 'Service',
		parameters: { service: bySid(GIVEN) },
		good: aService,
		names: anna,
	},
	serviceOfGetAll: {
		operation: 'user.getAll',
		label: 'Service',
		parameters: { service: bySid(GIVEN), limit: 1 },
		good: aService,
		names: 'Get many users: ',
	},
	serviceScope: {
		operation: 'user.update',
		label: 'Conversation Service',
		parameters: { serviceScope: GIVEN },
		good: 'default',
		names: anna,
	},
	role: {
		operation: 'user.update',
		label: 'Role',
		parameters: { updateFields: { role: bySid(GIVEN) } },
		good: aRole,
		names: anna,
	},
	roleOfGet: {
		operation: 'role.get',
		label: 'Role',
		parameters: { role: bySid(GIVEN) },
		good: aRole,
		names: 'Role ',
	},
	attributes: {
		operation: 'user.update',
		label: 'Attributes (JSON)',
		parameters: { updateFields: { attributes: GIVEN } },
		good: { agentState: 'break' },
		names: anna,
	},
	attributesToMerge: {
		operation: 'user.mergeAttributes',
		label: 'Attributes (JSON)',
		parameters: { attributes: GIVEN },
		good: { agentState: 'break' },
		names: anna,
		requests: 2,
	},
	webhookEnabled: {
		operation: 'user.update',
		label: 'Send Webhooks',
		parameters: { updateFields: { friendlyName: 'A', webhookEnabled: GIVEN } },
		good: false,
		names: anna,
	},
} satisfies Record<string, FieldUnderTest>;

specifyBadInput(stage, 'twilioConversations', fields, [
	{
		mistake: 'an id of another kind',
		fields: ['userSid', 'userToDelete', 'service', 'serviceOfGetAll', 'role', 'roleOfGet'],
		given: notTheSid,
		says: /must be a (user|conversation service|role) SID/,
	},
	{
		mistake: 'an identity that would be read as a path',
		fields: ['identity'],
		given: { 'two dots': '..', 'a path': '../Users' },
		says: /cannot/,
	},
	{
		mistake: 'a user to create without an identity',
		fields: ['identityToCreate'],
		given: { nothing: '', blanks: ' ', 'an object': { a: 1 } },
		says: /is empty|must be text/,
	},
	{
		mistake: 'JSON that is not an object',
		fields: ['attributes', 'attributesToMerge'],
		given: NOT_A_JSON_OBJECT,
		says: /must be a JSON object|is not valid JSON|is empty/,
	},
	{
		mistake: 'attributes with a key that JavaScript keeps for itself',
		fields: ['attributesToMerge'],
		given: PROTOTYPE_KEYS,
		says: /cannot contain the key/,
	},
	{
		mistake: 'a choice that there is none of',
		fields: ['serviceScope'],
		given: { 'an unknown word': 'nonsense' },
		says: /must be one of default, specific/,
	},
	{
		mistake: 'a switch that is neither true nor false',
		fields: ['webhookEnabled'],
		given: { 'the word yes': 'yes', 'a number': 1 },
		says: /must be true or false/,
	},
]);

specifyAddresses(stage, 'twilioConversations', fields, [
	{
		field: 'identity',
		address: /^\/conversations\/v1\/Services\/IS\w{32}\/Users\/([^/]+)$/,
		sent: (id) => id.trim(),
	},
	{
		field: 'roleOfGet',
		address: /^\/conversations\/v1\/Services\/IS\w{32}\/Roles\/([^/]+)$/,
		sent: (id) => id.trim(),
	},
]);

describe('an update that changes nothing', () => {
	it.each([{ updateFields: {} }, { updateFields: { webhookEnabled: false } }])(
		'is refused, and the user is named: %j',
		async (parameters) => {
			const { error } = await stage.run('twilioConversations', 'user.update', parameters, [{}, {}]);

			expect(error?.message).toContain(`${anna}there is nothing to change`);
			expect(error?.message).toContain("'Update Fields'");
			expect(stage.recorder.seen).toEqual([]);
		},
	);
});
