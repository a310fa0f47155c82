import { z } from 'zod';

import { DUTY_WORKFLOW, REMINDER_WORKFLOW } from '../n8n/examples';
import type { Example } from '../n8n/examples';
import { readMessages } from '../observe/readMessages';
import { readWrites } from '../observe/readWrites';
import type { Scenario } from './scenario';
import { withTrial } from './trial';

/** A moment, and the messages that it brings. */
interface Moment {
	/** in the schedule's own time zone, on a Tuesday */
	at: string;
	messages: string[];
}

/** What the channel hears of the roster in DUTY_WORKFLOW, worked out by hand. */
const DUTY: Moment[] = [
	{
		at: '2026-11-24T08:02',
		messages: ['On duty now: Anna Kowalska until Tue 24 Nov 12:00, Dawid Wójcik until Tue 24 Nov 12:00'],
	},
	// Nobody has come or gone for an hour.
	{ at: '2026-11-24T09:00', messages: [] },
	{
		at: '2026-11-24T12:00',
		messages: [
			'On duty now: Bob Stone until Tue 24 Nov 18:00, Carla Núñez until Tue 24 Nov 20:00, Elif Demir until Tue 24 Nov 20:00',
		],
	},
	{ at: '2026-11-24T20:01', messages: ['On duty now: nobody'] },
];

/** What the agents hear before their breaks. */
const REMINDERS: Moment[] = [
	{ at: '2026-11-24T11:45', messages: [] },
	{ at: '2026-11-24T11:52', messages: ['Anna Kowalska: Lunch at 12:00', 'Dawid Wójcik: Lunch at 12:00'] },
	// A minute later they know already.
	{ at: '2026-11-24T11:53', messages: [] },
	{ at: '2026-11-24T15:55', messages: ['Carla Núñez: Coffee at 16:00', 'Elif Demir: Coffee at 16:00'] },
];

/** Runs the workflows that only tell something; fails unless each moment brings exactly its messages, and no agent changes. */
export async function runMessages(scenario: Scenario): Promise<void> {
	await tryMessages(scenario, DUTY_WORKFLOW, DUTY);
	await tryMessages(scenario, REMINDER_WORKFLOW, REMINDERS);
}

const messageShape = z.object({ message: z.string() });

async function tryMessages(scenario: Scenario, workflow: Example, moments: Moment[]): Promise<void> {
	const { progress, client, services, vendors } = scenario;
	const said: string[] = [];
	await progress.step(
		`Run "${workflow.name}"`,
		async () =>
			await withTrial(client, workflow, async (trial) => {
				const writes = await readWrites(vendors);
				for (const { at, messages } of moments) {
					const { length } = await readMessages(services);
					await trial.setMoment(at);
					await trial.run();
					const sent = (await readMessages(services)).slice(length).map(({ text }) => {
						// Short dates have blanks that do not break.
						return messageShape.parse(JSON.parse(text)).message.replaceAll('\u00a0', ' ');
					});
					if (sent.join('\n') !== messages.join('\n'))
						throw new Error(
							`At ${at} the message was "${sent.join(' | ')}", not "${messages.join(' | ')}".`,
						);
					said.push(...sent);
				}
				if ((await readWrites(vendors)) > writes) throw new Error(`"${workflow.name}" changed an agent.`);
			}),
		() => `${said.length} messages, the first one "${said[0] ?? ''}"`,
	);
}
