import type { IExecuteFunctions } from 'n8n-workflow';
import type { RunControl } from '../../n8n/runControl';
import { createClient } from '../../http/createClient';
import { plainFailure, type Failure } from '../../http/failure';
import { createWriteLog } from '../../operation/run/keyedQueue';
import type { Adapter } from '../adapter';
import { openScopes, type Session, type Opened } from './scope';
import { rulesIn } from '../input/settings';
import type { Form, DesiredState } from '../input/form';

type Connected = { kind: 'session'; session: Session } | { kind: 'failed'; failure: Failure };

/**
 * Opens services and scopes as items ask for them, each once.
 *
 * @param parallelLimit the user's own limit
 */
export function openSessions(
	context: IExecuteFunctions,
	form: Form,
	run: RunControl,
	parallelLimit: number | undefined,
): (desired: DesiredState) => Promise<Opened> {
	const sessions = new Map<string, Promise<Connected>>();
	const scopes = new Map<string, Promise<Opened>>();

	async function connect(adapter: Adapter): Promise<Connected> {
		const { vendor } = adapter;
		const connection = await createClient(context, vendor, run, parallelLimit);
		if (connection.kind === 'problem') {
			const failure = plainFailure(`The '${vendor.name}' credential: ${connection.problem}`);
			return { kind: 'failed', failure: { ...failure, isOfCredential: true } };
		}
		const rules = rulesIn(context.getNodeParameter(form.mappingName(adapter), 0, {}));
		const { client, baseUrl, maxConcurrency } = connection;
		const session = { run, adapter, client, baseUrl, maxConcurrency, rules, writes: createWriteLog() };
		return { kind: 'session', session };
	}

	async function open({ adapter, scope }: DesiredState): Promise<Opened> {
		const connected = sessions.get(adapter.id) ?? connect(adapter);
		sessions.set(adapter.id, connected);
		const found = await connected;
		return found.kind === 'session' ? await openScopes(found.session, scope) : found;
	}

	return async (desired) => {
		const { adapter, scope } = desired;
		const names = scope.names.map(({ field, name }) => [field.name, name]);
		const key = JSON.stringify([adapter.id, scope.values, names]);
		const opened = scopes.get(key) ?? open(desired);
		scopes.set(key, opened);
		return await opened;
	};
}
