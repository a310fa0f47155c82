import { NodeOperationError, type ILoadOptionsFunctions, type INodePropertyOptions } from 'n8n-workflow';
import { createClient } from '../../../shared/http/createClient';
import { createBacklog } from '../../../shared/n8n/runControl';
import { textIn } from '../../twilio';
import { plainName, TYPE_PREFIX } from '../events';
import { eventOptions } from './eventNames';
import { offeredTypes, streams } from './eventStreams';

/** What `getMoreEvents` lists: the events of TaskRouter that Twilio offers, without those of the form. */
export async function listMoreEvents(context: ILoadOptionsFunctions): Promise<INodePropertyOptions[]> {
	const connection = await createClient(context, streams, {
		signal: new AbortController().signal,
		backlog: createBacklog(),
		noteFailure: () => undefined,
	});
	if (connection.kind === 'problem') throw new NodeOperationError(context.getNode(), connection.problem);
	const offered = await offeredTypes(connection.client);
	if (offered.kind === 'failed') throw new NodeOperationError(context.getNode(), offered.failure.message);
	const inForm = new Set(eventOptions.map(({ value }) => plainName(String(value))));
	return offered.found
		.map(({ type, description }) => {
			const value = textIn(type).slice(TYPE_PREFIX.length);
			return { name: eventTitle(value), value, description: textIn(description) };
		})
		.filter(({ value }) => !inForm.has(plainName(value)))
		.sort((one, other) => one.name.localeCompare(other.name));
}

/** Such as Task Queue Entered. */
const eventTitle = (event: string): string =>
	event
		.split(/[._-]/)
		.map((word) => word.charAt(0).toUpperCase() + word.slice(1))
		.join(' ');
