import type { IDataObject } from 'n8n-workflow';
import {
	startVoipNow,
	TWILIO_OAUTH_CLIENT_ID,
	TWILIO_OAUTH_CLIENT_SECRET,
	VOIPNOW_QUEUE,
	WORKSPACE_SID,
} from '../../../simulators';
import type { Outcome } from '../../support/bench/bench';
import { useFastTime } from '../../support/pack/fastTime';
import { startSpoiler, type Spoiler, type Spoiling } from '../../support/pack/spoiler';
import { castOf, CASTS, desiredStates, each, textAt, useStage } from '../../support/pack/stage';
import { bySid, subjectOf, voipNowCredential } from '../../support/pack/vendors';
import { makeAvailable, sidOf, twilioWith, upTo } from '../../support/pack/workers';

const stage = useStage();
useFastTime(20);
const spoilers: Spoiler[] = [];
afterEach(async () => {
	await Promise.all(spoilers.splice(0).map((one) => one.close()));
});

async function spoilerOf(url: string): Promise<Spoiler> {
	const spoiler = await startSpoiler(url);
	spoilers.push(spoiler);
	return spoiler;
}

const ofChange = { method: /^(POST|PUT)$/, path: /^(?!\/oauth)/ };
const writes = ({ seen }: Spoiler) =>
	seen.filter(({ method, path }) => ofChange.method.test(method) && ofChange.path.test(path));
const onlyWrites = (spoiler: Spoiler, how: Spoiling, times: number) => {
	for (const method of ['POST', 'PUT']) spoiler.spoil(how, { method, path: ofChange.path }, times);
};

/** Agent State at one service, with what spoils its answers in between. */
async function between(id: string) {
	const cast = castOf(id);
	cast.prepare?.(stage);
	const spoiler = await spoilerOf(cast.simulator(stage).url);
	const credentials = subjectOf(id).credentials(spoiler.url);
	const run = async (parameters: object, items: IDataObject[]): Promise<Outcome> =>
		await stage.run({ vendor: id, ...cast.place, ...parameters }, items, {
			credentials,
			onError: 'continueRegularOutput',
		});
	return { cast, spoiler, run };
}

const services = CASTS.map(({ id }) => id);
const ways: Spoiling[] = ['cut', 'cutInChunks', 'truncated', 'page', 'error', 'unavailable', 'reset'];

describe.each(services)('a change at %s whose answer comes to grief', (id) => {
	it.each(ways)('once (%s) is sent again, and told as changed', async (how) => {
		const { cast, spoiler, run } = await between(id);
		onlyWrites(spoiler, how, 1);
		const { out } = await run({}, desiredStates(cast).slice(0, 1));

		expect(each(out, 'outcome')).toEqual(['changed']);
		expect(cast.stateOf(stage)).toEqual(cast.available);
	});

	it.each(['empty', 'noContent'] as const)('once (%s) is never told as failed', async (how) => {
		const { cast, spoiler, run } = await between(id);
		onlyWrites(spoiler, how, 1);
		const { out } = await run({}, desiredStates(cast).slice(0, 1));

		expect(each(out, 'outcome')).toEqual([cast.tells ? 'changed' : 'unconfirmed']);
		if (!cast.tells) expect(each(out, 'current')).toEqual([null]);
	});

	it.each(['truncated', 'cut', 'page'] as const)(
		'again and again (%s) is told as not confirmed unless it is read back, and can be taken back',
		async (how) => {
			const { cast, spoiler, run } = await between(id);
			onlyWrites(spoiler, how, 20);
			const { out, hints } = await run({}, desiredStates(cast).slice(0, 1));

			expect(cast.stateOf(stage)).toEqual(cast.available);
			expect(each(out, 'outcome')).toEqual([cast.tells ? 'changed' : 'unconfirmed']);
			if (cast.tells) return;
			expect(out[0]?.json).toMatchObject({ current: null });
			expect(textAt(out, 0)).toContain('may or may not have been made');
			expect(textAt(out, 0, 'restore')).toMatch(/^v2:/);
			expect(hints[0]).toMatchObject({ type: 'warning' });
		},
	);
});

describe.each(services.filter((id) => castOf(id).tells))('a change at %s that nobody can confirm', (id) => {
	it('leaves the state unknown, and Restore Previous brings the agent back', async () => {
		const { cast, spoiler, run } = await between(id);
		const [agent] = cast.agents;
		await run({}, [{ agentId: agent?.id, desiredState: 'offline' }]);
		spoiler.seen.length = 0;
		const before = cast.stateOf(stage);
		onlyWrites(spoiler, 'truncated', 4);
		let isWritten = false;
		spoiler.change({ method: 'GET', path: ofChange.path }, (text) => {
			isWritten ||= writes(spoiler).length > 0;
			return isWritten ? '' : text;
		});
		const { out } = await run({}, desiredStates(cast).slice(0, 1));

		expect(cast.stateOf(stage)).toEqual(cast.available);
		expect(out[0]?.json).toMatchObject({ outcome: 'unconfirmed', current: null });

		const restored = await stage.run(
			{ operation: 'restorePrevious', vendor: id, ...cast.place },
			out.map(({ json }) => json),
		);
		expect(each(restored.out, 'outcome')).toEqual(['changed']);
		expect(cast.stateOf(stage)).toEqual(before);
	});
});

