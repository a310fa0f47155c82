import axios from 'axios';

import { ACTIVITY, PEOPLE, TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN, WORKSPACE_SID } from '../simulators/seed';
import type { Message, OfficeState } from '../simulators';
import type { Demo } from './demo';
import type { N8nClient } from './n8nClient';
import { readState } from './readState';
import { readWrites } from './readWrites';
import { DRIFT_WORKFLOW, TABLE_PICTURE, TABLE_WORKFLOW } from './shiftCases';
import type { Services } from './startSimulators';
import { onTrial } from './trial';

/** Tuesday morning: the early team is at work, the late one not yet. */
const MORNING = '2026-11-24T09:00';
const MONDAY = '2026-11-23T07:00';
/** The picture of a week is far larger than an empty one. */
const PICTURE_BYTES = 5_000;

/**
 * Runs the report about agents who are not where the roster says, and the one with the picture of the week. Fails unless
 * nothing is sent while all is well, one message names exactly those who are somewhere else, and the picture arrives.
 */
export async function runDrift({ progress }: Demo, client: N8nClient, services: Services): Promise<void> {
	const { anna, bob, carla, dawid, elif } = PEOPLE;
	const { available, offline } = ACTIVITY;
	await progress.step(
		`Run "${DRIFT_WORKFLOW.name}"`,
		async () =>
			await onTrial(client, DRIFT_WORKFLOW, async (trial) => {
				await trial.setMoment(MORNING);
				/** @returns what was sent */
				const run = async () => {
					const [writes, { length }] = [await readWrites(services), await readMessages(services)];
					await trial.run();
					if ((await readWrites(services)) > writes) throw new Error('The report changed somebody.');
					return (await readMessages(services)).slice(length);
				};
				const beQuiet = async (when: string) => {
					const sent = await run();
					if (sent.length > 0)
						throw new Error(`${when}, and yet: ${sent.map(({ text }) => text).join(' | ')}`);
				};
				for (const { worker } of [anna, bob, dawid]) await changeActivity(services, worker, available);
				for (const { worker } of [carla, elif]) await changeActivity(services, worker, offline);
				await beQuiet('Everybody is where the roster says');

				await changeActivity(services, bob.worker, ACTIVITY.break);
				await changeActivity(services, elif.worker, available);
				const [message, ...others] = await run();
				if (message === undefined || others.length > 0)
					throw new Error(
						`Two agents are not where the roster says: ${others.length + (message ? 1 : 0)} messages.`,
					);
				const { text } = message;
				const named = Object.values(PEOPLE).filter(({ name }) => text.includes(name));
				if (named.map(({ name }) => name).join() !== [bob.name, elif.name].join())
					throw new Error(`The message names others than it should: ${text}`);

				await changeActivity(services, bob.worker, available);
				await changeActivity(services, elif.worker, offline);
				await beQuiet('Both are back');
				return (JSON.parse(text) as { message: string }).message.split('\n').slice(1).join('; ');
			}),
		(message) => `one message, "${message}", and none when all is well`,
	);
	await progress.step(
		`Run "${TABLE_WORKFLOW.name}"`,
		async () =>
			await onTrial(client, TABLE_WORKFLOW, async (trial) => {
				await trial.setMoment(MONDAY);
				const { length } = await readMessages(services);
				await trial.run(TABLE_PICTURE);
				const [picture, ...others] = (await readMessages(services)).slice(length);
				if (picture?.isPng !== true || picture.bytes < PICTURE_BYTES || others.length > 0)
					throw new Error('The picture of the week did not arrive.');
				return picture.bytes;
			}),
		(bytes) => `a picture of ${Math.round(bytes / 1024)} KB was sent`,
	);
}

async function readMessages({ office }: Services): Promise<Message[]> {
	return (await readState<OfficeState>(office)).messages;
}

/** As an agent does at the desk: by TaskRouter itself, not by way of n8n. */
async function changeActivity({ twilio }: Services, worker: string, activity: string): Promise<void> {
	await axios.post(
		`${twilio}/taskrouter/v1/Workspaces/${WORKSPACE_SID}/Workers/${worker}`,
		new URLSearchParams({ ActivitySid: activity }),
		{ proxy: false, auth: { username: TWILIO_ACCOUNT_SID, password: TWILIO_AUTH_TOKEN } },
	);
}
