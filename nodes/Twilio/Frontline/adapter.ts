import { isRecord } from '../../shared/values/record';
import type { Adapter, Observed, StateOption } from '../../shared/state/adapter';
import { textIn } from '../twilio';
import { userLocator } from './resources/locators';
import { vendor } from './vendor';

const agentPath = '/v1/Users/{agent}';

const states: StateOption[] = [
	{ key: 'true', label: 'Available', fields: { IsAvailable: true }, takesWork: true },
	{ key: 'false', label: 'Not Available', fields: { IsAvailable: false }, takesWork: false },
];

/** Frontline has only available and not available: busy, break and offline are the same there. It lists no users. */
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
			{
				name: 'Not Available',
				value: 'false',
				description: 'Where Pool Routing is used, the user gets no new conversations',
			},
		],
		default: 'false',
		description: 'The availability that stands for this state',
	},
	stateOptions: () => ({
		kind: 'fixed',
		options: states,
		usual: { available: 'true', busy: 'false', break: 'false', offline: 'false' },
	}),
	notice: 'Only for accounts that already have Frontline. It has two states, available and not available: Busy, Break and Offline are the same there.',
	reading: { one: agentPath, isId: () => true, observe, tellsSince: false },
	writing: {
		request: { method: 'POST', path: agentPath, idempotent: true },
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
