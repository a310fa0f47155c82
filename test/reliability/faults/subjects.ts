import type { INodeParameters } from 'n8n-workflow';
import { vendorSimulators } from '../../../simulators';
import type { Replying, StateSamples } from '../../../simulators/samples';
import type { Simulator } from '../../../simulators/server';
import type { NodeDefinition, Operation } from '../../../nodes/shared/operation/operation';
import type { Job } from '../../support/bench/bench';
import { pages } from '../../support/documents/reference';
import { parametersOf, subjectOf } from '../../support/pack/vendors';

export const KINDS = ['list', 'read', 'update', 'merge', 'create, delete', 'set state'] as const;

export type Kind = (typeof KINDS)[number];

/** An operation that things go wrong with. */
export interface Subject {
	/** Such as `twilioTaskRouter worker.create`. */
	name: string;
	kind: Kind;
	open: () => Promise<OpenSubject>;
}

export interface OpenSubject {
	/** The address of the service, or what answers in its place. */
	service: string | Replying;
	/** @param url at which the service is reached */
	job: (url: string) => Pick<Job, 'node' | 'parameters' | 'items' | 'credentials'>;
	/** Whether the agent is in the state that was asked for, where that can be seen. */
	isDone?: () => boolean;
	close: () => Promise<void>;
}

/** Every operation of every vendor's node, and *Set State* and *Get State* of Agent State at every service. */
export const subjects = (): Subject[] => [...pages.flatMap(([, definition]) => ofNode(definition)), ...ofAgentState()];

/** The same for all operations of a node but custom ones, such as *Set State*, which is Agent State's. */
function ofNode(definition: NodeDefinition): Subject[] {
	const node = vendorSimulators()
		.flatMap(({ samples }) => Object.keys(samples))
		.find((name) => name.toLowerCase() === nodeNameOf(definition));
	if (node === undefined) throw new Error(`No samples are those of ${definition.vendor.name}`);
	return definition.resources.flatMap(({ option, operations }) =>
		operations.flatMap((operation): Subject[] => {
			const kind = kindOf(operation);
			if (!kind) return [];
			const name = `${String(option.value)}.${operation.option.value}`;
			return [{ name: `${node} ${name}`, kind, open: async () => openOperation(node, name) }];
		}),
	);
}

const nodeNameOf = ({ vendor }: NodeDefinition): string => vendor.name.replaceAll(' ', '').toLowerCase();

function kindOf(operation: Operation): Kind | undefined {
	if (operation.kind === 'custom') return undefined;
	if (operation.kind === 'list') return 'list';
	if (operation.request.method === 'GET') return 'read';
	if (!operation.request.idempotent) return 'create, delete';
	return operation.kind === 'edit' && !operation.edit.applies ? 'merge' : 'update';
}

function openOperation(node: string, name: string): OpenSubject {
	const { reply, credentials } = subjectOf(node);
	return {
		service: (request) =>
			request.path.startsWith('/oauth/')
				? { body: { access_token: 'a-token-of-the-service', token_type: 'Bearer', expires_in: 7200 } }
				: reply(request),
		job: (url) => ({ node, parameters: parametersOf(node, name), credentials: credentials(url) }),
		close: async () => {},
	};
}

function ofAgentState(): Subject[] {
	return vendorSimulators().flatMap(({ start, samples }) =>
		Object.entries(samples).flatMap(([node, { states }]): Subject[] => {
			if (!states) return [];
			const subject = (operation: string, kind: Kind): Subject => ({
				name: `agentState ${operation} (${node})`,
				kind,
				open: async () => openStates(await start(), node, states, operation),
			});
			return [subject('setState', 'set state'), ...(states.tells ? [subject('getState', 'read')] : [])];
		}),
	);
}

function openStates(simulator: Simulator, vendor: string, states: StateSamples, operation: string): OpenSubject {
	states.prepare?.(simulator);
	const parameters: INodeParameters = { operation, source: 'items', vendor, ...states.scopeFields };
	return {
		service: simulator.url,
		job: (url) => ({
			node: 'agentState',
			parameters,
			items: [{ agentId: states.agents[0]?.id, desiredState: 'available' }],
			credentials: subjectOf(vendor).credentials(url),
		}),
		...(operation === 'setState' && { isDone: () => isSame(states.stateOf(simulator), states.available) }),
		close: async () => await simulator.close(),
	};
}

const isSame = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other);
