import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { urlOf } from '../../demo/bootstrap/startSimulators';
import { TABLE_SETUP_TRIGGER, TABLE_WORKFLOW } from '../../demo/n8n/examples';
import { filmOf } from '../../demo/observe/film';
import type { Frame } from '../../demo/observe/film';
import { takeFirstSteps } from '../../demo/observe/firstSteps';
import { keyOf, readStates } from '../../demo/observe/readStates';
import { ACTIVITY, PEOPLE } from '../../simulators';
import { setActivity } from '../../simulators/twilio/demo';
import type { Stage } from './everything';

const PAGE = 'docs/shift-schedule.md';
const FILM = 'docs/images/first-minutes.png';

/** What the documents promise. */
async function promised(root: string): Promise<{ clicks: number; texts: number }> {
	const text = await readFile(join(root, PAGE), 'utf8');
	const [, clicks, texts] = /takes (\d+) clicks and (\d+) texts/.exec(text) ?? [];
	if (clicks === undefined || texts === undefined) throw new Error(`${PAGE} promises no number of clicks and texts.`);
	return { clicks: Number(clicks), texts: Number(texts) };
}

/**
 * The way of the documents from a running `npm start` to states that a shift has set: sign in, make a workflow, take the
 * roster, work out who must be where now, look at what would change, and change it.
 */
export async function checkFirstMinutes({
	root,
	editor,
	owner,
	client,
	services,
	vendors,
	checks,
	isFilmed,
}: Stage): Promise<void> {
	// `npm start` has made the table before the editor opens.
	await client.runWorkflow(TABLE_WORKFLOW.id, TABLE_SETUP_TRIGGER);
	// Neither in a shift nor out of one, and nobody is offered a task: whatever the time is, the roster changes everyone.
	const twilio = urlOf(services, 'twilio');
	for (const { worker } of Object.values(PEOPLE))
		await setActivity(twilio, worker, ACTIVITY.busy, { rejectsPending: true });
	let wanted = new Map<string, string>();
	const atSchedule = async () => {
		wanted = new Map(
			(await editor.cells(['agent', 'desiredState'])).map(([agent = '', state = '']) => [agent, state]),
		);
		checks.check('Shift Schedule tells who must be in which state now', [
			wanted.size === 0 && `there is no row: ${await editor.problem()}`,
		]);
	};
	const frames: Frame[] = [];
	const look = async (seconds: number) => {
		// Until lists and panels have come to rest.
		await editor.page.waitForTimeout(1000);
		frames.push({ png: await editor.page.screenshot(), seconds });
	};
	await takeFirstSteps(editor, owner, { atSchedule, ...(isFilmed && { look }) });
	if (isFilmed) await writeFile(join(root, FILM), filmOf(frames));
	const states = await readStates(vendors);
	const wrong = [...wanted].filter(([agent, state]) => states[keyOf('TaskRouter', agent)]?.toLowerCase() !== state);
	checks.check('Agent State has set what the shifts say', [
		wanted.size === 0 && 'nobody had to change',
		wrong.length > 0 && `${wrong.map(String).join('; ')}, but at the service: ${JSON.stringify(states)}`,
	]);
	const { clicks, texts } = await promised(root);
	const { effort } = editor;
	checks.check(`from the sign-in to that: ${effort.clicks} clicks and ${effort.texts} texts`, [
		effort.clicks > clicks && `${PAGE} promises ${clicks} clicks`,
		effort.texts > texts && `${PAGE} promises ${texts} texts`,
	]);
}
