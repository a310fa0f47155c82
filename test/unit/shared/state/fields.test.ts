import { adapters } from '../../../../nodes/AgentState/adapters';
import { getHistoryOf } from '../../../../nodes/shared/state/getHistory';
import {
	causeField,
	mappingField,
	noteField,
	previewField,
	runOptions,
	stateField,
} from '../../../../nodes/shared/state/fields';
import { historyFrom, historyUntil } from '../../../../nodes/shared/state/historyFields';
import { setStateOf } from '../../../../nodes/shared/state/setState';
import { isState, stateNamed } from '../../../../nodes/shared/state/state';
import { formText } from '../../../support/formText';
import { officeAdapter } from '../../../support/stateOffice';

const adapterOf = (id: string) => {
	const adapter = adapters.find((one) => one.id === id);
	if (!adapter) throw new Error(`There is no adapter ${id}`);
	return adapter;
};

it('the fields of a state say what they do', () => {
	expect(formText([stateField, causeField, noteField, previewField])).toEqual([
		'State (state, options, required) = "available": The state that the agent should be in. Nothing is written if the agent is in it already.',
		'  Available = "available": Gets work',
		'  Break = "break": Gets no work: a rest',
		'  Busy = "busy": Gets no work: other duties, such as training',
		'  Offline = "offline": Signed off',
		'Reason (reason, string) = "" [e.g. Lunch]: Why the agent is in this state, such as the name of a break. It appears in the result, and \'State Mapping\' can give a reason a state of its own.',
		'Note (note, string) = "" [e.g. Back at 14:00]: A note that the service keeps with the break',
		'Preview Only (previewOnly, boolean) = false: Whether to show what would change without changing anything',
	]);
});

it('the options of a run say what they do', () => {
	expect(formText(runOptions.map(({ field }) => field))).toEqual([
		'Confirm After (Seconds) (confirmAfter, number) = 5 {"minValue":0}: Wait this many seconds after the last change, then read the changed agents again. Agents who are not in the new state get the outcome \'unconfirmed\'.',
		'Grace Time (Minutes) (graceMinutes, number) = 10 {"minValue":0}: How many minutes to leave agents alone after someone else changed their state. Changes by Agent State do not count: n8n knows those made since it started, and this node remembers those of runs started by a trigger.',
		'Agents With Open Work (openWork, options) = "now": What to do with agents who are on a task or a call, if the new state gets no work. Work that begins after the node has checked is not noticed.',
		'  Change Now = "now": Open work makes no difference',
		'  Leave at Most N Minutes = "atMost": Like Leave Until Done, but for no longer than the minutes you set. The time counts from the first run that left the agent alone, and only runs started by a trigger remember it.',
		'  Leave Until Done = "untilDone": Their rows have the outcome \'deferred\', and a later run changes them',
		'Leave at Most (Minutes) (openWorkMinutes, number) = 30 {"minValue":0}: The longest time to let agents finish their work, unless \'Agents With Open Work\' sets another one',
		'Memory (memory, options) = "columns": Where the node keeps what the next run must know: its own changes, and since when it has left agents to their work. Without this option n8n keeps it.',
		'  Kept in Columns = "columns": Every row has a column \'memory\'. Keep it in a data table, and give it back to the next run in a column of that name. Works in queue mode and in runs from the editor, too.',
		'  Kept in the Workflow = "n8n": By n8n, for runs that a trigger started',
		'Only Out for More Than (Minutes) (outMinutes, number) = 10 {"minValue":0}: Output only agents who have been in a state other than the desired one for longer than this, once each until they are back in it. The node remembers the start from runs started by a trigger.',
		'Output (output, options) = "all" {"hide":{"@tool":[true]}}: Which agents to return. The line above the output counts all of them either way. With no row left, the workflow ends here, unless \'Always Output Data\' is on in the settings of this node. With Memory \'Kept in Columns\' all agents are returned.',
		'  All Agents = "all": Every agent has a row',
		'  Changed Only = "changed": Agents who were already in the right state have no row. Those who failed, were deferred or skipped have one.',
		'Protected States (protectedStates, string) = "" [e.g. On Call, Wrap-up]: Agents in these states are left alone. Type the names that the service shows, or available, busy, break and offline, separated by commas.',
		'Reject Pending Work (rejectPending, boolean) = false: Whether to take back work that was offered to the agent and is not accepted yet. Applies only if the new state gets no work.',
		'Restore Even if Changed Since (restoreAnyway, boolean) = false: Whether to also restore agents who have moved on to another state in the meantime',
		"Send Webhooks (webhookEnabled, boolean) = true: Whether changes trigger the service's webhooks. Add this if an application relies on them: otherwise a change through the API may not trigger any.",
		"Technical Details (technicalDetails, boolean) = false: Whether to add columns about the run: when the row was made, how often the change was sent, how long it took, and the ID to quote to the service's support",
		'Trust the Last Change (Minutes) (trustMinutes, number) = 60 {"minValue":0}: For services whose states cannot be read: for how many minutes to rely on the state that this node set last, without writing it again. Only runs started by a trigger are remembered.',
		'Unknown Agents (unknownAgents, options) = "fail": What to do with agents that the service does not know',
		'  Are Skipped = "skip": Their rows have the outcome \'skipped\'',
		'  Count as Failed = "fail": The setting \'On Error\' decides what happens then',
	]);
});

