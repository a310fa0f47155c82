import { PEOPLE } from '../simulators/seed';
import type { Demo } from './demo';
import type { N8nClient } from './n8nClient';
import { readWorkers } from './readWorkers';
import { runExample } from './runExample';
import type { Services } from './startSimulators';
import { BREAK_WORKFLOW } from './workflows';

const LANGUAGE = 'en';
const LEARNED = 'billing';
const ACTIVITY = 'Break';

const HEADINGS = ['agent', 'skills before', 'skills after', 'activity before', 'activity after'];

/** Runs the skill example; fails unless every English speaker gained the skill and is on a break, and nobody else changed. */
export async function runSkillToBreak(demo: Demo, client: N8nClient, services: Services): Promise<void> {
	const read = async () =>
		(await readWorkers(services)).map(({ person, skills, activity }) => ({
			names: [person.name],
			states: [skills.join(', '), activity],
		}));
	const compared = await runExample(demo, client, BREAK_WORKFLOW, HEADINGS, read);

	const people = Object.values(PEOPLE);
	const wrong = people.filter(({ skills }, index) => {
		const [skillsBefore, activityBefore] = compared[index]?.before.states ?? [];
		const expected = skills.includes(LANGUAGE)
			? [`${skillsBefore}, ${LEARNED}`, ACTIVITY]
			: [skillsBefore, activityBefore];
		return compared[index]?.after.states.join('\n') !== expected.join('\n');
	});
	if (wrong.length > 0)
		throw new Error(`Not as it should be after the run: ${wrong.map(({ name }) => name).join(', ')}.`);
	const speakers = people.filter(({ skills }) => skills.includes(LANGUAGE)).length;
	demo.progress.note(`${speakers} English speakers learned ${LEARNED} and are on a break`);
}
