import * as seed from '../simulators/seed';
import type { Credential } from './n8nClient';
import type { Services } from './startSimulators';

/** What a user would type in, pointed at the simulators; the names are those n8n gives a first credential of its type. */
export function credentialsFor({ twilio, voipNow, conpeek }: Omit<Services, 'office'>): Credential[] {
	return [
		{
			name: 'Twilio Contact Center account',
			type: 'twilioContactCenterApi',
			data: {
				authentication: 'authToken',
				accountSid: seed.TWILIO_ACCOUNT_SID,
				authToken: seed.TWILIO_AUTH_TOKEN,
				region: '',
				apiRootOverride: `${twilio}/{product}`,
			},
		},
		{
			name: 'VoipNow account',
			type: 'voipNowOAuth2Api',
			data: {
				host: voipNow,
				clientId: seed.VOIPNOW_CLIENT_ID,
				clientSecret: seed.VOIPNOW_CLIENT_SECRET,
				ignoreSSLIssues: false,
			},
		},
		{ name: 'Conpeek account', type: 'conpeekApi', data: { baseUrl: conpeek, apiKey: seed.CONPEEK_API_KEY } },
	];
}
