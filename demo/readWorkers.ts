import { z } from 'zod';

import { PEOPLE } from '../simulators/seed';
import type { Person } from '../simulators/seed';
import type { TwilioState } from '../simulators';
import { readState } from './readState';
import type { Services } from './startSimulators';

export interface WorkerState {
	person: Person;
	skills: string[];
	activity: string;
}

const attributes = z.object({ skills: z.array(z.string()) });

/** What TaskRouter has on record about everybody, and not by way of the nodes. */
export async function readWorkers({ twilio }: Services): Promise<WorkerState[]> {
	const { workers, activities } = await readState<TwilioState>(twilio);
	return Object.values(PEOPLE).map((person) => {
		const worker = workers[person.worker];
		return {
			person,
			skills: worker ? attributes.parse(JSON.parse(worker.attributes)).skills : [],
			activity: activities[worker?.activity_sid ?? '']?.friendly_name ?? '?',
		};
	});
}
