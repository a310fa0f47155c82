/**
 * The environment variables of an n8n with its own folder and ports, which sends nothing to other machines.
 *
 * @param home n8n's user folder
 * @param editor the port of its editor
 * @param broker the port of its task broker
 * @param url of the editor
 */
export function environment({
	home,
	editor,
	broker,
	url,
}: {
	home: string;
	editor: number;
	broker: number;
	url: string;
}): NodeJS.ProcessEnv {
	// Settings of another n8n on this machine must not apply to this one.
	const inherited = Object.entries(process.env).filter(
		([name]) => !/^(N8N_|DB_|EXECUTIONS_|QUEUE_|npm_|NODE_OPTIONS$)/.test(name),
	);
	return {
		...Object.fromEntries(inherited),
		NO_PROXY: ['127.0.0.1', 'localhost', process.env.NO_PROXY ?? process.env.no_proxy].filter(Boolean).join(','),
		N8N_USER_FOLDER: home,
		N8N_LISTEN_ADDRESS: '127.0.0.1',
		N8N_HOST: '127.0.0.1',
		N8N_PORT: String(editor),
		N8N_EDITOR_BASE_URL: url,
		N8N_RUNNERS_BROKER_PORT: String(broker),
		// Without https, browsers would not store n8n's login cookie.
		N8N_SECURE_COOKIE: 'false',
		N8N_LOG_FORMAT: 'text',
		N8N_GRACEFUL_SHUTDOWN_TIMEOUT: '5',
		N8N_UNVERIFIED_PACKAGES_ENABLED: 'true',
		// No requests to other machines, and no dialogs or banners before the canvas.
		N8N_VERIFIED_PACKAGES_ENABLED: 'false',
		N8N_DIAGNOSTICS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_ENABLED: 'false',
		N8N_VERSION_NOTIFICATIONS_WHATS_NEW_ENABLED: 'false',
		N8N_DYNAMIC_BANNERS_ENABLED: 'false',
		N8N_HIRING_BANNER_ENABLED: 'false',
		N8N_PERSONALIZATION_ENABLED: 'false',
		N8N_TEMPLATES_ENABLED: 'false',
		N8N_LICENSE_AUTO_RENEW_ENABLED: 'false',
		EXTERNAL_FRONTEND_HOOKS_URLS: '',
		// Modules that call n8n's servers at start, or add screens that the demo does not need.
		N8N_DISABLED_MODULES:
			'mcp-registry,mcp,instance-ai,chat-hub,agents,agent-evals,quick-connect,instance-reporting',
	};
}
