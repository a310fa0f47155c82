import type { Message, OfficeState } from '../../simulators';
import { readState } from '../../simulators/controlClient';
import { urlOf } from '../bootstrap/startSimulators';
import type { Services } from '../bootstrap/startSimulators';

/** What workflows have posted to the chat so far. */
export async function readMessages(services: Services): Promise<Message[]> {
	return (await readState<OfficeState>(urlOf(services, 'office'))).messages;
}
