import { DateTime } from 'luxon';
import { z } from 'zod';

import { ACTIVITY, PEOPLE } from '../../simulators';
import { recordYesterday, setActivity } from '../../simulators/twilio/demo';
import { urlOf } from '../bootstrap/startSimulators';
import { ADHERENCE_WORKFLOW, LATE_WORKFLOW } from '../n8n/examples';
import { readMessages } from '../observe/readMessages';
import { readWrites } from '../observe/readWrites';
import type { Scenario } from './scenario';
import { withTrial } from './trial';
import type { Trial } from './trial';

const ZONE = 'Europe/Warsaw';
/** A picture with lanes is far larger than an empty one. */
const PICTURE_BYTES = 5_000;

/** Worked out by hand from what the simulator says that they did yesterday: see `recordPastDay`. */
const YESTERDAY = [
	'Adherence yesterday:',
	'Bob Stone: adherence 87.5 %, exceptions 1 (60 min)',
	'Anna Kowalska: adherence 93.75 %, exceptions 2 (30 min)',
	'Dawid Wójcik: adherence 100 %, exceptions 0 (0 min)',
].join('\n');

const messageShape = z.object({ message: z.string() });

/** Runs the report about yesterday and the alert for who is late; fails unless they say exactly what happened. */
export async function runAdherence(scenario: Scenario): Promise<void> {
	const { progress, client, services, vendors } = scenario;
	const writes = await readWrites(vendors);
	await recordYesterday(urlOf(services, 'twilio'));
	await progress.step(
		`Run "${ADHERENCE_WORKFLOW.name}"`,
		async () => await withTrial(client, ADHERENCE_WORKFLOW, async (trial) => await tryReport(scenario, trial)),
		(bytes) => `the figures of three agents, and a picture of ${Math.round(bytes / 1024)} KB`,
	);
	if ((await readWrites(vendors)) > writes) throw new Error('The report changed an agent.');
	await progress.step(
		`Run "${LATE_WORKFLOW.name}"`,
		async () => await withTrial(client, LATE_WORKFLOW, async (trial) => await tryAlert(scenario, trial)),
		(message) => `one message, "${message}", and none when all are there`,
	);
}

/** @returns the size of the picture in bytes */
async function tryReport({ services }: Scenario, trial: Trial): Promise<number> {
	// Any day of the week may be yesterday.
	await trial.setMoment(new Date().toISOString(), (json) => json.replaceAll('Mon-Fri', 'daily'));
	const { length } = await readMessages(services);
	await trial.run();
	const sent = (await readMessages(services)).slice(length);
	const texts = sent.filter(({ isPng }) => !isPng).map(({ text }) => messageShape.parse(JSON.parse(text)).message);
	if (texts.join() !== YESTERDAY) throw new Error(`The report says: ${texts.join(' | ')}`);
	const [picture, ...others] = sent.filter(({ isPng }) => isPng);
	if (picture === undefined || picture.bytes < PICTURE_BYTES || others.length > 0)
		throw new Error('The picture of yesterday did not arrive.');
	return picture.bytes;
}

/** @returns the message about who is late */
async function tryAlert({ services }: Scenario, trial: Trial): Promise<string> {
	const { anna, bob, dawid } = PEOPLE;
	const twilio = urlOf(services, 'twilio');
	const run = async (minutesAgo: number): Promise<string[]> => {
		const begin = DateTime.now().setZone(ZONE).minus({ minutes: minutesAgo });
		await trial.setMoment(DateTime.now().toUTC().toISO(), (json) =>
			json
				.replaceAll('Mon-Fri', 'daily')
				.replaceAll('09:00', begin.toFormat('HH:mm'))
				.replaceAll('17:00', begin.plus({ hours: 6 }).toFormat('HH:mm')),
		);
		const { length } = await readMessages(services);
		await trial.run();
		const sent = (await readMessages(services)).slice(length);
		return sent.map(({ text }) => messageShape.parse(JSON.parse(text)).message);
	};
	const expectNone = async (minutesAgo: number, situation: string) => {
		const sent = await run(minutesAgo);
		if (sent.length > 0) throw new Error(`${situation}, but a message was sent: ${sent.join(' | ')}`);
	};

	// Since yesterday evening nobody has been there.
	// Bob has a reservation that is pending, which keeps his activity as it is.
	await setActivity(twilio, dawid.worker, ACTIVITY.available);
	await expectNone(3, 'Two are late by three minutes only');
	const [message = '', ...others] = await run(7);
	const named = Object.values(PEOPLE).filter(({ name }) => message.includes(name));
	if (others.length > 0 || named.map(({ name }) => name).join() !== [anna.name, bob.name].join())
		throw new Error(`Two are late by seven minutes, but the message is: ${[message, ...others].join(' | ')}`);
	await expectNone(20, 'They were told of a quarter of an hour ago');
	return message.split('\n').slice(1).join('; ').replaceAll('\u00a0', ' ');
}
