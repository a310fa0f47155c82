import { Bench, type Job } from '../../support/bench/bench';
import { planned, was } from '../../support/pack/useAdherence';

let bench: Bench;

beforeAll(async () => {
	bench = await Bench.open();
});

afterAll(async () => await bench.close());

const jobs: Record<string, Pick<Job, 'parameters' | 'items' | 'moreInputs'>> = {
	shiftSchedule: {
		parameters: { operation: 'getStateNow' },
		items: [{ agent: 'anna', days: 'daily', start: '9:00', end: '17:00' }],
	},
	scheduleAdherence: {
		parameters: { operation: 'getAdherence', evaluateAt: '2026-11-25T12:00' },
		items: [planned('anna', '09:00-17:00 available')],
		moreInputs: [[was('anna', '09:00-17:00 available')]],
	},
};
const told =
	"Times are in America/New_York, the time zone of this n8n: neither this node nor the workflow has one of its own. If yours is another one, choose it under 'Time Zone Name or ID'.";

const linesOf = async (node: string, zone: string, more: Partial<Job>) => {
	const job = jobs[node] ?? { parameters: {} };
	const { hints, error } = await bench.run({ node, ...job, parameters: { ...job.parameters, zone }, ...more });
	expect(error).toBeUndefined();
	return hints.map(({ message }) => message).filter((message) => message.startsWith('Times are in'));
};

describe.each(['shiftSchedule', 'scheduleAdherence'])('%s', (node) => {
	it('says in a run by hand that nobody chose the zone', async () => {
		expect(await linesOf(node, '', { mode: 'manual' })).toEqual([told]);
	});

	it('says nothing where the form or the workflow has one, nor while nobody looks', async () => {
		expect(await linesOf(node, 'Europe/Warsaw', { mode: 'manual' })).toEqual([]);
		expect(await linesOf(node, '', { mode: 'manual', timezone: 'Europe/Warsaw' })).toEqual([]);
		expect(await linesOf(node, '', { mode: 'trigger' })).toEqual([]);
	});

	it('names the zone of the n8n in the list', async () => {
		const zones = await bench.options({ node, method: 'getZones', parameters: {} });
		expect(zones.slice(0, 2)).toEqual([
			{
				name: "The Workflow's",
				value: '',
				description:
					'The one in the settings of this workflow. If none is chosen there, the one of this n8n: America/New_York.',
			},
			{ name: 'Africa/Abidjan', value: 'Africa/Abidjan' },
		]);
		expect(zones.flatMap(({ value }, at) => (value === 'UTC' ? [at] : []))).toEqual([zones.length - 1]);
	});
});
