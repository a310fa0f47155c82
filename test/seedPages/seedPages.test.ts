import type { ICredentialDataDecryptedObject, INodeParameters } from 'n8n-workflow';
import { Bench } from '../support/bench/bench';
import { startRecorder, type Recorder, type Wired } from '../support/pack/recorder';
import { byIdentity, bySid, conpeekCredential, voipNowCredential } from '../support/pack/vendors';
import { excerpt, excerptNames, readCurl, readHttp, wholePages } from './page';

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

beforeEach(() => {
	recorder.reset();
});

const SID = (prefix: string) => prefix + 'a'.repeat(32);

/** `--user "username:password"` of the pages. */
const userAndPassword = (): Record<string, ICredentialDataDecryptedObject> => ({
	twilioContactCenterApi: {
		authentication: 'authToken',
		accountSid: 'username',
		authToken: 'password',
		region: '',
		apiRootOverride: `${recorder.url}/{product}`,
	},
});
const BASIC = `Basic ${Buffer.from('username:password').toString('base64')}`;

/** The product's host as our override reaches it. */
const onRecorder = (address: string): string => address.replace(/^https:\/\/([a-z-]+)\.twilio\.com/, '/$1');

const formOf = (body: string): Record<string, string> => Object.fromEntries(new URLSearchParams(body));

async function sendOne(
	node: string,
	parameters: INodeParameters,
	credentials: Record<string, ICredentialDataDecryptedObject>,
) {
	const { out, error } = await bench.run({ node, parameters, credentials });
	if (error) throw error;
	expect(recorder.seen).toHaveLength(1);
	expect(out).toHaveLength(1);
	return { request: recorder.seen[0] as Wired, item: out[0]?.json };
}

describe('the fixtures', () => {
	const pages = wholePages();
	const stands = pages.length > 0 ? it : it.skip;

	stands.each(excerptNames())("stand on the vendor's page byte for byte (needs ../shared/seeds): %s", (name) => {
		expect(pages.some((page) => page.includes(excerpt(name)))).toBe(true);
	});
});

describe("TaskRouter's page: update a worker", () => {
	const page = readCurl(excerpt('taskRouter.request'));
	const answer = excerpt('taskRouter.response');
	const attributes = excerpt('taskRouter.attributes');
	const sent = formOf(page.body);
	const parameters = {
		resource: 'worker',
		operation: 'update',
		workspace: bySid(SID('WS')),
		worker: bySid(SID('WK')),
		updateFields: {
			attributes,
			activity: bySid(sent.ActivitySid ?? ''),
			concurrency: Number(sent.Concurrency),
			friendlyName: sent.FriendlyName ?? '',
			operatingUnitSid: sent.OperatingUnitSid ?? '',
			ifMatch: page.headers['if-match'] ?? '',
		},
	};

	it('is sent as the page sends it, the placeholders filled', async () => {
		recorder.reply = () => ({ body: answer });

		const { request } = await sendOne('twilioTaskRouter', parameters, userAndPassword());

		expect(request.method).toBe(page.method);
		expect(request.path).toBe(
			onRecorder(page.address).replace('{WorkspaceSid}', SID('WS')).replace('{Sid}', SID('WK')),
		);
		expect(request.headers).toMatchObject({
			...page.headers,
			'content-type': expect.stringContaining(page.headers['content-type'] ?? '-') as string,
		});
		expect(request.headers['if-match']).toBe('string');
		expect(request.headers.authorization).toBe(BASIC);
		expect(formOf(request.body)).toEqual({ ...sent, Attributes: attributes });
		expect(Object.keys(sent).sort()).toEqual([
			'ActivitySid',
			'Attributes',
			'Concurrency',
			'FriendlyName',
			'OperatingUnitSid',
		]);
	});

	it("is answered with the page's record in full, the undocumented fields included", async () => {
		recorder.reply = () => ({ body: answer });

		const { item } = await sendOne('twilioTaskRouter', parameters, userAndPassword());

		expect(JSON.stringify(item)).toBe(JSON.stringify(JSON.parse(answer)));
		expect(item).toMatchObject({
			operating_unit_sid: SID('OU'),
			consumed_attention: 0,
			consumed_concurrency: 0,
			configured_concurrency: -1,
		});
	});

	it('refuses the placeholder "attributes", which is no JSON, before sending', async () => {
		const { error } = await bench.run({
			node: 'twilioTaskRouter',
			parameters: {
				...parameters,
				updateFields: { ...parameters.updateFields, attributes: sent.Attributes ?? '' },
			},
			credentials: userAndPassword(),
		});

		expect(error?.message).toMatch(/^Worker WKa+: 'Attributes \(JSON\)' is not valid JSON/);
		expect(recorder.seen).toEqual([]);
	});

	it('sends RejectPendingReservations, the parameter that the example lacks', async () => {
		recorder.reply = () => ({ body: answer });

		const { request } = await sendOne(
			'twilioTaskRouter',
			{ ...parameters, updateFields: { rejectPendingReservations: true } },
			userAndPassword(),
		);

		expect(request.body).toBe('RejectPendingReservations=true');
	});
});

