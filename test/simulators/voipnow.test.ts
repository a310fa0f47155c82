import {
	PEOPLE,
	startVoipNow,
	VOIPNOW_CLIENT_ID,
	VOIPNOW_CLIENT_SECRET,
	VOIPNOW_OTHER_QUEUE,
	VOIPNOW_OTHER_USER,
	VOIPNOW_QUEUE,
	VOIPNOW_SALES_QUEUE,
	VOIPNOW_REMOTE_NUMBER,
	VOIPNOW_USER,
} from '../../simulators/index';
import type { VoipNowSimulator } from '../../simulators/index';
import { request } from '../../simulators/request';

let voipNow: VoipNowSimulator;
let token: string;

const GRANT = {
	grant_type: 'client_credentials',
	client_id: VOIPNOW_CLIENT_ID,
	client_secret: VOIPNOW_CLIENT_SECRET,
	type: 'unifiedapi',
	redirect_uri: 'https://host/oauth/token.php',
};
const grant = async (fields: Record<string, string>) =>
	await request({ method: 'POST', url: `${voipNow.url}/oauth/token.php`, data: new URLSearchParams(fields) });
const anna = PEOPLE.anna.extension;
const agents = (user = '@me', queue = VOIPNOW_QUEUE) => `/uapi/extensions/${user}/${queue}/queue/agents`;
const get = async (path: string, params?: object) =>
	await request({ url: voipNow.url + path, params, headers: { authorization: `Bearer ${token}` } });
const put = async (path: string, data: unknown, type = 'application/json') =>
	await request({
		method: 'PUT',
		url: voipNow.url + path,
		data: typeof data === 'string' ? data : JSON.stringify(data),
		headers: { authorization: `Bearer ${token}`, 'content-type': type },
	});
const statusOf = (agent: string, queue = VOIPNOW_QUEUE) => voipNow.state.queues[queue]?.agents[agent];

beforeEach(async () => {
	voipNow = await startVoipNow();
	token = String(((await grant(GRANT)).data as { access_token: unknown }).access_token);
});

afterEach(async () => await voipNow.close());

describe('VoipNow tokens', () => {
	it('are told with their lifetime', async () => {
		voipNow.state.tokenSeconds = 900;
		expect(await grant(GRANT)).toMatchObject({
			status: 200,
			data: { access_token: expect.stringMatching(/^\w{32}$/) as string, expires_in: 900 },
		});
	});

	it.each([
		['another secret', { ...GRANT, client_secret: 'x' }, 'invalid_client'],
		['another client', { ...GRANT, client_id: 'x' }, 'invalid_client'],
		['no type', { ...GRANT, type: '' }, 'invalid_request'],
		['the other API', { ...GRANT, type: 'systemapi' }, 'invalid_request'],
		['no redirect_uri', { ...GRANT, redirect_uri: '' }, 'invalid_request'],
		['another grant', { ...GRANT, grant_type: 'password' }, 'unsupported_grant_type'],
	])('are not given to %s', async (_name, fields, error) => {
		const answer = await grant(fields);

		expect(answer.data).toEqual({ error });
		expect(answer.status).toBeGreaterThanOrEqual(400);
	});

	it('are not given for credentials in a header', async () => {
		const { client_id: username, client_secret: password, ...fields } = GRANT;
		const answer = await request({
			method: 'POST',
			url: `${voipNow.url}/oauth/token.php`,
			data: new URLSearchParams(fields),
			auth: { username, password },
		});

		expect(answer.data).toEqual({ error: 'invalid_client' });
	});

	it('end when told to, and after their time', async () => {
		expect((await get(agents())).status).toBe(200);
		voipNow.expireTokens();
		expect(await get(agents())).toMatchObject({
			status: 401,
			data: { error: { code: expect.any(String) as string } },
		});

		voipNow.state.tokenSeconds = 0;
		token = String(((await grant(GRANT)).data as { access_token: unknown }).access_token);
		expect((await get(agents())).status).toBe(401);
	});

	it('end when the control plane says so', async () => {
		await request({ method: 'POST', url: `${voipNow.url}/__control/faults`, data: { expireTokens: true } });
		expect((await get(agents())).status).toBe(401);
	});
});

