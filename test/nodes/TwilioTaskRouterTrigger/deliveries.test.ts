import { createHmac } from 'node:crypto';
import type { INodeParameters } from 'n8n-workflow';
import { ACTIVITY, OTHER_WORKSPACE_SID, PEOPLE, TWILIO_AUTH_TOKEN } from '../../../simulators/twilio/cast';
import type { Listener } from '../../support/bench/listener';
import { useTrigger } from '../../support/pack/useTrigger';
import { credential } from '../../support/pack/workers';

const stage = useTrigger();
const { anna, frank } = PEOPLE;

const goTo = async (worker: string, activity: string) =>
	await stage.change(`/Workers/${worker}`, { ActivitySid: activity });
const named = (value: string) => ({ __rl: true, mode: 'name', value });
const agentsIn = (listener: Listener) => listener.executions.flat().map(({ json }) => json.agent);
const KEY = { authentication: 'apiKey', apiKeySid: 'SK1', apiKeySecret: 'secret' };

/** The delivery of one change, as it went out, to be sent again in other ways. */
async function oneDelivery(
	listener: Listener,
): Promise<{ url: string; body: string; headers: Record<string, string> }> {
	await listener.activate();
	await goTo(anna.worker, ACTIVITY.break);
	await stage.twilio.deliveries.settled();
	const [sent] = stage.twilio.deliveries.sent;
	if (!sent) throw new Error('nothing was delivered');
	listener.executions.splice(0);
	return { url: sent.url, body: sent.body, headers: { ...sent.headers } };
}

const post = async (url: string, body: string, headers: Record<string, string>) =>
	(await fetch(url, { method: 'POST', body, headers })).status;
const hmac = (text: string, key = TWILIO_AUTH_TOKEN) => createHmac('sha1', key).update(text).digest('base64');
const withoutSignature = (headers: Record<string, string>) =>
	Object.fromEntries(Object.entries(headers).filter(([name]) => name.toLowerCase() !== 'x-twilio-signature'));

describe('a delivery that is not from Twilio', () => {
	it('gets 403 and starts nothing', async () => {
		const listener = await stage.listener();
		const { url, body, headers } = await oneDelivery(listener);
		const unsigned = withoutSignature(headers);
		const forged = body.replaceAll(anna.worker, frank.worker);
		expect(await post(url, body, unsigned)).toBe(403);
		expect(await post(url, forged, headers)).toBe(403);
		expect(await post(url.replace('bodySHA256', 'x'), body, headers)).toBe(403);
		expect(await post(url.split('?')[0] ?? '', body, { ...unsigned, 'x-twilio-signature': hmac(url) })).toBe(403);
		expect(await post(`${url}&a=1`, body, headers)).toBe(403);
		expect(await post(url, '', headers)).toBe(403);
		expect(await post(url, body, { ...headers, 'content-type': 'multipart/form-data; boundary=x' })).not.toBe(500);
		expect(listener.executions).toEqual([]);
	});

	it('from Twilio but repeated later starts nothing either', async () => {
		const listener = await stage.listener();
		const { url, body, headers } = await oneDelivery(listener);
		expect(await post(url, body, headers)).toBe(200);
		expect(listener.executions).toEqual([]);
	});

	it('is told by the Auth Token: a new one counts at once, and the one before until then, for a minute', async () => {
		const listener = await stage.listener();
		const { url, body, headers } = await oneDelivery(listener);
		const signedNewly = { ...headers, 'x-twilio-signature': hmac(url, 'new') };
		expect(await post(url, body, signedNewly)).toBe(403);
		Object.assign(listener.job.credentials?.twilioContactCenterApi ?? {}, { authToken: 'new' });
		expect(await post(url, body, headers)).toBe(200);
		expect(await post(url, body, signedNewly)).toBe(200);
		expect(await post(url, body, headers)).toBe(403);
	});

	it('cannot be told with an API key, and the node says so before it is activated', async () => {
		const listener = await stage.listener({}, KEY);
		await expect(listener.activate()).rejects.toThrow('The credential holds no Auth Token');
		expect(stage.twilio.state.sinks).toEqual({});
	});

	it('is taken if the user said so', async () => {
		const listener = await stage.listener({ options: { acceptUnsigned: true } });
		const { url, body, headers } = await oneDelivery(listener);
		const other = body.replace(/EZ[0-9a-f]+/g, 'EZ1');
		expect(await post(url, other, withoutSignature(headers))).toBe(200);
		expect(listener.executions).toHaveLength(1);
		const foreign = other.replaceAll('EZ1', 'EZ2').replaceAll(/"AC[0-9a-f]+"/g, `"AC${'9'.repeat(32)}"`);
		expect(await post(url, foreign, withoutSignature(headers))).toBe(200);
		const old = other.replaceAll('EZ1', 'EZ3').replaceAll(/20\d\d-\d\d-\d\dT/g, '2020-01-01T');
		expect(await post(url, old, withoutSignature(headers))).toBe(200);
		const broken = ['[', '[{}]', 'null', '[]', '{"a":1}'];
		for (const text of broken) expect([200, 422]).toContain(await post(url, text, withoutSignature(headers)));
		expect(listener.executions).toHaveLength(1);
	});
});

