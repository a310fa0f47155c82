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
import { checkAccess, checkAddress, keyIn } from '../nodes/shared/http/credentialFields';
import { testRules, type Keys } from '../nodes/shared/http/serviceText';

const keyAlone = (key: string) =>
	/^bearer\s/i.test(key) ? 'begins with the word Bearer: enter the key alone' : undefined;

const apiKeyNames: Keys = {
	service: 'Conpeek',
	names: 'API Key',
	advice: 'Copy it again, without the word Bearer, and check the address in the credential.',
};

/** Conpeek expects the key alone, without a scheme such as Bearer before it. */
const authorization = (credentials: ICredentialDataDecryptedObject) => ({
	Authorization: keyIn(credentials, 'apiKey', 'API Key', keyAlone),
});

export class ConpeekApi implements ICredentialType {
	name = 'conpeekApi';

	displayName = 'Conpeek API';

	icon: Icon = { light: 'file:../icons/conpeek.svg', dark: 'file:../icons/conpeek.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-agent-state/n8n-nodes-agent-state#conpeek-api';

	properties: INodeProperties[] = [
		{
			displayName: 'Address',
			name: 'baseUrl',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://api-example.cloud.conpeek.com',
			description: "The address of your Conpeek's API, which you got together with the key",
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description:
				'The key alone, without the word Bearer. Treat it like an administrator password. Conpeek documents no call that only checks a key, so the test reads one callback. A key without permission for callbacks fails the test and may still be able to set states.',
		},
		{
			// Stays empty: n8n calls `preAuthentication` for credentials with such a field alone.
			displayName: 'Session',
			name: 'session',
			type: 'hidden',
			typeOptions: { expirable: true },
			default: '',
		},
	];

	test: ICredentialTestRequest = {
		request: {
			baseURL: `={{ ${baseUrlExpression('$credentials.baseUrl')} }}`,
			url: '/callback',
			qs: { limit: 1 },
			// n8n would send the key on to wherever the service points.
			disableFollowRedirect: true,
		},
		rules: testRules(apiKeyNames, {
			403: 'The test reads one callback. A key without permission for callbacks may still be able to set states.',
			404: 'Check the address in the credential.',
		}),
	};

	/** Has nothing to fetch: before a test, it sees whether the service answers and accepts the key. */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		await checkAccess(this, credentials, apiKeyNames, {
			address: credentials.baseUrl as string,
			path: '/callback?limit=1',
			headers: authorization(credentials),
		});
		return {};
	}

	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		checkAddress(credentials.baseUrl, 'Address');
		return {
			...requestOptions,
			headers: { ...requestOptions.headers, ...authorization(credentials) },
		};
	}
}
