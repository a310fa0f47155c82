import type { INodeCredentialDescription } from 'n8n-workflow';
import type { Adapter } from '../shared/state/adapter';
import { commonName } from './titles';

/**
 * Each optional: whoever works with one service needs one credential. Where there is only one, it is required.
 *
 * Said by `hide`: the editor takes a field whose every value shows some credential for a choice of authentication, and
 * moves it out of the form into the credential's dialog.
 */
export function credentialsFor(adapters: readonly Adapter[]): INodeCredentialDescription[] {
	const names = [...new Set(adapters.map(({ vendor }) => vendor.credential))];
	if (names.length === 1) return names.map((name) => ({ name, required: true }));
	return names.map((name) => ({
		name,
		// Where each item names its service, the form has a credential of each.
		displayName: `${commonName(adapters.filter(({ vendor }) => vendor.credential === name))} Credential`,
		required: false,
		displayOptions: {
			hide: { vendor: adapters.filter(({ vendor }) => vendor.credential !== name).map(({ id }) => id) },
		},
	}));
}