describe('VoipNow queue agents', () => {
	it.each([
		['"1"', '1'],
		['2', '2'],
	])('take the status %s', async (sent, status) => {
		expect(await put(`${agents()}/${anna}`, `{"status":${sent}}`)).toMatchObject({
			status: 200,
			data: [{ agentNumber: anna, status, queue: VOIPNOW_QUEUE }],
		});
		expect([statusOf(anna), statusOf(anna, VOIPNOW_SALES_QUEUE)]).toEqual([status, '0']);
	});

	it.each([
		['noContent', 204, ''],
		['entry', 200, { entry: [{ agentNumber: anna, status: '1' }] }],
		['object', 200, { agentNumber: anna, status: '1' }],
	] as const)('answer an update as %s', async (updateAnswer, status, data) => {
		voipNow.state.updateAnswer = updateAnswer;

		expect(await put(`${agents()}/${anna}`, { status: '1' })).toMatchObject({ status, data });
		expect(statusOf(anna)).toBe('1');
	});

	it('change nothing when they answer with another agent', async () => {
		voipNow.state.updateAnswer = 'wrongAgent';

		expect(await put(`${agents()}/${anna}`, { status: '1' })).toMatchObject({
			status: 200,
			data: [{ agentNumber: VOIPNOW_REMOTE_NUMBER }],
		});
		expect(statusOf(anna)).toBe('0');
	});

	it.each([
		['another status', () => `${agents()}/${anna}`, { status: '3' }, 'status_invalid'],
		['a status in words', () => `${agents()}/${anna}`, { status: 'online' }, 'status_invalid'],
		['no status', () => `${agents()}/${anna}`, {}, 'status_invalid'],
		['a status of true', () => `${agents()}/${anna}`, { status: true }, 'status_invalid'],
		['no JSON', () => `${agents()}/${anna}`, 'status=1', 'status_invalid'],
		[
			'an agent of another queue',
			() => `${agents()}/${PEOPLE.carla.extension}`,
			{ status: '1' },
			'qag_agent_invalid',
		],
		['@self as queue', () => `${agents('@me', '@self')}/${anna}`, { status: '1' }, 'extension_invalid'],
		[
			'a queue that does not exist',
			() => `${agents('@me', '0003*999')}/${anna}`,
			{ status: '1' },
			'extension_invalid',
		],
		[
			'a queue of another user',
			() => `${agents('@me', VOIPNOW_OTHER_QUEUE)}/0007*301`,
			{ status: '1' },
			'extension_invalid',
		],
		['an encoded @me', () => `${agents('%40me')}/${anna}`, { status: '1' }, 'extension_invalid'],
		['an encoded *', () => `${agents()}/0003%2A210`, { status: '1' }, 'extension_invalid'],
	])('refuse %s', async (_name, path, body, code) => {
		const before = JSON.stringify(voipNow.state.queues);

		expect(await put(path(), body)).toMatchObject({
			status: 400,
			data: { error: { code, message: expect.any(String) as string } },
		});
		expect(JSON.stringify(voipNow.state.queues)).toBe(before);
	});

	it.each([
		['@viewer', VOIPNOW_QUEUE],
		['@owner', VOIPNOW_OTHER_QUEUE],
		[VOIPNOW_USER, VOIPNOW_QUEUE],
		[VOIPNOW_OTHER_USER, VOIPNOW_OTHER_QUEUE],
	])('are listed for the user %s', async (user, queue) => {
		expect((await get(agents(user, queue))).status).toBe(200);
	});

	it.each([
		[{ filterBy: 'status', filterValue: '0' }, [VOIPNOW_REMOTE_NUMBER, anna]],
		[{ filterBy: 'agentNumber', filterOp: 'startsWith', filterValue: '+49' }, [VOIPNOW_REMOTE_NUMBER]],
		[{ sortOrder: 'desc', count: 2 }, [PEOPLE.dawid.extension, PEOPLE.bob.extension]],
		[{ count: 1, startIndex: 2 }, [PEOPLE.bob.extension]],
		[
			{ filterBy: 'agentNumber', filterOp: 'contains', filterValue: '*21' },
			[anna, PEOPLE.bob.extension, PEOPLE.dawid.extension],
		],
		[{ filterBy: 'status', filterOp: 'equals', filterValue: '2' }, [PEOPLE.dawid.extension]],
		[{ filterBy: 'queue', filterValue: VOIPNOW_QUEUE, startIndex: 3 }, [PEOPLE.dawid.extension]],
		[{ filterBy: 'status', filterOp: 'present', startIndex: 1, count: 1 }, [anna]],
		[{ sortOrder: 'asc' }, [VOIPNOW_REMOTE_NUMBER, anna, PEOPLE.bob.extension, PEOPLE.dawid.extension]],
		[
			{ sortOrder: 'ascending', filterBy: 'agentNumber', filterOp: 'startsWith', filterValue: '0003' },
			[anna, PEOPLE.bob.extension, PEOPLE.dawid.extension],
		],
	])('are listed by %j', async (params, expected) => {
		const { entry } = (await get(agents(), params)).data as { entry: Array<{ agentNumber: string }> };

		expect(entry.map(({ agentNumber }) => agentNumber)).toEqual(expected);
	});

	it('are paged by next, and answer 204 when none is left', async () => {
		const first = (await get(agents(), { count: 3, fields: 'agentNumber' })).data as {
			entry: object[];
			next: string;
		};
		const second = (await get(first.next.slice(voipNow.url.length))).data as { entry: object[]; next?: string };

		expect([...first.entry, ...second.entry]).toEqual(
			[VOIPNOW_REMOTE_NUMBER, anna, PEOPLE.bob.extension, PEOPLE.dawid.extension].map((agentNumber) => ({
				agentNumber,
			})),
		);
		expect(second.next).toBeUndefined();
		expect((await get(agents(), { startIndex: 4 })).status).toBe(204);
	});

	it.each([
		[{ count: 5001 }, 'count_invalid'],
		[{ count: 0 }, 'count_invalid'],
		[{ startIndex: 5001 }, 'startindex_invalid'],
		[{ startIndex: '1.5' }, 'startindex_invalid'],
		[{ filterBy: 'name' }, 'filterby_invalid'],
		[{ filterBy: 'status', filterOp: 'like', filterValue: '1' }, 'filterop_invalid'],
		[{ filterBy: 'status' }, 'filtervalue_invalid'],
		[{ fields: 'agentNumber,name' }, 'fields_invalid'],
		[{ sortOrder: 'up' }, 'sortorder_invalid'],
	])('are not listed by %j', async (params, code) => {
		expect(await get(agents(), params)).toMatchObject({ status: 400, data: { error: { code } } });
	});

	it('are one entry when named', async () => {
		expect((await get(`${agents()}/${anna}`)).data).toMatchObject({ entry: [{ agentNumber: anna, status: '0' }] });
	});

	it('are named by the extension in either form, or by the ID of a remote agent', async () => {
		for (const named of [anna, '210']) {
			expect((await put(`${agents()}/${named}`, { status: '2' })).data).toMatchObject([{ agentNumber: anna }]);
		}
		expect((await put(`${agents()}/${PEOPLE.frank.extension}`, { status: '2' })).data).toMatchObject([
			{ agentNumber: VOIPNOW_REMOTE_NUMBER, identifier: PEOPLE.frank.extension, status: '2' },
		]);
		expect(await put(`${agents()}/${VOIPNOW_REMOTE_NUMBER}`, { status: '2' })).toMatchObject({
			status: 400,
			data: { error: { code: 'qag_agent_invalid' } },
		});
	});

	it('are shown in the short form where the server does so', async () => {
		voipNow.state.extensionForm = 'short';
		expect((await get(`${agents()}/${anna}`)).data).toMatchObject({ entry: [{ agentNumber: '210' }] });
	});

	it('are listed as far as they are asked for', async () => {
		const { data } = await get(agents(), {
			fields: 'status,agentNumber',
			filterBy: 'agentNumber',
			filterValue: anna,
		});

		expect(data).toEqual({ entry: [{ agentNumber: anna, status: '0' }] });
	});

	it('lead back to the page before', async () => {
		const { data } = await get(agents(), { count: 2, startIndex: 3, sortOrder: 'asc' });

		expect(data).toMatchObject({ prev: expect.stringContaining('startIndex=1') as string, entry: { length: 1 } });
		expect((await get((data as { prev: string }).prev.slice(voipNow.url.length))).data).toMatchObject({
			entry: { length: 2 },
			next: expect.stringContaining('startIndex=3') as string,
			prev: expect.stringContaining('startIndex=0') as string,
		});
	});
});

