import { fold, textOf, tidyText } from '../../../shared/values/text';

/** An agent as the rows of one side name it. */
export interface NamedAgent {
	id: string;
	name: string;
}

/** @returns `undefined` where the cells name nobody */
export function namedAgentOf(cells: { agent: unknown; agentId: unknown }): NamedAgent | undefined {
	const [name, id] = [tidyText(textOf(cells.agent)), tidyText(textOf(cells.agentId))];
	return name === '' && id === '' ? undefined : { id: id || name, name: name || id };
}

/** What rows of the same agent have in common. */
export const personKey = ({ id }: NamedAgent): string => fold(id);

/** What people may call the agent, folded. A name such as `Anna Kowalska (anna@example.com)` holds two more. */
export function namesOfPerson({ id, name }: NamedAgent): string[] {
	return [...new Set([id, name, ...partsOfLabel(name)].map(fold))].filter((one) => one !== '');
}

/** What stands before the brackets that end a name, and in them. */
function partsOfLabel(name: string): string[] {
	const open = name.lastIndexOf('(');
	const inner = name.slice(open + 1, -1);
	return name.endsWith(')') && open > 0 && !inner.includes(')') ? [name.slice(0, open), inner] : [];
}
