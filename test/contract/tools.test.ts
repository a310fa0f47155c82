import { NodeHelpers, type IDataObject, type INodeParameters, type INodeProperties } from 'n8n-workflow';
import { castOf, CASTS, useStage, writesIn } from '../support/pack/stage';
import { loadPack, optionsOf, type Pack } from '../support/pack/pack';
import { ACTIVITY, PEOPLE } from '../../simulators';
import { bySid, located } from '../support/pack/vendors';

const { anna, carla } = PEOPLE;
const stage = useStage();
let pack: Pack;

beforeAll(async () => {
	pack = await loadPack();
});

const call = async (node: string, parameters: INodeParameters, rounds: IDataObject[][] = [], name = 'Tool') =>
	await stage.bench.callTool({ node, parameters, rounds, name, credentials: stage.credentials });

/** What Agent State asks of its user where a service has agents in places. */
const placeOf = (id: string): INodeParameters => castOf(id).place;
const taskRouter = placeOf('twilioTaskRouter');

const answersOf = ({ answers }: Awaited<ReturnType<typeof call>>) => answers.map(([first]) => first);
const changes = () => writesIn(stage.twilio.seen);

describe('what a model sees of Agent State', () => {
	it('has the four states and the agent to name, as the tool comes', async () => {
		const { tool } = await call('agentState', taskRouter, [], 'Set a state');

		expect(tool.name).toBe('Set_a_state');
		for (const state of ['available', 'busy', 'break', 'offline']) {
			expect(tool.description).toContain(state);
			expect(tool.asks.State?.description).toContain(state);
		}
		expect(tool.description).toContain("'preview' means that nothing was changed");
		expect(tool.asks.Agent?.description).toContain('name of the agent');
		expect(Object.keys(tool.asks)).toEqual(['Agent', 'State', 'Reason']);
		expect(tool.asks.Reason?.isRequired).toBe(false);
	});

	it.each([
		['getState', 'Find out which state', ['Agent']],
		['getHistory', 'Find out which states a contact-centre agent was in', ['Agent', 'From', 'Until']],
		['compare', 'is in the state that you name', ['Agent', 'State', 'Reason']],
	])('says what %s does', async (operation, words, keys) => {
		const { tool } = await call('agentState', { ...taskRouter, operation });

		expect(tool.description).toContain(words);
		expect(tool.description).toContain('Changes nothing');
		expect(Object.keys(tool.asks)).toEqual(keys);
	});

	it.each(CASTS.map(({ id }) => id))('has an agent to name at %s', async (vendor) => {
		const { tool } = await call('agentState', { ...placeOf(vendor), vendor });

		expect(tool.asks.Agent?.description).toMatch(/name|identity|ID/);
		expect(tool.asks.Agent?.isRequired).toBe(true);
	});

	it('is what the user wrote, where the user wrote something', async () => {
		const { tool } = await call('agentState', { ...taskRouter, toolDescription: 'Sends people to lunch.' });

		expect(tool.description).toBe('Sends people to lunch.');
	});
});

describe('what a model sees of the schedule', () => {
	const toolOf = async (node: string, operation: string) => (await call(node, { operation })).tool;

	it.each(['getStateNow', 'getChanges', 'previewTimeline', 'checkSchedule'])(
		'differs from operation to operation: Shift Schedule %s',
		async (operation) => {
			const tool = await toolOf('shiftSchedule', operation);
			expect(tool.description).toContain('Changes nothing');
			expect(Object.keys(tool.asks)).toEqual(['Time']);
			expect(tool.asks.Time?.isRequired).toBe(false);
		},
	);

	it.each([
		['scheduleAdherence', ['getAdherence', 'getExceptions', 'getNow']],
		['shiftSchedule', ['getStateNow', 'getChanges', 'previewTimeline', 'checkSchedule']],
		['agentState', ['setState', 'getState', 'getHistory', 'compare']],
	])('%s never says the same of two operations', async (node, operations) => {
		const texts = await Promise.all(operations.map(async (one) => (await toolOf(node, one)).description));
		expect(new Set(texts).size).toBe(operations.length);
	});

	it('is answered at the time that the model asks for', async () => {
		const roster = { shift: [{ agent: 'anna', shift: 'Day', days: 'Mon-Fri', start: '9', end: '17', state: '' }] };
		const { answers, error } = await call('shiftSchedule', { roster, zone: 'Europe/Warsaw' }, [
			[{ Time: '2026-03-30T10:00:00' }, { Time: '2026-03-30T20:00:00' }],
		]);

		expect(error).toBeUndefined();
		expect(answers.map(([row]) => row)).toMatchObject([
			{ agentId: 'anna', desiredState: 'available' },
			{ agentId: 'anna', desiredState: 'offline' },
		]);
	});

	it('says where adherence can be asked for: a tool has no inputs to compare', async () => {
		const { answers } = await call('scheduleAdherence', {}, [[{}]]);
		expect(answers[0]?.[0]?.error).toContain('A tool has no inputs');
	});
});

