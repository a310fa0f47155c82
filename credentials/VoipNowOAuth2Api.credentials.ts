import type { ICredentialTestRequest, ICredentialType, Icon, INodeProperties } from 'n8n-workflow';
import { baseUrlExpression } from '../nodes/shared/http/baseUrl';

/** The code of the address at which tokens are fetched. */
const tokenUrl = `${baseUrlExpression('$self["host"]')} + "/oauth/token.php"`;

export class VoipNowOAuth2Api implements ICredentialType {
	name = 'voipNowOAuth2Api';

	extends = ['oAuth2Api'];

	displayName = 'VoipNow OAuth2 API';

	icon: Icon = { light: 'file:../icons/voipNow.svg', dark: 'file:../icons/voipNow.dark.svg' };

	documentationUrl = 'https://wiki.4psa.com/display/VNUAPI30/Authentication+and+Authorization';

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
			displayName: 'Grant Type',
			name: 'grantType',
			type: 'hidden',
			default: 'clientCredentials',
		},
		{
			displayName: 'Access Token URL',
			name: 'accessTokenUrl',
			type: 'hidden',
			default: `={{ ${tokenUrl} }}`,
		},
		{
			displayName: 'Scope',
			name: 'scope',
			type: 'hidden',
			default: '',
		},
		{
			displayName: 'Authentication',
			name: 'authentication',
			type: 'hidden',
			default: 'body',
		},
		{
			displayName: 'Send Additional Body Properties',
			name: 'sendAdditionalBodyProperties',
			type: 'hidden',
			default: true,
		},
		{
			// All of VoipNow's own samples send both.
			displayName: 'Additional Body Properties',
			name: 'additionalBodyProperties',
			type: 'hidden',
			default: `={{ JSON.stringify({ type: "unifiedapi", redirect_uri: ${tokenUrl} }) }}`,
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
			skipSslCertificateValidation: '={{ $credentials.ignoreSSLIssues }}',
		},
	};
}
