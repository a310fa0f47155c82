import type { IDataObject } from 'n8n-workflow';
import { ACTIVITY, CONPEEK_BREAK, PEOPLE, VOIPNOW_QUEUE } from '../../../simulators';
import type { Job, Outcome } from '../../support/bench/bench';
import { aboutWorker, available, originOf, sidOf, twilioWith, upTo } from '../../support/pack/workers';
import {
	castOf,
	CASTS,
	each,
	rowsOf,
	taskRouter,
	useStage,
	wish,
	desiredStates,
	writesIn,
} from '../../support/pack/stage';
import { twilioCredential } from '../../support/pack/vendors';

const { anna, bob, dawid, frank } = PEOPLE;
const stage = useStage();

const everyone = (count: number): IDataObject[] => upTo(count).map((index) => wish(sidOf(index), 'available'));
const voipNow = { vendor: 'voipNow', user: '@me', queues: VOIPNOW_QUEUE };

/** Workers 0 … `count` - 1, all offline, in place of those of the stage. */
async function staff(count: number): Promise<void> {
	await stage.twilio.close();
	stage.twilio = await twilioWith(count);
	stage.credentials = twilioCredential(stage.twilio.url);
}

const writes = () => writesIn(stage.twilio.seen);

/** As n8n hands them to a workflow that starts with Error Trigger. */
const changedIn = (error: Outcome['error']): IDataObject[] =>
	JSON.parse(JSON.stringify(error?.context?.changedRows ?? [])) as IDataObject[];

describe('a change that fails', () => {
	it('ends the run: nothing new begins, and the error tells how far it came', async () => {
		await staff(8);
		stage.twilio.faults.push({ status: 403, match: { method: 'POST', ...aboutWorker(2) } });
		const { error, out } = await stage.run(taskRouter({ options: { parallelLimit: 1 } }), everyone(8));

		expect(error?.message).toMatch(new RegExp(`^Row 3: Agent Worker 2, ${sidOf(2)}: `));
		expect(error?.description).toContain('8 agents: 2 changed, 1 failed, 5 not attempted.');
		expect(error?.description).toContain('Run it again when the cause is gone: only what differs is written.');
		expect(error?.httpCode).toBe('403');
		expect(out).toEqual([]);
		expect(writes()).toHaveLength(3);
		expect(available(stage.twilio)).toEqual([0, 1]);

		// And the advice is true.
		expect(error?.description).toContain("give the 'changedRows' of this error to 'Restore Previous'");
		const rows = changedIn(error);
		expect(rows.map(({ agentId, outcome }) => [agentId, outcome])).toEqual([
			[sidOf(0), 'changed'],
			[sidOf(1), 'changed'],
		]);
		const back = await stage.run({ operation: 'restorePrevious' }, rows);
		expect(each(back.out, 'outcome')).toEqual(['changed', 'changed']);
		expect(available(stage.twilio)).toEqual([]);
		await stage.run(taskRouter(), everyone(2));
		const again = await stage.run(taskRouter(), everyone(8));
		expect(each(again.out, 'outcome')).toEqual(['unchanged', 'unchanged', ...upTo(6).map(() => 'changed')]);
	});

	it('lets those that are under way come to their end, and no other begin', async () => {
		await staff(60);
		stage.twilio.faults.latency(20);
		stage.twilio.faults.push({ status: 403, match: { method: 'POST', ...aboutWorker(2) } });
		const { error } = await stage.run(taskRouter(), everyone(60));

		const sent = writes().length;
		expect(sent).toBeLessThan(30);
		expect(available(stage.twilio)).toHaveLength(sent - 1);
		expect(error?.description).toContain(`60 agents: ${sent - 1} changed, 1 failed, ${60 - sent} not attempted.`);
	});

	it('is one row or one error item when the run goes on', async () => {
		await staff(5);
		stage.twilio.faults.push({ status: 403, times: 'always', match: { method: 'POST', ...aboutWorker(2) } });
		const options = { technicalDetails: true };
		const rows = await stage.run(taskRouter({ options }), everyone(5), { onError: 'continueRegularOutput' });

		expect(each(rows.out, 'outcome')).toEqual(['changed', 'changed', 'failed', 'changed', 'changed']);
		expect(rows.out.map(originOf)).toEqual(upTo(5));
		expect(rows.out[2]?.json).toMatchObject({
			agent: 'Worker 2',
			agentId: sidOf(2),
			requested: 'available',
			previous: 'offline',
			current: 'offline',
			restore: null,
			requestId: expect.stringMatching(/^RQ/) as unknown,
			attempts: 1,
		});
		expect(rows.hints[0]).toMatchObject({ message: '5 agents: 4 changed, 1 failed.', type: 'warning' });

		const split = await stage.run(taskRouter(), everyone(5), { onError: 'continueErrorOutput' });
		expect(split.out.map(originOf)).toEqual([0, 1, 3, 4]);
		expect(split.failed.map(originOf)).toEqual([2]);
		expect(split.failed[0]?.json).toMatchObject({ agentId: sidOf(2), details: { httpCode: '403' } });
	});

	it('ends the run too when it failed before it was sent', async () => {
		Object.assign(stage.twilio.state.conversationUsers[bob.conversationUser] ?? {}, { attributes: '"text"' });
		const { error } = await stage.run(
			{ vendor: 'twilioConversations', options: { parallelLimit: 1 } },
			[anna, bob, dawid].map(({ identity }) => wish(identity, 'busy')),
		);

		expect(error?.description).toContain('3 agents: 1 changed, 1 failed, 1 not attempted.');
		expect(writes()).toHaveLength(1);
	});

	it('of a read stops the run with nobody changed', async () => {
		await staff(5);
		stage.twilio.faults.push({ status: 403, times: 'always', match: { method: 'GET', path: /Workers/ } });
		const { error } = await stage.run(taskRouter(), everyone(5));

		expect(error?.description).toContain('Nothing was changed.');
		expect(error?.context).not.toHaveProperty('changedRows');
		expect(writes()).toEqual([]);
	});
});

