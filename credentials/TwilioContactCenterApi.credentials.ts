import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	IDataObject,
	IHttpRequestHelper,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';
import { baseUrlExpression } from '../nodes/shared/http/baseUrl';
import { fetchToken, withBearer } from '../nodes/shared/http/clientCredentials';
import { checkAccess, checkAddress, keyIn } from '../nodes/shared/http/credentialFields';
import { testRules, type Keys } from '../nodes/shared/http/serviceText';

const copyFrom = (where: string) =>
	`Copy both again from ${where}, and check 'Region and Edge': each region has its own keys. For a subaccount use the subaccount's own keys.`;

/** An account and a key have the same form, and Twilio takes either with its own secret. */
const isSid = (key: string) =>
	/^(?:AC|SK)[0-9a-f]{32}$/i.test(key)
		? undefined
		: 'must be AC, or SK for an API key, followed by 32 digits and letters from a to f';

/** What the ways to sign in that need no token sign with, as the nodes' messages call it. */
const signInKeys = ({ authentication }: ICredentialDataDecryptedObject): Keys =>
	authentication === 'apiKey'
		? { service: 'Twilio', names: 'API Key SID and API Key Secret', advice: copyFrom('where you kept them') }
		: {
				service: 'Twilio',
				names: 'Account SID and Auth Token',
				advice: copyFrom('the first page of the Twilio Console'),
			};

/** User name and password of the ways to sign in that need no token. */
const basicAuth = (credentials: ICredentialDataDecryptedObject) => {
	const [username, password] =
		credentials.authentication === 'apiKey'
			? [
					keyIn(credentials, 'apiKeySid', 'API Key SID', isSid),
					keyIn(credentials, 'apiKeySecret', 'API Key Secret'),
				]
			: [keyIn(credentials, 'accountSid', 'Account SID', isSid), keyIn(credentials, 'authToken', 'Auth Token')];
	return { username, password };
};

export class TwilioContactCenterApi implements ICredentialType {
	name = 'twilioContactCenterApi';

	displayName = 'Twilio Contact Center API';

	icon: Icon = {
		light: 'file:../icons/twilioContactCenter.svg',
		dark: 'file:../icons/twilioContactCenter.dark.svg',
	};

	documentationUrl = 'https://github.com/n8n-nodes-agent-state/n8n-nodes-agent-state#twilio-contact-center-api';

	properties: INodeProperties[] = [
		{
			displayName: 'Sign In With',
			name: 'authentication',
			type: 'options',
			options: [
				{
					name: 'API Key',
					value: 'apiKey',
					description: 'A separate key that can be restricted and revoked at any time',
				},
				{
					name: 'Auth Token',
					value: 'authToken',
					description: 'The main key of the account, with access to everything',
				},
				{
					name: 'OAuth Client',
					value: 'oAuth2',
					description:
						'An OAuth app of the account. n8n fetches short-lived tokens from oauth.twilio.com by itself.',
				},
			],
			default: 'authToken',
		},
		{
			displayName: 'Account SID',
			name: 'accountSid',
			type: 'string',
			default: '',
			placeholder: 'e.g. AC0123456789abcdef0123456789abcdef',
			description: 'Shown on the first page of the Twilio Console',
			displayOptions: { show: { authentication: ['authToken'] } },
		},
		{
			displayName: 'Auth Token',
			name: 'authToken',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Shown next to the Account SID. Each region has its own.',
			displayOptions: { show: { authentication: ['authToken'] } },
		},
		{
			displayName: 'API Key SID',
			name: 'apiKeySid',
			type: 'string',
			default: '',
			placeholder: 'e.g. SK0123456789abcdef0123456789abcdef',
			description: "In the Twilio Console under 'Account', 'API keys and tokens'",
			displayOptions: { show: { authentication: ['apiKey'] } },
		},
		{
			displayName: 'API Key Secret',
			name: 'apiKeySecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Shown only once, when the key is created',
			displayOptions: { show: { authentication: ['apiKey'] } },
		},
		{
			displayName: 'Client ID',
			name: 'oAuthClientId',
			type: 'string',
			default: '',
			placeholder: 'e.g. OQ0123456789abcdef0123456789abcdef',
			description: "In the Twilio Console under 'Account', 'OAuth apps'",
			displayOptions: { show: { authentication: ['oAuth2'] } },
		},
		{
			displayName: 'Client Secret',
			name: 'oAuthClientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Shown only once, when the OAuth app is created',
			displayOptions: { show: { authentication: ['oAuth2'] } },
		},
		{
			displayName: 'Access Token',
			name: 'accessToken',
			type: 'hidden',
			typeOptions: { expirable: true, password: true },
			default: '',
		},
		{
			// Milliseconds since the epoch. n8n renews a token only after a refusal; the nodes do so shortly before it ends.
			displayName: 'Access Expires At',
			name: 'accessExpiresAt',
			type: 'hidden',
			default: '',
		},
		{
			displayName: 'Region and Edge',
			name: 'region',
			type: 'options',
			options: [
				{ name: 'Australia (Sydney)', value: 'sydney.au1' },
				{ name: 'Ireland (Dublin)', value: 'dublin.ie1' },
				{ name: 'Japan (Tokyo)', value: 'tokyo.jp1' },
				{ name: 'United States', value: '' },
				{ name: 'United States (Ashburn)', value: 'ashburn.us1' },
			],
			default: '',
			description: 'The region of your Twilio workspaces. Each region has its own keys.',
		},
		{
			displayName: 'API Root Override',
			name: 'apiRootOverride',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://proxy.example.com/{product}',
			description:
				'Leave empty unless you use a proxy or a test system. Then enter its address, with {product} in place of taskrouter, frontline-api, conversations or events.',
		},
	];

