import type { IDataObject } from 'n8n-workflow';
import { PEOPLE } from '../../../simulators';
import { originOf, upTo } from '../../support/pack/workers';
import { type Job } from '../../support/bench/bench';
import { useAttributes } from '../../support/pack/useAttributes';
import { bySid as byId, located, twilioCredential } from '../../support/pack/vendors';

const { anna } = PEOPLE;
const { stage, workerNamed, attributes, run, writes } = useAttributes();

const merge = async (given: object, listRule = 'replace', more: Partial<Job> = {}) =>
	await run('mergeAttributes', { attributes: JSON.stringify(given), listRule }, more);
const addSkills = async (skills: string, more: Partial<Job> = {}) => await run('addSkills', { skills }, more);

/** Someone else's change, with no regard for anyone: it happens at once and raises the version. */
function meddle(key: string, value: unknown): void {
	const one = workerNamed(anna.worker);
	one.attributes = JSON.stringify({ ...attributes(), [key]: value });
	one.revision += 1;
}

const ROUNDS = 100;

describe('two runs at once lose nothing, round after round', () => {
	it('when they merge different keys into the same worker', async () => {
		for (const round of upTo(ROUNDS)) {
			const outcomes = await Promise.all([
				merge({ [`one${round}`]: round }),
				merge({ deep: { [`two${round}`]: round } }),
			]);

			for (const { out, error } of outcomes) {
				expect(error).toBeUndefined();
				expect(out[0]?.json.changed).toBe(true);
			}
			expect(attributes()).toHaveProperty(`one${round}`, round);
			expect((attributes().deep as IDataObject)[`two${round}`]).toBe(round);
		}
		expect(Object.keys(attributes()).filter((key) => key.startsWith('one'))).toHaveLength(ROUNDS);
		expect(Object.keys(attributes().deep as object)).toHaveLength(ROUNDS);
		expect(attributes().email).toBe(anna.identity);
		// They did meet.
		expect(writes().length).toBeGreaterThan(2 * ROUNDS);
	});

	it('when they add different skills to the same worker', async () => {
		for (const round of upTo(ROUNDS)) {
			await Promise.all([addSkills(`one${round}`), addSkills(`two${round}`)]);

			const { skills } = attributes().routing as { skills: string[] };
			expect(skills).toHaveLength(2 * (round + 1));
			expect(skills).toEqual(expect.arrayContaining([`one${round}`, `two${round}`]));
		}
		expect(writes().length).toBeGreaterThan(2 * ROUNDS);
	});
});

describe('someone else who changes the worker between reading and writing', () => {
	/** Answers the next reads late: `then` happens after the record was taken for the answer. */
	function afterReads(times: number, then: () => void): void {
		let left = times;
		const { state } = stage.twilio;
		const real = workerNamed(anna.worker);
		// The simulator takes the record from its table; the change follows when that answer is on its way.
		state.workers[anna.worker] = new Proxy(real, {
			get(target, name, receiver) {
				if (name === 'attributes' && left > 0) {
					left -= 1;
					setImmediate(then);
				}
				return Reflect.get(target, name, receiver) as unknown;
			},
		});
	}

	it('loses nothing, and the change is made on top, round after round', async () => {
		for (const round of upTo(ROUNDS)) {
			afterReads(1, () => meddle(`theirs${round}`, round));
			const { out, error } = await merge({ ours: round });
			stage.twilio.state.workers[anna.worker] = { ...workerNamed(anna.worker) };

			expect(error).toBeUndefined();
			expect(out[0]?.json.changed).toBe(true);
			expect(attributes()).toMatchObject({ ours: round, [`theirs${round}`]: round });
		}
		expect(Object.keys(attributes()).filter((key) => key.startsWith('theirs'))).toHaveLength(ROUNDS);
		// Every round was lost once and won then.
		expect(writes()).toHaveLength(2 * ROUNDS);
	});

	it('may make the change first: then nothing is left to write', async () => {
		afterReads(1, () => meddle('ours', 1));
		const { out, error } = await merge({ ours: 1 });

		expect(error).toBeUndefined();
		expect(out[0]?.json).toMatchObject({ sid: anna.worker, changed: false });
		expect(writes()).toHaveLength(1);
	});

	it.each([1, 5, 9])('is outlasted after %i refusals', async (times) => {
		stage.twilio.faults.push({
			status: 412,
			body: { code: 20412, message: 'Precondition failed' },
			times,
			match: { method: 'POST' },
		});
		const { out } = await merge({ ours: 1 });

		expect(out[0]?.json.changed).toBe(true);
		expect(attributes().ours).toBe(1);
		expect(writes()).toHaveLength(times + 1);
		expect(stage.twilio.seen).toHaveLength(2 * (times + 1));
	});

	it('is given way to after ten refusals: the item fails and says so', async () => {
		stage.twilio.faults.push({
			status: 412,
			body: { code: 20412, message: 'Precondition failed' },
			times: 'always',
			match: { method: 'POST' },
		});
		const { error, out } = await merge({ ours: 1 });

		expect(out).toEqual([]);
		expect(error?.message).toBe(`Worker ${anna.worker}: Precondition failed`);
		expect(error?.httpCode).toBe('412');
		expect(writes()).toHaveLength(10);
		expect(attributes()).not.toHaveProperty('ours');
	});

	it('is given way to with advice that names no field that the operation lacks', async () => {
		stage.twilio.faults.push({
			status: 412,
			body: { code: 20412, message: 'Precondition failed' },
			times: 'always',
			match: { method: 'POST' },
		});
		const { error } = await merge({ ours: 1 });

		expect(error?.description).not.toContain('If-Match');
	});
});

