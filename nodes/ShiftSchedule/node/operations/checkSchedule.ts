import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { check, type Checked } from '../../model/answers/check';
import type { Finding } from '../../model/answers/finding';
import type { Interval } from '../../model/calendar/interval';
import { assignmentsOf } from '../../model/schedule/assignments';
import { openEvaluation } from '../../model/schedule/evaluation';
import { scheduledStates } from '../../model/schedule/types';
import { heatPictures } from '../../picture/heatPicture';
import { dayAndTimeText } from '../../picture/picture';
import { pictureItem } from '../../../shared/n8n/pictureItem';
import { readNames, readText, readTexts, readWholeNumber } from '../../../shared/n8n/parameters';
import { findingRow, heatRow, noteRow } from '../rows';
import { readRequirements } from './requirements';
import { answerPerAgent, onRoster, readWindow, type Outputs, type RosterTask } from './task';

const MOST_AGENTS = 1_000_000;

/** The findings, the hours of the week, one item with the figures of both, and pictures of the weeks. */
export const checkSchedule = onRoster(async (task) => {
	const { context, evaluation, loaded, rows } = task;
	const window = readWindow(task);
	const { requirements, placeOfRequirement, areRows } = readRequirements(task);
	const { answers, problems } = answerPerAgent(task, (agent) => assignmentsOf(evaluation, agent, window));
	const agents = answers.map(({ agent }) => agent);
	const [covered, known] = [readTexts(context, 'covered'), readNames(context, 'knownAgents')];
	const found = check(openEvaluation({ ...loaded.schedule, agents, requirements }), window, {
		...{ placeOf: loaded.placeOf, placeOfRequirement },
		states: scheduledStates.filter((state) => covered.includes(state)),
		minimum: readWholeNumber(context, { name: 'minimum', label: 'Agents Needed', most: MOST_AGENTS }),
		...(known.length > 0 && { known }),
		dateText: (clock, instant) => dayAndTimeText(clock.localMinutesAt(instant), rows.thisYear),
	});
	const { hours, summary } = found;
	const findings = areRows ? found.findings : found.findings.map(withoutIntervalNumber);
	const { isFine, ...figures } = summary;
	const notes = loaded.notes.filter(({ level }) => level === 'warning');
	const item = (json: IDataObject, index: number): INodeExecutionData => ({ json, pairedItem: { item: index } });
	return {
		outputs: [
			[
				...notes.map((note) => item(noteRow(note), loaded.itemOf(note.agentId ?? '', note.row ?? 0))),
				...findings.map((finding) =>
					item(findingRow(rows, finding), loaded.itemOf(finding.agentId, finding.row ?? 0)),
				),
			],
			hours.map((hour) => item({ ...hour }, loaded.itemOf('', 0))),
			[item({ isFine: isFine && notes.length === 0, ...figures, notes: notes.length }, loaded.itemOf('', 0))],
			await drawCoverage(task, found, window),
		],
		problems,
	};
});

/** The number of an interval in the form is no row of the roster. */
const withoutIntervalNumber = (finding: Finding): Finding =>
	finding.kind === 'shortfall' || finding.kind === 'requirementOverlap' ? { ...finding, row: null } : finding;

async function drawCoverage(
	{ context, rows, settings: { clock } }: RosterTask,
	{ staffed }: Checked,
	window: Interval,
): Promise<Outputs[number]> {
	const pictures = await heatPictures(clock, staffed, window, readText(context, 'title'));
	return await Promise.all(
		pictures.map(async (picture) =>
			pictureItem(context, heatRow(rows, picture, clock), { ...picture, name: 'coverage' }),
		),
	);
}
