import type { Field } from '../operation';

/**
 * Whether a field belongs to what was chosen before it, by n8n's own `displayOptions`. n8n shows a field when the choice
 * is an expression, and keeps what was typed into a field that is hidden again; neither may be used.
 *
 * @param chosen the value of another field of the form, `undefined` where it has none
 */
export function isVisible({ displayOptions = {} }: Field, chosen: (name: string) => unknown): boolean {
	const matches = ([name, wanted]: [string, unknown[] | undefined]): boolean => {
		const value = chosen(name.replace(/^\//, ''));
		return value !== undefined && (wanted ?? []).some((one) => one === value);
	};
	return (
		Object.entries(displayOptions.show ?? {}).every(matches) &&
		!Object.entries(displayOptions.hide ?? {}).some(matches)
	);
}
