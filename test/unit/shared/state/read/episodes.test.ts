import type { IDataObject } from 'n8n-workflow';
import { openEpisodes } from '../../../../../nodes/shared/state/read/episodes';

const HOUR = 60 * 60_000;

/** What n8n has stored after one look at Anna, who is out. */
function stored(now: number, data: IDataObject = {}): IDataObject {
	const episodes = openEpisodes(data, now);
	episodes.out('anna');
	episodes.store();
	return JSON.parse(JSON.stringify(data)) as IDataObject;
}

describe('what Compare remembers', () => {
	it('is since when an agent is out, and whether the user was told', () => {
		const data = stored(1_000);
		const episodes = openEpisodes(data, 2_000);
		expect(episodes.isContinued).toBe(true);
		expect(episodes.out('anna')).toEqual({ forMs: 1_000, isTold: false });
		episodes.tell('anna');
		episodes.store();

		expect(openEpisodes(data, 3_000).out('anna')).toEqual({ forMs: 2_000, isTold: true });
		expect(openEpisodes(data, 3_000).out('bob')).toEqual({ forMs: 0, isTold: false });
	});

	it('ends with the episode', () => {
		const data = stored(1_000);
		const episodes = openEpisodes(data, 2_000);
		episodes.end('anna');
		episodes.store();

		expect(openEpisodes(data, 3_000).out('anna').forMs).toBe(0);
	});

	it.each([
		['is longer ago than half a day', HOUR, 13 * HOUR],
		['comes from a clock that was ahead', 500 * HOUR, HOUR],
	])('is nothing that %s', (_what, then, now) => {
		expect(openEpisodes(stored(then), now).out('anna')).toEqual({ forMs: 0, isTold: false });
	});

	it.each([[undefined], ['{'], ['{}'], ['[["anna"],[1,{}],["anna",{"since":"x","last":2}]]'], [7]])(
		'is nothing where it is damaged: %p',
		(outSince) => {
			expect(openEpisodes({ outSince }, 5).out('anna')).toEqual({ forMs: 0, isTold: false });
		},
	);
});