describe.each(CASTS.map((cast) => [cast.id, cast] as const))('a model that sets a state at %s', (id, cast) => {
	const seen = () => cast.simulator(stage).seen;
	const [agent] = cast.agents;
	const asked = { Agent: agent?.id, State: 'available', Reason: '' };
	const own = { resource: cast.own.resource, operation: 'setState' };
	const forms: Array<[node: string, parameters: INodeParameters]> = [
		['agentState', { vendor: id, ...cast.place }],
		[id, { ...own, ...cast.place }],
	];
	beforeEach(() => cast.prepare?.(stage));

	it.each(forms)('changes nothing as the tool comes: %s', async (node, parameters) => {
		const { answers, error } = await call(node, parameters, [[asked]]);

		expect(error).toBeUndefined();
		expect(answers[0]).toMatchObject([{ outcome: 'preview', requested: 'available' }]);
		expect(writesIn(seen())).toEqual([]);
	});

	it.each(forms)('changes it where the user allows that: %s', async (node, parameters) => {
		const { answers, error } = await call(node, { ...parameters, previewOnly: false }, [[asked]]);

		expect(error).toBeUndefined();
		expect(answers[0]).toMatchObject([{ outcome: 'changed', requested: 'available' }]);
		expect(cast.stateOf(stage)).toEqual(cast.available);
	});

	it.each(forms)(
		'changes no more agents than the user allows, whatever it asks for: %s',
		async (node, parameters) => {
			const rounds = [[asked, asked], [asked]];
			const { answers } = await call(node, { ...parameters, previewOnly: false, atMostAgents: 1 }, rounds);
			const requests = seen().length;

			expect(answers[0]).toMatchObject([{ requested: 'available' }]);
			for (const [at, answer] of answers.slice(1).entries()) {
				expect(answer[0]?.error).toContain(
					`before. Nothing was sent: 'At Most N Agents' of this tool allows 1`,
				);
				expect(answer[0]?.error).toContain(at === 0 ? 'there was 1 call' : 'there were 2 calls');
			}
			expect(answers).toHaveLength(3);
			expect(requests).toBe(seen().length);
			expect(writesIn(seen())).toHaveLength(1);
		},
	);
});

describe('an agent that calls its tools itself, as the MCP trigger does', () => {
	const direct = async (parameters: INodeParameters, rounds: IDataObject[][]) =>
		await stage.bench.callTool({
			...{ node: 'agentState', rounds, isDirect: true, credentials: stage.credentials },
			parameters: { ...taskRouter, ...parameters },
		});
	const asked = [anna, carla].map(({ name }) => ({ Agent: name, State: 'break' }));

	it('changes nothing as the tool comes', async () => {
		const { answers, error } = await direct({}, [asked]);

		expect(error).toBeUndefined();
		expect(answers.map(([answer]) => answer?.response)).toMatchObject([
			[{ agent: anna.name, outcome: 'preview' }],
			[{ agent: carla.name, outcome: 'preview' }],
		]);
		expect(changes()).toEqual([]);
	});

	it('changes no more agents than the user allows', async () => {
		const { answers } = await direct({ previewOnly: false, atMostAgents: 1 }, [asked]);

		expect(answers[0]?.[0]?.response).toMatchObject([{ agent: anna.name, outcome: 'changed' }]);
		expect(JSON.stringify(answers[1])).toContain('At Most N Agents');
		expect(changes()).toHaveLength(1);
	});
});

