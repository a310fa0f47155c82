import { PEOPLE, VOIPNOW_QUEUE, VOIPNOW_SALES_QUEUE } from '../../../simulators';
import { specifyAddresses } from '../../support/pack/anyId';
import { GIVEN, specifyAccepted, specifyBadInput, type FieldUnderTest } from '../../support/pack/badInput';
import { ASTRAY, NO_TEXT } from '../../support/pack/badValues';
import { useVendor } from '../../support/pack/useVendor';
import { bySid } from '../../support/pack/vendors';

const stage = useVendor();
const anna = `Agent ${PEOPLE.anna.extension}: `;

const fields = {
	user: { operation: 'queueAgent.update', label: 'User', parameters: { user: GIVEN }, good: '7', names: anna },
	queue: {
		operation: 'queueAgent.update',
		label: 'Queue',
		parameters: { queue: GIVEN },
		good: '0003*216',
		names: anna,
	},
	queueOfGet: {
		operation: 'queueAgent.get',
		label: 'Queue',
		parameters: { queue: GIVEN },
		good: '0003*216',
		names: anna,
	},
	queueOfGetAll: {
		operation: 'queueAgent.getAll',
		label: 'Queue',
		parameters: { queue: GIVEN },
		good: '0003*216',
		names: 'Queue ',
	},
	queues: {
		operation: 'queueAgent.updateInQueues',
		label: 'Queues',
		parameters: { queues: GIVEN },
		good: `${VOIPNOW_QUEUE}, ${VOIPNOW_SALES_QUEUE}`,
		names: anna,
		requests: 2,
	},
	agent: {
		operation: 'queueAgent.update',
		label: 'Agent',
		parameters: { agent: bySid(GIVEN) },
		good: '0003*211',
		names: 'Agent ',
	},
	agentInQueues: {
		operation: 'queueAgent.updateInQueues',
		label: 'Agent',
		parameters: { agent: bySid(GIVEN) },
		good: '0003*211',
		names: 'Agent ',
	},
	status: { operation: 'queueAgent.update', label: 'Status', parameters: { status: GIVEN }, good: '2', names: anna },
	extension: {
		operation: 'presence.getAll',
		label: 'Extension',
		parameters: { extension: GIVEN, limit: 1 },
		good: '0003*210',
		names: 'Extension ',
	},
	outputFields: {
		operation: 'queueAgent.getAll',
		label: 'Output Fields',
		parameters: { filters: { fields: GIVEN } },
		good: ['status'],
		names: `Queue ${VOIPNOW_QUEUE}: `,
	},
	limit: {
		operation: 'queueAgent.getAll',
		label: 'Limit',
		parameters: { limit: GIVEN },
		good: 3,
		names: `Queue ${VOIPNOW_QUEUE}: `,
	},
} satisfies Record<string, FieldUnderTest>;

specifyBadInput(stage, 'voipNow', fields, [
	{
		mistake: 'an id that is not text',
		fields: ['user', 'queue', 'queueOfGet', 'queueOfGetAll', 'extension'],
		given: NO_TEXT,
		says: /must be/,
	},
	{
		mistake: 'an id that could lead the request to another address',
		fields: ['user', 'queue', 'queueOfGet', 'queueOfGetAll', 'queues', 'extension'],
		given: ASTRAY,
		says: /must be/,
	},
	{
		mistake: 'the word @self, which stands for an extension and never for a queue',
		fields: ['queue', 'queueOfGet', 'queueOfGetAll', 'queues'],
		given: { '@self': '@self' },
		says: /"@self" is not allowed/,
	},
	{
		mistake: 'a bad queue among good ones',
		fields: ['queues'],
		given: {
			'@self after a good one': `${VOIPNOW_QUEUE},@self`,
			'a path in a list': [VOIPNOW_QUEUE, '../x'],
			'a list of names': ['a', 'b'],
		},
		says: /each must be the extension number of a queue/,
	},
	{
		mistake: 'queues that are none',
		fields: ['queues'],
		given: { 'commas only': ' , ', 'an object': { id: 1 } },
		says: /is empty|must be/,
	},
	{
		mistake: 'a name where VoipNow takes a number',
		fields: ['queue', 'agent', 'agentInQueues', 'extension'],
		given: { 'the name of an agent': 'anna', 'the name of a queue': 'Sales' },
		says: /must be (the|an) extension number/,
	},
	{
		mistake: 'a word with @ that VoipNow does not know',
		fields: ['user'],
		given: { '@someone': '@someone', '@self': '@self' },
		says: /must be @me, @viewer, @owner or the ID of a user/,
	},
	{
		mistake: 'another word with @ than @self',
		fields: ['extension'],
		given: { '@me': '@me' },
		says: /or @self/,
	},
	{
		mistake: 'a status that VoipNow does not have',
		fields: ['status'],
		given: { 'a word': 'Online', 'a number beyond': 3 },
		says: /must be one of 0, 1, 2/,
	},
	{
		mistake: 'output fields that VoipNow does not have',
		fields: ['outputFields'],
		given: { none: [], 'a field of another record': ['status', 'password'] },
		says: /choose at least one field|is not a field of an agent/,
	},
	{
		mistake: 'a limit that is not a number of agents',
		fields: ['limit'],
		given: { none: 0, 'a fraction': 1.5, 'a word': 'many' },
		says: /must be a whole number|must be at least 1/,
	},
]);

specifyAccepted(stage, 'voipNow', fields, [
	{ field: 'status', what: 'a number instead of its text', given: 0, sends: { status: '0' } },
]);

specifyAddresses(stage, 'voipNow', fields, [
	{ field: 'user', address: /^\/uapi\/extensions\/([^/]+)\/0003\*212\/queue\/agents\/0003\*210$/ },
	{ field: 'queue', address: /^\/uapi\/extensions\/@me\/([^/]+)\/queue\/agents\/0003\*210$/ },
	{ field: 'queueOfGet', address: /^\/uapi\/extensions\/@me\/([^/]+)\/queue\/agents\/0003\*210$/ },
	{
		field: 'agent',
		address: /^\/uapi\/extensions\/@me\/0003\*212\/queue\/agents\/([^/]+)$/,
		sent: (id) => id.trim(),
	},
	{ field: 'extension', address: /^\/uapi\/extensions\/@me\/([^/]+)\/presence\/\?[^/]*$/ },
]);
