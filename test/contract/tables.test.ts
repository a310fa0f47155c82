import type { Outcome } from '../support/bench/bench';
import { CASTS, desiredStates, useStage } from '../support/pack/stage';
import { SUBJECTS, parametersOf } from '../support/pack/vendors';

const stage = useStage();

/** n8n's table has the columns of its first item, in their order. */
const columnsOf = ({ error, outputs }: Outcome, output = 0): string[] => {
	if (error) throw error;
	return Object.keys(outputs[output]?.[0]?.json ?? {});
};

/** Who, what became of it and what there is to see first, by the columns on the screen of a notebook. */
const FIRST: Record<string, string[]> = {
	'activity.create': ['friendly_name', 'available', 'sid'],
	'activity.get': ['friendly_name', 'available', 'sid'],
	'activity.getAll': ['friendly_name', 'available', 'sid'],
	'activity.update': ['friendly_name', 'available', 'sid'],
	'event.getAll': ['event_date', 'event_type', 'description'],
	'presence.getAll': ['extension', 'status', 'registration'],
	'queueAgent.get': ['agentNumber', 'status', 'queue'],
	'queueAgent.getAll': ['agentNumber', 'identifier', 'status'],
	'queueAgent.update': ['agentNumber', 'confirmed', 'status'],
	'queueAgent.updateInQueues': ['agentNumber', 'confirmed', 'status'],
	'role.get': ['friendly_name', 'type', 'permissions'],
	'role.getAll': ['friendly_name', 'type', 'permissions'],
	'service.getAll': ['friendly_name', 'sid', 'date_updated'],
	'twilioConversations user.create': ['friendly_name', 'identity', 'attributes'],
	'twilioConversations user.get': ['friendly_name', 'identity', 'attributes'],
	'twilioConversations user.getAll': ['friendly_name', 'identity', 'attributes'],
	'twilioConversations user.mergeAttributes': ['friendly_name', 'changed', 'identity'],
	'twilioConversations user.update': ['friendly_name', 'identity', 'attributes'],
	'twilioFrontline user.get': ['friendly_name', 'identity', 'is_available'],
	'user.setAvailability': ['friendly_name', 'identity', 'is_available'],
	'twilioFrontline user.update': ['friendly_name', 'identity', 'is_available'],
	'worker.addSkills': ['friendly_name', 'changed', 'activity_name'],
	'worker.create': ['friendly_name', 'activity_name', 'available'],
	'worker.get': ['friendly_name', 'activity_name', 'available'],
	'worker.getAll': ['friendly_name', 'activity_name', 'available'],
	'worker.mergeAttributes': ['friendly_name', 'changed', 'activity_name'],
	'worker.removeSkills': ['friendly_name', 'changed', 'activity_name'],
	'worker.setActivity': ['friendly_name', 'activity_name', 'available'],
	'worker.update': ['friendly_name', 'activity_name', 'available'],
	'workerChannel.get': ['task_channel_unique_name', 'available', 'configured_capacity'],
	'workerChannel.getAll': ['task_channel_unique_name', 'available', 'configured_capacity'],
	'workerChannel.update': ['task_channel_unique_name', 'available', 'configured_capacity'],
	'workspace.get': ['friendly_name', 'default_activity_name', 'timeout_activity_name'],
	'workspace.getAll': ['friendly_name', 'default_activity_name', 'timeout_activity_name'],
};

const states: Record<string, string[]> = {
	setState: ['agent', 'outcome', 'previous', 'current'],
	restorePrevious: ['agent', 'outcome', 'previous', 'current'],
	getState: ['agent', 'state'],
	compare: ['agent', 'matches', 'desired', 'actual'],
	getHistory: ['agent', 'state', 'from', 'until'],
};

/** Figures and confirmations have no order, and what the simulator does not have at first has no row. */
const OTHERS = /^(statistics\..*|.*\.delete|reservation\..*|conpeek user\.update)$/;

describe.each(Object.entries(SUBJECTS))('The tables of %s', (node, { operations }) => {
	const named = Object.keys(operations).filter((name) => !OTHERS.test(name) && !OTHERS.test(`${node} ${name}`));

	it.each(named)('%s begin with who, and what became of it', async (name) => {
		const [operation = ''] = name.split('.').reverse();
		const first = FIRST[`${node} ${name}`] ?? FIRST[name] ?? states[operation] ?? ['a line in FIRST'];
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
