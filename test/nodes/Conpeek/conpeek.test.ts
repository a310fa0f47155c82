import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { CONPEEK_API_KEY, CONPEEK_BREAK, CONPEEK_MODE, PEOPLE, startConpeek } from '../../../simulators';
import { useSimulator } from '../../support/pack/useSimulator';

const { anna, bob, frank } = PEOPLE;
const stage = useSimulator(startConpeek);

beforeEach(async () => await stage.start());

const update = async (
	parameters: INodeParameters,
	more: { items?: IDataObject[]; apiKey?: string; baseUrl?: string; goOn?: boolean } = {},
) =>
	await stage.bench.run({
		node: 'conpeek',
		parameters: { resource: 'user', operation: 'update', user: anna.login, workState: 'ONLINE', ...parameters },
		...(more.items && { items: more.items }),
		credentials: {
			conpeekApi: { baseUrl: more.baseUrl ?? stage.simulator.url, apiKey: more.apiKey ?? CONPEEK_API_KEY },
		},
		...(more.goOn && { onError: 'continueErrorOutput' as const }),
	});

const lunch = { workState: 'ONBREAK', breakType: 'COFFEE', breakCause: CONPEEK_BREAK.lunch };
const userOf = ({ conpeekId }: typeof anna) => stage.simulator.state.users[String(conpeekId)];

describe('a work state', () => {
	it.each([
		['login', anna.login],
		['ID', String(anna.conpeekId)],
	])('is set for a user named by %s', async (_how, user) => {
		const { out } = await update({ user });

		expect(userOf(anna)).toMatchObject({ work_state: 'ONLINE' });
		expect(out.map(({ json }) => Object.entries(json))).toEqual([
			[
				['user', user],
				['confirmed', true],
				['work_state', 'ONLINE'],
				['break_type', null],
				['break_cause', null],
				['break_note', null],
				['id', anna.conpeekId + 71],
			],
		]);
	});

	it('goes with the mode that was asked for', async () => {
		await update({ additionalFields: { onlineModeId: CONPEEK_MODE.chats } });

		expect(userOf(anna)).toMatchObject({ work_state: 'ONLINE', online_mode_id: CONPEEK_MODE.chats });
	});

	it('goes with a break, its note and its Polish name letter for letter', async () => {
		await update({
			user: PEOPLE.dawid.login,
			workState: 'ONBREAK',
			breakType: 'BUSINESS',
			breakCause: CONPEEK_BREAK.management,
			additionalFields: { breakNote: 'Wrócę o 14 😀' },
		});

		expect(userOf(PEOPLE.dawid)).toMatchObject({
			work_state: 'ONBREAK',
			break_type: 'BUSINESS',
			break_cause: 'Zebranie kierowników',
			break_note: 'Wrócę o 14 😀',
		});
	});

	it('is set to offline with nothing beside it', async () => {
		await update({ workState: 'OFFLINE' });

		expect(stage.simulator.seen.map(({ body }) => body)).toEqual(['{"work_state":"OFFLINE"}']);
	});
});

describe('an answer', () => {
	const answers: Array<[name: string, body: unknown, confirmed: boolean]> = [
		['the record', { data: { id: 74, work_state: 'ONLINE', more: [1] } }, true],
		['another state, as a work schedule sets it', { data: { id: 74, work_state: 'OFFLINE' } }, false],
		['no record', {}, false],
		['a record of another shape', { data: [] }, false],
	];
	it.each(answers)('is put out as it came, and confirms the state or not: %s', async (_name, body, confirmed) => {
		stage.simulator.faults.push({ status: 200, body });

		const { out, error } = await update({ simplify: false });

		expect(error).toBeUndefined();
		const note = confirmed
			? {}
			: { note: expect.stringContaining('Conpeek accepted the change and answered with') as string };
		expect(out.map(({ json }) => json)).toEqual([{ ...(body as object), confirmed, ...note }]);
	});

	it('that does not confirm the state says why right after the user', async () => {
		stage.simulator.faults.push({ status: 200, body: { data: { id: 74, work_state: 'OFFLINE', more: [1] } } });

		const { out } = await update({});

		expect(out.map(({ json }) => Object.entries(json))).toEqual([
			[
				['user', anna.login],
				['confirmed', false],
				['note', 'Conpeek accepted the change and answered with OFFLINE instead of ONLINE'],
				['work_state', 'OFFLINE'],
				['id', 74],
			],
		]);
	});

	it.each([true, false])('without a body is success without confirmation, simplified: %s', async (simplify) => {
		stage.simulator.faults.push({ status: 204, body: '' });

		const { out, error } = await update({ simplify });

		expect(error).toBeUndefined();
		expect(out[0]?.json).toMatchObject({ confirmed: false, ...(simplify && { user: anna.login }) });
	});

	it('that is a page of HTML under status 200 is not a success', async () => {
		stage.simulator.faults.push({ status: 200, html: true, times: 'always' });

		const { error, out } = await update({});

		expect(error?.message).toMatch(/^User anna\.kowalska: Conpeek answered with status 200 but with a web page/);
		expect(out).toEqual([]);
	});
});

