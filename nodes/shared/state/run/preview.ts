import { fold } from '../../values/text';
import { finish } from './finish';
import type { DecidedTask, DoneTask } from './task';

/** Ends a task whose change is only to be shown: nothing is sent, and the agent stays in the state of before. */
export const preview = (task: DecidedTask): DoneTask =>
	finish({ ...task, phase: 'observed' }, { outcome: 'preview', current: task.previous, reason: previewText(task) });

/** What the change would be, and what a real run would say of it besides. */
function previewText({ desired: { want }, target: { label }, remark }: DecidedTask): string {
	const state = ('state' in want && want.state) || label;
	const cause = want.kind === 'state' ? want.reason.cause : '';
	const change = `would change to ${fold(label) === fold(state) ? state : `${state} (${label})`}`;
	return [change, remark ?? cause].filter(Boolean).join('; ');
}
