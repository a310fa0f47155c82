import type { Outcome } from '../support/bench/bench';
import { CASTS, desiredStates, useStage } from '../support/pack/stage';
import { SUBJECTS, parametersOf } from '../support/pack/vendors';

const stage = useStage();

/** n8n's table has the columns of its first item, in their order. */
const columnsOf = ({ error, outputs }: Outcome, output = 0): string[] => {
	if (error) throw error;
	return Object.keys(outputs[output]?.[0]?.json ?? {});
};

const states: Record<string, string[]> = {
	setState: ['agent', 'outcome', 'previous', 'current'],
	restorePrevious: ['agent', 'outcome', 'previous', 'current'],
	getState: ['agent', 'state'],
	compare: ['agent', 'matches', 'desired', 'actual'],
	getHistory: ['agent', 'state', 'from', 'until'],
};

describe.each(Object.entries(SUBJECTS))('The tables of %s', (node, { operations, firstColumns }) => {
	const asked = Object.keys(operations).filter((name) => firstColumns[name]?.length !== 0);

	it.each(asked)('%s begin with who, and what became of it', async (name) => {
		const [operation = ''] = name.split('.').reverse();
		const first = firstColumns[name] ?? states[operation] ?? ['a line in firstColumns'];
		const outcome = await stage.bench.run({
			node,
			parameters: parametersOf(node, name),
			credentials: stage.credentials,
		});

		expect(columnsOf(outcome).slice(0, first.length)).toEqual(first);
	});
});

describe.each(CASTS.map((cast) => [cast.id, cast] as const))('The tables of Agent State for %s', (vendor, cast) => {
	it.each(['setState', 'getState', 'compare', 'restorePrevious'])(
		'%s begin with who, and what became of it',
		async (operation) => {
			cast.prepare?.(stage);
			const rows = desiredStates(cast);
			const items =
				operation === 'restorePrevious'
					? (await stage.run({ vendor, ...cast.place }, rows)).out.map(({ json }) => json)
					: rows;
			const first = states[operation] ?? [];

			const outcome = await stage.run({ operation, vendor, ...cast.place }, items);

			expect(columnsOf(outcome).slice(0, first.length)).toEqual(first);
		},
	);
});

describe('The tables of Shift Schedule', () => {
	const shift = { agent: 'anna', name: 'Anna', days: 'daily', start: '09:00', end: '17:00', reason: 'Late shift' };
	const run = async (parameters: object) =>
		await stage.bench.run({
			node: 'shiftSchedule',
			parameters: { zone: 'Europe/Warsaw', evaluateAt: '2026-11-03T12:00', ...parameters },
			items: [shift],
		});

	it.each([
		['getStateNow', 0, ['agent', 'desiredState', 'to', 'nextState', 'reason']],
		['getChanges', 0, ['agent', 'desiredState', 'when', 'previousState', 'reason']],
		['previewTimeline', 0, ['agent', 'desiredState', 'from', 'to', 'reason']],
		['checkSchedule', 0, ['message', 'kind']],
	])('%s begin with who, what and until when', async (operation, output, first) => {
		const outcome = await run({ operation, period: 'last', minutes: 1440, minimum: 2, includeOffline: true });

		expect(columnsOf(outcome, output).slice(0, first.length)).toEqual(first);
	});

	it('have the short time before the ISO time that the next node reads', async () => {
		const { outputs } = await run({ operation: 'getStateNow' });

		expect(outputs[0]?.[0]?.json).toMatchObject({
			to: 'Tue\u00a03\u00a0Nov\u00a017:00',
			until: '2026-11-03T17:00:00+01:00',
		});
		const columns = Object.keys(outputs[0]?.[0]?.json ?? {});
		expect(columns.indexOf('to')).toBeLessThan(columns.indexOf('until'));
		expect(columns.indexOf('reason')).toBeLessThan(columns.indexOf('agentId'));
	});
});

describe('A name that only the roster knows', () => {
	it.each(['voipNow', 'conpeek'])('is kept for %s', async (vendor) => {
		const cast = CASTS.find(({ id }) => id === vendor);
		const [agent] = cast?.agents ?? [];
		for (const column of ['agent', 'name']) {
			const { out } = await stage.run({ vendor, ...cast?.place }, [
				{ agentId: agent?.id, desiredState: 'offline', [column]: 'Anna Kowalska' },
			]);

			expect(out[0]?.json).toMatchObject({ agent: 'Anna Kowalska', agentId: agent?.id });
		}
	});
});

describe('What failed', () => {
	it('is shown above the output, since the columns of the input come first in the error branch', async () => {
		const { hints } = await stage.run(
			{ vendor: 'twilioTaskRouter', ...CASTS.find(({ id }) => id === 'twilioTaskRouter')?.place },
			[{ agentId: 'Nobody Here', desiredState: 'break' }],
			{ onError: 'continueErrorOutput' },
		);

		expect(hints.map(({ message }) => message)).toEqual([
			'1 agent: 1 failed.',
			expect.stringMatching(/^Agent Nobody Here: matches no worker\. There are: /),
		]);
	});
});