describe('a cancelled run', () => {
	/** Cancels when so many requests that `isMeant` matches have come. */
	async function cancelAfter(count: number, isMeant: (method: string) => boolean, job: Partial<Job> = {}) {
		let cancelled = 0;
		const { error } = await stage.run(taskRouter({ options: { parallelLimit: 2 } }), everyone(40), {
			...job,
			whenStarted(cancel) {
				const watch = setInterval(() => {
					if (stage.twilio.seen.filter(({ method }) => isMeant(method)).length < count) return;
					clearInterval(watch);
					cancelled = writes().length;
					cancel();
				}, 1);
			},
		});
		await new Promise((resolve) => setTimeout(resolve, 300));
		return { cancelled, error };
	}

	it('begins no further change', async () => {
		await staff(40);
		stage.twilio.faults.latency(20);
		const { cancelled: before } = await cancelAfter(5, (method) => method === 'POST');

		expect(before).toBeGreaterThanOrEqual(5);
		expect(writes().length).toBeLessThanOrEqual(before + 2);
		expect(available(stage.twilio)).toHaveLength(writes().length);
	});

	it.each(['stopWorkflow', 'continueRegularOutput', 'continueErrorOutput'] as const)(
		'hands on the rows of all that it may have changed, by which everyone comes back: %s',
		async (onError) => {
			await staff(40);
			stage.twilio.faults.latency(20);
			const { error } = await cancelAfter(5, (method) => method === 'POST', { onError });

			const rows = changedIn(error);
			expect(rows.map(({ agentId }) => agentId)).toEqual(
				expect.arrayContaining(available(stage.twilio).map(sidOf)),
			);
			expect(new Set(rows.map(({ outcome }) => outcome))).toEqual(new Set(['changed', 'unconfirmed']));
			const back = await stage.run({ operation: 'restorePrevious' }, rows);
			expect(back.error).toBeUndefined();
			expect(available(stage.twilio)).toEqual([]);
		},
	);

	it('changes nobody when it was still reading', async () => {
		await staff(40);
		stage.twilio.faults.latency(50);
		await cancelAfter(1, (method) => method === 'GET');

		expect(writes()).toEqual([]);
	});
});

describe('a service under strain', () => {
	beforeEach(() => {
		// Between two attempts next to no time passes.
		jest.spyOn(Math, 'random').mockReturnValue(0.0001);
	});

	it('that refuses for a while is asked again, and no agent is changed twice', async () => {
		await staff(12);
		stage.twilio.faults.push({ status: 429, times: 4, match: { method: 'POST' } });
		stage.twilio.faults.push({ status: 503, headers: { 'retry-after': '0' }, times: 3, match: { method: 'POST' } });
		const { out, error } = await stage.run(taskRouter({ options: { technicalDetails: true } }), everyone(12));

		expect(error).toBeUndefined();
		expect(new Set(each(out, 'outcome'))).toEqual(new Set(['changed']));
		const attempts = rowsOf(out).map((row) => Number(row.attempts));
		expect(attempts.reduce((sum, one) => sum + one, 0)).toBe(12 + 7);
		expect(writes()).toHaveLength(12 + 7);
		// Each change of activity is an event.
		const changed = [...stage.twilio.state.events.values()].map(({ resource_sid: sid }) => sid);
		expect(changed.sort()).toEqual(upTo(12).map(sidOf));
	});

	it('that loses an answer is asked again', async () => {
		await staff(3);
		stage.twilio.faults.push({ reset: true, afterProcessing: true, match: { method: 'POST' } });
		const { out, error } = await stage.run(taskRouter(), everyone(3));

		expect(error).toBeUndefined();
		expect(each(out, 'outcome')).toEqual(['changed', 'changed', 'changed']);
		expect(stage.twilio.state.events.size).toBe(3);
	});

	it('that stays unable fails its own agents alone', async () => {
		await staff(3);
		stage.twilio.faults.push({ status: 500, times: 'always', match: { method: 'POST', ...aboutWorker(1) } });
		const { out } = await stage.run(taskRouter({ options: { technicalDetails: true } }), everyone(3), {
			onError: 'continueRegularOutput',
		});

		expect(each(out, 'outcome')).toEqual(['changed', 'failed', 'changed']);
		expect(Number(out[1]?.json.attempts)).toBeGreaterThan(1);
	});
});

