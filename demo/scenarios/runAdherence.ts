import { z } from 'zod';

import { recordYesterday } from '../../simulators/twilio/demo';
import { urlOf } from '../bootstrap/startSimulators';
import { ADHERENCE_WORKFLOW } from '../n8n/examples';
import { readMessages } from '../observe/readMessages';
import { readWrites } from '../observe/readWrites';
import type { Scenario } from './scenario';
import { withTrial } from './trial';
import type { Trial } from './trial';

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

/** Runs the report about yesterday; fails unless it says exactly what happened. */
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
