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

const at = (since: unknown, last: unknown, isTold: unknown = false) => ({
	outSince: JSON.stringify([['anna', { since, last, isTold }]]),
});
const NOW = 100 * HOUR;

it.each<[string, IDataObject, number, boolean]>([
	['was looked at just within half a day', at(0, NOW - 12 * HOUR + 1), NOW, false],
	['was looked at half a day ago', at(0, NOW - 12 * HOUR), 0, false],
	['was looked at now', at(NOW - 5, NOW), 5, false],
	['was looked at in the future', at(0, NOW + 1), 0, false],
	['was out for no time', at(NOW, NOW), 0, false],
	['was looked at before they were out', at(NOW - 1, NOW - 2), 0, false],
	['was told of', at(NOW - 5, NOW - 5, true), 5, true],
	['was told of with another word', at(NOW - 5, NOW - 5, 'true'), 5, false],
])('an agent who %s has been out for so long', (_who, data, forMs, isTold) => {
	expect(openEpisodes(data, NOW).out('anna')).toEqual({ forMs, isTold });
});

it('whether an earlier run is remembered is whether it left anything', () => {
	expect(
		[{}, { outSince: '' }, { outSince: '[]' }, { outSince: 5 }].map((data) => openEpisodes(data, 0).isContinued),
	).toEqual([...[false, true, true, false]]);
});

it('all is kept as one text', () => {
	const data: IDataObject = {};
	const episodes = openEpisodes(data, 5);
	episodes.tell('anna');
	episodes.out('bob');
	episodes.store();
	expect(data).toEqual({
		outSince: '[["anna",{"since":5,"last":5,"isTold":true}],["bob",{"since":5,"isTold":false,"last":5}]]',
	});
	const next = openEpisodes(data, 9);
	next.tell('bob');
	expect(next.out('bob')).toEqual({ forMs: 4, isTold: true });
});