describe('an answer with another state than was asked for', () => {
	it('of VoipNow makes the change pending', async () => {
		const agent = { agentNumber: anna.extension, status: '2', queue: VOIPNOW_QUEUE };
		stage.voipNow.faults.push({ status: 200, body: [agent], match: { method: 'PUT' } });
		const { out } = await stage.run(voipNow, [wish(anna.extension, 'available')]);

		expect(out[0]?.json).toMatchObject({
			outcome: 'pending',
			requested: 'available',
			previous: 'offline',
			current: 'break',
			reason: 'the service accepted the change and shows "Paused"',
		});
	});

	it.each([
		['another work state', { work_state: 'OFFLINE', break_type: null, break_cause: null }, 'Offline'],
		[
			'another break',
			{ work_state: 'ONBREAK', break_type: 'BUSINESS', break_cause: 'Szkolenie' },
			'ONBREAK: Szkolenie',
		],
	])('of Conpeek makes the change pending: %s', async (_what, told, shown) => {
		const staticData = {};
		const run = async (item: IDataObject) => (await stage.run({ vendor: 'conpeek' }, [item], { staticData })).out;
		const online = wish(anna.login, 'available');
		await run(online);
		stage.conpeek.faults.push({ status: 200, body: { data: { id: 74, ...told } } });
		const out = await run(wish(anna.login, 'break', { reason: CONPEEK_BREAK.lunch }));

		expect(out[0]?.json).toMatchObject({
			outcome: 'pending',
			reason: `the service accepted the change and shows "${shown}"`,
		});
		// Where nothing can be read, nothing is known now: neither the new state nor the old one.
		expect(each(await run(online), 'outcome')).toEqual(['changed']);
	});

	it('or none at all is made up for by reading the agent', async () => {
		stage.voipNow.state.updateAnswer = 'noContent';
		const { out } = await stage.run(voipNow, [wish(anna.extension, 'available')]);

		expect(out[0]?.json).toMatchObject({ outcome: 'changed', current: 'available', previous: 'offline' });
	});

	it('or that of another agent is unconfirmed, with the state that was read', async () => {
		stage.voipNow.state.updateAnswer = 'wrongAgent';
		const { out, hints } = await stage.run(voipNow, [wish(anna.extension, 'available')]);

		expect(out[0]?.json).toMatchObject({
			outcome: 'unconfirmed',
			current: 'offline',
			previous: 'offline',
			reason: 'reads "Logged Out" right after it',
		});
		expect(hints[0]).toMatchObject({ message: '1 agent: 1 not confirmed.', type: 'warning' });
	});

	it('is seen when it is read back', async () => {
		stage.voipNow.state.updateAnswer = 'wrongAgent';
		const { out } = await stage.run({ ...voipNow, options: { confirmAfter: 0 } }, [
			wish(anna.extension, 'available'),
		]);

		expect(out[0]?.json).toMatchObject({
			outcome: 'unconfirmed',
			current: 'offline',
			reason: 'reads "Logged Out" after 0 seconds',
		});
	});

	it.each(CASTS.map(({ id }) => id))('or a page of HTML leaves it unconfirmed: %s', async (id) => {
		const cast = castOf(id);
		cast.prepare?.(stage);
		for (const one of Object.values(stage.services)) {
			for (const method of ['POST', 'PUT']) {
				one.faults.push({ html: true, status: 200, times: 'always', match: { method, path: /^(?!\/oauth)/ } });
			}
		}
		const options = { technicalDetails: true };
		const { out, error } = await stage.run({ vendor: id, ...cast.place, options }, desiredStates(cast), {
			onError: 'continueRegularOutput',
		});

		expect(error).toBeUndefined();
		expect(each(out, 'outcome')).toEqual(['unconfirmed', 'unconfirmed']);
		expect(each(out, 'attempts')).toEqual([4, 4]);
		// What was read, where anything can be.
		expect(each(out, 'current')).toEqual(cast.tells ? each(out, 'previous') : [null, null]);
	});
});

it('changes nobody when one agent of another service is wrong', async () => {
	const items = [
		wish(anna.worker, 'available', { service: 'twilioTaskRouter' }),
		wish('0003*999', 'available', { service: 'voipNow' }),
		wish(dawid.login, 'available', { service: 'conpeek' }),
	];
	const { error } = await stage.run({ ...taskRouter(), ...voipNow, vendor: 'fromItem' }, items);

	expect(error?.message).toMatch(/^Row 2: Agent 0003\*999: /);
	for (const { seen } of [stage.twilio, stage.voipNow, stage.conpeek]) expect(writesIn(seen)).toEqual([]);
	expect([bob, frank].map(({ worker }) => stage.twilio.state.workers[worker]?.activity_sid)).toEqual([
		ACTIVITY.available,
		ACTIVITY.offline,
	]);
});
