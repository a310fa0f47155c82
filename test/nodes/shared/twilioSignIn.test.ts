import { TWILIO_OAUTH_CLIENT_ID, TWILIO_OAUTH_CLIENT_SECRET, type TwilioSimulator } from '../../../simulators';
import { CredentialStore } from '../../support/bench/credentialStore';
import { Bench } from '../../support/bench/bench';
import { makeAvailable, originOf, twilioWith, upTo } from '../../support/pack/workers';

let bench: Bench;
let twilio: TwilioSimulator;

beforeAll(async () => {
	bench = await Bench.open();
});
afterAll(async () => await bench.close());
beforeEach(async () => {
	twilio = await twilioWith(20);
});
afterEach(async () => await twilio.close());

const client = (more: Record<string, string> = {}) => ({
	twilioContactCenterApi: {
		authentication: 'oAuth2',
		oAuthClientId: TWILIO_OAUTH_CLIENT_ID,
		oAuthClientSecret: TWILIO_OAUTH_CLIENT_SECRET,
		accessToken: '',
		accessExpiresAt: '',
		region: '',
		apiRootOverride: `${twilio.url}/{product}`,
		...more,
	},
});

const tokenRequests = () => twilio.seen.filter(({ path }) => path.startsWith('/oauth/v2/token'));

describe('signing in to Twilio with an OAuth client', () => {
	it('fetches one token for many items and uses it for all', async () => {
		const { out, error } = await bench.run(makeAvailable(twilio, 20, { credentials: client() }));

		expect(error).toBeUndefined();
		expect(out.map(originOf)).toEqual(upTo(20));
		expect(tokenRequests()).toHaveLength(1);
		expect(tokenRequests()[0]?.body).toBe(
			`grant_type=client_credentials&client_id=${TWILIO_OAUTH_CLIENT_ID}&client_secret=${TWILIO_OAUTH_CLIENT_SECRET}`,
		);
		const updates = twilio.seen.filter(({ path }) => path.startsWith('/taskrouter/'));
		expect(new Set(updates.map(({ headers }) => headers.authorization)).size).toBe(1);
		expect(updates[0]?.headers.authorization).toMatch(/^Bearer \S+$/);
	});

	it('renews a token that ends within a minute before it is refused', async () => {
		const soon = String(Date.now() + 30_000);
		await bench.run(
			makeAvailable(twilio, 2, { credentials: client({ accessToken: 'old', accessExpiresAt: soon }) }),
		);

		expect(tokenRequests()).toHaveLength(1);
		expect(twilio.seen.some(({ headers }) => headers.authorization === 'Bearer old')).toBe(false);
	});

	it('keeps a token that lasts, and fetches another when the service refuses it', async () => {
		const later = String(Date.now() + 3_600_000);
		const job = makeAvailable(twilio, 1, {
			credentials: client({ accessToken: 'forgotten', accessExpiresAt: later }),
		});
		const { out } = await bench.run(job);

		expect(out).toHaveLength(1);
		expect(twilio.seen.map(({ path }) => path.split('/')[1])).toEqual(['taskrouter', 'oauth', 'taskrouter']);
	});

	it('is renewed by an n8n before 2.14, too, which takes a 401 for an answer', async () => {
		const sign = CredentialStore.prototype.authenticate;
		const old = jest.spyOn(CredentialStore.prototype, 'authenticate').mockImplementation(async function (
			this: CredentialStore,
			...given
		) {
			return { ...(await sign.apply(this, given)), ignoreHttpStatusErrors: true };
		});
		try {
			const later = String(Date.now() + 3_600_000);
			const known = client({ accessToken: 'forgotten', accessExpiresAt: later });
			const { out } = await bench.run(makeAvailable(twilio, 3, { credentials: known }));
			expect(out).toHaveLength(3);
			expect(twilio.seen[0]?.headers.authorization).toBe('Bearer forgotten');
			expect(tokenRequests()).toHaveLength(1);

			// A token that was fetched just now is not refused by chance.
			twilio.faults.push({ status: 401, times: 'always', match: { path: /^\/taskrouter/ } });
			const { failed } = await bench.run(
				makeAvailable(twilio, 1, { credentials: client(), onError: 'continueErrorOutput' }),
			);
			expect(failed).toHaveLength(1);
			expect(tokenRequests()).toHaveLength(2);
		} finally {
			old.mockRestore();
		}
	});

	it('says what is wrong when the secret is, without telling it', async () => {
		const secret = 'not-the-secret-of-this-client';
		const { error, run } = await bench.run(
			makeAvailable(twilio, 3, { credentials: client({ oAuthClientSecret: secret }) }),
		);

		expect(`${String(error?.message)} ${String(error?.description)}`).toMatch(
			/did not accept the Client ID and Client Secret/,
		);
		expect(JSON.stringify(run.data.resultData)).not.toContain(secret);
	});

	it('is not asked for by the other ways to sign in, not even after a refusal', async () => {
		await bench.run(
			makeAvailable(twilio, 1, {
				credentials: client({
					authentication: 'authToken',
					accountSid: `AC${'0'.repeat(32)}`,
					authToken: 'wrong-token',
				}),
			}),
		);
		expect(tokenRequests()).toEqual([]);
	});
});
