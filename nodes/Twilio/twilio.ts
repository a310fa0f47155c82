import type { ICredentialDataDecryptedObject } from 'n8n-workflow';
import { withFreshToken } from '../shared/http/clientCredentials';
import type { VendorResponse } from '../shared/http/response';
import type { Keys } from '../shared/http/serviceText';
import { isRecord } from '../shared/values/record';
import type { Refusal, Vendor } from '../shared/http/vendor';
import type { Lookup } from '../shared/operation/lookup';
import type { LocatorMode, ReadResponse } from '../shared/operation/operation';
import { value } from '../shared/values/result';
import { matches } from '../shared/operation/rule';
import { otherRecordIn, versionOf } from './records';

/** The products' names in host names. */
type Product = 'taskrouter' | 'frontline-api' | 'conversations' | 'events';

/**
 * What Twilio's products have in common; each differs in its name, its host and the codes of its own.
 *
 * @param adviceByCode what to do about those
 */
export function twilioVendor(name: string, product: Product, adviceByCode: AdviceByCode = {}): Vendor {
	return {
		name,
		credential: 'twilioContactCenterApi',
		keys: twilioKeys,
		secrets: ['authToken', 'apiKeySecret', 'oAuthClientSecret', 'accessToken'],
		sentSecrets: basicWords,
		encoding: 'form',
		// Twilio's limits differ from account to account and are undocumented: the limiter finds them. This cap only
		// limits how much one run takes of this machine.
		parallelLimit: 200,
		// Only TaskRouter sends this header, and its exact meaning is undocumented: it slows growth and nothing else.
		isFull: (headers) => headers['x-rate-limit-remaining'] === '0',
		baseUrl: (credential) => twilioRoot(credential, product),
		otherAddresses: twilioAddresses,
		current: (credential, now) =>
			credential.authentication === 'oAuth2' ? withFreshToken(credential, now) : credential,
		requestIdHeader: 'twilio-request-id',
		versionOf,
		strangerIn: otherRecordIn,
		refusal: (response) => twilioRefusal(response, { ...adviceByErrorCode, ...adviceByCode }),
	};
}

/** Only those of the way to sign in that the credential chose; `credentials/` says the same in its test. */
function twilioKeys({ authentication }: ICredentialDataDecryptedObject): Keys {
	const service = 'Twilio';
	const advice = (where: string) =>
		`Copy both again from ${where}, and check 'Region and Edge': each region has its own keys. For a subaccount use the subaccount's own keys.`;
	if (authentication === 'oAuth2') {
		return { service, names: 'Client ID and Client Secret', advice: advice('the OAuth app in the Twilio Console') };
	}
	return authentication === 'apiKey'
		? { service, names: 'API Key SID and API Key Secret', advice: advice('where you kept them') }
		: { service, names: 'Account SID and Auth Token', advice: advice('the first page of the Twilio Console') };
}

/** What `authenticate` of the credential has n8n send. */
function basicWords(credential: ICredentialDataDecryptedObject): string[] {
	const { authentication, apiKeySid, apiKeySecret, accountSid, authToken } = credential;
	if (authentication === 'oAuth2') return [];
	const pair = authentication === 'apiKey' ? [apiKeySid, apiKeySecret] : [accountSid, authToken];
	return [Buffer.from(pair.map(textIn).join(':')).toString('base64')];
}

/**
 * `{product}.{edge}.{region}.twilio.com`; without a region the United States (docs: using the Twilio REST API in a
 * non-US region). Edge and region are one choice: Twilio ended addresses with a region alone on 2026-04-28.
 */
function twilioRoot({ apiRootOverride, region }: ICredentialDataDecryptedObject, product: Product): string {
	if (typeof apiRootOverride === 'string' && apiRootOverride.trim() !== '') {
		return apiRootOverride.replaceAll('{product}', product);
	}
	const place = typeof region === 'string' && region !== '' ? `${region}.` : '';
	return `https://${product}.${place}twilio.com`;
}

/**
 * All addresses of the same product, region and edge; of an address that is not Twilio's own, no other. The edge of each
 * region is the one that Twilio pairs with it.
 */
function twilioAddresses(baseUrl: string): string[] {
	const [, product = '', place = ''] = /^https:\/\/([a-z-]+)((?:\.[a-z0-9]+){0,2})\.twilio\.com$/.exec(baseUrl) ?? [];
	const edge = place === '' ? edges.find(([, region]) => region === 'us1') : edges.find((pair) => isAt(pair, place));
	if (product === '' || !edge) return [];
	const places = placesOf(edge);
	return places.map((one) => `https://${product}${one}.twilio.com`).filter((address) => address !== baseUrl);
}

