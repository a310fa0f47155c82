import type { VendorResponse } from '../shared/http/response';
import type { Values } from '../shared/operation/operation';
import { isRecord } from '../shared/values/record';
import { textOf } from '../shared/values/text';
import type { Adapter, Observed, StateOption } from '../shared/state/adapter';
import { agentsIn, isExtension, spellingsOf, wordsFor } from './agents';
import { userField } from './resources/fields';
import { agents } from './resources/lookups';
import { agentAmong, statusField } from './resources/queueAgent/status';
import { agentInAnyQueue, queuesField, queuesIn } from './resources/queueAgent/queues';
import { vendor } from './vendor';
import { workload } from './workload';

const agentPath = '/uapi/extensions/{user}/{queue}/queue/agents/{agent}';

const states: StateOption[] = [
	{ key: '0', label: 'Logged Out', fields: { status: '0' }, takesWork: false },
	{ key: '1', label: 'Online', fields: { status: '1' }, takesWork: true },
	{ key: '2', label: 'Paused', fields: { status: '2' }, takesWork: false },
];

/** An agent has a status in each queue. A pause has no reason there, so busy and break are the same. */
export const adapter: Adapter = {
	id: 'voipNow',
	vendor,
	noun: 'Status',
	scopeFields: [userField, queuesField],
	scopeColumn: {
		of: ({ queue }) => `${queue ?? ''}`,
		parameters: (scope) => ({ queues: scope ?? '' }),
	},
	fanOut: queuesIn,
	agent: agentInAnyQueue,
	nativeFields: () => ['status'],
	native: { ...statusField, name: 'native', description: 'The status that stands for this state' },
	stateOptions: () => ({
		kind: 'fixed',
		options: states,
		usual: { available: '1', busy: '2', break: '2', offline: '0' },
	}),
	notice: 'An agent has a status in each queue. VoipNow stores no reason, so Busy and Break both become Paused.',
	reading: {
		one: agentPath,
		// Other digits may be the public number of a remote agent, which only the list tells.
		isId: isExtension,
		spellingsOf,
		list: agents,
		recordsIn: ({ body }) => agentsIn(body),
		isUnknown: ({ body }) => isRecord(body) && isRecord(body.error) && body.error.code === 'qag_agent_invalid',
		observe,
		tellsSince: false,
	},
	workload,
	writing: {
		request: { method: 'PUT', path: agentPath, idempotent: true },
		body: ({ fields }) => ({ ...fields }),
		observe: ({ body }: VendorResponse, _native, values) => {
			const agent = agentAmong(agentsIn(body), values);
			return agent && observe(agent, values);
		},
	},
};

function observe(agent: Record<string, unknown>, { queue }: Values): Observed | undefined {
	const [id, ...aliases] = wordsFor(agent, `${queue ?? ''}`);
	if (id === undefined) return undefined;
	return {
		id,
		name: textOf(agent.agentNumber) || id,
		aliases,
		native: states.find(({ key }) => key === String(agent.status)) ?? null,
		since: null,
	};
}
