import type { IDataObject } from 'n8n-workflow';
import {
	ACTIVITY,
	bySid,
	makeConversationUser,
	makeWorker,
	PEOPLE,
	VOIPNOW_QUEUE,
	VOIPNOW_SALES_QUEUE,
	type ConversationUser,
	type Seen,
} from '../../../simulators';
import { sidOf, upTo } from '../../support/pack/workers';
import { each, readsIn, taskRouter, textAt, useStage, wish, writesIn } from '../../support/pack/stage';

const { anna, bob, carla, dawid, elif } = PEOPLE;
const stage = useStage();

const nameOf = (index: number) => `Robot ${index}`;
const userOf = (index: number) => `US${String(index).padStart(32, '0')}`;

/** A workspace of so many offline workers. */
async function staff(count: number, nameAt = nameOf): Promise<void> {
	const workers = upTo(count).map((index) => makeWorker({ sid: sidOf(index), friendly_name: nameAt(index) }));
	await stage.reset({ twilio: { workers: bySid(workers) } });
}

const workerReads = (seen: Seen[] = stage.twilio.seen) => readsIn(seen).filter((path) => path.includes('/Workers'));
const offline = (agents: string[]): IDataObject[] => agents.map((agent) => wish(agent, 'offline'));
const spread = (count: number, among: number) => upTo(count).map((at) => Math.floor((at * among) / count));

describe('agents of a workspace', () => {
	it.each<[what: string, staff: number, agents: string[], most: number]>([
		['one by SID', 2_500, [sidOf(7)], 1],
		['one by name', 2_500, [nameOf(2_400)], 1],
		['two, one of them by name', 2_500, [sidOf(7), nameOf(2_400)], 2],
		['three by SID in a small workspace', 100, [3, 4, 5].map(sidOf), 1],
		['three by name in a small workspace', 100, [3, 4, 5].map(nameOf), 1],
		['sixty all over', 2_500, spread(60, 2_500).map(sidOf), 3],
		['sixty all over by name', 2_500, spread(60, 2_500).map(nameOf), 3],
		['sixty on the first page', 2_500, upTo(60).map(sidOf), 1],
		['sixty on the last page', 2_500, upTo(60).map((at) => sidOf(2_499 - at)), 3],
		['three among very many', 15_000, [100, 8_000, 14_000].map(sidOf), 4],
		['three by name among very many', 15_000, [100, 8_000, 14_000].map(nameOf), 5],
		['all of them', 2_500, upTo(2_500).map(sidOf), 3],
		['all of them by name', 2_500, upTo(2_500).map(nameOf), 3],
	])('%s of %i are read with few requests', async (_what, count, agents, most) => {
		await staff(count);
		const { out, error } = await stage.run(taskRouter(), offline(agents));

		expect(error).toBeUndefined();
		expect(out).toHaveLength(agents.length);
		expect(new Set(each(out, 'outcome'))).toEqual(new Set(['unchanged']));
		expect(workerReads().length).toBeLessThanOrEqual(most);
		// Besides, the activities are read once.
		expect(readsIn(stage.twilio.seen)).toHaveLength(workerReads().length + 1);
	});

	it('are not read one by one when the list was read to its end', async () => {
		await staff(100);
		const { out } = await stage.run(taskRouter(), offline([nameOf(1), sidOf(2), 'Nobody', sidOf(99_999)]), {
			onError: 'continueRegularOutput',
		});

		expect(each(out, 'outcome')).toEqual(['unchanged', 'unchanged', 'failed', 'failed']);
		expect(workerReads()).toHaveLength(1);
	});

	it.each([
		['alone', ['Twin']],
		['among others', ['Twin', nameOf(1), nameOf(2), nameOf(3)]],
		['with the SID of a namesake', ['Twin', sidOf(0), sidOf(1), sidOf(2)]],
	])('are refused by a name that two have, though the second is on another page: %s', async (_how, agents) => {
		await staff(1_100, (index) => (index === 0 || index === 1_050 ? 'Twin' : nameOf(index)));
		const { out } = await stage.run(taskRouter(), offline(agents), { onError: 'continueRegularOutput' });

		expect(each(out, 'outcome')).toEqual(['failed', ...agents.slice(1).map(() => 'unchanged')]);
		expect(textAt(out, 0)).toContain(`means several agents: ${sidOf(0)}, ${sidOf(1_050)}.`);
	});

	it('of whom one in twenty differs cost the pages of the list and those changes', async () => {
		await staff(10_000);
		const items = upTo(10_000).map((index) => wish(sidOf(index), index % 20 === 0 ? 'available' : 'offline'));
		const { out, error, hints } = await stage.run(taskRouter(), items);

		expect(error).toBeUndefined();
		expect(each(out, 'outcome').filter((outcome) => outcome === 'changed')).toHaveLength(500);
		expect(each(out, 'outcome').filter((outcome) => outcome === 'unchanged')).toHaveLength(9_500);
		expect(writesIn(stage.twilio.seen)).toHaveLength(500);
		// Besides, one list of activities and ten pages of workers.
		expect(stage.twilio.seen).toHaveLength(511);
		expect(hints.map(({ message }) => message)).toEqual(['10000 agents: 500 changed, 9500 already right.']);
		expect(new Set(Object.values(stage.twilio.state.workers).map(({ activity_sid: sid }) => sid))).toEqual(
			new Set([ACTIVITY.available, ACTIVITY.offline]),
		);
	});
});

