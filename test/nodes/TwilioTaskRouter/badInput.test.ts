import type { INodeParameters } from 'n8n-workflow';
import { PEOPLE, WORKSPACE_SID } from '../../../simulators';
import { specifyAddresses } from '../../support/pack/anyId';
import { specifyAccepted, specifyBadInput } from '../../support/pack/badInput';
import { EMPTY, NOT_A_JSON_OBJECT, notTheSid, PROTOTYPE_KEYS, TOO_LONG_A_NAME } from '../../support/pack/badValues';
import { useVendor } from '../../support/pack/useVendor';
import { fields } from './badInputFields';

const stage = useVendor();

specifyBadInput(stage, 'twilioTaskRouter', fields, [
	{
		mistake: 'an id of another kind',
		fields: [
			'workspace',
			'workspaceToGet',
			'worker',
			'workerToGet',
			'workerToDelete',
			'workerOfEvents',
			'activity',
			'activityToSet',
			'activityToGet',
			'activityFromList',
			'activityToDelete',
			'workerActivity',
			'channel',
			'channelToChange',
			'reservation',
			'eventSid',
			'taskSid',
			'taskQueueSid',
		],
		given: notTheSid,
		says: /must be an? (workspace|worker|activity|worker channel|reservation|event|task|task queue) SID/,
	},
	{
		mistake: 'an operating unit that is none',
		fields: ['operatingUnit'],
		given: { 'a SID of another kind': `WK${'a'.repeat(32)}`, nothing: '' },
		says: /must be an operating unit SID/,
	},
	{
		mistake: 'an event that no SID names, which would filter nothing',
		fields: ['eventSid'],
		given: { ...EMPTY, 'two dots': '..' },
		says: /is empty|must be an? event SID/,
	},
	{
		mistake: 'a name that is too long',
		fields: ['workerName', 'workerToCreate', 'activityToCreate', 'activityToRename'],
		given: TOO_LONG_A_NAME,
		says: /is 65 characters long; at most 64 are allowed/,
	},
	{
		mistake: 'no name for what needs one',
		fields: ['workerToCreate', 'activityToCreate', 'activityToRename'],
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
		mistake: 'skills that are none',
		fields: ['skillsToAdd', 'skillsToRemove'],
		given: {
			nothing: '',
			'commas only': ' , ,',
			'an empty list': [],
			'a list of blanks': [' '],
			'an object': { a: 1 },
		},
		says: /enter at least one skill|must be/,
	},
	{
		mistake: 'a skills attribute that no attribute can be called',
		fields: ['skillsAttribute'],
		given: {
			nothing: '',
			'a name with a hyphen': 'my-skills',
			'two dots': 'routing..skills',
			'the prototype': '__proto__.skills',
			'the constructor': 'constructor.prototype',
		},
		says: /must be the name of an attribute|is empty|cannot/,
	},
	{
		mistake: 'a number that is none, or too small',
		fields: ['concurrency', 'capacity'],
		given: { 'less than none': -1, 'a fraction': 1.5, 'half a task': 0.5, 'a word': 'abc' },
		says: /must be a whole number|must be at least 0/,
	},
	{
		mistake: 'a number that must be at least one',
		fields: ['minutes', 'limit'],
		given: { none: 0, 'a fraction': 1.5, 'a word': 'all' },
		says: /must be a whole number|must be at least 1/,
	},
	{
		mistake: 'a level that is not a number',
		fields: ['level'],
		given: { 'a word': 'high', 'a number beyond all bounds': '1e400' },
		says: /must be a number/,
	},
	{
		mistake: 'a level that would be rounded',
		fields: ['level'],
		given: { 'a long decimal': '0.12345678901234567', 'a long whole number': '9007199254740993' },
		says: /has more digits than can be kept exactly/,
	},
	{
		mistake: 'attributes whose numbers would be rounded',
		fields: ['attributesToMerge'],
		given: {
			'a long whole number': '{"a":9007199254740993}',
			'a long decimal': '{"a":[0.12345678901234567]}',
			'a number beyond all bounds': '{"a":1e400}',
		},
		says: /contains a number that is too long to be kept exactly/,
	},
	{
		mistake: 'attributes from an expression whose numbers were rounded before',
		fields: ['attributes', 'attributesToMerge'],
		given: { 'a long whole number': { a: 2 ** 60 } },
		says: /contains a number that is too long to be kept exactly/,
	},
	{
		mistake: 'a time that is none',
		fields: ['startDate', 'endDate'],
		given: {
			nothing: '',
			'a word': 'yesterday',
			'a number': 5,
			'a word with a number, which JavaScript takes for a year': 'Anna 1',
			'a month that is none': '2026-13-01T00:00:00Z',
			'an object': { a: 1 },
		},
		says: /must be a date and time/,
	},
	{
		mistake: 'a version that no header can hold',
		fields: ['ifMatch'],
		given: {
			nothing: '',
			'a line feed that would begin another header': '"3"\r\nX-Evil: 1',
			'a character that no header can hold': '"3ż"',
		},
		says: /must be a version/,
	},
	{
		mistake: 'a condition on something that no attribute can be called',
		fields: ['conditionAttribute'],
		given: {
			nothing: '',
			'a name with a blank': 'my skills',
			'a name with a quotation mark': "skills'",
			'a whole condition': '1 == 1 OR skills',
			'a name that begins with a digit': '1skills',
			'undefined from an expression': undefined,
		},
		says: /'Attribute' is empty|which is not a valid name/,
	},
	{
		mistake: 'a comparison that there is none of',
		fields: ['conditionOperator'],
		given: {
			nothing: '',
			'an unknown word': 'nonsense',
			'a comparison with more behind it': '== 1 OR',
			'undefined from an expression': undefined,
		},
		says: /has an unknown comparison/,
	},
	{
		mistake: 'a switch that is neither true nor false',
		fields: ['rejectPending', 'activityAvailable'],
		given: { 'the word yes': 'yes', 'a number': 1 },
		says: /must be true or false/,
	},
	{
		mistake: 'a choice that there is none of',
		fields: ['reservationStatus', 'listRule', 'ordering'],
		given: { 'an unknown word': 'nonsense' },
		says: /must be one of/,
	},
]);

