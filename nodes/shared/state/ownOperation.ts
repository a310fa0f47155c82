import type { CustomOperation, Field } from '../operation/operation';
import type { Adapter } from './adapter';
import { mappingField, runOptions } from './fields';

const MAPPING = 'stateMapping';
const OPTIONS = 'stateOptions';

/** What the operations about states have in common on a vendor's own node, where the fields name one agent. */
interface OwnOperation {
	/** The mapping, and the options that mean something. */
	fields: Field[];
	run: CustomOperation['run'];
}

export function ownOperation(adapter: Adapter, operation: 'setState' | 'getHistory'): OwnOperation {
	const options = runOptions.filter(
		({ concerns, operations = [operation] }) => concerns(adapter) && operations.includes(operation),
	);
	const collection: Field = {
		displayName: 'State Options',
		name: OPTIONS,
		type: 'collection',
		placeholder: 'Add Option',
		default: {},
		options: options.map(({ field }) => field),
	};
	return {
		fields: [mappingField(adapter, MAPPING), collection],
		run: async (context) => {
			const { runStates } = await import('./run/run');
			return await runStates(context, {
				operation,
				adapters: [adapter],
				agentField: () => adapter.agent,
				mappingName: () => MAPPING,
				optionsName: OPTIONS,
			});
		},
	};
}
