import type { IExecuteFunctions } from 'n8n-workflow';
import type { RunControl } from '../../n8n/runControl';
import { createClient } from '../../http/createClient';
import { createWriteLog } from '../../operation/run/keyedQueue';
import type { Adapter } from '../adapter';
import { openScopes, type Session, type Opened } from './scope';
import { rulesIn } from '../input/settings';
import type { Form, DesiredState } from '../input/desired';

type Seated = { kind: 'desk'; desk: Session } | { kind: 'problem'; problem: string };

/**
 * Opens services and places as wishes come for them, each once.
 *
 * @param parallelLimit the user's own limit
 */
export function openSessions(
	context: IExecuteFunctions,
	form: Form,
	run: RunControl,
	parallelLimit: number | undefined,
): (wish: DesiredState) => Promise<Opened> {
	const desks = new Map<string, Promise<Seated>>();
	const places = new Map<string, Promise<Opened>>();

	async function seat(adapter: Adapter): Promise<Seated> {
		const { vendor } = adapter;
		const connection = await createClient(context, vendor, run, parallelLimit);
		if (connection.kind === 'problem') {
			return { kind: 'problem', problem: `the '${vendor.name}' credential: ${connection.problem}` };
		}
		const rules = rulesIn(context.getNodeParameter(form.mappingName(adapter), 0, {}));
		const { client, maxConcurrency } = connection;
		return { kind: 'desk', desk: { run, adapter, client, maxConcurrency, rules, writes: createWriteLog() } };
	}

	async function open({ adapter, scope }: DesiredState): Promise<Opened> {
		const seated = desks.get(adapter.id) ?? seat(adapter);
		desks.set(adapter.id, seated);
		const found = await seated;
		return found.kind === 'desk' ? await openScopes(found.desk, scope) : found;
	}

	return async (wish) => {
		const { adapter, scope } = wish;
		const names = scope.names.map(({ field, name }) => [field.name, name]);
		const key = JSON.stringify([adapter.id, scope.values, names]);
		const opened = places.get(key) ?? open(wish);
		places.set(key, opened);
		return await opened;
	};
}
