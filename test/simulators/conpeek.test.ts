import { CONPEEK_API_KEY, CONPEEK_BREAK, CONPEEK_MODE, PEOPLE, startConpeek } from '../../simulators/index';
import type { ConpeekSimulator } from '../../simulators/index';
import { request } from '../../simulators/request';

let conpeek: ConpeekSimulator;

beforeEach(async () => {
	conpeek = await startConpeek();
});

afterEach(async () => await conpeek.close());

const { anna, dawid, frank } = PEOPLE;
const put = async (user: number | string, data: object, authorization = CONPEEK_API_KEY) =>
	await request({
		method: 'PUT',
		url: `${conpeek.url}/tenant_user/${user}/work_state`,
		data,
		headers: { authorization },
	});
const annas = () => conpeek.state.users[String(anna.conpeekId)];
const training = { work_state: 'ONBREAK', break_type: 'BUSINESS', break_cause: CONPEEK_BREAK.training };

describe('the Conpeek simulator', () => {
	it('sets a break and answers with the id of the feature, not of the user', async () => {
		expect(await put(anna.conpeekId, { ...training, break_note: 'Zażółć' })).toEqual(
			expect.objectContaining({ status: 200, data: { data: { id: 74, ...training, break_note: 'Zażółć' } } }),
		);
		expect(annas()).toMatchObject(training);
	});

	it('ends the break when the user comes online, and finds the user by login', async () => {
		await put(anna.conpeekId, training);

		expect((await put(anna.login, { work_state: 'ONLINE', online_mode_id: CONPEEK_MODE.chats })).data).toEqual({
			data: { id: 74, work_state: 'ONLINE', break_type: null, break_cause: null, break_note: null },
		});
		expect(annas()).toMatchObject({ online_mode_id: CONPEEK_MODE.chats });
	});

	it('picks the first mode when none is named', async () => {
		await put(anna.conpeekId, { work_state: 'ONLINE' });

		expect(annas()).toMatchObject({ work_state: 'ONLINE', online_mode_id: CONPEEK_MODE.calls });
	});

	it('lets a member of the group take the group\u2019s break', async () => {
		expect((await put(dawid.conpeekId, { ...training, break_cause: CONPEEK_BREAK.management })).status).toBe(200);
	});

	it.each([
		['another state', anna.login, { work_state: 'BUSY' }, 403],
		['a wrapped body', anna.login, { data: { work_state: 'ONLINE' } }, 403],
		['a mode the user does not have', anna.login, { work_state: 'ONLINE', online_mode_id: 1 }, 403],
		[
			'a mode that is not an integer',
			anna.login,
			{ work_state: 'ONLINE', online_mode_id: String(CONPEEK_MODE.calls) },
			403,
		],
		['a break without a type', anna.login, { ...training, break_type: undefined }, 403],
		['a break without a cause', anna.login, { ...training, break_cause: undefined }, 403],
		['a break of the other type', anna.login, { ...training, break_type: 'COFFEE' }, 403],
		['an unknown break', anna.login, { ...training, break_cause: 'szkolenie' }, 403],
		['a break of another group', anna.login, { ...training, break_cause: CONPEEK_BREAK.management }, 403],
		['a user without the feature', frank.login, { work_state: 'ONLINE' }, 403],
		['an unknown user', 'nobody', { work_state: 'ONLINE' }, 404],
	])('refuses %s', async (_name, user, body, status) => {
		const before = JSON.stringify(conpeek.state);

		expect((await put(user, body)).status).toBe(status);
		expect(JSON.stringify(conpeek.state)).toBe(before);
	});

	it.each([`Bearer ${CONPEEK_API_KEY}`, 'wrong', ''])('refuses the authorization "%s"', async (authorization) => {
		expect((await put(anna.login, { work_state: 'ONLINE' }, authorization)).status).toBe(401);
		expect((await request({ url: `${conpeek.url}/callback?limit=1`, headers: { authorization } })).status).toBe(
			401,
		);
	});

	it('lists callbacks and nothing else', async () => {
		const get = async (path: string) =>
			(await request({ url: conpeek.url + path, headers: { authorization: CONPEEK_API_KEY } })).status;

		expect([
			await get('/callback?limit=1'),
			await get('/callback?limit=x'),
			await get('/tenant_user/3'),
			await get('/tenant_user/3/work_state'),
		]).toEqual([200, 400, 404, 404]);
	});
});
