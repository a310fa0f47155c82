import type { IDataObject } from 'n8n-workflow';
import { ACTIVITY, PEOPLE } from '../../../simulators';
import { later } from '../../support/later';
import { each, rowsOf, taskRouter, useStage, wish } from '../../support/pack/stage';

const { anna, bob } = PEOPLE;
const stage = useStage();

const compare = async (staticData: IDataObject, desired = 'available', more = {}) =>
	await stage.run(
		taskRouter({ operation: 'compare', options: { outMinutes: 10 } }),
		[anna, bob].map(({ name }) => wish(name, desired)),
		{ staticData, ...more },
	);

function move(worker: string, activity: string): void {
	const found = stage.twilio.state.workers[worker];
	if (found) found.activity_sid = activity;
}

describe('Compare, only out for more than ten minutes', () => {
	beforeEach(() => {
		for (const { worker } of [anna, bob]) move(worker, ACTIVITY.available);
	});

	it('tells of an agent after that time, once, and again in the next episode', async () => {
		const staticData = {};
		const told: unknown[] = [];
		const steps: Array<[minute: number, activity: string]> = [
			[0, ACTIVITY.available],
			[5, ACTIVITY.break],
			[10, ACTIVITY.offline],
			[14, ACTIVITY.break],
			[16, ACTIVITY.break],
			[30, ACTIVITY.offline],
			[35, ACTIVITY.available],
			[40, ACTIVITY.break],
			[51, ACTIVITY.break],
		];
		for (const [minute, activity] of steps) {
			move(anna.worker, activity);
			later(minute);
			const { out, error } = await compare(staticData);
			expect(error).toBeUndefined();
			told.push(...rowsOf(out).map(({ agent, outMinutes, actual }) => [minute, agent, outMinutes, actual]));
		}

		expect(told).toEqual([
			[16, anna.name, 11, 'break'],
			[51, anna.name, 11, 'break'],
		]);
	});

	it('is one episode though the desired state changes', async () => {
		const staticData = {};
		move(anna.worker, ACTIVITY.offline);
		await compare(staticData);
		later(8);
		await compare(staticData, 'break');
		later(12);

		expect(each((await compare(staticData)).out, 'agent')).toEqual([anna.name]);
	});

	it('says when it remembers no earlier run, and nothing of it later', async () => {
		const staticData = {};
		const first = await compare(staticData);
		const second = await compare(staticData);

		expect(first.hints.map(({ message }) => message)).toEqual([
			expect.stringContaining('remembers no earlier one') as unknown,
		]);
		expect(second.hints).toEqual([]);
	});

	it('says of a run by hand that it is not remembered', async () => {
		const { hints } = await compare({}, 'available', { mode: 'manual' });
		expect(hints.map(({ message }) => message)).toEqual([
			expect.stringContaining('Manual runs are not remembered') as unknown,
		]);
	});

	it('keeps what it knows of an agent who cannot be read, who stays in the output', async () => {
		const staticData = {};
		move(anna.worker, ACTIVITY.offline);
		await compare(staticData);
		later(8);
		stage.twilio.faults.push({ status: 403, match: { path: /Workers/ }, times: 'always' });
		const unread = await compare(staticData, 'available', { onError: 'continueRegularOutput' });
		stage.twilio.faults.clear();
		later(11);

		expect(each(unread.out, 'outcome')).toEqual(['failed', 'failed']);
		expect(each((await compare(staticData)).out, 'agent')).toEqual([anna.name]);
	});

	it('forgets whom it has not looked at for half a day', async () => {
		const staticData: IDataObject = {};
		move(anna.worker, ACTIVITY.offline);
		await compare(staticData);
		later(13 * 60);
		expect((await compare(staticData)).out).toEqual([]);

		later(13 * 60 + 11);
		expect(each((await compare(staticData)).out, 'agent')).toEqual([anna.name]);
	});
});
