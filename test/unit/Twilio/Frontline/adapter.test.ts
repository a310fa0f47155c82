import { adapter } from '../../../../nodes/Twilio/Frontline/adapter';
import { formText } from '../../../support/formText';

const { reading, writing } = adapter;
const available = { key: 'true', label: 'Available', fields: { IsAvailable: true }, takesWork: true };
const notAvailable = { key: 'false', label: 'Not Available', fields: { IsAvailable: false }, takesWork: false };

it('the form says what Frontline has', () => {
	expect(adapter).toMatchObject({
		id: 'twilioFrontline',
		noun: 'Availability',
		scopeFields: [],
		notice: 'Only for accounts that already have Frontline. It has two states, available and not available: Busy, Break and Offline are the same there.',
	});
	expect(formText([adapter.native])).toEqual([
		'Availability (native, options) = "false": The availability that stands for this state',
		'  Available = "true": The user gets new conversations',
		'  Not Available = "false": Where Pool Routing is used, the user gets no new conversations',
	]);
	expect(adapter.nativeFields({})).toEqual(['IsAvailable']);
});

it('is read and written at the address of the user, by SID or identity', () => {
	expect(reading).toMatchObject({ one: '/v1/Users/{agent}', tellsSince: false });
	expect(reading?.list).toBeUndefined();
	expect(reading?.isId('anna@example.com')).toBe(true);
	expect(writing.request).toEqual({ method: 'POST', path: '/v1/Users/{agent}', idempotent: true });
	expect(writing.body(available, { cause: 'Lunch', note: '' })).toEqual({ IsAvailable: true });
});

it.each<[string, Record<string, unknown>, unknown]>([
	[
		'a user',
		{ sid: 'US1', identity: 'anna', friendly_name: 'Anna K', is_available: true },
		{ id: 'US1', name: 'Anna K', aliases: ['anna'], native: available, since: null },
	],
	[
		'a user without a name',
		{ sid: 'US1', identity: 'anna', is_available: false },
		{ id: 'US1', name: 'anna', aliases: ['anna'], native: notAvailable, since: null },
	],
	[
		'a user of whom only the SID is told',
		{ sid: 'US1', identity: 5, is_available: 'true' },
		{ id: 'US1', name: 'US1', aliases: [''], native: null, since: null },
	],
	['nobody', { identity: 'anna', is_available: true }, undefined],
])('%s', (_who, user, observed) => {
	expect(reading?.observe(user, {})).toEqual(observed);
	expect(writing.observe({ status: 200, headers: {}, body: user }, available, {})).toEqual(observed);
});

it('an answer that is no record tells nothing', () => {
	expect(writing.observe({ status: 200, headers: {}, body: 'text' }, available, {})).toBeUndefined();
});
