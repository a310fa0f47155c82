import type { INodeProperties } from 'n8n-workflow';

/** How the cells of agents are read. */
export const agentsInCellField: INodeProperties = {
	displayName: 'Agents in One Cell',
	name: 'agentsInCell',
	type: 'options',
	options: [
		{
			name: 'As the Roster Says',
			value: 'findOut',
			description:
				"A comma separates agents who have rows of their own, and IDs with digits or addresses. It is part of a name such as 'Kowalska, Anna' that a row of kind 'agent' or Known Agents lists. Anything else is an error.",
		},
		{ name: 'Only One', value: 'one', description: "A cell is one agent, such as 'Kowalska, Anna'" },
		{ name: 'Several', value: 'several', description: 'Commas always separate agents' },
	],
	default: 'findOut',
	description: 'What a comma in a cell of agents means',
};