describe('filters', () => {
	const heardWith = async (filters: INodeParameters, more: INodeParameters = {}) => {
		const listener = await stage.listener({ filters, ...more });
		await listener.activate();
		await goTo(anna.worker, ACTIVITY.break);
		await goTo(frank.worker, ACTIVITY.busy);
		await goTo(frank.worker, ACTIVITY.offline);
		await stage.twilio.deliveries.settled();
		return agentsIn(listener).sort();
	};

	it.each<[string, string]>([
		['the whole name', anna.name.toUpperCase()],
		['the email', anna.identity],
	])('by a worker, given by %s', async (_way, text) => {
		expect(await heardWith({ worker: named(text) })).toEqual([anna.name]);
	});

	it('by the name that Flex shows', async () => {
		await stage.change(`/Workers/${anna.worker}`, { Attributes: '{"full_name":"Anna K."}' });
		expect(await heardWith({ worker: named('anna k.') })).toEqual([`Anna K. (${anna.name})`]);
	});

	it.each<[string, INodeParameters, string[]]>([
		['the activity before', { fromActivity: named('Busy') }, [frank.name]],
		['the activity after', { toActivity: named('break') }, [anna.name]],
		['the state before', { fromStates: ['busy'] }, [frank.name]],
		['the state after', { toStates: ['break', 'busy'] }, [anna.name, frank.name]],
		['the time before', { leastSeconds: 60 }, [anna.name, frank.name]],
		['several of them', { fromStates: ['offline'], toStates: ['busy'] }, [frank.name]],
		['several that do not meet', { fromStates: ['busy'], toStates: ['break'] }, []],
	])('by %s', async (_what, filters, names) => {
		expect(await heardWith(filters)).toEqual([...names].sort());
	});

	it('by activity leave other events out', async () => {
		const listener = await stage.listener({
			events: ['worker.attributes.update'],
			filters: { toStates: ['offline'] },
		});
		await listener.activate();
		await stage.change(`/Workers/${anna.worker}`, { Attributes: '{"skills":[]}' });
		await stage.twilio.deliveries.settled();
		expect(listener.executions).toEqual([]);
	});
});

describe('another workspace', () => {
	it('of the same account is not listened to', async () => {
		const listener = await stage.listener({ workspace: { __rl: true, mode: 'id', value: OTHER_WORKSPACE_SID } });
		await listener.activate();
		await goTo(anna.worker, ACTIVITY.break);
		await stage.twilio.deliveries.settled();
		expect(stage.twilio.deliveries.sent).toHaveLength(1);
		expect(listener.executions).toEqual([]);
	});
});

