import type { IPollFunctions } from 'n8n-workflow';
import { itemErrorOf, plainFailure, type Failure } from '../../shared/http/failure';
import { createClient } from '../../shared/http/createClient';
import { refusedItem, toNodeError } from '../../shared/n8n/itemError';
import { createBacklog } from '../../shared/n8n/runControl';
import { createWriteLog } from '../../shared/operation/run/keyedQueue';
import type { Observed } from '../../shared/state/adapter';
import { readAgents } from '../../shared/state/read/agents';
import { readAllAgents } from '../../shared/state/read/allAgents';
import { openScopes, type Scope, type Session } from '../../shared/state/read/scope';
import { placeOf, type TriggerSettings } from './settings';
import { inQuotes } from '../../shared/values/text';

/** The agents of one scope as they are now. */
export interface ReadScope {
	scope: Scope;
	agents: Observed[];
	/** Agents who were named and are not there, with what is wrong. */
	unknown: string[];
}

/** As long as n8n gives a poll where it does not say (before 2.40). */
const USUAL_BUDGET_MS = 5 * 60_000;

/**
 * Reads all agents that the trigger watches.
 *
 * @throws {NodeApiError | NodeOperationError} where any of it could not be read: half a list is none
 */
export async function readScopes(context: IPollFunctions, settings: TriggerSettings): Promise<ReadScope[]> {
	const { adapter, rules, parallelLimit } = settings;
	const stopped = new AbortController();
	const budget = AbortSignal.timeout(pollBudgetMs(context));
	const run = {
		signal: AbortSignal.any([stopped.signal, budget]),
		backlog: createBacklog(),
		noteFailure: () => stopped.abort(),
	};
	const subject = adapter.vendor.name;
	const connected = await createClient(context, adapter.vendor, run, parallelLimit);
	if (connected.kind === 'problem') {
		const problem = `the '${subject}' credential: ${connected.problem}`;
		throw toNodeError(context.getNode(), refusedItem(subject, problem), 0);
	}
	const { client, baseUrl, maxConcurrency } = connected;
	const session: Session = { run, adapter, client, baseUrl, maxConcurrency, rules, writes: createWriteLog() };
	const fail = (place: string, failure: Failure) => toNodeError(context.getNode(), itemErrorOf(failure, place), 0);
	const opened = await openScopes(session, settings.scope);
	if (opened.kind === 'problem') throw toNodeError(context.getNode(), refusedItem(subject, opened.problem), 0);
	if (opened.kind !== 'scopes') throw fail(subject, failureIn(opened));
	const read: ReadScope[] = [];
	for (const scope of opened.scopes) {
		const found = await readScope(scope, settings);
		if (found.kind !== 'read') throw fail(placeOf(adapter, scope.name), failureIn(found));
		read.push(found.read);
	}
	return read;
}

type Unread = { kind: 'failed'; failure: Failure } | { kind: 'unsent' };

const failureIn = (unread: Unread): Failure =>
	unread.kind === 'failed'
		? unread.failure
		: plainFailure('the states could not be read in the time that n8n gives a poll', 'Poll less often.');

async function readScope(
	scope: Scope,
	{ adapter, agents: named }: TriggerSettings,
): Promise<{ kind: 'read'; read: ReadScope } | Unread> {
	const { list } = adapter.reading;
	if (named.length === 0 && list) {
		const all = await readAllAgents(scope, list);
		return all.kind === 'agents' ? { kind: 'read', read: { scope, agents: all.agents, unknown: [] } } : all;
	}
	const found = await readAgents(scope, named);
	const agents = new Map<string, Observed>();
	const unknown: string[] = [];
	for (const name of named) {
		const one = found.get(name) ?? { kind: 'unsent' };
		if (one.kind === 'failed' || one.kind === 'unsent') return one;
		if (one.kind === 'observed') agents.set(one.observed.id, one.observed);
		else unknown.push(`${inQuotes(name)} ${one.problem}`);
	}
	return { kind: 'read', read: { scope, agents: [...agents.values()], unknown } };
}

/** n8n gives up a poll some seconds after that. */
function pollBudgetMs(context: IPollFunctions): number {
	const asked: Partial<Pick<IPollFunctions, 'getPollBudgetMs'>> = context;
	return asked.getPollBudgetMs?.() ?? USUAL_BUDGET_MS;
}
