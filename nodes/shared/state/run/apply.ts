import type { VendorResponse, VendorRequest } from '../../http/request';
import { plainFailure } from '../../http/failure';
import { readModifyWrite } from '../../operation/run/readModifyWrite';
import { fillPath } from '../../operation/input/path';
import type { Native, Observed, Reason } from '../adapter';
import { agentKey, endWith, failWith, type Task } from './task';
import type { LastSet } from '../read/lastSet';
import { isSame, named } from '../native';
import { readAgents } from '../read/agents';
import type { Settings } from '../input/settings';

const noReason: Reason = { cause: '', note: '' };

/** Writes one agent's state and ends the case, unless the run was over before it began. */
export async function apply(one: Task, wanted: Native, { rejectPending }: Settings): Promise<void> {
	const { scope, desired, observed } = one;
	const { adapter, client, writes } = scope.session;
	const { writing } = adapter;
	const began = Date.now();
	const values = { ...scope.values, agent: observed?.id ?? desired.agent };
	const filled = fillPath(writing.request.path, values);
	if (filled.kind === 'problem') return failWith(one, plainFailure(filled.problem));
	const reason = desired.want.kind === 'state' ? desired.want.reason : noReason;
	const getsNoWork = scope.mapping.optionOf(wanted)?.takesWork === false;
	const request: VendorRequest = {
		...writing.request,
		path: filled.path,
		query: {},
		headers: {},
		body: {
			...writing.body(wanted, reason),
			...(rejectPending && getsNoWork && writing.rejectPending),
		},
		encoding: adapter.vendor.encoding,
	};
	const edit = writing.edit?.(wanted, scope.values);
	const sent = edit
		? await readModifyWrite(client, writes, request, edit, values)
		: await client.send(request, pageIn);
	const durationMs = Date.now() - began;
	if (sent.kind === 'unsent') return;
	if (sent.kind === 'failed')
		return failWith(one, sent.failure, durationMs, edit ? undefined : sent.failure.attempts);
	if (sent.kind === 'unchanged') return endWith(one, { outcome: 'unchanged', current: wanted, durationMs });
	const { response, attempts } = sent;
	const page = pageIn(response);
	if (page !== undefined) return failWith(one, { ...plainFailure(page), attempts }, durationMs, attempts);
	const requestId = response.headers[adapter.vendor.requestIdHeader ?? ''];
	endWith(one, { ...told(one, writing.observe(response, wanted, values), wanted), requestId, attempts, durationMs });
}

/** A page comes from something on the way, whatever its status: nobody knows whether the change was made. */
const pageIn = ({ body, status }: VendorResponse): string | undefined =>
	typeof body === 'string' ? `the service answered with status ${status} and a page` : undefined;

/** What an answer says about the state. */
function told(one: Task, after: Observed | undefined, wanted: Native) {
	if (!after?.native) {
		return {
			outcome: 'unconfirmed',
			reason: 'the service took the change and did not answer with a state',
		} as const;
	}
	const current = one.scope.mapping.optionOf(after.native) ?? after.native;
	if (isSame(current, wanted)) return { outcome: 'changed', current: wanted } as const;
	return { outcome: 'pending', current, reason: `the service took the change and shows "${current.label}"` } as const;
}

/** How long the last state of an agent is remembered at a service that does not tell states. */
const REMEMBERED_MS = 30 * 24 * 60 * 60_000;

/** Keeps what a later run has to know: the state where the service does not tell it, and whose change it was. */
export function remember(one: Task, { protection }: Settings, memory: LastSet): void {
	const { row, wanted, scope } = one;
	if (!row || !wanted) return;
	const { reading } = scope.session.adapter;
	if (!reading) {
		if (row.outcome === 'changed') memory.keep(agentKey(one), wanted, REMEMBERED_MS);
		else memory.drop(agentKey(one));
		return;
	}
	// What is read is compared with it, so that a change that takes its time may be remembered before it is seen.
	const wasTaken = ['changed', 'pending', 'unconfirmed'].includes(row.outcome);
	if (wasTaken && reading.tellsSince && protection.graceMs > 0) {
		memory.keep(agentKey(one), wanted, protection.graceMs);
	}
}

/** Reads the changed agents of one place again. Whoever cannot be read keeps what the answer to the change said. */
export async function confirm(cases: Task[], seconds: number): Promise<void> {
	const [first] = cases;
	if (!first) return;
	const { session, values, mapping } = first.scope;
	const ids = cases.flatMap(({ observed }) => observed?.id ?? []);
	const people = await readAgents(
		session.client,
		session.run.signal,
		session.maxConcurrency,
		session.adapter,
		values,
		ids,
	);
	for (const one of cases) {
		const found = people.get(one.observed?.id ?? '');
		const { row, wanted } = one;
		if (!row || !wanted || found?.kind !== 'observed') continue;
		const { requestId, attempts, durationMs } = row;
		const sent = { requestId: requestId ?? undefined, attempts, durationMs };
		const current = named(mapping, found.observed.native);
		const reason = `reads "${current?.label ?? 'nothing'}" after ${seconds} seconds`;
		if (isSame(current, wanted)) endWith(one, { ...sent, outcome: 'changed', current: wanted });
		else endWith(one, { ...sent, outcome: 'unconfirmed', current, reason });
	}
}
