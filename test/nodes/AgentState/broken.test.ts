import path from 'node:path';
import { PEOPLE } from '../../../simulators';
import { root } from '../../architecture/imports';
import { originOf } from '../../support/pack/workers';
import { rowsOf, taskRouter, useStage, wish, writesIn } from '../../support/pack/stage';

const { anna, bob } = PEOPLE;
const stage = useStage();

/** Makes a part of the built pack break each time that it is called. */
function breakDown(file: string, name: string): void {
	const module = jest.requireActual<Record<string, () => unknown>>(path.join(root, 'dist/nodes/shared', file));
	jest.spyOn(module, name).mockImplementation(() => {
		throw new Error('Something is missing');
	});
}
afterEach(() => jest.restoreAllMocks());

const items = [wish(anna.name, 'break'), wish('Nobody', 'break'), {}, wish(bob.name, 'siesta')];
const run = async (onError?: 'continueRegularOutput' | 'continueErrorOutput') =>
	await stage.run(taskRouter(), items, onError && { onError });
const what = 'could not be processed: Something is missing';

describe('a run in which something breaks that nobody foresaw', () => {
	it('fails for all who were not done by then, and keeps what was wrong before', async () => {
		breakDown('state/run/holdBack.js', 'holdBack');
		breakDown('state/run/duplicates.js', 'mergeDuplicates');
		const { out, error } = await run('continueRegularOutput');

		expect(error).toBeUndefined();
		const rows = rowsOf(out);
		expect(out.map(originOf)).toEqual([0, 1, 2, 3]);
		expect(rows.map(({ outcome }) => outcome)).toEqual(['failed', 'failed', 'failed', 'failed']);
		expect(rows[0]?.reason).toBe(`Agent ${anna.name}: ${what}`);
		expect(rows[1]?.reason).toContain('Agent Nobody: matches no worker.');
		expect(rows[2]?.reason).toContain('column "agentId" is empty or missing');
		expect(rows[3]?.reason).toContain('"siesta" is not a state.');
		expect(writesIn(stage.twilio.seen)).toEqual([]);
	});

	it('fails for every item where nothing is known yet', async () => {
		breakDown('state/input/desired.js', 'desiredStatesOf');
		const { out, failed } = await run('continueErrorOutput');

		expect(out).toEqual([]);
		expect(failed.map(({ json }) => json.error)).toEqual(Array(4).fill(what));
	});

	it('stops the workflow where it does not go on', async () => {
		breakDown('state/run/duplicates.js', 'mergeDuplicates');
		const { error } = await stage.run(taskRouter(), [wish(anna.name, 'break')]);

		expect(error?.message).toBe('Something is missing');
	});

	it.each([
		['state/run/resolveTarget.js', 'resolveTarget', `Agent ${anna.name}: ${what}`],
		['state/run/reconcile.js', 'reconcile', `Agent ${anna.name}: ${what}`],
		['state/read/scope.js', 'openScopes', what],
		['state/read/agents.js', 'readAgents', `Agent ${anna.name}: ${what}`],
		['state/run/holdBack.js', 'holdBack', `Agent ${anna.name}: ${what}`],
	])('fails for the agent at whom it breaks: %s', async (file, name, reason) => {
		breakDown(file, name);
		const { out } = await stage.run(taskRouter(), [wish(anna.name, 'break')], { onError: 'continueRegularOutput' });

		expect(rowsOf(out)).toMatchObject([{ agent: anna.name, outcome: 'failed', reason }]);
	});
});