describe('VoipNow presence', () => {
	const presence = async (extension: string, params?: object) =>
		await get(`/uapi/extensions/@me/${extension}/presence/`, params);
	const { bob, carla, dawid, elif } = PEOPLE;

	it('is that of one extension or of all', async () => {
		expect((await get(`/uapi/extensions/@me/${anna}/presence/`)).data).toMatchObject({
			entry: [{ extension: anna, status: '1' }],
		});
		expect((await get('/uapi/extensions/@me/@self/presence/')).data).toMatchObject({ entry: { length: 5 } });
	});

	it.each([
		[{ filterBy: 'extension', filterValue: bob.extension }, [bob.extension]],
		[{ filterBy: 'extension', filterOp: 'contains', filterValue: '*214' }, [dawid.extension]],
		[{ filterBy: 'extension', filterOp: 'startsWith', filterValue: '0003', count: 2 }, [anna, bob.extension]],
		[{ filterBy: 'extension', filterOp: 'present', startIndex: 4 }, [elif.extension]],
		[{ sortOrder: 'descending', count: 1 }, [elif.extension]],
		[{ sortOrder: 'asc', count: 2, startIndex: 2 }, [carla.extension, dawid.extension]],
	])('is listed by %j', async (params, expected) => {
		const { entry } = (await presence('@self', params)).data as { entry: Array<{ extension: string }> };

		expect(entry.map(({ extension }) => extension)).toEqual(expected);
	});

	it('has the fields that are asked for', async () => {
		expect((await presence(anna, { fields: 'status' })).data).toEqual({ entry: [{ status: '1' }] });
		expect((await presence(anna)).data).toMatchObject({ entry: [{ registration: [{ registration: '1' }] }] });
	});

	it('is paged by next, and 204 when none is left', async () => {
		const { entry, next } = (await presence('@self', { count: 4 })).data as { entry: object[]; next: string };

		expect(entry).toHaveLength(4);
		expect((await get(next.slice(voipNow.url.length))).data).toMatchObject({
			entry: [{ extension: elif.extension }],
		});
		expect(await presence('@self', { startIndex: 5 })).toMatchObject({ status: 204, data: '' });
		expect((await presence('@self', { filterBy: 'extension', filterValue: 'x' })).status).toBe(204);
	});

	it.each([
		[{ count: 0 }, 'count_invalid'],
		[{ count: 'all' }, 'count_invalid'],
		[{ startIndex: -1 }, 'startindex_invalid'],
		[{ filterBy: 'status', filterValue: '1' }, 'filterby_invalid'],
		[{ filterBy: 'extension', filterOp: 'constructor', filterValue: 'x' }, 'filterop_invalid'],
		[{ filterBy: 'extension', filterOp: 'contains' }, 'filtervalue_invalid'],
		[{ fields: 'agentNumber' }, 'fields_invalid'],
		[{ sortOrder: 'ASC' }, 'sortorder_invalid'],
	])('is not listed by %j', async (params, code) => {
		expect(await presence('@self', params)).toMatchObject({ status: 400, data: { error: { code } } });
	});

	it('is not that of an extension of someone else, or of none', async () => {
		for (const extension of ['0003*999', 'constructor'])
			expect(await presence(extension)).toMatchObject({
				status: 400,
				data: { error: { code: 'extension_invalid' } },
			});
	});
});