const reading = ['confirmAfter', 'output', 'protectedStates', 'technicalDetails', 'unknownAgents'];
const working = ['openWork', 'openWorkMinutes'];

it.each([
	['conpeek', 'setState', ['memory', 'output', 'technicalDetails', 'trustMinutes']],
	['conpeek', 'restorePrevious', ['memory', 'output', 'restoreAnyway', 'technicalDetails', 'trustMinutes']],
	['conpeek', 'getState', []],
	['voipNow', 'setState', [...reading, ...working, 'memory']],
	['voipNow', 'compare', ['outMinutes', 'unknownAgents']],
	['twilioFrontline', 'setState', reading],
	['twilioFrontline', 'restorePrevious', [...reading, 'restoreAnyway']],
	['twilioConversations', 'setState', [...reading, 'webhookEnabled']],
	['twilioTaskRouter', 'setState', [...reading, ...working, 'graceMinutes', 'memory', 'rejectPending']],
	['twilioTaskRouter', 'getHistory', ['unknownAgents']],
])('at %s the options of %s are %j', (id, operation, names) => {
	const shown = runOptions.filter(
		({ concerns, operations = [operation] }) => concerns(adapterOf(id)) && operations.includes(operation),
	);
	expect(shown.map(({ field }) => field.name).sort()).toEqual([...names].sort());
});

it.each([
	[
		'conpeek',
		'Which work state at Conpeek stands for which state. Unless you list them here, Available is Online, Break is Coffee Break, Busy is Business Break, Offline is Offline.',
	],
	[
		'twilioTaskRouter',
		'Which activity at Twilio TaskRouter stands for which state. For a state that is not listed here, the node uses the activity of the same or a similar name.',
	],
	[
		'twilioConversations',
		'Which state at Twilio Conversations stands for which state. Unless you list them here, Available is available, Break is break, Busy is busy, Offline is offline.',
	],
])('the mapping of %s says what holds without it', (id, description) => {
	const field = mappingField(adapterOf(id), 'stateMapping');
	expect(field).toMatchObject({ name: 'stateMapping', placeholder: 'Add State' });
	expect(formText([field]).slice(0, 11)).toEqual(
		[
			`State Mapping (stateMapping, fixedCollection) = {} [Add State] {"multipleValues":true}: ${description}`,
			'  State (rule)',
			'    State (state, options) = "available": The state in this workflow',
			'      Available = "available": Gets work',
			'      Break = "break": Gets no work: a rest',
			'      Busy = "busy": Gets no work: other duties, such as training',
			'      Offline = "offline": Signed off',
			'    Only for Reason (reason, string) = "" [e.g. Lunch]: Use this row only for this reason. Leave it empty to use the row for every reason.',
			...formText([adapterOf(id).native], '    '),
		].slice(0, 11),
	);
});

