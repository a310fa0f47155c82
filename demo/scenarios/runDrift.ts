import { z } from 'zod';

import { ACTIVITY, PEOPLE } from '../../simulators';
import type { Message } from '../../simulators';
import { setActivity } from '../../simulators/twilio/demo';
import { urlOf } from '../bootstrap/startSimulators';
import { DRIFT_WORKFLOW, OUT_LONG_WORKFLOW, TABLE_PICTURE_TRIGGER, TABLE_WORKFLOW } from '../n8n/examples';
import { readMessages } from '../observe/readMessages';
import { readWrites } from '../observe/readWrites';
import type { Scenario } from './scenario';
import { withTrial } from './trial';
import type { Trial } from './trial';

/** Tuesday morning: the early team is at work, the late one not yet. */
const MORNING = '2026-11-24T09:00';
const MONDAY = '2026-11-23T07:00';
/** A picture of a week with shifts is far larger than an empty one. */
const PICTURE_BYTES = 5_000;

const messageShape = z.object({ message: z.string() });

/**
 * Runs the reports about agents who are not where the roster says, and the one with the picture of the week. Fails unless
 * nothing is sent while all is well, one message names exactly the agents in a wrong state, who has been there for long is
 * told of by the run after the first, and the picture arrives.
 */
export async function runDrift(scenario: Scenario): Promise<void> {
	const { progress, client } = scenario;
	await progress.step(
		`Run "${DRIFT_WORKFLOW.name}"`,
		async () => await withTrial(client, DRIFT_WORKFLOW, async (trial) => await tryReport(scenario, trial)),
		(message) => `one message, "${message}", and none when all is well`,
	);
	await progress.step(
		`Run "${OUT_LONG_WORKFLOW.name}"`,
		async () => await withTrial(client, OUT_LONG_WORKFLOW, async (trial) => await tryLongOut(scenario, trial)),
		(message) => `one message, "${message}"`,
	);
	await progress.step(
		`Run "${TABLE_WORKFLOW.name}"`,
		async () => await withTrial(client, TABLE_WORKFLOW, async (trial) => await tryPicture(scenario, trial)),
		(bytes) => `a picture of ${Math.round(bytes / 1024)} KB was sent`,
	);
}

/** @returns what the message says about the agents in a wrong state */
async function tryReport({ services, vendors }: Scenario, trial: Trial): Promise<string> {
	const { anna, bob, carla, dawid, elif } = PEOPLE;
	const { available, offline } = ACTIVITY;
	const twilio = urlOf(services, 'twilio');
	const run = async (): Promise<Message[]> => {
		const writes = await readWrites(vendors);
		const { length } = await readMessages(services);
		await trial.run();
		if ((await readWrites(vendors)) > writes) throw new Error('The report changed an agent.');
		return (await readMessages(services)).slice(length);
	};
	const expectNoMessage = async (situation: string) => {
		const sent = await run();
		if (sent.length > 0)
			throw new Error(`${situation}, but a message was sent: ${sent.map(({ text }) => text).join(' | ')}`);
	};

	await trial.setMoment(MORNING);
	for (const { worker } of [anna, bob, dawid]) await setActivity(twilio, worker, available);
	for (const { worker } of [carla, elif]) await setActivity(twilio, worker, offline);
	await expectNoMessage('Everyone is where the roster says');

	await setActivity(twilio, bob.worker, ACTIVITY.break);
	await setActivity(twilio, elif.worker, available);
	const [message, ...others] = await run();
	if (message === undefined || others.length > 0)
		throw new Error(
			`Two agents are in a wrong state: ${others.length + (message ? 1 : 0)} messages instead of one.`,
		);
	const { text } = message;
	const named = Object.values(PEOPLE).filter(({ name }) => text.includes(name));
	if (named.map(({ name }) => name).join() !== [bob.name, elif.name].join())
		throw new Error(`The message names others than it should: ${text}`);

	await setActivity(twilio, bob.worker, available);
	await setActivity(twilio, elif.worker, offline);
	await expectNoMessage('Both are back');
	return messageShape.parse(JSON.parse(text)).message.split('\n').slice(1).join('; ');
}

/**
 * With no minutes to wait, so that the second run tells of whom the first has seen.
 *
 * @returns what the message says
 */
async function tryLongOut({ services }: Scenario, trial: Trial): Promise<string> {
	const { bob } = PEOPLE;
	const twilio = urlOf(services, 'twilio');
	await trial.setMoment(MORNING, (json) => json.replace('"outMinutes":10', '"outMinutes":0'));
	await setActivity(twilio, bob.worker, ACTIVITY.break);
	const { length } = await readMessages(services);
	let sent: Message[] = [];
	const read = async () => (sent = (await readMessages(services)).slice(length));
	await trial.runByTrigger([
		async () => {
			if ((await read()).length > 0)
				throw new Error('An agent who was just seen out is told of as out for long.');
		},
		async () => {
			await read();
		},
	]);
	await setActivity(twilio, bob.worker, ACTIVITY.available);
	const [message, ...others] = sent;
	if (message === undefined || others.length > 0 || !message.text.includes(bob.name))
		throw new Error(`${sent.length} messages instead of one about ${bob.name}.`);
	return messageShape.parse(JSON.parse(message.text)).message;
}

/** @returns the size of the picture in bytes */
async function tryPicture({ services }: Scenario, trial: Trial): Promise<number> {
	await trial.setMoment(MONDAY);
	const { length } = await readMessages(services);
	await trial.run(TABLE_PICTURE_TRIGGER);
	const [picture, ...others] = (await readMessages(services)).slice(length);
	if (picture?.isPng !== true || picture.bytes < PICTURE_BYTES || others.length > 0)
		throw new Error('The picture of the week did not arrive.');
	return picture.bytes;
}