describe("Frontline's page: update a user", () => {
	const page = readCurl(excerpt('frontline.request'));
	const answer = excerpt('frontline.response');
	const sent = formOf(page.body);
	const updateFields = {
		avatar: 'https://example.com',
		friendlyName: sent.FriendlyName ?? '',
		isAvailable: sent.IsAvailable === 'true',
		state: sent.State ?? '',
	};
	const parameters = { resource: 'user', operation: 'update', user: bySid(SID('US')), updateFields };

	it.each([
		['a SID', bySid(SID('US')), SID('US')],
		['an identity', byIdentity('anna@example.com'), 'anna@example.com'],
	])('is sent as the page sends it, the user given by %s', async (_how, user, segment) => {
		recorder.reply = () => ({ body: answer });

		const { request, item } = await sendOne('twilioFrontline', { ...parameters, user }, userAndPassword());

		expect(request.method).toBe(page.method);
		expect(request.path).toBe(onRecorder(page.address).replace('{Sid}', segment));
		expect(request.headers['content-type']).toContain(page.headers['content-type']);
		expect(request.headers.authorization).toBe(BASIC);
		expect(formOf(request.body)).toEqual({ ...sent, Avatar: 'https://example.com' });
		expect(JSON.stringify(item)).toBe(JSON.stringify(JSON.parse(answer)));
	});

	it('refuses the placeholder "string" for an avatar, which is no address, before sending', async () => {
		const { error } = await bench.run({
			node: 'twilioFrontline',
			parameters: { ...parameters, updateFields: { ...updateFields, avatar: sent.Avatar ?? '' } },
			credentials: userAndPassword(),
		});

		expect(error?.message).toMatch(/^User USa+: 'Avatar URL' must be a web address/);
		expect(recorder.seen).toEqual([]);
	});
});

describe("Conversations' page: update a user of a service", () => {
	const page = readCurl(excerpt('conversations.request'));
	const answer = excerpt('conversations.response');
	const sent = formOf(page.body);
	const updateFields = {
		attributes: '{}',
		friendlyName: sent.FriendlyName ?? '',
		role: bySid(SID('RL')),
		webhookEnabled: true,
	};
	const parameters = {
		resource: 'user',
		operation: 'update',
		serviceScope: 'specific',
		service: bySid(SID('IS')),
		user: bySid(SID('US')),
		updateFields,
	};

	it('is sent as the page sends it, the placeholders filled', async () => {
		recorder.reply = () => ({ body: answer });

		const { request, item } = await sendOne('twilioConversations', parameters, userAndPassword());

		expect(request.method).toBe(page.method);
		expect(request.path).toBe(
			onRecorder(page.address).replace('{ChatServiceSid}', SID('IS')).replace('{Sid}', SID('US')),
		);
		expect(request.headers).toMatchObject({
			...page.headers,
			'content-type': expect.stringContaining(page.headers['content-type'] ?? '-') as string,
		});
		expect(request.headers['x-twilio-webhook-enabled']).toBe('true');
		expect(formOf(request.body)).toEqual({ Attributes: '{}', FriendlyName: 'string', RoleSid: SID('RL') });
		expect(Object.keys(formOf(request.body)).sort()).toEqual(Object.keys(sent).sort());
		expect(JSON.stringify(item)).toBe(JSON.stringify(JSON.parse(answer)));
	});

	it.each([
		['Attributes (JSON)', { attributes: sent.Attributes ?? '' }],
		['Role', { role: bySid(`={{ "${sent.RoleSid ?? ''}" }}`) }],
	])('refuses the placeholder "string" for %s before sending', async (label, placeholder) => {
		const { error } = await bench.run({
			node: 'twilioConversations',
			parameters: { ...parameters, updateFields: placeholder },
			credentials: userAndPassword(),
		});

		expect(error?.message).toContain(`User ${SID('US')}: '${label}'`);
		expect(recorder.seen).toEqual([]);
	});
});