describe('the operations of a vendor’s own node', () => {
	it('that set a state have its fields, and the options that mean something there', () => {
		const { option, subject, fields } = setStateOf(adapterOf('conpeek'), 'a user');
		expect(option).toEqual({
			name: 'Set State',
			value: 'setState',
			action: 'Set the state of a user',
			description:
				'Make an agent available, busy, on a break or offline; nothing is written if Conpeek already shows that state',
		});
		expect(subject).toBe('user');
		expect(fields.map(({ name }) => name)).toEqual([
			...['stateNotice', 'onlineModeId', 'user', 'state', 'reason', 'note', 'previewOnly'],
			...['stateMapping', 'stateOptions'],
		]);
		expect(fields[0]).toMatchObject({
			type: 'notice',
			default: '',
			displayName:
				'Conpeek offers no way to read states, so this node remembers what it set. For a break, give its name in Conpeek as the reason.',
		});
		expect(fields.at(-1)).toMatchObject({
			displayName: 'State Options',
			type: 'collection',
			placeholder: 'Add Option',
			default: {},
			options: [{ name: 'memory' }, { name: 'output' }, { name: 'technicalDetails' }, { name: 'trustMinutes' }],
		});
	});

	it('that set a state have no note and no notice where the service has none', () => {
		const { fields } = setStateOf(adapterOf('twilioTaskRouter'), 'a worker');
		expect(fields.map(({ name }) => name)).toEqual([
			...['workspace', 'worker', 'state', 'reason', 'previewOnly', 'stateMapping', 'stateOptions'],
		]);
		expect(setStateOf(officeAdapter({ notice: '' }), 'an agent').fields[0]?.name).toBe('stateNotice');
	});

	it('that tell the history have the time, and no option of a change', () => {
		const { kind, option, subject, fields } = getHistoryOf(adapterOf('twilioTaskRouter'), 'a worker');
		expect(kind).toBe('custom');
		expect(option).toEqual({
			name: 'Get History',
			value: 'getHistory',
			action: 'Get the state history of a worker',
			description: 'List the states that an agent was in, with start and end times',
		});
		expect(subject).toBe('worker');
		expect(fields.map(({ name }) => name)).toEqual([
			...['workspace', 'worker', 'historyFrom', 'historyUntil', 'stateMapping', 'stateOptions'],
		]);
		expect(fields.at(-1)?.options).toMatchObject([{ name: 'unknownAgents' }]);
	});
});

describe('the time of a history', () => {
	it('is said in the form', () => {
		expect(formText([historyFrom, historyUntil])).toEqual([
			'From (historyFrom, dateTime) = "": The start of the period. Leave empty for 24 hours before \'Until\'.',
			'Until (historyUntil, dateTime) = "": The end of the period. Leave empty for now; a time in the future counts as now.',
		]);
	});

	const noValue = { kind: 'problem', problem: 'has no value here; give it one, or empty the field' };
	const noTime = { kind: 'problem', problem: 'must be a date and time, such as 2026-03-29T08:00:00Z' };
	it.each<[unknown, unknown]>([
		['', { kind: 'value', value: '' }],
		[' ', { kind: 'value', value: '' }],
		[undefined, noValue],
		[null, noValue],
		['soon', noTime],
		[[], noTime],
		['1970-01-01T01:00:01', { kind: 'value', value: 1000 }],
		['1970-01-01T00:00:02Z', { kind: 'value', value: 2000 }],
	])('%j is read as %j', (given, parsed) => {
		expect(historyFrom.parse?.(given, 'Europe/Warsaw')).toEqual(parsed);
		expect(historyUntil.parse?.(given, 'Europe/Warsaw')).toEqual(parsed);
	});
});

it.each([
	['Available', 'available'],
	[' on break ', 'break'],
	['BUSY', 'busy'],
	['offline', 'offline'],
	['unknown', undefined],
	['on', undefined],
	['', undefined],
])('the word "%s" means the state %s', (word, state) => expect(stateNamed(word)).toBe(state));

it.each<[unknown, boolean]>([
	['available', true],
	['busy', true],
	['break', true],
	['offline', true],
	['unknown', true],
	['Available', false],
	['', false],
	[undefined, false],
])('%j is a state: %s', (word, is) => expect(isState(word)).toBe(is));
