import { PEOPLE } from '../../../simulators';
import { each, taskRouter, useStage, wish } from '../../support/pack/stage';

const { anna } = PEOPLE;
const stage = useStage();

const NAME = 'Anna Kowalska';

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
