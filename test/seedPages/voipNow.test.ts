import { voipNowCredential } from '../../simulators/voipNow/samples';
import { bySid } from '../../simulators/locator';
import { excerpt, readHttp } from './page';
import { useVendorPage } from './useVendorPage';

const stage = useVendorPage();

describe("VoipNow's page: update a queue agent", () => {
	const page = readHttp(excerpt('voipNow', 'voipNow.request'));
	const answer = excerpt('voipNow', 'voipNow.response').replace('HTTP/1.1 200 OK ... ', '');
	const [, user = '', queue = '', agent = ''] =
		/extensions\/([^/]+)\/([^/]+)\/queue\/agents\/(.+)$/.exec(page.address) ?? [];

	it('is sent as the page sends it, the path byte for byte, and answered with its agent', async () => {
		stage.recorder.reply = () => ({ body: answer });

		const { request, item } = await stage.sendOne(
			'voipNow',
			{ resource: 'queueAgent', operation: 'update', user, queue, agent: bySid(agent), status: '1' },
			voipNowCredential(stage.recorder.url),
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
