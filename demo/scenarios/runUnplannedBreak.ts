import { ACTIVITY, PEOPLE } from '../../simulators';
import { setActivity } from '../../simulators/twilio/demo';
import { urlOf } from '../bootstrap/startSimulators';
import { UNPLANNED_WORKFLOW } from '../n8n/examples';
import { readMessages } from '../observe/readMessages';
import type { Scenario } from './scenario';
import { withTrial } from './trial';

/** Tuesday at noon: the day shift is on its lunch break, the late shift is not. */
const NOON = '2026-11-24T12:10';

/**
 * Publishes the workflow whose trigger listens to Twilio. Fails unless a planned break is passed over in silence, and a
 * message names the agent whose break is not planned.
 */
export async function runUnplannedBreak({ progress, client, services }: Scenario): Promise<void> {
	const { bob, carla } = PEOPLE;
	const twilio = urlOf(services, 'twilio');
	await progress.step(
		`Run "${UNPLANNED_WORKFLOW.name}"`,
		async () =>
			await withTrial(client, UNPLANNED_WORKFLOW, async (trial) => {
				for (const { worker } of [bob, carla]) await setActivity(twilio, worker, ACTIVITY.available);
				const { length } = await readMessages(services);
				await trial.setMoment(NOON);
				await trial.runByEvents(
					[bob, carla].map(
						({ worker }) =>
							async () =>
								await setActivity(twilio, worker, ACTIVITY.break),
					),
				);
				for (const { worker } of [bob, carla]) await setActivity(twilio, worker, ACTIVITY.available);
				const [message, ...others] = (await readMessages(services)).slice(length);
				const isRight = message?.text.includes(carla.name) === true && !message.text.includes(bob.name);
				if (!isRight || others.length > 0)
					throw new Error(`Not one message about ${carla.name}: ${message?.text ?? 'none'}`);
			}),
		() => `${carla.name}'s break was told at once, ${bob.name}'s planned one was not`,
	);
}
