import { isRecord } from '../../shared/values/record';
import type { Adapter, Observed, StateOption } from '../../shared/state/adapter';
import { textIn } from '../twilio';
import { userLocator } from './resources/userLocator';
import { vendor } from './vendor';

const userPath = '/v1/Users/{agent}';

const states: StateOption[] = [
	{ key: 'true', label: 'Available', fields: { IsAvailable: true }, takesWork: true },
	{ key: 'false', label: 'Not Available', fields: { IsAvailable: false }, takesWork: false },
];

/** Frontline knows available or not, and nothing else: busy, break and offline are one state there. It has no list. */
export const adapter: Adapter = {
	id: 'twilioFrontline',
	vendor,
	noun: 'Availability',
	scopeFields: [],
	agent: userLocator,
	nativeFields: () => ['IsAvailable'],
	native: {
		displayName: 'Availability',
		name: 'native',
		type: 'options',
		options: [
			{ name: 'Available', value: 'true', description: 'The user gets new conversations' },
			{ name: 'Not Available', value: 'false', description: 'The user gets none where Pool Routing is used' },
		],
		default: 'false',
		description: 'The availability that this state is',
	},
	stateOptions: () => ({
		kind: 'fixed',
		options: states,
		usual: { available: 'true', busy: 'false', break: 'false', offline: 'false' },
	}),
	notice: 'Frontline is for accounts that have it already. It knows only available or not: Busy, Break and Offline are one there.',
	reading: { one: userPath, isId: () => true, observe, tellsSince: false },
	writing: {
		request: { method: 'POST', path: userPath, idempotent: true },
		body: ({ fields }) => ({ ...fields }),
		observe: ({ body }) => (isRecord(body) ? observe(body) : undefined),
	},
};

function observe({
	sid,
	identity,
	friendly_name: name,
	is_available: available,
}: Record<string, unknown>): Observed | undefined {
	if (typeof sid !== 'string') return undefined;
	return {
		id: sid,
		name: textIn(name) || textIn(identity) || sid,
		aliases: [textIn(identity)],
		native: typeof available === 'boolean' ? nativeOf(available) : null,
		since: null,
	};
}

const nativeOf = (available: boolean) => states.find(({ key }) => key === `${available}`) ?? null;