describe('many items of one run for the same worker', () => {
	const items = upTo(60).map((index) => ({ skill: `skill${index}` }));

	it('all take effect', async () => {
		const { out, failed } = await run(
			'addSkills',
			{ skills: '={{ $json.skill }}', options: { parallelLimit: 10 } },
			{ items, onError: 'continueErrorOutput' },
		);

		expect(failed.map(({ json }) => json.error)).toEqual([]);
		expect(out.map(originOf)).toEqual(upTo(60));
		expect((attributes().routing as { skills: string[] }).skills.sort()).toEqual(
			items.map(({ skill }) => skill).sort(),
		);
	});

	it('all take effect where the service sends no version', async () => {
		stage.twilio.state.sendsEtag = false;
		await run(
			'mergeAttributes',
			{ attributes: '={{ JSON.stringify({ [$json.skill]: 1 }) }}', options: { parallelLimit: 10 } },
			{ items, onError: 'continueErrorOutput' },
		);

		expect(Object.keys(attributes()).filter((key) => /^skill\d/.test(key))).toHaveLength(60);
	});

	it('all take effect for a user of Conversations, which knows no versions', async () => {
		await stage.bench.run({
			node: 'twilioConversations',
			parameters: {
				resource: 'user',
				operation: 'mergeAttributes',
				serviceScope: 'default',
				user: located('identity', anna.identity),
				attributes: '={{ JSON.stringify({ [$json.skill]: 1 }) }}',
				listRule: 'replace',
			},
			items,
			credentials: twilioCredential(stage.twilio.url),
		});

		const kept = stage.twilio.state.conversationUsers[anna.conversationUser]?.attributes ?? '';
		expect(Object.keys(JSON.parse(kept) as object)).toHaveLength(60);
	});

	it.each([6, 40])('all take effect where %i name the user by SID and by identity in turn', async (rows) => {
		await stage.bench.run({
			node: 'twilioConversations',
			parameters: {
				resource: 'user',
				operation: 'mergeAttributes',
				serviceScope: 'default',
				user: '={{ $json.user }}',
				attributes: '={{ JSON.stringify({ [$json.key]: 1 }) }}',
				listRule: 'replace',
			},
			items: upTo(rows).map((index) => ({
				key: `key${index}`,
				user: index % 2 ? byId(anna.conversationUser) : located('identity', anna.identity),
			})),
			credentials: twilioCredential(stage.twilio.url),
		});

		const kept = stage.twilio.state.conversationUsers[anna.conversationUser]?.attributes ?? '';
		expect(Object.keys(JSON.parse(kept) as object)).toHaveLength(rows);
	});
});

describe('a change whose answer is lost on the way back', () => {
	it.each([
		['reset', { reset: true }],
		['500', { status: 500 }],
	] as const)('is still told of as a change: %s', async (_how, fault) => {
		jest.spyOn(Math, 'random').mockReturnValue(0.0001);
		stage.twilio.faults.push({ ...fault, afterProcessing: true, match: { method: 'POST' } });
		const { out, error } = await merge({ ours: 1 });

		expect(error).toBeUndefined();
		expect(attributes().ours).toBe(1);
		expect(out[0]?.json).toMatchObject({ sid: anna.worker, changed: true });
	});
});