const edges: ReadonlyArray<readonly [edge: string, region: string]> = [
	['ashburn', 'us1'],
	['dublin', 'ie1'],
	['sydney', 'au1'],
	['tokyo', 'jp1'],
];

/** How a host name tells a region and its edge; without either it is the United States. */
const placesOf = ([edge, region]: (typeof edges)[number]): string[] => [
	`.${edge}.${region}`,
	`.${region}`,
	...(region === 'us1' ? ['', `.${edge}`] : []),
];

const isAt = (pair: (typeof edges)[number], place: string): boolean => placesOf(pair).includes(place);

/** What to do about Twilio's own codes (twilio.com/docs/api/errors). */
type AdviceByCode = Readonly<Record<string, string>>;

/** Codes of all products. 20001 says too little for an advice of its own. */
const adviceByErrorCode: AdviceByCode = {
	'14231':
		"Twilio could not read the attributes. Enter a JSON object under 'Attributes (JSON)', and make it shorter if it is long.",
	'14240':
		'Too many workers are in an available activity for this account. Move some to an activity that is not available.',
	'20403':
		'The account is suspended or closed, or the credential may not do this. Look at the state of the account in the Twilio Console, and at the permissions of the key.',
	'20404':
		"Nothing with this SID or identity exists in the account of the credential. Check it, and check the region in the credential. The main account's keys do not reach a subaccount: use the subaccount's own.",
	'20409':
		'The record is in a state that does not allow this change, or something else is changing it. Read it again, then repeat the change.',
	'20412':
		"Someone changed the record after its version was read. Read it again and use the new 'etag', or remove 'If-Match (Version)'.",
	'20429': "Still too many requests after all retries. Lower 'Parallel Limit' under 'Options'.",
	'70051':
		'The API key or the OAuth app lacks the permission for this request. Add the permission to the restricted key, or the scope to the app, in the Twilio Console, or use a standard API key.',
};

/** Twilio's older products answer `{code, message}`, newer ones RFC 9457 `{code, title, detail}`. */
function twilioRefusal({ body, headers }: VendorResponse, adviceByCode: AdviceByCode): Refusal {
	const requestId = headers['twilio-request-id'];
	if (!isRecord(body)) return { requestId };
	const words = [body.message, body.detail, body.title].find((text) => typeof text === 'string');
	const code = typeof body.code === 'number' || typeof body.code === 'string' ? `${body.code}` : undefined;
	return { words, code, advice: code === undefined ? undefined : adviceByCode[code], requestId };
}

/** Kept apart, because n8n's lint takes a mode outside `modes` for a property without a default. */
const typed = { type: 'string' } as const;
const listed = { type: 'list' } as const;

/**
 * The mode of a resource locator for a SID, which is checked before anything is sent.
 *
 * @param prefix two letters, such as WK
 * @param noun with its article, such as "a worker SID"
 */
export function bySid(prefix: string, noun: string): LocatorMode {
	return {
		displayName: 'By SID',
		name: 'id',
		...typed,
		placeholder: `e.g. ${prefix}0123456789abcdef0123456789abcdef`,
		rule: sid(prefix, noun),
	};
}

/** The mode of a locator with a searchable list. */
export const fromList = (lookup: Lookup): LocatorMode => ({
	displayName: 'From List',
	name: 'list',
	...listed,
	typeOptions: { searchListMethod: lookup.method, searchable: true },
});

/** The mode of a locator for a name. It must match as a whole; case and accents that are left out make no difference. */
export const byName = (example: string): LocatorMode => ({
	displayName: 'By Name',
	name: 'name',
	...typed,
	placeholder: `e.g. ${example}`,
	hint: 'Enter the full name. It is not case-sensitive, and accents may be left out.',
});

/** The mode of a locator for an identity, which is how Frontline and Conversations know a user. */
export const byIdentity: LocatorMode = {
	displayName: 'Identity',
	name: 'identity',
	...typed,
	placeholder: 'e.g. anna_kowalska',
	hint: 'Case-sensitive',
};

/** The value of a locator for a text: a SID if it looks like one, otherwise a name. */
export const located = (prefix: string, text: string | null) => ({
	__rl: true,
	mode: new RegExp(`^${prefix}[0-9a-fA-F]{32}$`).test(text ?? '') ? 'id' : 'name',
	value: text ?? '',
});

/** The value if it is text, otherwise an empty text. */
export const textIn = (value: unknown): string => (typeof value === 'string' ? value : '');

/** The rule for a SID. */
export const sid = (prefix: string, noun: string) =>
	matches(
		new RegExp(`^${prefix}[0-9a-fA-F]{32}$`),
		`${noun}: ${prefix} followed by 32 digits and letters from a to f`,
	);

/** Twilio answers a deletion with 204 and no body. */
export const deleted: ReadResponse = () => value([{ deleted: true }]);
