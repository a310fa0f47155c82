import { n8nCommunityNodesPlugin } from '@n8n/eslint-plugin-community-nodes';
import n8nNodesPlugin from 'eslint-plugin-n8n-nodes-base';
import { defineConfig, globalIgnores } from 'eslint/config';
import tseslint from 'typescript-eslint';

// The rule sets n8n's verification applies (@n8n/scan-community-package), on exactly the files it applies them to.
// test/verification/scan.mjs runs the scan itself; these make the same findings visible in an editor.
const shipped = ['nodes/**/*.ts', 'credentials/**/*.ts', 'package.json'];
const tools = ['test/**/*.{ts,mts}', 'simulators/**/*.ts', 'demo/**/*.{ts,mts}', 'release/**/*.ts'];
const scripts = ['*.{js,mjs}', 'test/**/*.{js,mjs}', 'demo/**/*.{js,mjs}'];

export default defineConfig(
	globalIgnores([
		'**/node_modules/',
		'**/dist/',
		'**/coverage/',
		'demo/.n8n-home/',
		'demo/.packed/',
		'packages/',
		'test/compat/.n8n/',
	]),

	{ files: shipped, extends: [n8nCommunityNodesPlugin.configs.recommended], rules: { 'no-console': 'error' } },
	{ files: shipped, plugins: { 'n8n-nodes-base': n8nNodesPlugin }, languageOptions: { parser: tseslint.parser } },
	{ files: ['package.json'], rules: n8nNodesPlugin.configs.community.rules },
	{
		files: ['credentials/**/*.ts'],
		rules: {
			...n8nNodesPlugin.configs.credentials.rules,
			// The two the scan itself switches off: the first is for n8n's own repository, the second has a better successor.
			'n8n-nodes-base/cred-class-field-documentation-url-miscased': 'off',
			'n8n-nodes-base/cred-class-field-type-options-password-missing': 'off',
		},
	},
	{
		files: ['nodes/**/*.ts'],
		rules: {
			...n8nNodesPlugin.configs.nodes.rules,
			// The three the scan itself switches off: they predate connection-type enums and real API maxima.
			'n8n-nodes-base/node-class-description-inputs-wrong-regular-node': 'off',
			'n8n-nodes-base/node-class-description-outputs-wrong': 'off',
			'n8n-nodes-base/node-param-type-options-max-value-present': 'off',
		},
	},
	{
		// The scan ignores inline disables, so here they would only hide what it finds.
		files: ['nodes/**/*.ts', 'credentials/**/*.ts'],
		extends: [tseslint.configs.recommendedTypeChecked],
		languageOptions: { parserOptions: { project: 'test/tsconfig.json', tsconfigRootDir: import.meta.dirname } },
		linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: true },
		rules: {
			'@typescript-eslint/no-non-null-assertion': 'error',
			'@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
			// An interface asks for a promise; not every implementation has to wait.
			'@typescript-eslint/require-await': 'off',
		},
	},

	{
		files: tools,
		extends: [tseslint.configs.strictTypeChecked],
		languageOptions: { parserOptions: { project: 'test/tsconfig.json', tsconfigRootDir: import.meta.dirname } },
		linterOptions: { reportUnusedDisableDirectives: true },
		rules: {
			'@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
			'@typescript-eslint/no-confusing-void-expression': [
				'error',
				{ ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
			],
			'@typescript-eslint/no-unused-vars': ['error', { ignoreRestSiblings: true, argsIgnorePattern: '^_' }],
			// Ids and digests are ASCII.
			'@typescript-eslint/no-misused-spread': ['error', { allow: ['string'] }],
			// A stand-in for something asynchronous is often done at once.
			'@typescript-eslint/require-await': 'off',
			// Handlers and fakes are objects of functions that never use `this`.
			'@typescript-eslint/unbound-method': 'off',
			// Tests hardly assign classes and enums, and these two would take a fifth of the time of all rules.
			'@typescript-eslint/no-unsafe-class-instance-assignment': 'off',
			'@typescript-eslint/no-unsafe-enum-assignment': 'off',
			// A simulated vendor's records are dictionaries by the vendor's own definition.
			'@typescript-eslint/no-dynamic-delete': 'off',
		},
	},
	{
		files: scripts,
		extends: [tseslint.configs.strict],
		linterOptions: { reportUnusedDisableDirectives: true },
		rules: { '@typescript-eslint/no-require-imports': 'off' },
	},
);
