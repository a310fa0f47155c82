import type {
	ICredentialDataDecryptedObject,
	ICredentialTestRequest,
	ICredentialType,
	Icon,
	IHttpRequestOptions,
	INodeProperties,
} from 'n8n-workflow';

export class ConpeekApi implements ICredentialType {
	name = 'conpeekApi';

	displayName = 'Conpeek API';

	icon: Icon = { light: 'file:../icons/conpeek.svg', dark: 'file:../icons/conpeek.dark.svg' };

	documentationUrl = 'https://docs.cloud.conpeek.com/';

	properties: INodeProperties[] = [
		{
			displayName: 'Address',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://api-example.cloud.conpeek.com',
			description: 'The address of the API of your Conpeek, as you got it with the key',
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'The key as it is, without the word Bearer before it. Treat it like an administrator password. Conpeek documents no call that only proves a key: the test reads one callback, so a key without the right to callbacks fails the test and may still set states.',
		},
	];

	test: ICredentialTestRequest = {
		request: {
			baseURL:
				'={{ $credentials.baseUrl.trim().replace(/\\/+$/, "").replace(/^http:\\/\\/(?!(localhost|127(\\.\\d{1,3}){3}|\\[::1\\])(:|\\/|$))/i, "https://") }}',
			url: '/callback',
			qs: { limit: 1 },
		},
	};

	/** Conpeek wants the bare key, with no scheme word before it. */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return {
			...requestOptions,
			headers: { ...requestOptions.headers, Authorization: credentials.apiKey },
		};
	}
}
