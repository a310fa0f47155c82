import type { Client, Sent } from '../../nodes/shared/http/client';
import type { Failure } from '../../nodes/shared/http/failure';
import { plainFailure } from '../../nodes/shared/http/failure';
import type { VendorRequest } from '../../nodes/shared/http/request';
import type { VendorResponse } from '../../nodes/shared/http/response';
import { createBacklog } from '../../nodes/shared/n8n/runControl';
import { createWriteLog } from '../../nodes/shared/operation/run/keyedQueue';
import type { Lookup } from '../../nodes/shared/operation/lookup';
import type { Field } from '../../nodes/shared/operation/operation';
import type { Adapter, Native, Observed, StateOption } from '../../nodes/shared/state/adapter';
import type { DesiredState, Want } from '../../nodes/shared/state/input/form';
import { settingsOf, type Settings } from '../../nodes/shared/state/input/settings';
import { mappingOf, resolved, type MappingRule } from '../../nodes/shared/state/mapping';
import type { Scope } from '../../nodes/shared/state/read/scope';
import type { DecidedTask, ObservedTask, TargetedTask } from '../../nodes/shared/state/run/task';
import { isRecord } from '../../nodes/shared/values/record';
import { textOf } from '../../nodes/shared/values/text';
import { acme, wholeList } from './acme';

/** An office at the vendor Acme, for tests of what Agent State does with a service: four states and some agents. */
export const options: StateOption[] = [
	{ key: 'on', label: 'Online', fields: { state: 'on' }, takesWork: true },
	{ key: 'desk', label: 'Back Office', fields: { state: 'desk' }, takesWork: false },
	{ key: 'rest', label: 'Rest', fields: { state: 'rest' }, takesWork: false },
	{ key: 'off', label: 'Gone', fields: { state: 'off' }, takesWork: false },
];

const usual = { available: 'on', busy: 'desk', break: 'rest', offline: 'off' } as const;

export const nativeAt = (key: string): Native => {
	const { label, fields } = options.find((one) => one.key === key) ?? { label: key, fields: { state: key } };
	return { label, fields };
};

const field: Field = { displayName: 'Agent', name: 'agent', type: 'string', default: '' };

export const agentList: Lookup = {
	method: 'searchAgents',
	singular: 'agent',
	plural: 'agents',
	path: '/agents',
	paging: wholeList,
	id: 'id',
	label: 'name',
};

function observe({ id, name, names, alias, state, since }: Record<string, unknown>): Observed | undefined {
	if (typeof id !== 'string') return undefined;
	return {
		id,
		name: textOf(name) || id,
		...(Array.isArray(names) && { names: names.map(String) }),
		...(typeof alias === 'string' && { aliases: [alias] }),
		native: typeof state === 'string' ? (options.find(({ key }) => key === state) ?? nativeAt(state)) : null,
		since: textOf(since) || null,
	};
}

export const reading: NonNullable<Adapter['reading']> = {
	one: '/agents/{agent}',
	isId: (text) => /^A\d+$/.test(text),
	list: agentList,
	observe,
	tellsSince: true,
};

export const officeAdapter = (more: Partial<Adapter> = {}): Adapter => ({
	id: 'acme',
	vendor: { ...acme(), requestIdHeader: 'request-id' },
	noun: 'Status',
	scopeFields: [],
	agent: field,
	nativeFields: () => ['state'],
	native: field,
	stateOptions: () => ({ kind: 'fixed', options, usual }),
	reading,
	writing: {
		request: { method: 'PUT', path: '/agents/{agent}', idempotent: true },
		body: ({ fields }) => ({ ...fields }),
		observe: ({ body }) => (isRecord(body) ? observe(body) : undefined),
	},
	...more,
});

export const answered = (body: unknown, more: Partial<VendorResponse> = {}): Sent => ({
	kind: 'answered',
	response: { status: 200, headers: { 'request-id': 'R1' }, body, ...more },
	attempts: 1,
});

export const refusal = (message: string, more: Partial<Failure> = {}): { kind: 'failed'; failure: Failure } => ({
	kind: 'failed',
	failure: { ...plainFailure(message), httpCode: '409', ...more },
});

