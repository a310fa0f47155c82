import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

export class TwilioContactCenterApi implements ICredentialType {
	name = 'twilioContactCenterApi';

	displayName = 'Twilio Contact Center API';

	icon: Icon = {
		light: 'file:../icons/twilioContactCenter.svg',
		dark: 'file:../icons/twilioContactCenter.dark.svg',
	};

	documentationUrl = 'https://www.twilio.com/docs/iam/api-keys';

	properties: INodeProperties[] = [
		{
			displayName: 'Sign In With',
			name: 'authentication',
			type: 'options',
			options: [
				{
					name: 'API Key',
					value: 'apiKey',
					description: 'A key that can be limited and withdrawn without touching anything else',
				},
				{
					name: 'Auth Token',
					value: 'authToken',
					description: 'The main key of the account: it opens everything',
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
			description: 'Shown beside the Account SID. Each region has its own.',
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
			description: 'Shown once, when the key is made',
			displayOptions: { show: { authentication: ['apiKey'] } },
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
			description: 'Where your Twilio account keeps its workspaces. A region has keys of its own.',
		},
		{
			displayName: 'API Root Override',
			name: 'apiRootOverride',
			type: 'string',
			default: '',
			placeholder: 'e.g. https://proxy.example.com/{product}',
			description:
				'Leave empty. Only for a proxy or a test system: its address, in which {product} stands for taskrouter, frontline-api or conversations.',
		},
	];

	/** Asks for a single workspace. A restricted key without the right to list workspaces fails here though it may work. */
	test: ICredentialTestRequest = {
		request: {
			baseURL:
				'={{ ($credentials.apiRootOverride.trim().replace(/\\/+$/, "") || ("https://{product}." + ($credentials.region ? $credentials.region + "." : "") + "twilio.com")).replaceAll("{product}", "taskrouter") }}',
			url: '/v1/Workspaces',
			qs: { PageSize: 1 },
		},
	};

	/** A method, not a generic object: its expressions would be worked out anew for every request. */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		const byKey = credentials.authentication === 'apiKey';
		const [username, password] = byKey
			? [credentials.apiKeySid, credentials.apiKeySecret]
			: [credentials.accountSid, credentials.authToken];
		return { ...requestOptions, auth: { username: username as string, password: password as string } };
	}
}