describe('the words of a model', () => {
	it.each(['Break', 'on break', ' BREAK '])('mean a state: %j', async (State) => {
		const ran = await call('agentState', { ...taskRouter, previewOnly: false }, [[{ Agent: anna.name, State }]]);

		expect(answersOf(ran)).toMatchObject([{ agent: anna.name, current: 'break', outcome: 'changed' }]);
	});

	it('that are no state are refused before anything is sent, with those there are', async () => {
		const ran = await call('agentState', { ...taskRouter, previewOnly: false }, [
			[{ Agent: anna.name, State: 'lunch' }],
		]);

		expect(ran.answers[0]?.[0]?.error).toContain('available, break, busy, offline');
		expect(stage.twilio.seen).toEqual([]);
	});

	it.each([
		['agentState', { ...taskRouter, operation: 'getState', agent: located('id', '={{ $fromAI("Agent") }}') }],
		[
			'twilioTaskRouter',
			{ ...taskRouter, resource: 'worker', operation: 'get', worker: located('id', '={{ $fromAI("Agent") }}') },
		],
	])('name an agent also where the form wants an ID: %s', async (node, parameters) => {
		const ran = await call(node, parameters, [[{ Agent: carla.name }], [{ Agent: 'Nobody Here' }]]);

		expect(ran.error).toBeUndefined();
		expect(JSON.stringify(ran.answers[0])).toContain(carla.worker);
		expect(JSON.stringify(ran.answers[1])).toMatch(/matches no worker.*There are/);
	});

	it('name an agent by ID alone where the node is no tool', async () => {
		const { error } = await stage.bench.run({
			node: 'twilioTaskRouter',
			parameters: {
				...taskRouter,
				resource: 'worker',
				operation: 'get',
				worker: located('id', '={{ $json.agent }}'),
			},
			items: [{ agent: carla.name }],
			credentials: stage.credentials,
		});
		expect(error?.message).toContain('must be a worker SID');
		expect(stage.twilio.seen).toEqual([]);
	});
});

describe('a change of another kind', () => {
	const setActivity = { ...taskRouter, resource: 'worker', operation: 'setActivity' };
	const asked = { Agent: anna.name, Activity: 'Break' };

	it('is previewed with what it would send, and nothing is sent', async () => {
		const { answers, error } = await call('twilioTaskRouter', setActivity, [[asked]]);

		expect(error).toBeUndefined();
		expect(answers[0]).toEqual([
			{
				outcome: 'preview',
				action: 'Set the activity of a worker',
				subject: `Worker ${anna.name}`,
				changes: { ActivitySid: ACTIVITY.break, RejectPendingReservations: false },
			},
		]);
		expect(changes()).toEqual([]);
	});

	it('is made where the user allows it', async () => {
		await call('twilioTaskRouter', { ...setActivity, previewOnly: false }, [[asked]]);

		expect(changes()).toHaveLength(1);
	});

	it.each([
		['create', { Name: 'New One' }, { FriendlyName: 'New One' }],
		['delete', { Agent: anna.name }, {}],
	])('is no %s either, as the tool comes', async (operation, input, sent) => {
		const { answers, error } = await call('twilioTaskRouter', { ...taskRouter, resource: 'worker', operation }, [
			[input],
		]);

		expect(error).toBeUndefined();
		expect(answers[0]).toMatchObject([{ outcome: 'preview', changes: sent }]);
		expect(changes()).toEqual([]);
	});

	it('of someone who does not exist is refused in the preview', async () => {
		const worker = bySid(`WK${'0'.repeat(32)}`);
		const parameters = { ...taskRouter, resource: 'worker', operation: 'delete', worker };
		const { answers } = await call('twilioTaskRouter', parameters, [[{}]]);

		expect(answers[0]?.[0]?.error).toBeDefined();
		expect(changes()).toEqual([]);
	});

	it('is previewed in each queue', async () => {
		const cast = castOf('voipNow');
		const [one] = cast.agents;
		const { answers, error } = await call(
			'voipNow',
			{ ...cast.place, resource: 'queueAgent', operation: 'updateInQueues' },
			[[{ Agent: one?.id, Status: '2' }]],
		);

		expect(error).toBeUndefined();
		expect(answers[0]).toMatchObject([{ outcome: 'preview', changes: { status: '2' } }]);
		expect(writesIn(stage.voipNow.seen)).toEqual([]);
	});

	it('is refused beyond the number that the user allows', async () => {
		const { answers } = await call('twilioTaskRouter', { ...setActivity, previewOnly: false, atMostAgents: 1 }, [
			[asked],
			[{ ...asked, Agent: carla.name }],
		]);

		expect(answers[1]?.[0]?.error).toContain("'At Most N Agents'");
		expect(changes()).toHaveLength(1);
	});
});

