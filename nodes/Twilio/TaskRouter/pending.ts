import type { Failure } from '../../shared/http/failure';

/** The codes of a refusal that says no more than that the worker's state does not allow the change. */
const codes: ReadonlyArray<string | undefined> = ['20001', '20409'];

/** Whether pending reservations may be why a change of activity was refused. Which error that is, is undocumented. */
export const mayBePending = ({ vendorCode }: Pick<Failure, 'vendorCode'>): boolean => codes.includes(vendorCode);

/**
 * How a worker with pending reservations gets to an activity that is not available. Between available activities such
 * a worker moves freely (changelog of 2024-04-08).
 *
 * @param option what the switch is called in the form
 */
export const pendingAdvice = (option: string): string =>
	`A worker with pending reservations can move to an activity that is not available only if they are rejected in the same step: switch on '${option}' if this worker has any.`;