describe('many workspaces', () => {
	it('are looked at side by side', async () => {
		stage.twilio.faults.latency(20);
		const items = upTo(30).map((at) => wish(sidOf(at), 'offline', { scope: `WSe${String(at).padStart(31, '0')}` }));
		const { out } = await stage.run(taskRouter(), items, { onError: 'continueRegularOutput' });

		// None of them exists, so that nothing but their activities is asked for.
		expect(new Set(each(out, 'outcome'))).toEqual(new Set(['failed']));
		expect(stage.twilio.seen).toHaveLength(30);
		expect(stage.twilio.maxInFlight).toBeGreaterThanOrEqual(8);
	});
});

describe('users of a conversation service', () => {
	async function enrol(count: number): Promise<void> {
		const users = upTo(count).map((index) =>
			makeConversationUser({
				sid: userOf(index),
				identity: `robot${index}@example.com`,
				attributes: '{"agentState":"offline"}',
			}),
		);
		await stage.reset({ twilio: { conversationUsers: bySid<ConversationUser>(users) } });
	}

	it.each([
		['two one by one', 2_000, [3, 1_500], 2],
		['three among many', 2_000, [3, 800, 1_500], 4],
		['sixty of a few', 120, spread(60, 120), 3],
		['all by fifties', 500, upTo(500), 10],
	])('are read: %s', async (_what, count, indices, most) => {
		await enrol(count);
		const agents = indices.map((index) => (index % 2 ? userOf(index) : `robot${index}@example.com`));
		const { out, error } = await stage.run({ vendor: 'twilioConversations' }, offline(agents));

		expect(error).toBeUndefined();
		expect(new Set(each(out, 'outcome'))).toEqual(new Set(['unchanged']));
		expect(stage.twilio.seen.length).toBeLessThanOrEqual(most);
	});
});

describe('agents of other services', () => {
	it('are read queue by queue', async () => {
		const { out, error } = await stage.run({ vendor: 'voipNow', user: '@me', queues: VOIPNOW_QUEUE }, [
			...[anna, bob, dawid].map(({ extension }) => wish(extension, 'available')),
			...[anna, carla, elif].map(({ extension }) => wish(extension, 'offline', { scope: VOIPNOW_SALES_QUEUE })),
		]);

		expect(error).toBeUndefined();
		expect(each(out, 'scope')).toEqual([
			...upTo(3).map(() => VOIPNOW_QUEUE),
			...upTo(3).map(() => VOIPNOW_SALES_QUEUE),
		]);
		expect(each(out, 'outcome')).toEqual(['changed', 'unchanged', 'changed', 'unchanged', 'changed', 'changed']);
		expect(readsIn(stage.voipNow.seen)).toHaveLength(2);
	});

	it('have one row for each of their queues', async () => {
		const queues = `${VOIPNOW_QUEUE}, ${VOIPNOW_SALES_QUEUE}`;
		const { out } = await stage.run({ vendor: 'voipNow', user: '@me', queues }, [wish(anna.extension, 'break')]);

		expect(out.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 0 }]);
		expect(each(out, 'scope')).toEqual([VOIPNOW_QUEUE, VOIPNOW_SALES_QUEUE]);
		expect(each(out, 'outcome')).toEqual(['changed', 'changed']);
		expect(Object.values(stage.voipNow.state.queues).map(({ agents }) => agents[anna.extension])).toEqual([
			'2',
			'2',
			undefined,
		]);
	});

	it('are read one by one where there is no list', async () => {
		const people = Object.values(PEOPLE);
		await stage.run({ vendor: 'twilioFrontline' }, offline(people.map(({ identity }) => identity)));

		expect(stage.twilio.seen.map(({ method }) => method)).toEqual(people.map(() => 'GET'));
	});
});
