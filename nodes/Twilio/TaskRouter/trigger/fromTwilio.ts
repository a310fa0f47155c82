import type { IWebhookFunctions } from 'n8n-workflow';
import { isSigned } from '../../../shared/trigger/signature';
import type { Delivery } from '../../../shared/trigger/webhook';
import { canonicalText } from '../../../shared/values/canonicalJson';
import { textIn } from '../../twilio';
import { vendor } from '../vendor';

/** n8n makes a sandbox for expressions whenever a credential is read: as much work as an execution (decision 98). */
const TOKEN_MS = 60_000;

interface KnownToken {
	authToken: string;
	/** Milliseconds since the epoch. */
	readAt: number;
}

/** Auth Tokens that were read lately, by the address of the trigger and its credential. */
export type KnownTokens = Map<string, KnownToken>;

/**
 * Whether Twilio signed a delivery.
 *
 * @param addresses that Twilio may have called
 * @returns `unknown` where the credential cannot be read
 */
export async function isFromTwilio(
	context: IWebhookFunctions,
	tokens: KnownTokens,
	{ query, ...request }: Delivery,
	addresses: readonly string[],
): Promise<boolean | 'unknown'> {
	const isSignedWith = (authToken: string) =>
		addresses.some((url) => isSigned({ ...request, url: url + query }, authToken));
	const key = canonicalText([addresses[0], context.getNode().credentials?.[vendor.credential]]);
	const known = tokens.get(key);
	const isRecent = known !== undefined && Math.abs(Date.now() - known.readAt) < TOKEN_MS;
	if (isRecent && isSignedWith(known.authToken)) return true;
	try {
		const credential = await context.getCredentials(vendor.credential);
		const authToken = credential.authentication === 'authToken' ? textIn(credential.authToken) : '';
		tokens.set(key, { authToken, readAt: Date.now() });
		return isSignedWith(authToken);
	} catch {
		return 'unknown';
	}
}