describe('a refusal', () => {
	it.each([
		[
			'a break of a group that the user is not in',
			{ workState: 'ONBREAK', breakType: 'BUSINESS', breakCause: CONPEEK_BREAK.management },
		],
		['a break that does not exist', { ...lunch, breakCause: 'Siesta' }],
		['a break of the other type', { ...lunch, breakType: 'BUSINESS' }],
		['a mode that the user does not have', { additionalFields: { onlineModeId: 5 } }],
		['a user who is not a consultant', { user: frank.login }],
	])("keeps Conpeek's words and names likely causes of 403: %s", async (_name, parameters) => {
		const before = JSON.stringify(stage.simulator.state);

		const { error } = await update(parameters);

		expect(error?.message).toMatch(/^User (anna\.kowalska|frank\.weber): Nie można wykonać takiej akcji/);
		expect(error?.description).toMatch(/Break Cause.*group.*consultant/);
		expect(error?.httpCode).toBe('403');
		expect(JSON.stringify(stage.simulator.state)).toBe(before);
	});

	it("keeps Conpeek's words and names likely causes of 404", async () => {
		const { error } = await update({ user: 'nobody' });

		expect(error?.message).toMatch(/^User nobody: Nie znaleziono zasobu/);
		expect(error?.description).toMatch(/no user has this ID or name/);
	});

	it.each([
		['plain text', 'Forbidden', /^User anna\.kowalska: Forbidden/],
		['nothing', '', /^User anna\.kowalska: Conpeek answered with HTTP status 403/],
		[
			'a page of HTML',
			'<html><body>no</body></html>',
			/^User anna\.kowalska: Conpeek answered with HTTP status 403/,
		],
		['JSON of another shape', { errors: { a: 1 } }, /^User anna\.kowalska: Conpeek answered with HTTP status 403/],
		['JSON with an error', { error: 'Brak uprawnień' }, /^User anna\.kowalska: Brak uprawnień/],
	])('is told whatever its body is: %s', async (_name, body, message) => {
		stage.simulator.faults.push({ status: 403, body });

		const { error } = await update({});

		expect(error?.message).toMatch(message);
		expect(error?.description).toMatch(/Likely causes/);
	});

	it('of one user does not keep the others from their state', async () => {
		const { out, failed } = await update(
			{ user: '={{ $json.who }}' },
			{ items: [{ who: anna.login }, { who: 'nobody' }, { who: bob.login }], goOn: true },
		);

		expect(out.map(({ pairedItem }) => pairedItem)).toEqual([{ item: 0 }, { item: 2 }]);
		expect(failed.map(({ json, pairedItem }) => [json.details, pairedItem])).toEqual([
			[expect.objectContaining({ agent: 'User nobody', httpCode: '404' }), { item: 1 }],
		]);
		expect([userOf(anna)?.work_state, userOf(bob)?.work_state]).toEqual(['ONLINE', 'ONLINE']);
	});
});

describe('the key', () => {
	it('goes as it is, with no scheme word before it', async () => {
		await update({});

		expect(stage.simulator.seen.map(({ headers }) => headers.authorization)).toEqual([CONPEEK_API_KEY]);
	});

	it('is neither stripped of a Bearer that the user typed nor sent with it: the message says what to do', async () => {
		const { error } = await update({}, { apiKey: `Bearer ${CONPEEK_API_KEY}` });

		expect(stage.simulator.seen).toEqual([]);
		expect(error?.message).toBe("'API Key' begins with the word Bearer: enter the key alone");
	});

	it('is not sent to a host with two slashes or to a path of its own', async () => {
		await update({}, { baseUrl: ` ${stage.simulator.url}/ ` });

		expect(stage.simulator.seen.map(({ path }) => path)).toEqual([`/tenant_user/${anna.login}/work_state`]);
	});

	it('is never sent in clear over a network', async () => {
		const { error } = await update({}, { baseUrl: 'http://conpeek.example' });

		expect(error?.message).toMatch(/credential: .*unencrypted/);
	});
});
