import type { Answer, VendorRequest } from '../http/exchange';
import { plainFailure } from '../http/failure';
import { editRecord } from '../operation/edit';
import { fillPath } from '../operation/path';
import type { Native, Observed, Reason } from './adapter';
import { agentKey, endWith, failWith, type Case } from './case';
import type { Memory } from './memory';
import { isSame, named } from './native';
import { readPeople } from './people';
import type { Settings } from './settings';

const noReason: Reason = { cause: '', note: '' };

/** Writes one agent's state and ends the case, unless the run was over before it began. */
export async function write(one: Case, wanted: Native, { rejectPending }: Settings): Promise<void> {
	const { place, wish, observed } = one;
	const { adapter, client, writes } = place.desk;
	const { writing } = adapter;
	const began = Date.now();
	const values = { ...place.values, agent: observed?.id ?? wish.agent };
	const filled = fillPath(writing.request.path, values);
	if (filled.kind === 'problem') return failWith(one, plainFailure(filled.problem));
	const reason = wish.want.kind === 'state' ? wish.want.reason : noReason;
	const getsNoWork = place.mapping.offerOf(wanted)?.takesWork === false;
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
	const edit = writing.edit?.(wanted, place.values);
	const sent = edit ? await editRecord(client, writes, request, edit, values) : await client.send(request, pageIn);
	const durationMs = Date.now() - began;
	if (sent.kind === 'unsent') return;
	if (sent.kind === 'failed')
		return failWith(one, sent.failure, durationMs, edit ? undefined : sent.failure.attempts);
	if (sent.kind === 'unchanged') return endWith(one, { outcome: 'unchanged', current: wanted, durationMs });
	const { answer, attempts } = sent;
	const page = pageIn(answer);
	if (page !== undefined) return failWith(one, { ...plainFailure(page), attempts }, durationMs, attempts);
	const requestId = answer.headers[adapter.vendor.requestIdHeader ?? ''];
	endWith(one, { ...told(one, writing.observe(answer, wanted, values), wanted), requestId, attempts, durationMs });
}

/** A page comes from something on the way, whatever its status: nobody knows whether the change was made. */
const pageIn = ({ body, status }: Answer): string | undefined =>
	typeof body === 'string' ? `the service answered with status ${status} and a page` : undefined;

/** What an answer says about the state. */
function told(one: Case, after: Observed | undefined, wanted: Native) {
	if (!after?.native) {
		return {
			outcome: 'unconfirmed',
			reason: 'the service took the change and did not answer with a state',
		} as const;
	}
	const current = one.place.mapping.offerOf(after.native) ?? after.native;
	if (isSame(current, wanted)) return { outcome: 'changed', current: wanted } as const;
	return { outcome: 'pending', current, reason: `the service took the change and shows "${current.label}"` } as const;
}

/** How long the last state of an agent is remembered at a service that does not tell states. */
const REMEMBERED_MS = 30 * 24 * 60 * 60_000;

/** Keeps what a later run has to know: the state where the service does not tell it, and whose change it was. */
export function remember(one: Case, { protection }: Settings, memory: Memory): void {
	const { row, wanted, place } = one;
	if (!row || !wanted) return;
	const { reading } = place.desk.adapter;
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
export async function confirm(cases: Case[], seconds: number): Promise<void> {
	const [first] = cases;
	if (!first) return;
	const { desk, values, mapping } = first.place;
	const ids = cases.flatMap(({ observed }) => observed?.id ?? []);
	const people = await readPeople(desk.client, desk.lanes, desk.adapter, values, ids);
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
