import type { Result } from '../../../../../nodes/shared/values/result';

export function valueOf<T>(result: Result<T>): T {
	if (result.kind === 'problem') throw new Error(result.problem);
	return result.value;
}

export const problemOf = (result: Result<unknown>): string =>
	result.kind === 'problem' ? result.problem : 'no problem';

/** As `9:05`. */
export const clockText = (minutes: number): string =>
	`${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
