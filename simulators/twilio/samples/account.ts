import type { Credentials } from '../../samples';
import { TWILIO_ACCOUNT_SID, TWILIO_API_KEY_SECRET, TWILIO_API_KEY_SID, TWILIO_AUTH_TOKEN } from '../cast';

export const byToken = {
	authentication: 'authToken',
	accountSid: TWILIO_ACCOUNT_SID,
	authToken: TWILIO_AUTH_TOKEN,
	region: '',
};

/** A key beside a token that was typed in before: the choice decides. */
export const byKey = {
	...byToken,
	authentication: 'apiKey',
	apiKeySid: TWILIO_API_KEY_SID,
	apiKeySecret: TWILIO_API_KEY_SECRET,
};

export const twilioCredential = (url: string, authToken = TWILIO_AUTH_TOKEN): Credentials => ({
	twilioContactCenterApi: { ...byToken, authToken, apiRootOverride: `${url}/{product}` },
});

export const twilioKeyCredential = (url: string, apiKeySecret = TWILIO_API_KEY_SECRET): Credentials => ({
	twilioContactCenterApi: { ...byKey, apiKeySecret, apiRootOverride: `${url}/{product}` },
});
