import type { Sent } from '../../http/client';
import { inQuotes } from '../../values/text';
import type { VendorRequest } from '../../http/request';
import type { VendorResponse } from '../../http/response';
import { inDoubt, plainFailure } from '../../http/failure';
import { guardedAsync } from '../../n8n/guard';
import { fillPath } from '../../operation/input/path';
import { readModifyWrite, type Edited } from '../../operation/run/readModifyWrite';
import type { Observed, Reason } from '../adapter';
import type { Settings } from '../input/settings';
import { ownMemory } from '../../trigger/ownMemory';
import { fingerprintOf, isSameNative } from '../native';
import { ownKeyOf } from '../read/scope';
import { fail, finish } from './finish';
import { getsNoWork, type DecidedTask, type DoneTask, type End } from './task';

const noReason: Reason = { cause: '', note: '' };

/**
 * Writes one agent's state and ends the task.
 *
 * @returns the task as it was when the run was over before the change could be sent
 */
export async function apply(task: DecidedTask, settings: WriteSettings): Promise<DecidedTask | DoneTask> {
	const began = Date.now();
	return await guardedAsync<DecidedTask | DoneTask>(
		async () => await applyUnguarded(task, settings),
		// Where it broke is not known, so neither is whether the change was sent.
		(problem) =>
			fail(task, inDoubt(plainFailure(problem), task.scope.session.adapter.writing.request), Date.now() - began),
	);
}

type WriteSettings = Pick<Settings, 'rejectPending' | 'sendWebhooks'>;

async function applyUnguarded(
	task: DecidedTask,
	{ rejectPending, sendWebhooks }: WriteSettings,
): Promise<DecidedTask | DoneTask> {
	const { scope, desired, observed, target } = task;
	const { adapter, client, writes } = scope.session;
	const { writing } = adapter;
	const { webhookHeader } = writing;
	const began = Date.now();
	const values = { ...scope.values, agent: observed?.id ?? desired.agent };
	const filled = fillPath(writing.request.path, values);
	if (filled.kind === 'problem') return fail(task, plainFailure(filled.problem));
	const reason = desired.want.kind === 'state' ? desired.want.reason : noReason;
	const request: VendorRequest = {
		...writing.request,
		path: filled.value,
		query: {},
		headers:
			webhookHeader !== undefined && sendWebhooks !== undefined ? { [webhookHeader]: `${sendWebhooks}` } : {},
		body: {
			...writing.body(target, reason),
			...(rejectPending && getsNoWork(task) && writing.rejectPending),
		},
		encoding: adapter.vendor.encoding,
	};
	const edit = writing.edit?.(target, scope.values);
	const noted = ownMemory.note(ownKeyOf(scope, values.agent), fingerprintOf(target), began);
	const sent = edit
		? await readModifyWrite({ vendor: adapter.vendor, client, writes }, request, edit, values, problemOfPage)
		: await client.send(request, problemOfPage);
	if (isNotDone(sent)) noted.undo();
	else noted.answered(Date.now());
	const durationMs = Date.now() - began;
	if (sent.kind === 'unsent') return task;
	if (sent.kind === 'failed') {
		const advice = getsNoWork(task) && !rejectPending ? writing.adviceIfPending?.(sent.failure) : undefined;
		const failure = advice === undefined ? sent.failure : { ...sent.failure, advice };
		return fail(task, failure, durationMs, edit ? undefined : failure.attempts);
	}
	if (sent.kind === 'unchanged') return finish(task, { outcome: 'unchanged', current: target, durationMs });
	const { response, attempts } = sent;
	const requestId = response.headers[adapter.vendor.requestIdHeader ?? ''];
	const end = endAfter(task, writing.observe(response, target, values));
	return finish(task, { ...end, requestId, attempts, durationMs });
}

/** Whether the service has surely not made the change. A refusal of another kind may come after it. */
const isNotDone = (sent: Sent | Edited): boolean =>
	sent.kind === 'unsent' || sent.kind === 'unchanged' || (sent.kind === 'failed' && !sent.failure.isInDoubt);

/** A page comes from something on the way, whatever its status; text may also be an answer that was cut. */
const problemOfPage = ({ body, status }: VendorResponse): string | undefined =>
	typeof body === 'string' ? `the service answered with status ${status} and a page` : undefined;

/** What an answer says about the state. */
function endAfter({ scope, target }: DecidedTask, after: Observed | undefined): End {
	if (!after?.native) {
		return { outcome: 'unconfirmed', reason: 'the service accepted the change and did not answer with a state' };
	}
	const current = scope.mapping.optionOf(after.native) ?? after.native;
	if (isSameNative(current, target)) return { outcome: 'changed', current: target };
	return {
		outcome: 'pending',
		current,
		reason: `the service accepted the change and shows ${inQuotes(current.label)}`,
	};
}
