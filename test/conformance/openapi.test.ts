import { ACTIVITY, PEOPLE, startTwilio, WORKSPACE_SID } from '../../simulators';
import type { TwilioSimulator } from '../../simulators';
import { CALLS } from './drive';
import { officialClient } from './officialClient';
import type { RecordedExchange } from './officialClient';
import { hasOpenApi, validateExchange } from './openapi';
import type { Exchange } from './openapi';
import { responseProperties } from './openapiDocument';

const PRODUCTS = ['taskrouter', 'frontline-api', 'conversations', 'events'];
const missing = PRODUCTS.filter((product) => !hasOpenApi(product));
/** Fields of the vendor's example of a worker that stand in no schema. */
const EXAMPLE_ONLY = ['operating_unit_sid', 'consumed_attention', 'consumed_concurrency', 'configured_concurrency'];

if (missing.length > 0) {
	it.skip(`needs Twilio's OpenAPI files in ../shared/twilio-oai (missing: ${missing.join(', ')})`, () => undefined);
} else {
	describe("Twilio's OpenAPI files", () => {
		let twilio: TwilioSimulator;

		beforeEach(async () => {
			twilio = await startTwilio();
		});

		afterEach(async () => await twilio.close());

		async function record(name: string): Promise<RecordedExchange[]> {
			const { client, exchanges } = officialClient(twilio);
			await CALLS[name]?.(client);
			return exchanges;
		}

		it.each(Object.keys(CALLS))(
			'describe what passes between the official client and the simulator: %s',
			async (name) => {
				const exchanges = await record(name);

				expect(exchanges.length).toBeGreaterThan(1);
				for (const exchange of exchanges) expect(validateExchange(exchange.product, exchange)).toEqual([]);
			},
		);

		it.each(Object.keys(CALLS))('name the very fields that the simulator answers: %s', async (name) => {
			for (const exchange of await record(name)) {
				if (exchange.status === 204) continue;
				const documented = responseProperties(
					exchange.product,
					exchange.path,
					exchange.method,
					exchange.status,
				);
				const answered = Object.keys(recordOf(exchange.responseBody)).filter(
					(field) => !EXAMPLE_ONLY.includes(field),
				);
				expect(answered.sort()).toEqual(documented.sort());
			}
		});

		it('describe the path, the method and the body of a refusal too', async () => {
			const { client, exchanges } = officialClient(twilio);
			const worker = client.taskrouter.v1.workspaces(WORKSPACE_SID).workers(PEOPLE.anna.worker);
			await expect(worker.update({ activitySid: ACTIVITY.available, ifMatch: '9' })).rejects.toMatchObject({
				code: 20412,
			});

			expect(exchanges.flatMap((exchange) => validateExchange(exchange.product, exchange))).toEqual([]);
		});

		const update: Exchange = {
			method: 'POST',
			path: `/v1/Workspaces/${WORKSPACE_SID}/Workers/${PEOPLE.anna.worker}`,
			headers: { 'content-type': 'application/x-www-form-urlencoded', 'if-match': '1' },
			body: `ActivitySid=${ACTIVITY.available}&RejectPendingReservations=false`,
			status: 200,
			responseBody: { sid: PEOPLE.anna.worker },
		};
		const list: Exchange = {
			...update,
			method: 'GET',
			path: `/v1/Workspaces/${WORKSPACE_SID}/Workers`,
			headers: {},
			body: '',
			responseBody: { workers: [], meta: {} },
		};

		it('find no fault with the exchanges that the next test spoils', () => {
			expect([...validateExchange('taskrouter', update), ...validateExchange('taskrouter', list)]).toEqual([]);
		});

		it.each<[string, Exchange, RegExp]>([
			['an unknown path', { ...update, path: '/v1/Workspace' }, /is not a path/],
			['an unknown method', { ...update, method: 'PUT' }, /is not a method/],
			[
				'a bad sid in the path',
				{ ...update, path: `/v1/Workspaces/WS1/Workers/${PEOPLE.anna.worker}` },
				/path parameter WorkspaceSid/,
			],
			[
				'an unknown query parameter',
				{ ...list, path: `${list.path}?Colour=red` },
				/query parameter Colour is not documented/,
			],
			[
				'a query parameter out of range',
				{ ...list, path: `${list.path}?PageSize=2000` },
				/query parameter PageSize/,
			],
			['an unknown form field', { ...update, body: 'Concurrency=5' }, /form field Concurrency is not documented/],
			['a repeated form field', { ...update, body: 'FriendlyName=a&FriendlyName=b' }, /repeated/],
			[
				'a bad boolean',
				{ ...update, body: 'RejectPendingReservations=1' },
				/RejectPendingReservations must be boolean/,
			],
			['a bad sid in the form', { ...update, body: 'ActivitySid=Available' }, /ActivitySid must match pattern/],
			['a missing form field', { ...update, path: list.path, body: '', status: 201 }, /FriendlyName is missing/],
			['JSON instead of a form', { ...update, headers: { 'content-type': 'application/json' } }, /content type/],
			[
				'a conditional header where none is known',
				{ ...list, headers: { 'If-Match': '1' } },
				/header If-Match is not documented/,
			],
			['an undocumented status', { ...update, status: 201 }, /status 201/],
			[
				'a bad field in the answer',
				{ ...update, responseBody: { available: 'yes' } },
				/answer\/available must be boolean/,
			],
			[
				'an error without a code',
				{ ...update, status: 404, responseBody: { message: 'x' } },
				/must have required property 'code'/,
			],
		])('object to %s', (_name, exchange, fault) => {
			expect(validateExchange('taskrouter', exchange).join('\n')).toMatch(fault);
		});
	});
}

/** The answered record, or the first one of an answered list. */
function recordOf(body: unknown): object {
	const answer = body as { meta?: { key: string } } & Record<string, object[] | undefined>;
	return (answer.meta ? answer[answer.meta.key]?.[0] : answer) ?? {};
}