describe("an update with a vendor's own node", () => {
	it.each(ways)('is sent again where its answer came to grief once (%s)', async (how) => {
		const twilio = await twilioWith(3);
		try {
			const spoiler = await spoilerOf(twilio.url);
			spoiler.spoil(how, { method: 'POST' });
			const { out, error } = await stage.bench.run(makeAvailable(spoiler, 3));

			expect(error).toBeUndefined();
			expect(out.map(({ json }) => json.sid)).toEqual(upTo(3).map(sidOf));
			expect(writes(spoiler)).toHaveLength(4);
		} finally {
			await twilio.close();
		}
	});

	it.each([...ways, 'empty', 'noContent'] as const)(
		'says that it may have been done where that goes on (%s)',
		async (how) => {
			const twilio = await twilioWith(1);
			try {
				const spoiler = await spoilerOf(twilio.url);
				spoiler.spoil(how, { method: 'POST' }, 20);
				const { failed } = await stage.bench.run(makeAvailable(spoiler, 1, { onError: 'continueErrorOutput' }));

				expect(failed[0]?.json.message).toContain('may or may not have been made');
				expect(failed[0]?.json.details).toMatchObject({ outcome: 'unconfirmed' });
			} finally {
				await twilio.close();
			}
		},
	);

	it.each([...ways, 'empty', 'noContent'] as const)(
		'is sent once where it creates something, and says that it may have been done (%s)',
		async (how) => {
			const twilio = await twilioWith(1);
			try {
				const spoiler = await spoilerOf(twilio.url);
				spoiler.spoil(how, { method: 'POST' });
				const job = makeAvailable(spoiler, 1, { onError: 'continueErrorOutput' });
				const { workspace } = job.parameters;
				const parameters = { resource: 'worker', operation: 'create', workspace, friendlyName: 'Zoe' };
				const { failed } = await stage.bench.run({ ...job, parameters });

				expect(writes(spoiler)).toHaveLength(1);
				expect(failed[0]?.json.message).toContain('may have been made anyway');
			} finally {
				await twilio.close();
			}
		},
	);
});

describe('a list whose page comes to grief', () => {
	it.each([...ways, 'empty'] as const)('once (%s) is read again', async (how) => {
		const twilio = await twilioWith(120);
		try {
			const spoiler = await spoilerOf(twilio.url);
			spoiler.spoil(how, { method: 'GET', path: /Workers\?/ });
			const job = makeAvailable(spoiler, 1);
			const { workspace } = job.parameters;
			const parameters = { resource: 'worker', operation: 'getAll', workspace, returnAll: true };
			const { out, error } = await stage.bench.run({ ...job, parameters });

			expect(error).toBeUndefined();
			expect(out).toHaveLength(120);
		} finally {
			await twilio.close();
		}
	});
});

describe('the request for a token', () => {
	it.each(['error', 'unavailable', 'truncated', 'page', 'empty', 'cut', 'reset'] as const)(
		'is made again where it came to grief once (%s)',
		async (how) => {
			const voipNow = await startVoipNow();
			try {
				const spoiler = await spoilerOf(voipNow.url);
				spoiler.spoil(how, { path: /^\/oauth/ });
				const { out, error } = await stage.bench.run({
					node: 'voipNow',
					parameters: {
						resource: 'queueAgent',
						operation: 'update',
						user: '@me',
						queue: VOIPNOW_QUEUE,
						agent: bySid('0003*210'),
						status: '1',
					},
					credentials: voipNowCredential(spoiler.url),
				});

				expect(error).toBeUndefined();
				expect(out).toHaveLength(1);
				expect(writes(spoiler)).toHaveLength(1);
			} finally {
				await voipNow.close();
			}
		},
	);

	it.each(['error', 'unavailable', 'truncated', 'page', 'empty'] as const)(
		"of Twilio's credential is made again even before something that is sent once (%s)",
		async (how) => {
			const twilio = await twilioWith(1);
			try {
				const spoiler = await spoilerOf(twilio.url);
				spoiler.spoil(how, { path: /^\/oauth/ });
				const { out, error } = await stage.bench.run({
					node: 'twilioTaskRouter',
					parameters: {
						resource: 'worker',
						operation: 'create',
						workspace: bySid(WORKSPACE_SID),
						friendlyName: 'Zoe',
					},
					credentials: {
						twilioContactCenterApi: {
							authentication: 'oAuth2',
							oAuthClientId: TWILIO_OAUTH_CLIENT_ID,
							oAuthClientSecret: TWILIO_OAUTH_CLIENT_SECRET,
							accessToken: '',
							accessExpiresAt: '',
							region: '',
							apiRootOverride: `${spoiler.url}/{product}`,
						},
					},
				});

				expect(error).toBeUndefined();
				expect(out).toHaveLength(1);
				expect(writes(spoiler)).toHaveLength(1);
			} finally {
				await twilio.close();
			}
		},
	);
});
