import type { IExecuteFunctions } from 'n8n-workflow';
import type { RunState } from '../http/client';
import { connect } from '../http/connect';
import { trackWrites } from '../operation/turns';
import type { Adapter } from './adapter';
import { openPlaces, type Desk, type Opened } from './place';
import { rulesIn } from './settings';
import type { Form, Wish } from './wishes';

type Seated = { kind: 'desk'; desk: Desk } | { kind: 'problem'; problem: string };

/**
 * Opens services and places as wishes come for them, each once.
 *
 * @param parallelLimit the user's own limit
 */
export function openDesks(
	context: IExecuteFunctions,
	form: Form,
	run: RunState,
	parallelLimit: number | undefined,
): (wish: Wish) => Promise<Opened> {
	const desks = new Map<string, Promise<Seated>>();
	const places = new Map<string, Promise<Opened>>();

	async function seat(adapter: Adapter): Promise<Seated> {
		const { vendor } = adapter;
		const connection = await connect(context, vendor, run, parallelLimit);
		if (connection.kind === 'problem') {
			return { kind: 'problem', problem: `the '${vendor.name}' credential: ${connection.problem}` };
		}
		const rules = rulesIn(context.getNodeParameter(form.mappingName(adapter), 0, {}));
		const { client, ceiling: lanes } = connection;
		return { kind: 'desk', desk: { adapter, client, lanes, rules, writes: trackWrites() } };
	}

	async function open({ adapter, where }: Wish): Promise<Opened> {
		const seated = desks.get(adapter.id) ?? seat(adapter);
		desks.set(adapter.id, seated);
		const found = await seated;
		return found.kind === 'desk' ? await openPlaces(found.desk, where) : found;
	}

	return async (wish) => {
		const { adapter, where } = wish;
		const names = where.names.map(({ field, name }) => [field.name, name]);
		const key = JSON.stringify([adapter.id, where.values, names]);
		const opened = places.get(key) ?? open(wish);
		places.set(key, opened);
		return await opened;
	};
}
