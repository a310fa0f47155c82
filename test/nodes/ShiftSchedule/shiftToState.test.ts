import { ACTIVITY, PEOPLE, VOIPNOW_QUEUE, WORKSPACE_SID } from '../../../simulators';
import { each, rowsOf, useStage, writesIn } from '../../support/pack/stage';
import { bySid } from '../../support/pack/vendors';

const { anna, dawid } = PEOPLE;
const stage = useStage();

const roster = [
	{ agent: anna.worker, service: 'twilioTaskRouter', days: 'Mon-Fri', start: '09:00', end: '17:00' },
	{ agent: anna.worker, kind: 'break', start: '12:00', end: '30m', reason: 'Lunch' },
	{ agent: dawid.extension, service: 'VoipNow', days: 'Mon-Fri', start: '08:00', end: '16:00' },
];

/** What the roster says at a moment, straight into Agent State. */
async function setFor(evaluateAt: string) {
	const { out } = await stage.bench.run({
		node: 'shiftSchedule',
		parameters: { operation: 'getStateNow', zone: 'Europe/Warsaw', evaluateAt },
		items: roster,
	});
	return await stage.run(
		{
			vendor: 'fromItem',
			...{ workspace: bySid(WORKSPACE_SID), user: '@me', queues: VOIPNOW_QUEUE },
		},
		rowsOf(out),
	);
}
const states = () => [
	stage.twilio.state.workers[anna.worker]?.activity_sid,
	stage.voipNow.state.queues[VOIPNOW_QUEUE]?.agents[dawid.extension],
];

describe('Shift Schedule into Agent State', () => {
	it.each([
		['at work', '2026-10-26T11:00', [ACTIVITY.available, '1']],
		['at lunch', '2026-10-26T12:10', [ACTIVITY.break, '1']],
		['after the first has gone', '2026-10-26T16:30', [ACTIVITY.available, '0']],
		['at night', '2026-10-26T23:00', [ACTIVITY.offline, '0']],
	])('puts everyone where the roster says: %s', async (_, at, expected) => {
		const { out, error } = await setFor(at);

		expect(error).toBeUndefined();
		expect(out).toHaveLength(2);
		expect(states()).toEqual(expected);
	});

	it('writes nothing the second time', async () => {
		await setFor('2026-10-26T12:10');
		const before = writesIn([...stage.twilio.seen, ...stage.voipNow.seen]).length;
		const { out } = await setFor('2026-10-26T12:10');

		expect(each(out, 'outcome')).toEqual(['unchanged', 'unchanged']);
		expect(writesIn([...stage.twilio.seen, ...stage.voipNow.seen])).toHaveLength(before);
	});

	it('hands the reason on', async () => {
		const { out } = await setFor('2026-10-26T12:10');

		expect(rowsOf(out)[0]).toMatchObject({ requested: 'break', current: 'break' });
		expect(JSON.stringify(out[0]?.json)).toContain('Lunch');
	});
});
