import { z } from 'zod';

import { itemsByRun } from '../n8n/executionData';
import { formatTable } from '../observe/formatTable';
import { readStates } from '../observe/readStates';
import type { States } from '../observe/readStates';
import { readWrites } from '../observe/readWrites';
import type { Scenario } from './scenario';
import { BROKEN_ROW, SHIFT_CASES } from './shiftCases';
import type { ShiftCase } from './shiftCases';
import { withTrial } from './trial';

const HEADINGS = ['workflow', 'moments', 'agents right', 'changed', 'written again'];

/**
 * Runs each roster twice at fixed moments and prints one line per workflow. Fails unless the vendors' records show what the
 * roster asks for, nobody else was changed, nobody was written who was right already, and the second run wrote nothing.
 */
export async function runShifts(scenario: Scenario): Promise<void> {
	const { progress } = scenario;
	const lines: string[][] = [];
	const runs = SHIFT_CASES.reduce((sum, { moments }) => sum + 2 * moments.length, 0);
	try {
		await progress.step(`Run ${SHIFT_CASES.length} rosters at fixed moments, ${runs} runs`, async () => {
			for (const one of SHIFT_CASES) lines.push(await tryCase(scenario, one));
		});
	} finally {
		if (lines.length > 0) progress.print(`\n${formatTable([HEADINGS, ...lines])}\n`);
	}
	progress.note('At all moments everyone was as the roster says; the second runs wrote nothing');
	await progress.step(
		`Run "${BROKEN_ROW.workflow.name}" with a mistake in one row`,
		async () => await tryBrokenRow(scenario),
		(reported) => `reported, and all others set: ${reported.join('; ')}`,
	);
}

/** @returns the line of the table */
async function tryCase(
	{ client, vendors }: Scenario,
	{ workflow, moments, isPublished = false }: ShiftCase,
): Promise<string[]> {
	let right = 0;
	let changed = 0;
	await withTrial(client, workflow, async (trial) => {
		for (const { at, states } of moments) {
			const where = `"${workflow.name}" at ${at}`;
			const before = await readStates(vendors);
			const writesBefore = await readWrites(vendors);
			let writesFirst = writesBefore;
			const checkFirst = async () => {
				writesFirst = await readWrites(vendors);
				const wanted = { ...before, ...states };
				assertStates(where, await readStates(vendors), wanted);
				const wrong = Object.keys(wanted).filter((key) => before[key] !== wanted[key]).length;
				const written = writesFirst - writesBefore;
				if (written !== wrong)
					throw new Error(`${where}: ${wrong} agents were wrong, ${written} were written.`);
				changed += wrong;
				right += Object.keys(states).length;
			};
			const checkSecond = async () => {
				const written = (await readWrites(vendors)) - writesFirst;
				if (written > 0) throw new Error(`${where}: the second run wrote ${written} times.`);
			};
			await trial.setMoment(at);
			if (isPublished) await trial.runByTrigger([checkFirst, checkSecond]);
			else
				for (const check of [checkFirst, checkSecond]) {
					await trial.run();
					await check();
				}
		}
	});
	if (changed === 0) throw new Error(`"${workflow.name}" changed nobody.`);
	return [workflow.name, formatMoments(moments.map(({ at }) => at)), `${right} of ${right}`, `${changed}`, '0'];
}

/** Groups times by their days: "24 Nov 08:02 12:30, 25 Dec 12:30". */
function formatMoments(moments: string[]): string {
	const days = new Map<string, string[]>();
	for (const moment of moments) {
		const [date = '', time = ''] = moment.split('T');
		const day = new Date(date).toLocaleDateString('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' });
		days.set(day, [...(days.get(day) ?? []), time.replace(/:00Z$/, 'Z')]);
	}
	return [...days].map(([day, times]) => [day, ...times].join(' ')).join(', ');
}

const messageShape = z.object({ message: z.string() });

/**
 * Fails unless the agent of a row that cannot be read stays as before, all others are set, and both that row and the agent
 * whom no service knows are reported.
 * @returns the first sentence of each report
 */
async function tryBrokenRow({ client, vendors }: Scenario): Promise<string[]> {
	const { workflow, at, edit, reported, node, untouched } = BROKEN_ROW;
	const states = SHIFT_CASES.flatMap(({ workflow: { id }, moments }) => (id === workflow.id ? moments : []));
	const wanted = states.find((moment) => moment.at === at)?.states;
	return await withTrial(client, workflow, async (trial) => {
		const before = await readStates(vendors);
		if (wanted === undefined || wanted[untouched] === before[untouched])
			throw new Error('The agent of the broken row is in the state of the roster already: this proves nothing.');
		await trial.setMoment(at, edit);
		const { data } = await trial.run();
		assertStates('With a mistake in one row', await readStates(vendors), {
			...before,
			...wanted,
			[untouched]: before[untouched] ?? '',
		});
		const messages = z.array(messageShape).parse(itemsByRun(data, node).flat());
		const isReported = (word: string) => messages.some(({ message }) => message.includes(word));
		if (messages.length !== reported.length || !reported.every(isReported))
			throw new Error(`Not reported as it should be: ${JSON.stringify(messages)}`);
		return messages.map(({ message }) => message.split('. ')[0] ?? '');
	});
}

/** Fails over every agent in a wrong state. */
function assertStates(where: string, states: States, wanted: States): void {
	const wrong = Object.entries(wanted).filter(([key, state]) => states[key] !== state);
	if (wrong.length === 0) return;
	const words = wrong.map(([key, state]) => `${key} is ${states[key] ?? '?'} and should be ${state}`);
	throw new Error(`${where}: ${words.join('; ')}.`);
}
