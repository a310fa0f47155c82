import { PEOPLE } from '../../simulators';
import { readWorkers } from '../../simulators/twilio/demo';
import { urlOf } from '../bootstrap/startSimulators';
import { BREAK_WORKFLOW } from '../n8n/examples';
import { runExample } from './runExample';
import type { Scenario } from './scenario';

const LANGUAGE = 'en';
const ADDED_SKILL = 'billing';
const ACTIVITY = 'Break';

const HEADINGS = ['agent', 'skills before', 'skills after', 'activity before', 'activity after'];

/** Runs the skill example; fails unless every English speaker got the skill and is on a break, and nobody else changed. */
export async function runSkillToBreak(scenario: Scenario): Promise<void> {
	const read = async () =>
		(await readWorkers(urlOf(scenario.services, 'twilio'))).map(({ person, skills, activity }) => ({
			names: [person.name],
			states: [skills.join(', '), activity],
		}));
	const compared = await runExample(scenario, BREAK_WORKFLOW, HEADINGS, read);

	const people = Object.values(PEOPLE);
	const wrong = people.filter(({ skills }, index) => {
		const [skillsBefore, activityBefore] = compared[index]?.before.states ?? [];
		const expected = skills.includes(LANGUAGE)
			? [`${skillsBefore}, ${ADDED_SKILL}`, ACTIVITY]
			: [skillsBefore, activityBefore];
		return compared[index]?.after.states.join('\n') !== expected.join('\n');
	});
	if (wrong.length > 0) throw new Error(`Wrong after the run: ${wrong.map(({ name }) => name).join(', ')}.`);
	const speakers = people.filter(({ skills }) => skills.includes(LANGUAGE)).length;
	scenario.progress.note(`${speakers} English speakers got the skill ${ADDED_SKILL} and are on a break`);
}
