import { ACTIVITY, PEOPLE, VOIPNOW_QUEUE, VOIPNOW_SALES_QUEUE, WORKSPACE_SID } from '../../../simulators';
import { each, taskRouter, useStage, wish, writesIn } from '../../support/pack/stage';
import { bySid } from '../../support/pack/vendors';

const { anna, carla } = PEOPLE;
const stage = useStage();

const twoOfThem = [wish(anna.worker, 'available'), wish(carla.worker, 'offline')];

describe("fields that are expressions are each item's own", () => {
	it('the queues: nobody is changed in the queue of the first item', async () => {
		const { voipNow } = stage;
		const queue = voipNow.state.queues[VOIPNOW_SALES_QUEUE];
		if (!queue) throw new Error('the seed has no second queue');
		queue.agents[anna.extension] = '0';
		const before = voipNow.state.queues[VOIPNOW_QUEUE]?.agents[anna.extension];
		const { out, error } = await stage.run({ vendor: 'voipNow', user: '@me', queues: '={{ $json.where }}' }, [
			wish(anna.extension, 'break', { where: VOIPNOW_SALES_QUEUE }),
			wish(anna.extension, 'offline', { where: VOIPNOW_QUEUE }),
		]);

		expect(error).toBeUndefined();
		expect(each(out, 'scope')).toEqual([VOIPNOW_SALES_QUEUE, VOIPNOW_QUEUE]);
		expect(queue.agents[anna.extension]).toBe('2');
		expect(voipNow.state.queues[VOIPNOW_QUEUE]?.agents[anna.extension]).toBe(before === '0' ? before : '0');
	});

	it('the workspace', async () => {
		const workspace = bySid('={{ $json.place }}');
		const { out, error } = await stage.run(
			taskRouter({ workspace }),
			twoOfThem.map((one) => ({ ...one, place: WORKSPACE_SID })),
		);

		expect(error).toBeUndefined();
		expect(each(out, 'outcome')).toEqual(['changed', 'changed']);
	});

	it('the preview', async () => {
		const { out } = await stage.run(
			taskRouter({ previewOnly: '={{ $json.agentId !== "' + carla.worker + '" }}' }),
			twoOfThem,
		);

		expect(each(out, 'outcome')).toEqual(['preview', 'changed']);
		expect(writesIn(stage.twilio.seen).map(({ body }) => body)).toEqual([`ActivitySid=${ACTIVITY.offline}`]);
	});
});
