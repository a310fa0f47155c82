import { PEOPLE } from '../../../simulators';
import { useAttributes } from '../../support/pack/useAttributes';
import { bySid } from '../../support/pack/vendors';

const { anna, bob, dawid } = PEOPLE;
const { attributes, give, run, writes } = useAttributes();

const deep = (levels: number): string => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`;
const everyone = [anna, bob, dawid].map(({ worker }) => ({ worker }));

describe('attributes that are nested too deeply', () => {
	it.each([
		['mergeAttributes', { attributes: '{"team":"billing"}' }],
		['addSkills', { skills: 'billing' }],
		['removeSkills', { skills: 'billing' }],
	])('at the service are told for that agent alone: %s', async (operation, parameters) => {
		for (const { worker } of [anna, dawid]) give({ routing: { skills: ['billing', 'x'] } }, worker);
		give(deep(10_000), bob.worker);
		const { out } = await run(
			operation,
			{ ...parameters, worker: bySid('={{ $json.worker }}') },
			{ items: everyone, onError: 'continueRegularOutput' },
		);

		expect(out).toHaveLength(3);
		expect(out[1]?.json.error).toContain('nested deeper than 100 levels');
		for (const at of [0, 2]) expect(out[at]?.json).toMatchObject({ changed: operation !== 'addSkills' });
		expect(writes()).toHaveLength(operation === 'addSkills' ? 0 : 2);
	});

	it.each([100, 10_000])('in the node are refused before anything is sent: %i levels', async (levels) => {
		give({});
		const { out } = await run(
			'mergeAttributes',
			{ attributes: deep(levels) },
			{ onError: 'continueRegularOutput' },
		);

		expect(out[0]?.json.error).toContain('is nested deeper than 100 levels');
		expect(writes()).toEqual([]);
	});

	it('are merged up to there', async () => {
		give({ b: 1 });
		const { error } = await run('mergeAttributes', { attributes: deep(99) });

		expect(error).toBeUndefined();
		expect(attributes()).toMatchObject({ b: 1 });
	});
});
