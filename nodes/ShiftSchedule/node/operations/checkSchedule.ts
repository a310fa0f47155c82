import type { IDataObject, INodeExecutionData } from 'n8n-workflow';
import { check } from '../../model/answers/check';
import { assignmentsOf } from '../../model/schedule/assignments';
import { openEvaluation } from '../../model/schedule/evaluation';
import { scheduledStates } from '../../model/schedule/types';
import { readTexts, readWholeNumber } from '../parameters';
import { findingRow, noteRow } from '../rows';
import { answerPerAgent, onRoster, readWindow } from './task';

const MOST_AGENTS = 1_000_000;

/** The findings, the hours of the week, and one item with the figures of both. */
export const checkSchedule = onRoster((task) => {
	const { context, evaluation, loaded, rows } = task;
	const window = readWindow(task);
	const { answers, problems } = answerPerAgent(task, (agent) => assignmentsOf(evaluation, agent, window));
	const agents = answers.map(({ agent }) => agent);
	const [covered, known] = [readTexts(context, 'covered'), readTexts(context, 'knownAgents')];
	const { findings, hours, summary } = check(openEvaluation({ ...loaded.schedule, agents }), window, {
		placeOf: loaded.placeOf,
		states: scheduledStates.filter((state) => covered.includes(state)),
		minimum: readWholeNumber(context, { name: 'minimum', label: 'Agents Needed', most: MOST_AGENTS }),
		...(known.length > 0 && { known }),
	});
	const { isFine, ...figures } = summary;
	const notes = loaded.notes.filter(({ level }) => level !== 'info');
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
		],
		problems,
	};
});
