import type { INodePropertyOptions } from 'n8n-workflow';
import { fold } from '../values/text';

/** The states that an agent can be put into, whatever the service calls them. */
export const settable = ['available', 'busy', 'break', 'offline'] as const;

export type Settable = (typeof settable)[number];

/** `unknown` is only ever observed: the service's own state stands for none of the four. */
export type State = Settable | 'unknown';

export const stateOptions: INodePropertyOptions[] = [
	{ name: 'Available', value: 'available', description: 'Gets work' },
	{ name: 'Break', value: 'break', description: 'Gets no work: a rest' },
	{ name: 'Busy', value: 'busy', description: 'Gets no work: other duties, such as training' },
	{ name: 'Offline', value: 'offline', description: 'Signed off' },
];

/** The state that a word from a sheet means, however it is written: case and blanks make no difference. */
export function stateNamed(word: string): Settable | undefined {
	const plain = fold(word);
	return settable.find((state) => state === plain || `on ${state}` === plain);
}

export const isState = (word: unknown): word is State => word === 'unknown' || settable.some((state) => state === word);