describe("VoipNow's page: update a queue agent", () => {
	const page = readHttp(excerpt('voipNow.request'));
	const answer = excerpt('voipNow.response').replace('HTTP/1.1 200 OK ... ', '');
	const [, user = '', queue = '', agent = ''] =
		/extensions\/([^/]+)\/([^/]+)\/queue\/agents\/(.+)$/.exec(page.address) ?? [];

	it('is sent as the page sends it, the path byte for byte, and answered with its agent', async () => {
		recorder.reply = () => ({ body: answer });

		const { request, item } = await sendOne(
			'voipNow',
			{ resource: 'queueAgent', operation: 'update', user, queue, agent: bySid(agent), status: '1' },
			voipNowCredential(recorder.url),
		);

		expect(`${request.method} ${request.path}`).toBe('PUT /uapi/extensions/@me/0003*212/queue/agents/0003*210');
		expect(`${request.method} ${request.path}`).toBe(`${page.method} ${page.address}`);
		expect(request.headers.authorization).toBe(page.headers.Authorization);
		expect(request.headers['content-type']).toMatch(/^application\/json/);
		expect(request.body).toBe('{"status":"1"}');
		expect(JSON.parse(request.body)).toEqual(JSON.parse(page.body));
		const [first] = JSON.parse(answer) as object[];
		expect(item).toEqual({ ...first, confirmed: true });
	});
});

describe("Conpeek's page: update a work state", () => {
	const page = readCurl(excerpt('conpeek.request'));
	const answer = excerpt('conpeek.response')
		.replace('200 OK\n', '')
		.replace(/,\s+\.\.\.\s+/, '');

	it('is sent as the page sends it and answered with its record', async () => {
		recorder.reply = () => ({ body: answer });

		const { request, item } = await sendOne(
			'conpeek',
			{ resource: 'user', operation: 'update', user: '3', workState: 'ONLINE' },
			conpeekCredential(recorder.url),
		);

		expect(page).toMatchObject({
			method: 'PUT',
			headers: { authorization: '$CONPEEK_KEY', 'content-type': 'application/json' },
		});
		expect(`${request.method} ${request.path}`).toBe(`${page.method} ${page.address.replace('$CONPEEK_URL', '')}`);
		expect(request.path).toBe('/tenant_user/3/work_state');
		expect(request.headers.authorization).toBe('simulated-conpeek-key');
		expect(request.headers['content-type']).toMatch(/^application\/json/);
		expect(JSON.parse(request.body)).toEqual(JSON.parse(page.body));
		expect(item).toEqual({ ...(JSON.parse(answer) as object), confirmed: true });
	});

	it('sends the mode of its body example as a number', async () => {
		recorder.reply = () => ({ body: answer });

		const { request } = await sendOne(
			'conpeek',
			{
				resource: 'user',
				operation: 'update',
				user: '1',
				workState: 'ONLINE',
				additionalFields: { onlineModeId: 98 },
			},
			conpeekCredential(recorder.url),
		);

		expect(request.body).toBe('{"work_state":"ONLINE","online_mode_id":98}');
	});

	it('sends a break as its table describes it', async () => {
		recorder.reply = () => ({ body: { data: { id: 74, work_state: 'ONBREAK' } } });

		const { request } = await sendOne(
			'conpeek',
			{
				resource: 'user',
				operation: 'update',
				user: '1',
				workState: 'ONBREAK',
				breakType: 'COFFEE',
				breakCause: 'Szkolenie',
				additionalFields: { breakNote: 'Lorem ipsum..' },
			},
			conpeekCredential(recorder.url),
		);

		expect(JSON.parse(request.body)).toEqual({
			work_state: 'ONBREAK',
			break_type: 'COFFEE',
			break_cause: 'Szkolenie',
			break_note: 'Lorem ipsum..',
		});
	});
});
