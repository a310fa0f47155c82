import { shortHash } from '../../../nodes/shared/state/native';
import { PEOPLE, VOIPNOW_QUEUE, VOIPNOW_SALES_QUEUE } from '../../../simulators';
import type { Outcome } from '../../support/bench/bench';
import { later } from '../../support/later';
import { castOf, each, taskRouter, textAt, useStage, wish, writesIn } from '../../support/pack/stage';

const { anna, bob, dawid } = PEOPLE;
const stage = useStage();

const conpeek = { vendor: 'conpeek', options: { memory: 'columns' } };
const memoryOf = ({ out }: Outcome, at = 0): string => textAt(out, at, 'memory');
const wordsOf = ({ hints }: Outcome): string => hints.map(({ message }) => message).join('\n');
const sentToConpeek = () => stage.conpeek.seen.length;

describe('a memory in columns', () => {
	it('comes out with the rows, and is known where it goes in again, also in a run from the editor', async () => {
		const first = await stage.run(conpeek, [wish(anna.login, 'available', { memory: null })]);
		const again = wish(anna.login, 'available', { memory: memoryOf(first) });
		const second = await stage.run(conpeek, [again], { mode: 'manual' });
		const third = await stage.run(conpeek, [{ ...again, memory: memoryOf(second) }]);
		const other = await stage.run(conpeek, [wish(anna.login, 'offline', { memory: memoryOf(third) })]);

		expect(Object.keys(first.out[0]?.json ?? {}).at(-1)).toBe('memory');
		expect([first, second, third, other].flatMap(({ out }) => each(out, 'outcome'))).toEqual([
			'changed',
			'unchanged',
			'unchanged',
			'changed',
		]);
		expect(textAt(second.out, 0)).toMatch(/^as this workflow last set it at \d\d:\d\d$/);
		expect(sentToConpeek()).toBe(2);
		expect(wordsOf(second)).toBe('The agent was already in the right state.');
	});

	it('leaves nothing in the static data of the workflow', async () => {
		const staticData = {};
		await stage.run(conpeek, [wish(anna.login, 'available', { memory: '' })], { staticData });

		expect(staticData).toEqual({});
	});

	it('counts for its own agent alone, in whichever row it comes back', async () => {
		const both = [wish(anna.login, 'available', { memory: '' }), wish(bob.login, 'offline', { memory: '' })];
		const first = await stage.run(conpeek, both);
		const swapped = both.map((row, at) => ({ ...row, memory: memoryOf(first, 1 - at) }));
		const second = await stage.run(conpeek, swapped);
		const annaOnly = await stage.run(conpeek, [{ ...both[0], memory: memoryOf(first, 1) }]);

		expect(each(second.out, 'outcome')).toEqual(['unchanged', 'unchanged']);
		expect(memoryOf(second)).toContain(anna.login);
		expect(memoryOf(second)).not.toContain(bob.login);
		expect(each(annaOnly.out, 'outcome')).toEqual(['changed']);
	});

	it.each([
		['cut', (text: string) => text.slice(0, -1)],
		['changed', (text: string) => text.replace('OFFLINE', 'ONLINE').replace('Offline', 'Online')],
		['of another version', (text: string) => text.replace('m1', 'm2')],
		['none', () => 'remembered'],
	])('that is %s counts as none for its agent, and is told', async (_what, broken) => {
		const rows = [wish(anna.login, 'offline', { memory: '' }), wish(bob.login, 'offline', { memory: '' })];
		const first = await stage.run(conpeek, rows);
		const second = await stage.run(conpeek, [
			{ ...rows[0], memory: broken(memoryOf(first)) },
			{ ...rows[1], memory: memoryOf(first, 1) },
		]);

		expect(each(second.out, 'outcome')).toEqual(['changed', 'unchanged']);
		expect(wordsOf(second)).toContain(`The memory of ${anna.login} was changed or cut since this node put it out`);
	});

	it.each(['[]', '{}', '5', 'x', '[1,[5]]', '[1,[["conpeek",null,"anna"],{"at":"x"},7]]', '["x",[[],1,1]]'])(
		'does no harm where someone has made a text of %s',
		async (body) => {
			const memory = `m1:${shortHash(body)}:${body}`;
			const { out, error } = await stage.run(conpeek, [wish(anna.login, 'available', { memory })]);

			expect(error).toBeUndefined();
			expect(each(out, 'outcome')).toEqual(['changed']);
		},
	);

	it('is told to be missing where no item has the column', async () => {
		const first = await stage.run(conpeek, [wish(anna.login, 'available')]);

		expect(each(first.out, 'outcome')).toEqual(['changed']);
		expect(wordsOf(first)).toContain(
			"No item has a column 'memory', so all agents of Conpeek are set, even those who are already in the state. Only in the first run is that as it should be.",
		);
	});

	it('is handed on as it came by a preview, and by an agent who failed', async () => {
		const first = await stage.run(conpeek, [wish(anna.login, 'available', { memory: '' })]);
		const row = wish(anna.login, 'offline', { memory: memoryOf(first) });
		const preview = await stage.run({ ...conpeek, previewOnly: true }, [row]);
		const nobody = { ...row, agentId: '' };
		const failed = await stage.run(conpeek, [nobody], { onError: 'continueRegularOutput' });

		expect([preview, failed].flatMap(({ out }) => each(out, 'outcome'))).toEqual(['preview', 'failed']);
		expect([memoryOf(preview), memoryOf(failed)]).toEqual([row.memory, row.memory]);
	});

	it('forgets a state of which nobody knows whether it was set', async () => {
		const first = await stage.run(conpeek, [wish(anna.login, 'available', { memory: '' })]);
		stage.conpeek.faults.push({ status: 500, match: { method: 'PUT' }, times: 'always' });
		const row = wish(anna.login, 'offline', { memory: memoryOf(first) });
		const second = await stage.run(conpeek, [row], { onError: 'continueRegularOutput' });
		stage.conpeek.faults.clear();
		const third = await stage.run(conpeek, [wish(anna.login, 'available', { memory: memoryOf(second) })]);

		expect([second, third].flatMap(({ out }) => each(out, 'outcome'))).toEqual(['unconfirmed', 'changed']);
	});

	it('takes the later one of two about one agent', async () => {
		const first = await stage.run(conpeek, [wish(anna.login, 'available', { memory: '' })]);
		later(1);
		const second = await stage.run(conpeek, [wish(anna.login, 'offline', { memory: memoryOf(first) })]);
		later(2);
		const rows = [second, first].map((run) => wish(anna.login, 'offline', { memory: memoryOf(run) }));
		const third = await stage.run(conpeek, rows);

		expect(each(third.out, 'outcome')).toEqual(['unchanged']);
	});

	it('is sure of changes by others once it has a memory of the agent', async () => {
		const options = { memory: 'columns', graceMinutes: 10 };
		const first = await stage.run(taskRouter({ options }), [wish(dawid.worker, 'available', { memory: null })]);
		const second = await stage.run(taskRouter({ options }), [
			wish(dawid.worker, 'available', { memory: memoryOf(first) }),
		]);
		const missing = await stage.run(taskRouter({ options }), [wish(dawid.worker, 'available')]);

		expect(textAt(first.out, 0)).toBe(
			'was put into "Break" by someone else, as far as this first run can tell, 5 minutes ago',
		);
		expect(textAt(second.out, 0)).toBe('was put into "Break" by someone else 5 minutes ago');
		expect(each(missing.out, 'outcome')).toEqual(['changed']);
		expect(wordsOf(missing)).toContain('Grace Time has no effect');
	});

	it('is the same in all rows of an agent who has several', async () => {
		const { place } = castOf('voipNow');
		const options = { memory: 'columns', graceMinutes: 10 };
		const rows = [VOIPNOW_QUEUE, VOIPNOW_SALES_QUEUE].map((scope) =>
			wish(anna.extension, 'offline', { scope, memory: '' }),
		);
		const { out, error } = await stage.run({ vendor: 'voipNow', ...place, options }, rows);

		expect(error).toBeUndefined();
		expect(out).toHaveLength(2);
		expect(new Set(each(out, 'memory')).size).toBe(1);
	});
});

it('nobody sees the column without the option', async () => {
	const { out } = await stage.run({ vendor: 'conpeek' }, [wish(anna.login, 'available', { memory: 'x' })]);

	expect(out[0]?.json).not.toHaveProperty('memory');
	expect(writesIn(stage.conpeek.seen)).toHaveLength(1);
});
