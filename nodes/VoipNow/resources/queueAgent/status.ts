import { fromModel } from '../../../shared/n8n/toolForm';
import type { IDataObject } from 'n8n-workflow';
import type { VendorResponse } from '../../../shared/http/response';
import { onlyDifferences } from '../../../shared/operation/run/readModifyWrite';
import type { Field, Values } from '../../../shared/operation/operation';
import { problem, value, type Result } from '../../../shared/values/result';
import { agentNamed, agentsIn } from '../../agents';

export const statusField: Field = {
	displayName: 'Status',
	name: 'status',
	type: 'options',
	options: [
		{ name: 'Logged Out', value: '0', description: 'Gets no calls from this queue' },
		{ name: 'Online', value: '1', description: 'Gets calls from this queue' },
		{
			name: 'Paused',
			value: '2',
			description: 'Stays logged in but gets no calls. VoipNow stores no reason.',
		},
	],
	default: '1',
	required: true,
	description: 'The status of the agent in this queue. Other queues are not changed.',
	routing: { send: { type: 'body', property: 'status' } },
	inTool: {
		default: fromModel(
			'Status',
			'0 (logged out), 1 (online: gets calls from this queue) or 2 (paused: gets no calls)',
		),
	},
};

/** The agent that was asked for, however the answer spells it. */
export const agentAmong = (agents: Array<Record<string, unknown>>, { agent, queue }: Values) =>
	agentNamed(agents, `${agent ?? ''}`, `${queue ?? ''}`);

/** The agent is read from the address that is written, and may come in any of the shapes of a list. */
export const statusEdit = onlyDifferences({
	keyOf: (field) => field,
	record: ({ body }, values) => agentAmong(agentsIn(body), values),
});

/** Puts out the agent as VoipNow sent it, and whether the answer confirms the change. */
export function confirmation({ status, body }: VendorResponse, asked: Values): Result<IDataObject[]> {
	if (typeof body === 'string') {
		return problem('VoipNow answered with a web page instead of an agent');
	}
	const agents = agentsIn(body);
	const agent = agentAmong(agents, asked);
	if (agent && String(agent.status) === asked.status) {
		return value([{ ...(agent as IDataObject), confirmed: true }]);
	}
	const note = agent
		? `VoipNow accepted the change and answered with status ${String(agent.status)} instead of ${asked.status}`
		: agents.length > 0
			? 'VoipNow accepted the change and answered with another agent'
			: `VoipNow accepted the change and answered without an agent (HTTP status ${status})`;
	const known = agent ?? { agentNumber: asked.agent, queue: asked.queue, status: null };
	return value([{ ...(known as IDataObject), requestedStatus: asked.status, confirmed: false, note }]);
}