describe('what the activities stand for', () => {
	it('is looked up again for an activity that is new', async () => {
		const listener = await stage.listener();
		await listener.activate();
		await goTo(frank.worker, ACTIVITY.busy);
		await stage.twilio.deliveries.settled();
		await stage.change('/Activities', { FriendlyName: 'Lunch', Available: 'false' });
		const lunch = Object.values(stage.twilio.state.activities).find((one) => one.friendly_name === 'Lunch');
		await stage.change(`/Activities/${ACTIVITY.break}`, { FriendlyName: 'Meeting' });
		await goTo(anna.worker, lunch?.sid ?? '');
		await stage.twilio.deliveries.settled();
		expect(listener.executions.flat().map(({ json }) => json.state)).toEqual(['busy', 'break']);
	});

	it('is asked once for an activity that nobody knows', async () => {
		const listener = await stage.listener({ options: { acceptUnsigned: true } });
		const { url, body, headers } = await oneDelivery(listener);
		const reads = () => stage.twilio.seen.filter(({ path }) => path.includes('/Activities')).length;
		const before = reads();
		for (const id of ['EZ1', 'EZ2', 'EZ3']) {
			const strange = body.replace(/EZ[0-9a-f]+/g, id).replaceAll('"Break"', '"Zen"');
			expect(await post(url, strange, withoutSignature(headers))).toBe(200);
		}
		expect(listener.executions).toHaveLength(3);
		expect(reads() - before).toBe(1);
	});

	it('may be asked of a Twilio that is down: the delivery is taken later, and once', async () => {
		stage.twilio.deliveries.settings.backoffMs = 1;
		const listener = await stage.listener();
		await listener.activate();
		stage.twilio.faults.push({ status: 400, match: { path: /Activities/ } });
		await goTo(anna.worker, ACTIVITY.break);
		await stage.twilio.deliveries.settled();
		expect(stage.twilio.deliveries.sent.map(({ status }) => status)).toEqual([503, 200]);
		expect(agentsIn(listener)).toEqual([anna.name]);
	});

	it('is what the user says', async () => {
		const rule = { state: 'busy', reason: '', native: { __rl: true, mode: 'name', value: 'Break' } };
		const listener = await stage.listener({ stateMapping: { rule: [rule] } });
		await listener.activate();
		await goTo(anna.worker, ACTIVITY.break);
		await stage.twilio.deliveries.settled();
		expect(listener.executions.flat()[0]?.json).toMatchObject({ native: 'Break', previousState: 'offline' });
	});
});

describe('a change that Agent State made in this n8n', () => {
	const setBreak = async () =>
		await stage.bench.run({
			node: 'agentState',
			parameters: {
				operation: 'setState',
				vendor: 'twilioTaskRouter',
				workspace: named('Support'),
				source: 'items',
			},
			items: [{ agentId: anna.worker, desiredState: 'break' }],
			credentials: { twilioContactCenterApi: credential(stage.twilio.url) },
		});

	it('starts nothing, so that two workflows do not answer each other, and others do', async () => {
		const listener = await stage.listener();
		await listener.activate();
		await setBreak();
		await goTo(frank.worker, ACTIVITY.busy);
		await goTo(anna.worker, ACTIVITY.offline);
		await stage.twilio.deliveries.settled();
		expect(agentsIn(listener)).toEqual([frank.name, anna.name]);
		expect(listener.executions.flat().map(({ json }) => json.byUs)).not.toContain(true);
	});

	it('is marked if the user wants to hear of it', async () => {
		const listener = await stage.listener({ ignoreOwnChanges: false });
		await listener.activate();
		await setBreak();
		await stage.twilio.deliveries.settled();
		expect(listener.executions.flat()[0]?.json).toMatchObject({ agent: anna.name, state: 'break', byUs: true });
	});
});