	/** Reads one workspace. A restricted key without permission to list workspaces fails here and may work in the nodes. */
	test: ICredentialTestRequest = {
		request: {
			baseURL: `={{ (${baseUrlExpression('$credentials.apiRootOverride')} || ("https://{product}." + ($credentials.region ? $credentials.region + "." : "") + "twilio.com")).replaceAll("{product}", "taskrouter") }}`,
			url: '/v1/Workspaces',
			qs: { PageSize: 1 },
			// n8n would send the key on to wherever the service points.
			disableFollowRedirect: true,
		},
		// The rules are the same for all ways to sign in; `preAuthentication` tells which keys were refused.
		rules: testRules(
			{
				service: 'Twilio',
				names: 'SID and the token or secret that belongs to it',
				advice: copyFrom('the Twilio Console'),
			},
			{
				403: 'The test reads one workspace. A restricted key without the right to do so may still work in the nodes.',
				404: "Check 'Region and Edge', and the address under 'API Root Override'.",
			},
		),
	};

	/**
	 * Fetches a token with the client's credentials (twilio.com/docs/iam/oauth-apps). n8n calls this when there is no
	 * token yet, after a 401 and before a test, and keeps the result. Keys need none: of them only a test needs something.
	 */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		const override = ((credentials.apiRootOverride ?? '') as string).trim();
		if (credentials.authentication !== 'oAuth2') {
			const place = credentials.region ? `${credentials.region as string}.` : '';
			const root = override || `https://{product}.${place}twilio.com`;
			await checkAccess(this, credentials, signInKeys(credentials), {
				address: root.replaceAll('{product}', 'taskrouter'),
				path: '/v1/Workspaces?PageSize=1',
				auth: basicAuth(credentials),
			});
			return {};
		}
		const root = override || 'https://{product}.twilio.com';
		return await fetchToken(this, credentials, {
			field: 'API Root Override',
			address: root.replaceAll('{product}', 'oauth'),
			path: '/v2/token',
			keys: {
				service: 'Twilio',
				names: 'Client ID and Client Secret',
				advice: copyFrom('the OAuth app in the Twilio Console'),
			},
			clientId: keyIn(credentials, 'oAuthClientId', 'Client ID'),
			clientSecret: keyIn(credentials, 'oAuthClientSecret', 'Client Secret'),
		});
	}

	/** A method, because n8n would evaluate the expressions of a generic object for every request. */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const root = credentials.apiRootOverride;
		if (typeof root === 'string' && root.trim() !== '') {
			checkAddress(root.replaceAll('{product}', 'taskrouter'), 'API Root Override');
		}
		if (credentials.authentication === 'oAuth2') return withBearer(credentials, requestOptions);
		return { ...requestOptions, auth: basicAuth(credentials) };
	}
}
