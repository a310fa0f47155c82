import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { byIdentity, bySid } from '../../simulators/locator';
import { excerpt, readCurl } from './page';
import { useVendorPage } from './useVendorPage';

const stage = useVendorPage();

const SID = (prefix: string) => prefix + 'a'.repeat(32);

/** In place of `--user "username:password"` of the pages: a user name that is not a SID is refused. */
const USER_NAME = SID('AC');

const userAndPassword = (): Record<string, ICredentialDataDecryptedObject> => ({
	twilioContactCenterApi: {
		authentication: 'authToken',
		accountSid: USER_NAME,
		authToken: 'password',
		region: '',
		apiRootOverride: `${stage.recorder.url}/{product}`,
	},
});
const BASIC = `Basic ${Buffer.from(`${USER_NAME}:password`).toString('base64')}`;

/** The product's host as our override reaches it. */
const onRecorder = (address: string): string => address.replace(/^https:\/\/([a-z-]+)\.twilio\.com/, '/$1');

const formOf = (body: string): Record<string, string> => Object.fromEntries(new URLSearchParams(body));

describe("TaskRouter's page: update a worker", () => {
	const page = readCurl(excerpt('twilio', 'taskRouter.request'));
	const answer = excerpt('twilio', 'taskRouter.response');
	const attributes = excerpt('twilio', 'taskRouter.attributes');
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
		stage.recorder.reply = () => ({ body: answer });

		const { request } = await stage.sendOne('twilioTaskRouter', parameters, userAndPassword());

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
		// Twilio counts the blanks between the parts, so they are left out.
		expect(formOf(request.body)).toEqual({ ...sent, Attributes: JSON.stringify(JSON.parse(attributes)) });
		expect(Object.keys(sent).sort()).toEqual([
			'ActivitySid',
			'Attributes',
			'Concurrency',
			'FriendlyName',
			'OperatingUnitSid',
		]);
	});

	it("is answered with the page's record in full, the undocumented fields included", async () => {
		stage.recorder.reply = () => ({ body: answer });

		const { item } = await stage.sendOne('twilioTaskRouter', parameters, userAndPassword());

		expect(item).toEqual(JSON.parse(answer));
		expect(item).toMatchObject({
			operating_unit_sid: SID('OU'),
			consumed_attention: 0,
			consumed_concurrency: 0,
			configured_concurrency: -1,
		});
	});

	it('refuses the placeholder "attributes", which is not JSON, before sending', async () => {
		const { error } = await stage.bench.run({
			node: 'twilioTaskRouter',
			parameters: {
				...parameters,
				updateFields: { ...parameters.updateFields, attributes: sent.Attributes ?? '' },
			},
			credentials: userAndPassword(),
		});

		expect(error?.message).toMatch(/^Worker WKa+: 'Attributes \(JSON\)' is not valid JSON/);
		expect(stage.recorder.seen).toEqual([]);
	});

	it('sends RejectPendingReservations, the parameter that the example lacks', async () => {
		stage.recorder.reply = () => ({ body: answer });

		const { request } = await stage.sendOne(
			'twilioTaskRouter',
			{ ...parameters, updateFields: { rejectPendingReservations: true } },
			userAndPassword(),
		);

		expect(request.body).toBe('RejectPendingReservations=true');
	});
});

describe("Frontline's page: update a user", () => {
	const page = readCurl(excerpt('twilio', 'frontline.request'));
	const answer = excerpt('twilio', 'frontline.response');
	const { identity } = JSON.parse(answer) as { identity: string };
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
		['an identity', byIdentity(identity), encodeURIComponent(identity)],
	])('is sent as the page sends it, the user given by %s', async (_how, user, segment) => {
		stage.recorder.reply = () => ({ body: answer });

		const { request, item } = await stage.sendOne('twilioFrontline', { ...parameters, user }, userAndPassword());

		expect(request.method).toBe(page.method);
		expect(request.path).toBe(onRecorder(page.address).replace('{Sid}', segment));
		expect(request.headers['content-type']).toContain(page.headers['content-type']);
		expect(request.headers.authorization).toBe(BASIC);
		expect(formOf(request.body)).toEqual({ ...sent, Avatar: 'https://example.com' });
		expect(item).toEqual(JSON.parse(answer));
	});

	it('refuses the placeholder "string" for an avatar, which is not an address, before sending', async () => {
		const { error } = await stage.bench.run({
			node: 'twilioFrontline',
			parameters: { ...parameters, updateFields: { ...updateFields, avatar: sent.Avatar ?? '' } },
			credentials: userAndPassword(),
		});

		expect(error?.message).toMatch(/^User USa+: 'Avatar URL' must be a web address/);
		expect(stage.recorder.seen).toEqual([]);
	});
});

describe("Conversations' page: update a user of a service", () => {
	const page = readCurl(excerpt('twilio', 'conversations.request'));
	const answer = excerpt('twilio', 'conversations.response');
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
		stage.recorder.reply = () => ({ body: answer });

		const { request, item } = await stage.sendOne('twilioConversations', parameters, userAndPassword());

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
		expect(item).toEqual(JSON.parse(answer));
	});

	it.each([
		['Attributes (JSON)', { attributes: sent.Attributes ?? '' }],
		['Role', { role: bySid(`={{ "${sent.RoleSid ?? ''}" }}`) }],
	])('refuses the placeholder "string" for %s before sending', async (label, placeholder) => {
		const { error } = await stage.bench.run({
			node: 'twilioConversations',
			parameters: { ...parameters, updateFields: placeholder },
			credentials: userAndPassword(),
		});

		expect(error?.message).toContain(`User ${SID('US')}: '${label}'`);
		expect(stage.recorder.seen).toEqual([]);
	});
});
