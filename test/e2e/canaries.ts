import { randomBytes } from 'node:crypto';

import { TWILIO_ACCOUNT_SID, TWILIO_API_KEY_SID, TWILIO_OAUTH_CLIENT_ID, VOIPNOW_CLIENT_ID } from '../../simulators';
import type { ConpeekState, TwilioState, VoipNowState } from '../../simulators';
import type { DemoCredential } from '../../simulators/vendorDemo';

/** A secret that nothing else can be taken for. */
export interface Canary {
	/** What it is the secret of. */
	name: string;
	/** Letters and digits alone: no escaping of a text changes it. */
	core: string;
	/** The whole secret: with signs that JSON and addresses write in other ways. */
	secret: string;
}

export function makeCanary(name: string): Canary {
	const core = `kEpT${name}${randomBytes(8).toString('hex')}`;
	return { name, core, secret: `${core}"\\+/=% &x` };
}

export type CanaryName = (typeof canaryNames)[number];
const canaryNames = ['twilioAuthToken', 'twilioApiKey', 'twilioOAuth', 'voipNow', 'conpeek', 'wrong'] as const;

/** One of each for a whole run of the suite. `wrong` is the key that no service takes. */
export type Canaries = Record<CanaryName, Canary>;

export const makeCanaries = (): Canaries =>
	Object.fromEntries(canaryNames.map((name) => [name, makeCanary(name)])) as Canaries;

/** What the simulators must be started with to take these keys. */
export const seeds = (canaries: Canaries) =>
	({
		twilio: {
			authToken: canaries.twilioAuthToken.secret,
			apiKeySecret: canaries.twilioApiKey.secret,
			oauthClientSecret: canaries.twilioOAuth.secret,
		},
		voipNow: { clientSecret: canaries.voipNow.secret },
		conpeek: { apiKey: canaries.conpeek.secret },
	}) satisfies { twilio: Partial<TwilioState>; voipNow: Partial<VoipNowState>; conpeek: Partial<ConpeekState> };

/** The same as basic authentication sends them: whoever repeats that in base64 repeats it in base64 of base64. */
export const sentKeys = ({ twilioAuthToken, twilioApiKey }: Canaries): Canary[] =>
	[
		{ sid: TWILIO_ACCOUNT_SID, ...twilioAuthToken },
		{ sid: TWILIO_API_KEY_SID, ...twilioApiKey },
	].map(({ sid, name, secret }) => {
		const sent = Buffer.from(`${sid}:${secret}`).toString('base64');
		return { name: `${name} as it is sent`, core: sent.replace(/=+$/, ''), secret: sent };
	});

/** A way to sign in, as a user fills it in. */
export const signIns = {
	twilioAuthToken: (url, secret) =>
		twilio(url, { authentication: 'authToken', accountSid: TWILIO_ACCOUNT_SID, authToken: secret }),
	twilioApiKey: (url, secret) =>
		twilio(url, { authentication: 'apiKey', apiKeySid: TWILIO_API_KEY_SID, apiKeySecret: secret }),
	twilioOAuth: (url, secret) =>
		twilio(url, {
			authentication: 'oAuth2',
			oAuthClientId: TWILIO_OAUTH_CLIENT_ID,
			oAuthClientSecret: secret,
		}),
	voipNow: (url, secret) => ({
		name: 'VoipNow account',
		type: 'voipNowOAuth2Api',
		data: { host: url, clientId: VOIPNOW_CLIENT_ID, clientSecret: secret, ignoreSSLIssues: false },
	}),
	conpeek: (url, secret) => ({
		name: 'Conpeek account',
		type: 'conpeekApi',
		data: { baseUrl: url, apiKey: secret },
	}),
} satisfies Partial<Record<CanaryName, (url: string, secret: string) => DemoCredential>>;

export type SignIn = keyof typeof signIns;

const twilio = (url: string, data: Record<string, unknown>): DemoCredential => ({
	name: 'Twilio Contact Center account',
	type: 'twilioContactCenterApi',
	data: { ...data, region: '', apiRootOverride: `${url}/{product}` },
});