/** Answers like a service that holds these records, and writes down what it was asked. */
export function officeOf(
	records: ReadonlyArray<Record<string, unknown>>,
	instead?: (asked: string) => Sent | undefined,
) {
	const asked: string[] = [];
	const requests: VendorRequest[] = [];
	const problems: string[] = [];
	const client: Client = {
		async send(request, problemIn) {
			const { method, path, query, body } = request;
			const search = new URLSearchParams(
				Object.entries(query).map(([name, one]): [string, string] => [name, String(one)]),
			);
			const line = `${method} ${path}${search.size > 0 ? `?${search.toString()}` : ''}`;
			asked.push(line);
			requests.push(request);
			const other = instead?.(line);
			if (other?.kind === 'answered') {
				const problem = problemIn?.(other.response);
				if (problem !== undefined) {
					problems.push(problem);
					return { kind: 'failed', failure: plainFailure(problem) };
				}
			}
			if (other) return other;
			if (path === '/agents') return answered([...records]);
			const record = records.find(({ id }) => `/agents/${textOf(id)}` === path);
			if (!record) return answered({ error: 'unknown' }, { status: 404 });
			return answered(method === 'PUT' ? { ...record, ...body } : record);
		},
		lookInto: async () => undefined,
		pathOf: () => undefined,
	};
	return { asked, requests, problems, client };
}

interface ScopeParts {
	adapter?: Adapter;
	client?: Client;
	rules?: MappingRule[];
	signal?: AbortSignal;
	name?: string | null;
	values?: Scope['values'];
}

export function scopeOf({
	adapter = officeAdapter(),
	client,
	rules = [],
	signal,
	name = null,
	values = {},
}: ScopeParts = {}): Scope {
	const states = adapter.stateOptions(values);
	if (states.kind !== 'fixed') throw new Error('The states of the office are fixed');
	return {
		session: {
			run: {
				signal: signal ?? new AbortController().signal,
				noteFailure: () => undefined,
				backlog: createBacklog(),
			},
			adapter,
			client: client ?? officeOf([]).client,
			baseUrl: 'https://acme.example',
			maxConcurrency: 2,
			rules,
			writes: createWriteLog(),
		},
		values,
		name,
		key: `${adapter.id} ${name ?? ''}`,
		mapping: mappingOf(adapter.noun, resolved(states), rules),
	};
}

export const toState = (state: keyof typeof usual, cause = '', note = ''): Want => ({
	kind: 'state',
	state,
	reason: { cause, note },
});

const desiredOf = (scope: Scope, agent: string, want: Want, more: Partial<DesiredState>): DesiredState => ({
	kind: 'desired',
	item: 0,
	adapter: scope.session.adapter,
	scope: { values: scope.values, names: [], isChange: false },
	agent,
	want,
	...more,
});

/** The task to bring an agent to a state, before the agent was looked for. */
export const targetedTask = (
	scope: Scope,
	agent: string,
	to: string,
	more: Partial<DesiredState> = {},
): TargetedTask => ({
	phase: 'targeted',
	scope,
	desired: desiredOf(scope, agent, toState(stateWith(to)), more),
	target: nativeAt(to),
});

const stateWith = (key: string): keyof typeof usual =>
	(Object.keys(usual) as Array<keyof typeof usual>).find((state) => usual[state] === key) ?? 'busy';

/** The same when the agent was seen. */
export const observedTask = (
	scope: Scope,
	record: Record<string, unknown>,
	to: string,
	more: Partial<DesiredState> = {},
): ObservedTask => {
	const observed = observe(record);
	if (!observed) throw new Error('The record is no agent');
	const { native } = observed;
	return {
		...targetedTask(scope, observed.id, to, more),
		phase: 'observed',
		observed,
		previous: native && { label: native.label, fields: native.fields },
	};
};

/** The same when the change was decided. */
export const decidedTask = (
	scope: Scope,
	record: Record<string, unknown>,
	to: string,
	more: Partial<DesiredState> = {},
): DecidedTask => ({ ...observedTask(scope, record, to, more), phase: 'decided', target: nativeAt(to), remark: null });

export const settings = (set: Record<string, unknown> = {}): Settings => settingsOf(set);
