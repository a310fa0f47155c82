import type { INodeParameters } from 'n8n-workflow';
import { bySid } from '../../../simulators/locator';
import { ACTIVITY, PEOPLE } from '../../../simulators/twilio/cast';
import { Bench } from '../../support/bench/bench';
import { observeRun } from '../../support/pack/observe';
import { startRecorder, type Recorder } from '../../support/pack/recorder';
import { parametersOf } from '../../support/pack/vendors';

let bench: Bench;
let recorder: Recorder;

beforeAll(async () => {
	bench = await Bench.open();
	recorder = await startRecorder(() => ({}));
});

afterAll(async () => {
	await recorder.close();
	await bench.close();
});

const observe = async (node: string, parameters: INodeParameters, items = [{}]) =>
	await observeRun(bench, recorder, node, parameters, { items });

describe('the value of a field', () => {
	it('arrives as it is when it is false, 0 or empty', async () => {
		const { requests } = await observe('twilioTaskRouter', {
			...parametersOf('twilioTaskRouter', 'worker.update'),
			updateFields: { rejectPendingReservations: false, concurrency: 0, friendlyName: '' },
		});
		const frontline = await observe('twilioFrontline', {
			...parametersOf('twilioFrontline', 'user.update'),
			updateFields: { isAvailable: false, avatar: '', friendlyName: '' },
		});
		const conversations = await observe('twilioConversations', {
			...parametersOf('twilioConversations', 'user.update'),
			updateFields: { friendlyName: '', webhookEnabled: false },
		});

		expect(requests.map(({ body }) => body)).toEqual([
			{ RejectPendingReservations: 'false', Concurrency: '0', FriendlyName: '' },
		]);
		expect(frontline.requests.map(({ body }) => body)).toEqual([
			{ IsAvailable: 'false', Avatar: '', FriendlyName: '' },
		]);
		expect(conversations.requests).toMatchObject([
			{ body: { FriendlyName: '' }, headers: { 'x-twilio-webhook-enabled': 'false' } },
		]);
	});

	it('may come from an expression, per item', async () => {
		const { requests } = await observe(
			'twilioTaskRouter',
			{
				...parametersOf('twilioTaskRouter', 'worker.update'),
				worker: bySid('={{ $json.who }}'),
				updateFields: {
					activity: bySid('={{ $json.what }}'),
					attributes: '={{ $json.keep }}',
					concurrency: '={{ $json.many }}',
				},
				options: { parallelLimit: 1 },
			},
			[
				{ who: PEOPLE.anna.worker, what: ACTIVITY.available, keep: { a: [1] }, many: '3' },
				{ who: PEOPLE.bob.worker, what: ACTIVITY.break, keep: '{"b":"ż"}', many: 4 },
			],
		);

		expect(
			requests.filter(({ method }) => method === 'POST').map(({ path, body }) => [path.split('/').at(-1), body]),
		).toEqual([
			[PEOPLE.anna.worker, { ActivitySid: ACTIVITY.available, Attributes: '{"a":[1]}', Concurrency: '3' }],
			[PEOPLE.bob.worker, { ActivitySid: ACTIVITY.break, Attributes: '{"b":"ż"}', Concurrency: '4' }],
		]);
	});
});

describe('a Conversations service left over from before', () => {
	it('does not get into the path of the default service', async () => {
		const parameters = { ...parametersOf('twilioConversations', 'user.update'), serviceScope: 'default' };

		const { requests } = await observe('twilioConversations', parameters);
		const byExpression = await observe('twilioConversations', { ...parameters, serviceScope: '={{ "default" }}' });

		expect(requests.map(({ path }) => path)).toEqual([`/conversations/v1/Users/${PEOPLE.anna.identity}`]);
		expect(byExpression.requests).toEqual(requests);
	});
});
