import { problem, value, type Result } from '../../../shared/values/result';
import { fold, inQuotes } from '../../../shared/values/text';
import { stateMeant, usualMeaning } from '../roster/usualWords';
import { scheduledStates, type ScheduledState } from '../schedule/types';

/** Words that stand in labels of activities and titles of events, and the state that each means. */
const activityWords: Record<ScheduledState, readonly string[]> = {
	available: [
		...[
			'on queue',
			'onqueuework',
			'on queue work',
			'phone',
			'phones',
			'call',
			'calls',
			'chat',
			'chats',
			'email',
			'emails',
		],
		...['e-mail', 'inbound', 'outbound', 'tickets'],
	],
	busy: [
		...['off queue', 'off-queue', 'offqueuework', 'off queue work', 'meeting', 'meetings', 'training', 'coaching'],
		...['admin', 'back office', 'project', '1:1', 'one on one', 'huddle', 'e-learning', 'schulung', 'szkolenie'],
	],
	break: [
		...[
			'break',
			'breaks',
			'lunch',
			'lunch break',
			'meal',
			'meal break',
			'rest',
			'rest break',
			'coffee',
			'coffee break',
		],
		...[
			'tea break',
			'dinner',
			'pause',
			'mittagspause',
			'mittag',
			'przerwa',
			'obiad',
			'pausa',
			'descanso',
			'almuerzo',
		],
	],
	offline: [
		...['off', 'day off', 'time off', 'timeoff', 'pto', 'vacation', 'holiday', 'annual leave', 'leave', 'sick'],
		...['sick leave', 'sickness', 'absent', 'absence', 'unavailable', 'out of office', 'ooo', 'away'],
		...['urlaub', 'krank', 'urlop', 'chory', 'vacaciones', 'congé', 'congés', 'not available', 'unpaid leave'],
	],
};

const statesByWord = new Map(
	scheduledStates.flatMap((state) =>
		[state, ...activityWords[state]].map((word): [string, ScheduledState] => [word, state]),
	),
);

const LONGEST_FIRST = [...statesByWord.keys()].sort((a, b) => b.length - a.length);

/**
 * Makes the readers of labels.
 *
 * @param own the form's: by the label, the state that it means here
 */
export function wordReader(own: ReadonlyMap<string, ScheduledState>) {
	const ownWords = new Map([...own].map(([word, state]) => [fold(word), state]));
	const exact = (label: string): ScheduledState | undefined => {
		const usual = usualMeaning(label);
		return ownWords.get(fold(label)) ?? statesByWord.get(fold(label)) ?? (usual && stateMeant(usual));
	};
	return {
		/** The label of an activity: it has a meaning, or nobody knows whether it is work. */
		activityState(label: string): Result<ScheduledState> {
			const found = exact(label) ?? only(statesWithin(label));
			return found === undefined ? problem(advice('activity', label)) : value(found);
		},
		/** The title of an event: work, unless it is a word that means something else. */
		eventState(title: string): Result<ScheduledState> {
			const found = exact(title);
			if (found !== undefined) return value(found);
			const within = statesWithin(title).filter((state) => state !== 'available');
			return within.length > 0 ? problem(advice('title', title)) : value('available');
		},
	};
}

const advice = (what: string, label: string): string =>
	`it is not clear from the ${what} ${inQuotes(label)} whether it is work. Add it to 'Words Mean'`;

const only = (states: ScheduledState[]): ScheduledState | undefined => (states.length === 1 ? states[0] : undefined);

/** The states of all words in a label, each once; a word inside a longer one does not count. */
function statesWithin(label: string): ScheduledState[] {
	let rest = ` ${fold(label).replace(/[()[\]{},.;/|&+–—]+/g, ' ')} `;
	const found = new Set<ScheduledState>();
	for (const word of LONGEST_FIRST) {
		if (!rest.includes(` ${word} `)) continue;
		const state = statesByWord.get(word);
		if (state !== undefined) found.add(state);
		rest = rest.replaceAll(` ${word} `, '  ');
	}
	return [...found];
}
