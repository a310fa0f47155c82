import { z } from 'zod';

import type { Demo } from './demo';
import { itemsByRun } from './executionData';
import { formatTable } from './formatTable';
import type { N8nClient } from './n8nClient';
import { readStates } from './readStates';
import type { States } from './readStates';
import { readWrites } from './readWrites';
import { SHIFT_CASES, SLIP, TABLE_NAME, TABLE_SETUP, TABLE_WORKFLOW } from './shiftCases';
import type { ShiftCase } from './shiftCases';
import type { Services } from './startSimulators';
import { onTrial } from './trial';

const HEADINGS = ['workflow', 'moments', 'agents right', 'changed', 'written again'];

/**
 * Runs each roster twice at fixed moments, whatever the time is, and prints one line per workflow. Fails unless the services
 * themselves say what the roster must give, nobody else was touched, nobody was written who was right already, and the second
 * run wrote nothing.
 */
export async function runShifts({ progress }: Demo, client: N8nClient, services: Services): Promise<void> {
	await progress.step('Make the data table of a roster', async () => await makeTable(client));
	const lines: string[][] = [];
	const runs = SHIFT_CASES.reduce((sum, { moments }) => sum + 2 * moments.length, 0);
	try {
		await progress.step(`Run ${SHIFT_CASES.length} rosters at fixed moments, ${runs} runs`, async () => {
			for (const one of SHIFT_CASES) lines.push(await tryShift(client, services, one));
		});
	} finally {
		if (lines.length > 0) progress.print(`\n${formatTable([HEADINGS, ...lines])}\n`);
	}
	progress.note('At all moments everybody was as the roster says; the second runs wrote nothing');
	await progress.step(
		`Run "${SLIP.workflow.name}" with a slip in one row`,
		async () => await trySlip(client, services),
		(told) => `told, and all others set: ${told.join('; ')}`,
	);
}

/** As the person does who presses the button of that workflow; a table of an earlier start goes. */
async function makeTable(client: N8nClient): Promise<void> {
	await client.removeDataTable(TABLE_NAME);
	const { status, problem } = await client.runWorkflow(TABLE_WORKFLOW.id, TABLE_SETUP);
	if (status !== 'success') throw new Error(`The table was not made: ${problem ?? status}`);
}

async function tryShift(
	client: N8nClient,
	services: Services,
	{ workflow, moments, isPublished = false }: ShiftCase,
): Promise<string[]> {
	let [right, changed] = [0, 0];
	await onTrial(client, workflow, async (trial) => {
		for (const { at, states } of moments) {
			const where = `"${workflow.name}" at ${at}`;
			const before = await readStates(services);
			const start = await readWrites(services);
			let first = start;
			const looks = [
				async () => {
					first = await readWrites(services);
					const wanted = { ...before, ...states };
					complain(where, await readStates(services), wanted);
					const wrong = Object.keys(wanted).filter((key) => before[key] !== wanted[key]).length;
					if (first - start !== wrong)
						throw new Error(`${where}: ${wrong} agents were wrong, and ${first - start} were written.`);
					changed += wrong;
					right += Object.keys(states).length;
				},
				async () => {
					const again = (await readWrites(services)) - first;
					if (again > 0) throw new Error(`${where}: the second run wrote ${again} times.`);
				},
			];
			await trial.setMoment(at);
			if (isPublished) await trial.runByTrigger(looks);
			else
				for (const look of looks) {
					await trial.run();
					await look();
				}
		}
	});
	if (changed === 0) throw new Error(`"${workflow.name}" changed nobody.`);
	return [workflow.name, shortly(moments.map(({ at }) => at)), `${right} of ${right}`, `${changed}`, '0'];
}

/** Times by their days: "24 Nov 08:02 12:30, 25 Dec 12:30". */
function shortly(moments: string[]): string {
	const days = new Map<string, string[]>();
	for (const moment of moments) {
		const [date = '', time = ''] = moment.split('T');
		const day = new Date(date).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
		days.set(day, [...(days.get(day) ?? []), time.replace(/:00Z$/, 'Z')]);
	}
	return [...days].map(([day, times]) => [day, ...times].join(' ')).join(', ');
}

const message = z.object({ message: z.string() });

/**
 * Fails unless the agent of a row that cannot be read stays as before, all others are set, and both that and the agent whom
 * nobody knows are told.
 */
async function trySlip(client: N8nClient, services: Services): Promise<string[]> {
	const { workflow, at, edit, told, node, left } = SLIP;
	const states = SHIFT_CASES.flatMap(({ workflow: { id }, moments }) => (id === workflow.id ? moments : []));
	const right = states.find((moment) => moment.at === at)?.states;
	return await onTrial(client, workflow, async (trial) => {
		const before = await readStates(services);
		if (right === undefined || right[left] === before[left]) throw new Error('There is nothing to leave alone.');
		await trial.setMoment(at, edit);
		const { data } = await trial.run();
		complain('With a slip in one row', await readStates(services), {
			...before,
			...right,
			[left]: before[left] ?? '',
		});
		const messages = z.array(message).parse(itemsByRun(data, node).flat());
		if (
			messages.length !== told.length ||
			!told.every((word) => messages.some((one) => one.message.includes(word)))
		)
			throw new Error(`Not told as it should be: ${JSON.stringify(messages)}`);
		return messages.map((one) => one.message.split('. ')[0] ?? '');
	});
}

/** Fails over whoever is not as they should be. */
function complain(where: string, states: States, wanted: States): void {
	const wrong = Object.entries(wanted).filter(([key, state]) => states[key] !== state);
	if (wrong.length === 0) return;
	const told = wrong.map(([key, state]) => `${key} is ${states[key] ?? '?'} and should be ${state}`);
	throw new Error(`${where}: ${told.join('; ')}.`);
}
