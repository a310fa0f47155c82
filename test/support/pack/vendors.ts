import type { INodeParameters } from 'n8n-workflow';
import { nodeSamples } from '../../../simulators';
import { located } from '../../../simulators/locator';
import { FIRST_OTHER, type Credentials, type NodeSamples, type Replying, type Two } from '../../../simulators/samples';
import type { Recorder } from './recorder';

export { conpeekCredential } from '../../../simulators/conpeek/samples';
export { byIdentity, byName, bySid, fromList, located } from '../../../simulators/locator';
export { twilioCredential } from '../../../simulators/twilio/samples/account';
export { ATTRIBUTES } from '../../../simulators/twilio/samples/reply';
export { voipNowCredential } from '../../../simulators/voipNow/samples';

/** What is known of every vendor node on disk, by the node's internal name. */
export const SUBJECTS: Record<string, NodeSamples> = nodeSamples();

const everyNode = Object.values(SUBJECTS);

/** Columns and mapping of Agent State's own; the fields that it takes from a service have that service's samples. */
const columns: Record<string, Two> = {
	agentColumn: ['agentId', 'other.who'],
	stateColumn: ['desiredState', 'should'],
	'moreColumns.noteColumn': ['note', 'remark'],
	'moreColumns.reasonColumn': ['reason', 'why'],
	'moreColumns.scopeColumn': ['scope', 'place'],
	'moreColumns.vendorColumn': ['service', 'vendor'],
};

/** Agent State over all of them, by one credential for each service. */
const AGENT_STATE: NodeSamples = {
	credentials: (url) => Object.assign({}, ...everyNode.map(({ credentials }) => credentials(url))) as Credentials,
	paths: /^\//,
	reply: (request) => everyNode.find(({ paths }) => paths.test(request.path))?.reply(request) ?? { status: 404 },
	operations: { setState: {}, getState: {}, getHistory: {}, restorePrevious: {}, compare: {} },
	firstColumns: {},
	optional: {},
	fields: columns,
	numbered: {},
};

export function subjectOf(node: string): NodeSamples {
	const subject = node === 'agentState' ? AGENT_STATE : SUBJECTS[node];
	if (!subject) throw new Error(`No samples.ts in a folder of simulators/ knows the node ${node}`);
	return subject;
}

/** Valid parameters for an operation, such as `worker.update`. */
export function parametersOf(node: string, name: string): INodeParameters {
	const { operations, optional } = subjectOf(node);
	const required = operations[name];
	if (!required) throw new Error(`The samples of ${node} do not know the operation ${name}`);
	const [operation = '', resource] = name.split('.').reverse();
	return {
		...(resource !== undefined && { resource }),
		operation,
		...structuredClone({ ...required, ...optional[name] }),
	};
}

/** Another agent for each item: changes that read the record first take turns on the same one. */
export function oneEach(node: string, parameters: INodeParameters): INodeParameters {
	const [field, ids] = Object.entries(subjectOf(node).numbered).find(([name]) => name in parameters) ?? [];
	if (field === undefined || ids === undefined) return parameters;
	const id = `=${ids.prefix}{{ String(${FIRST_OTHER} + $itemIndex).padStart(${ids.digits}, "0") }}`;
	return { ...parameters, [field]: typeof parameters[field] === 'object' ? located('id', id) : id };
}

/** The agent that `oneEach` gives to an item. */
export function agentAt(node: string, item: number): string {
	const [ids] = Object.values(subjectOf(node).numbered);
	if (!ids) throw new Error(`The samples of ${node} number no agents`);
	return ids.prefix + String(FIRST_OTHER + item).padStart(ids.digits, '0');
}

/** A vendor's answers with a state in them, for operations that set states. */
export const withState = (reply: Replying): Replying =>
	everyNode.reduce((answers, { states }) => states?.withState?.(answers) ?? answers, reply);

/** Points the recorder at a node's vendor. */
export function playVendor(recorder: Recorder, node: string): void {
	recorder.reset();
	recorder.reply = subjectOf(node).reply;
}
