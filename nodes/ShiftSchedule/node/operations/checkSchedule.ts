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
import { findingRow, heatRow, noteRow, unreadRow } from '../rows';
import { HOURS_ROW, readRequirements } from './requirements';
import { answerPerAgent, onRoster, readWindow, type Outputs, type RosterTask } from './task';

const MOST_AGENTS = 1_000_000;

/**
 * The findings, the hours of the week, one item with the figures of both, and pictures of the weeks. A row that cannot be
 * read is a finding, and stops nothing: all of them are corrected at once.
 */
export const checkSchedule = onRoster(async (task) => {
	const { loaded, rows } = task;
	const item = (json: IDataObject, index: number): INodeExecutionData => ({ json, pairedItem: { item: index } });
	const notes = loaded.notes.filter(({ level }) => level === 'warning');
	const unread = loaded.problems.map((problem) => item(unreadRow(problem), problem.item));
	const noted = notes.map((note) => item(noteRow(note), loaded.itemOf(note.agentId ?? '', note.row ?? 0)));
	const seen = { unreadRows: unread.length, notes: notes.length };
	if (loaded.doubted === 'all') {
		// What cannot be read may be about anyone: no figure would be right.
		const summary = item({ isFine: false, ...seen }, loaded.itemOf('', 0));
		return { outputs: [[...unread, ...noted], [], [summary], []], problems: [] };
	}
	const window = readWindow(task);
	const { found, problems, areRows } = checkReadable(task, window);
	const { hours, summary } = found;
	const findings = found.findings.map((finding) => withoutOtherNumber(finding, areRows));
	const { isFine, ...figures } = summary;
	const tooMany = problems.map((problem) => item(unreadRow(problem), problem.item));
	const isAllFine = isFine && notes.length + unread.length + tooMany.length === 0;
	return {
		outputs: [
			[
				...unread,
				...tooMany,
				...noted,
				...findings.map((finding) =>
					item(findingRow(rows, finding), loaded.itemOf(finding.agentId, finding.row ?? 0)),
				),
			],
			hours.map((hour) => item({ ...hour }, loaded.itemOf('', 0))),
			[item({ isFine: isAllFine, ...figures, ...seen }, loaded.itemOf('', 0))],
			await drawCoverage(task, found, window),
		],
		problems,
	};
}, true);

/** Looks through what can be read: of the other agents nothing is known. */
function checkReadable(task: RosterTask, window: Interval) {
	const { context, evaluation, loaded, rows } = task;
	const [asked, known] = [readTexts(context, 'covered'), readNames(context, 'knownAgents')];
	const states = scheduledStates.filter((state) => asked.includes(state));
	const minimum = readWholeNumber(context, { name: 'minimum', label: 'Agents Needed', most: MOST_AGENTS });
	const { requirements, placeOfRequirement, areRows } = readRequirements(task, { states, minimum });
	const { answers, problems } = answerPerAgent(task, (agent) => assignmentsOf(evaluation, agent, window));
	const agents = answers.map(({ agent }) => agent);
	const found = check(openEvaluation({ ...loaded.schedule, agents, requirements }), window, {
		...{ placeOf: loaded.placeOf, placeOfRequirement, states, minimum },
		...(known.length > 0 && { known }),
		tellsEnded: ['items', 'fields'].includes(readText(context, 'rosterFrom')),
		dateText: (clock, instant) => dayAndTimeText(clock.localMinutesAt(instant), rows.thisYear),
	});
	return { found, problems, areRows };
}

/** The number of an interval in the form is not a row of the roster, and the hours to cover have none. */
function withoutOtherNumber(finding: Finding, areRows: boolean): Finding {
	const isOfForm = finding.kind === 'shortfall' || finding.kind === 'requirementOverlap';
	return isOfForm && (!areRows || finding.row === HOURS_ROW) ? { ...finding, row: null } : finding;
}

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
