import { plainFailure } from '../../http/failure';
import { plain } from '../native';
import { fail } from './finish';
import type { DoneTask, TargetedTask, TaskSubject } from './task';

/** Finds the service's own state for what an item asks for. */
export function resolveTarget({ desired, scope }: TaskSubject): TargetedTask | DoneTask {
	const { want } = desired;
	const { mapping, session, values } = scope;
	const task: TargetedTask = { phase: 'targeted', desired, scope, target: undefined };
	if (want.kind === 'none' || want.kind === 'history') return task;
	if (want.kind === 'restore') {
		const { native, fingerprint } = want.before;
		const listed = mapping.optionWith(fingerprint);
		if (listed) return { ...task, target: plain(listed) };
		if (!native)
			return fail(task, plainFailure('the state before no longer exists there, or was kept in another field'));
		const known = session.adapter.nativeFields(values);
		const other = Object.keys(native.fields).find((field) => !known.includes(field));
		if (other === undefined) return { ...task, target: native };
		return fail(task, plainFailure(`the row keeps the state in ${other}, this node in ${known.join(', ')}`));
	}
	const found = mapping.target(want.state, want.reason.cause);
	if (found.kind === 'problem') return fail(task, plainFailure(found.problem));
	const native = session.adapter.writing.target?.(found.value, want.reason, values) ?? plain(found.value);
	return 'problem' in native ? fail(task, plainFailure(native.problem)) : { ...task, target: native };
}
