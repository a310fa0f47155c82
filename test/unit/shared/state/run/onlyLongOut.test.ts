import type { IDataObject } from 'n8n-workflow';
import { openEpisodes } from '../../../../../nodes/shared/state/read/episodes';
import { finish } from '../../../../../nodes/shared/state/run/finish';
import { episodesText, onlyLongOut } from '../../../../../nodes/shared/state/run/onlyLongOut';
import { observedTask, scopeOf, targetedTask } from '../../../../support/stateOffice';

const scope = scopeOf();
const out = observedTask(scope, { id: 'A1', state: 'on' }, 'rest');
const back = observedTask(scope, { id: 'A1', state: 'rest' }, 'rest');

/** Whom the looks at Anna tell of, one after the other: when, and whether she is out. */
function toldOf(...looks: Array<[at: number, task: typeof out]>) {
	const data: IDataObject = {};
	return looks.map(([at, task]) =>
		onlyLongOut([task], openEpisodes(data, at), 100).map((one) =>
			one.phase === 'observed' ? one.outMs : one.phase,
		),
	);
}

it('an agent is told of once, when they have been out for longer', () => {
	expect(toldOf([0, out], [100, out], [101, out], [150, out])).toStrictEqual([[], [], [101], []]);
});

it('who was back in between is told of anew', () => {
	expect(toldOf([0, out], [101, out], [102, back], [103, out], [204, out])).toStrictEqual([[], [101], [], [], [101]]);
	expect(toldOf([0, out], [50, back], [101, out])).toStrictEqual([[], [], []]);
});

it('who could not be read stays', () => {
	const others = [finish(out, { outcome: 'failed' }), targetedTask(scope, 'A2', 'rest')];
	expect(onlyLongOut(others, openEpisodes({}, 0), 100)).toEqual(others);
});

it('what is remembered is told of', () => {
	const episodes = (isContinued: boolean) => ({ ...openEpisodes({}, 0), isContinued });
	const byHand =
		'Manual runs are not remembered: this one shows only who has been out for long in runs of the published workflow.';
	expect(episodesText(episodes(true), true)).toEqual([byHand]);
	expect(episodesText(episodes(false), true)).toEqual([byHand]);
	expect(episodesText(episodes(true), false)).toEqual([]);
	expect(episodesText(episodes(false), false)).toEqual([
		'This run remembers no earlier one, so agents count as out from now on. If the next run shows this again, n8n keeps no memory for its workers (queue mode of 2.40 and 2.41), and no one will be reported.',
	]);
});
