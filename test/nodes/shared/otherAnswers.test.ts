import { PEOPLE, WORKSPACE_SID } from '../../../simulators';
import type { Bench } from '../../support/bench/bench';
import { startSpoiler, type Spoiler } from '../../support/pack/spoiler';
import { each, taskRouter, textAt, useStage, wish } from '../../support/pack/stage';
import { bySid, twilioCredential } from '../../support/pack/vendors';

const { anna, bob } = PEOPLE;
const stage = useStage();
let spoiler: Spoiler;
beforeEach(async () => {
	spoiler = await startSpoiler(stage.twilio.url);
	stage.credentials = twilioCredential(spoiler.url);
});
afterEach(async () => await spoiler.close());

/** Someone else's record in place of Anna's. */
const swap = (method: string) =>
	spoiler.change({ method, path: new RegExp(`Workers/${anna.worker}$`) }, (text) =>
		text.replaceAll(anna.worker, bob.worker),
	);

const own = async (operation: string, more: object = {}): ReturnType<Bench['run']> =>
	await stage.bench.run({
		node: 'twilioTaskRouter',
		parameters: { resource: 'worker', operation, ...taskRouter(), worker: bySid(anna.worker), ...more },
		credentials: stage.credentials,
		onError: 'continueErrorOutput',
	});

describe("someone else's record in the answer", () => {
	it('to a change is not proof of it: the agent is read', async () => {
		swap('POST');
		const { out } = await stage.run(taskRouter(), [wish(anna.worker, 'available')], {
			onError: 'continueRegularOutput',
		});
		expect(each(out, 'outcome')).toEqual(['changed']);
		expect(spoiler.seen.at(-1)).toMatchObject({
			method: 'GET',
			path: expect.stringContaining(anna.worker) as string,
		});
	});

	it('to a change and to every read leaves the state unknown', async () => {
		swap('POST');
		let isWritten = false;
		spoiler.change({ method: 'GET', path: /Workers/ }, (text) => {
			isWritten ||= spoiler.seen.some(({ method }) => method === 'POST');
			return isWritten ? text.replaceAll(anna.worker, bob.worker) : text;
		});
		const { out } = await stage.run(taskRouter(), [wish(anna.worker, 'available')], {
			onError: 'continueRegularOutput',
		});
		expect(out[0]?.json).toMatchObject({ outcome: 'unconfirmed', current: null });
		expect(textAt(out, 0)).toContain('another record');
	});

	it.each([
		['get', {}, 'GET'],
		['update', { updateFields: { friendlyName: 'Anna' } }, 'POST'],
		['mergeAttributes', { attributes: '{"team":"billing"}' }, 'GET'],
	])("is never put out as the agent's own: %s", async (operation, more, method) => {
		swap(method);
		const { out, failed } = await own(operation, more);
		expect(out).toEqual([]);
		expect(failed[0]?.json.error).toContain('the service answered about another record');
		if (operation === 'mergeAttributes') {
			expect(spoiler.seen.filter((one) => one.method === 'POST')).toEqual([]);
		}
	});
});

it('a list that gives the same page again and again is stopped', async () => {
	let pages = 0;
	let same: unknown[] | undefined;
	spoiler.change({ method: 'GET', path: /Workers\?/ }, (text) => {
		const { workers, meta } = JSON.parse(text) as { workers: unknown[]; meta: object };
		same ??= workers.slice(0, 1);
		const path = `/taskrouter/v1/Workspaces/${WORKSPACE_SID}/Workers?PageSize=${++pages}`;
		return JSON.stringify({ workers: same, meta: { ...meta, next_page_url: stage.twilio.url + path } });
	});
	const { failed } = await own('getAll', { returnAll: true });

	expect(failed[0]?.json.error).toContain('The list has no end: 3 pages in a row gave nothing new');
	expect(pages).toBe(4);
});
