import { PEOPLE } from '../../../simulators';
import { each, taskRouter, useStage, wish, writesIn } from '../../support/pack/stage';

const { anna, dawid } = PEOPLE;
const stage = useStage();

const NAME = 'Anna Kowalska';

const sidOf = (end: string): string => `WK${end.slice(2).padStart(32, '0')}`;

function addWorker(end: string, name: string): void {
	const { workers } = stage.twilio.state;
	const sid = sidOf(end);
	const like = workers[dawid.worker];
	if (like) workers[sid] = { ...like, sid, friendly_name: name };
}

describe('a row of a sheet', () => {
	it.each([
		['a non-breaking blank', 'Anna\u00a0Kowalska'],
		['two blanks', 'Anna  Kowalska'],
		['a zero-width blank', 'Anna Kowalska\u200b'],
		['a mark of the writing direction', '\u200eanna kowalska'],
	])('finds an agent whose name has %s', async (_, name) => {
		const { out, error } = await stage.run(taskRouter(), [wish(name, 'break')]);

		expect(error).toBeUndefined();
		expect(each(out, 'agent')).toEqual([NAME]);
	});

	describe.each([1, 4])('without accents, among %i rows', (rows) => {
		const others = [wish(anna.worker, 'break'), wish('Bob Stone', 'break'), wish('Elif Demir', 'break')];
		const run = async (name: string) =>
			await stage.run(taskRouter({ previewOnly: true }), [wish(name, 'break'), ...others.slice(0, rows - 1)]);

		it('finds the only agent who is meant', async () => {
			for (const name of ['Dawid Wojcik', 'dawid wójcik', 'DAWID WOJCIK']) {
				const { out, error } = await run(name);

				expect(error).toBeUndefined();
				expect(out[0]?.json).toMatchObject({ agent: 'Dawid Wójcik', agentId: dawid.worker });
			}
		});

		it('finds whoever is called so, and nobody else', async () => {
			addWorker('WKe', 'Dawid Wojcik');
			const { out, error } = await run('Dawid Wojcik');

			expect(error).toBeUndefined();
			expect(out[0]?.json).toMatchObject({ agent: 'Dawid Wojcik', agentId: sidOf('WKe') });
		});

		it('refuses a name that two agents have but for their accents', async () => {
			addWorker('WKe', 'Dawid Wojčik');
			const { error } = await run('Dawid Wojcik');

			expect(error?.message).toMatch(/means (2 workers|several agents): Dawid W/);
			expect(error?.message).toContain(dawid.worker);
			expect(writesIn(stage.twilio.seen)).toEqual([]);
		});

		it('refuses other accents', async () => {
			const { error } = await run('Dawid Wöjcik');

			expect(error?.message).toContain('matches no worker');
		});
	});

	it('finds an agent by an id with a zero-width blank behind it', async () => {
		const { out, error } = await stage.run(taskRouter(), [wish(`${anna.worker}\u200b`, 'break')]);

		expect(error).toBeUndefined();
		expect(each(out, 'agent')).toEqual([NAME]);
	});

	it.each(['On\u00a0Break', 'on  break', 'BREAK\u200b'])('finds the state %j', async (word) => {
		const { out, error } = await stage.run(taskRouter(), [wish(NAME, word)]);

		expect(error).toBeUndefined();
		expect(each(out, 'requested')).toEqual(['break']);
	});

	it.each([
		['blanks', 'Agent ID', 'Desired State'],
		['a non-breaking blank', 'agentId\u00a0', 'desiredState'],
		['underscores', 'agent_id', 'desired_state'],
	])('finds columns whose headings have %s', async (_, agent, state) => {
		const { out, error } = await stage.run(taskRouter(), [{ [agent]: NAME, [state]: 'break' }]);

		expect(error).toBeUndefined();
		expect(each(out, 'requested')).toEqual(['break']);
	});

	it('is refused where two headings are alike', async () => {
		const { error } = await stage.run(taskRouter(), [{ 'Agent ID': NAME, agent_id: 'Bob', desiredState: 'break' }]);

		expect(error?.message).toContain('column "agentId" is empty or missing');
	});
});

it('takes two spellings of one agent for one agent: states that differ are refused', async () => {
	const { error } = await stage.run(taskRouter(), [wish(NAME, 'available'), wish('anna\u00a0kowalska', 'offline')]);

	expect(error?.message).toContain('ask for different states of the same agent');
});
