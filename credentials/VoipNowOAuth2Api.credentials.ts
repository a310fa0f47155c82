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
import { keyIn } from '../nodes/shared/http/credentialFields';
import { testRules } from '../nodes/shared/http/serviceText';

const keys = {
	service: 'VoipNow',
	names: 'App Key and App Secret',
	advice: 'Copy both again from the App in VoipNow, and see that the App is marked as trusted there.',
};

export class VoipNowOAuth2Api implements ICredentialType {
	name = 'voipNowOAuth2Api';

	displayName = 'VoipNow OAuth2 API';

	icon: Icon = { light: 'file:../icons/voipNow.svg', dark: 'file:../icons/voipNow.dark.svg' };

	documentationUrl = 'https://github.com/n8n-nodes-agent-state/n8n-nodes-agent-state#voipnow-oauth2-api';

	properties: INodeProperties[] = [
		{
			displayName: 'VoipNow Address',
			name: 'host',
			type: 'string',
			default: '',
			required: true,
			placeholder: 'e.g. https://voipnow.example.com',
			description: 'The address of your own VoipNow server',
		},
		{
			displayName: 'App Key',
			name: 'clientId',
			type: 'string',
			default: '',
			required: true,
			description:
				"In VoipNow under 'Unified Communications', 'Integrations', 'Apps'. The App must be marked as trusted.",
		},
		{
			displayName: 'App Secret',
			name: 'clientSecret',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			required: true,
			description: 'Shown next to the App Key. Creating a new one ends all tokens of the App.',
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
			displayName: 'Ignore SSL Issues (Insecure)',
			name: 'ignoreSSLIssues',
			type: 'boolean',
			default: false,
			description: 'Whether to connect even if SSL certificate validation is not possible',
		},
	];

	/** Reads the presence of one extension of the App's owner, a documented call that every App may make. */
	test: ICredentialTestRequest = {
		request: {
			baseURL: `={{ ${baseUrlExpression('$credentials.host')} }}`,
			url: '/uapi/extensions/@me/@self/presence/',
			qs: { count: 1 },
			// n8n would send the key on to wherever the service points.
			disableFollowRedirect: true,
			skipSslCertificateValidation: '={{ $credentials.ignoreSSLIssues }}',
		},
		rules: testRules(keys, { 404: 'Check the address in the credential.' }),
	};

	/**
	 * Fetches a token with the App's key and secret. n8n calls this when there is no token yet and after a 401, and keeps
	 * the result.
	 */
	async preAuthentication(
		this: IHttpRequestHelper,
		credentials: ICredentialDataDecryptedObject,
	): Promise<IDataObject> {
		return await fetchToken(this, credentials, {
			field: 'VoipNow Address',
			address: credentials.host as string,
			path: '/oauth/token.php',
			keys,
			// All of VoipNow's own samples send both.
			form: (url) => ({ type: 'unifiedapi', redirect_uri: url }),
			clientId: keyIn(credentials, 'clientId', 'App Key'),
			clientSecret: keyIn(credentials, 'clientSecret', 'App Secret'),
		});
	}

	/** A method, because n8n would evaluate the expressions of a generic object for every request. */
	async authenticate(
		credentials: ICredentialDataDecryptedObject,
		requestOptions: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		return withBearer(credentials, requestOptions);
	}
}