specifyAccepted(stage, 'twilioTaskRouter', fields, [
	{
		field: 'workerName',
		what: '64 characters',
		given: 'x'.repeat(64),
		sends: { FriendlyName: 'x'.repeat(64) },
	},
	{ field: 'workerName', what: '64 smileys', given: '😀'.repeat(64), sends: { FriendlyName: '😀'.repeat(64) } },
	{ field: 'activityToCreate', what: '64 smileys', given: '😀'.repeat(64), sends: { FriendlyName: '😀'.repeat(64) } },
	{
		field: 'activityToRename',
		what: '64 characters',
		given: 'x'.repeat(64),
		sends: { FriendlyName: 'x'.repeat(64) },
	},
	{ field: 'capacity', what: 'none', given: 0, sends: { Capacity: '0' } },
	{ field: 'concurrency', what: 'none', given: 0, sends: { Concurrency: '0' } },
]);

const trimmed = (id: string) => id.trim();

specifyAddresses(stage, 'twilioTaskRouter', fields, [
	{
		field: 'worker',
		address: /^\/taskrouter\/v1\/Workspaces\/WS\w{32}\/Workers\/([^/]+)$/,
		sent: trimmed,
	},
	{
		field: 'workspace',
		address: /^\/taskrouter\/v1\/Workspaces\/([^/]+)\/Workers\/WK\w{32}$/,
		sent: trimmed,
	},
	{
		field: 'activityToGet',
		address: /^\/taskrouter\/v1\/Workspaces\/WS\w{32}\/Activities\/([^/]+)$/,
		sent: trimmed,
	},
	{
		field: 'channel',
		address: /^\/taskrouter\/v1\/Workspaces\/WS\w{32}\/Workers\/WK\w{32}\/Channels\/([^/]+)$/,
		sent: trimmed,
	},
	{ field: 'reservation', address: /\/Workers\/WK\w{32}\/Reservations\/([^/]+)$/, sent: trimmed },
]);

describe('an update that changes nothing', () => {
	it.each([{ updateFields: {} }, { updateFields: { ifMatch: '3' } }])(
		'is refused, and the worker is named: %j',
		async (parameters) => {
			const { error } = await stage.run('twilioTaskRouter', 'worker.update', parameters, [{}, {}]);

			expect(error?.message).toContain(`Worker ${PEOPLE.anna.worker}: there is nothing to change`);
			expect(error?.message).toContain("'Update Fields'");
			expect(stage.recorder.seen).toEqual([]);
		},
	);
});

describe('a list filtered by conditions without any', () => {
	it.each<INodeParameters>([{}, { condition: [] }])('is refused rather than read whole: %j', async (conditions) => {
		const parameters = { filters: { conditions } };

		const { error } = await stage.run('twilioTaskRouter', 'worker.getAll', parameters, [{}, {}]);

		expect(error?.message).toContain(
			`Workspace ${WORKSPACE_SID}: 'Conditions' has no condition: add one, or remove the filter`,
		);
		expect(stage.recorder.seen).toEqual([]);
	});
});
