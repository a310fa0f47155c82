import { fold } from '../../../shared/values/text';
import type { ActualStretch, ScheduledStretch } from '../record/types';

/** The states that both sides know. */
export const commonStates = ['available', 'busy', 'break', 'offline'] as const;

export type CommonState = (typeof commonStates)[number];

/** What the user says about states. Words are states, a service's own names for them, or reasons; their case makes no difference. */
export interface StateRules {
	/** Words of one group count as the same. Each group names at least one of the four states. */
	groups: ReadonlyArray<readonly string[]>;
	/** Time in which one side has such a word counts neither as in nor as out. */
	neutral: readonly string[];
	/** The states that are work. */
	work: readonly CommonState[];
}

/** How a scheduled and an actual state compare. */
export type StateComparison = 'same' | 'different' | 'neutral';

export interface StateComparer {
	/** @param actual a state that is known: see `commonStateOf` */
	compare(scheduled: ScheduledStretch, actual: ActualStretch): StateComparison;
	/** Whether time for which a state is scheduled is neutral, wherever the agent is. */
	isNeutral(words: ScheduledStretch | ActualStretch): boolean;
	/** Which of the four states an actual one stands for; `undefined` where nothing says so. */
	commonStateOf(actual: ActualStretch): CommonState | undefined;
	isWork(state: CommonState | undefined): boolean;
}

/** Makes a comparer that remembers: a month of a team has a handful of states, and a hundred thousand rows. */
export function createStateComparer({ groups, neutral, work }: StateRules): StateComparer {
	const folded = groups.map((group) => new Set(group.map(fold)));
	const neutralWords = new Set(neutral.map(fold));
	const isNeutral = rememberedByWords((words) => words.some((word) => neutralWords.has(word)));
	const stateByGroup = rememberedByWords((words) => {
		const group = folded.find((one) => words.some((word) => one.has(word)));
		return group && commonStates.find((one) => group.has(one));
	});
	const same = new Map<string, boolean>();
	const areOfOneGroup = (scheduled: ScheduledStretch, actual: ActualStretch): boolean => {
		const [one, other] = [foldedWords(scheduled), foldedWords(actual)];
		return folded.some((group) => one.some((word) => group.has(word)) && other.some((word) => group.has(word)));
	};
	return {
		isNeutral,
		commonStateOf: (actual) => commonStates.find((one) => one === actual.state) ?? stateByGroup(actual),
		isWork: (state) => state !== undefined && work.includes(state),
		compare(scheduled, actual) {
			if (isNeutral(scheduled) || isNeutral(actual)) return 'neutral';
			if (scheduled.state === actual.state) return 'same';
			const key = `${keyOf(scheduled)}\n\n${keyOf(actual)}`;
			let found = same.get(key);
			if (found === undefined) same.set(key, (found = areOfOneGroup(scheduled, actual)));
			return found ? 'same' : 'different';
		},
	};
}

type Words = ScheduledStretch | ActualStretch;

const nativeWord = (words: Words): string => ('native' in words ? words.native : '');

const keyOf = (words: Words): string => `${words.state}\n${nativeWord(words)}\n${words.reason}`;

/** The state comes first. */
function foldedWords(words: Words): string[] {
	const [state = '', ...others] = [words.state, nativeWord(words), words.reason].map(fold);
	return [state, ...others.filter((word) => word !== '')];
}

function rememberedByWords<T>(find: (words: string[]) => T): (words: Words) => T {
	const found = new Map<string, T>();
	return (words) => {
		const key = keyOf(words);
		if (found.has(key)) return found.get(key) as T;
		const answer = find(foldedWords(words));
		found.set(key, answer);
		return answer;
	};
}
