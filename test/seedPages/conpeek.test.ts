import { conpeekCredential } from '../../simulators/conpeek/samples';
import { excerpt, readCurl } from './page';
import { useVendorPage } from './useVendorPage';

const stage = useVendorPage();

describe("Conpeek's page: update a work state", () => {
	const page = readCurl(excerpt('conpeek', 'conpeek.request'));
	const answer = excerpt('conpeek', 'conpeek.response')
		.replace('200 OK\n', '')
		.replace(/,\s+\.\.\.\s+/, '');

	it('is sent as the page sends it and answered with its record', async () => {
		stage.recorder.reply = () => ({ body: answer });

		const { request, item } = await stage.sendOne(
			'conpeek',
			{ resource: 'user', operation: 'update', user: '3', workState: 'ONLINE' },
			conpeekCredential(stage.recorder.url),
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
		stage.recorder.reply = () => ({ body: answer });

		const { request } = await stage.sendOne(
			'conpeek',
			{
				resource: 'user',
				operation: 'update',
				user: '1',
				workState: 'ONLINE',
				additionalFields: { onlineModeId: 98 },
			},
			conpeekCredential(stage.recorder.url),
		);

		expect(request.body).toBe('{"work_state":"ONLINE","online_mode_id":98}');
	});

	it('sends a break as its table describes it', async () => {
		stage.recorder.reply = () => ({ body: { data: { id: 74, work_state: 'ONBREAK' } } });

		const { request } = await stage.sendOne(
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
			conpeekCredential(stage.recorder.url),
		);

		expect(JSON.parse(request.body)).toEqual({
			work_state: 'ONBREAK',
			break_type: 'COFFEE',
			break_cause: 'Szkolenie',
			break_note: 'Lorem ipsum..',
		});
	});
});