describe('the form of a tool', () => {
	const isChanging = ({ node, name }: { node: string; name: string }) =>
		!/(^|\.)(get|getAll|getHistory|getState|compare|getStatistics\w*|getWorkers|getCumulative|getRealTime)$/.test(
			name,
		) && !['shiftSchedule', 'scheduleAdherence'].includes(node);

	/** What the form shows for an operation and the defaults of all else. */
	function shownIn(node: string, name: string, isTool: boolean): INodeProperties[] {
		const found = pack.nodes.find((one) => one.name === node);
		if (!found) throw new Error(`No node ${node}`);
		const description = { ...found, name: isTool ? `${node}Tool` : node };
		const [operation, resource] = name.split('.').reverse();
		const given = { operation, ...(resource !== undefined && { resource }) } as INodeParameters;
		const values = NodeHelpers.getNodeParameters(found.properties, given, true, false, null, description) ?? {};
		return found.properties.filter((one) => NodeHelpers.displayParameter(values, one, null, description));
	}

	it('previews and has a limit for whatever changes something, and neither can be left to the model', () => {
		const changing = pack.operations.filter(isChanging);
		expect(changing.length).toBeGreaterThan(20);
		const wrong = changing.flatMap(({ node, name }) => {
			const shown = shownIn(node, name, true);
			const preview = shown.filter((one) => one.name === 'previewOnly');
			const limit = shown.filter((one) => one.name === 'atMostAgents');
			const isRight =
				preview.length === 1 &&
				preview[0]?.default === true &&
				limit.length === 1 &&
				limit[0]?.default === 25 &&
				[...preview, ...limit].every(({ noDataExpression }) => noDataExpression === true);
			return isRight ? [] : [`${node} ${name}`];
		});
		expect(wrong).toEqual([]);
	});

	it('shows every field once, and a list never has a default that n8n would not take', () => {
		const wrong = pack.operations.flatMap(({ node, name }) => {
			const names = shownIn(node, name, true).map((one) => one.name);
			return names.filter((one, at) => names.indexOf(one) !== at).map((one) => `${node} ${name} ${one}`);
		});
		expect(wrong).toEqual([]);
	});

	it('has no place in the form of a node that is none', () => {
		const found = pack.operations.flatMap(({ node, name }) =>
			shownIn(node, name, false)
				.filter(
					(one) =>
						['atMostAgents', 'toolDescription'].includes(one.name) || /fromAI/.test(JSON.stringify(one)),
				)
				.map((one) => `${node} ${name} ${one.name}`),
		);
		expect(found).toEqual([]);
		const previews = pack.operations.flatMap(({ node, name }) =>
			shownIn(node, name, false).filter((one) => one.name === 'previewOnly'),
		);
		expect(previews.length).toBeGreaterThan(5);
		expect(previews.filter((one) => one.default !== false)).toEqual([]);
	});

	it('offers a model nothing that needs rows', () => {
		const offered = (name: string) =>
			optionsOf(shownIn('agentState', 'setState', true).find((one) => one.name === name)).map(
				({ value }) => value,
			);
		expect(offered('vendor')).not.toContain('fromItem');
		expect(offered('operation')).not.toContain('restorePrevious');
	});
});
