import type { INodeParameters } from 'n8n-workflow';
import { PEOPLE } from '../../../simulators';
import { useTwilio } from '../../support/pack/useTwilio';
import { byIdentity, bySid, twilioCredential } from '../../support/pack/vendors';

const { anna } = PEOPLE;
const stage = useTwilio();

async function did(operation: string, parameters: INodeParameters = {}) {
	const { out, error } = await stage.bench.run({
		node: 'twilioFrontline',
		parameters: { resource: 'user', operation, user: byIdentity(anna.identity), ...parameters },
		credentials: twilioCredential(stage.twilio.url),
	});
	if (error) throw error;
	return out.map(({ json }) => json);
}

const written = () => stage.twilio.seen.filter(({ method }) => method !== 'GET');
const stored = () => stage.twilio.state.frontlineUsers[anna.frontlineUser];

describe('a Frontline user', () => {
	it('is read, by identity and by SID', async () => {
		const byName = await did('get');

		expect(byName).toMatchObject([{ sid: anna.frontlineUser, identity: anna.identity }]);
		expect(await did('get', { user: bySid(anna.frontlineUser) })).toEqual(byName);
	});

	it('becomes available, and is not any more', async () => {
		expect(await did('setAvailability', { isAvailable: true })).toMatchObject([{ is_available: true }]);
		expect(stored()?.is_available).toBe(true);

		await did('setAvailability', { isAvailable: false });
		expect(stored()?.is_available).toBe(false);
	});

	it('changes in nothing but the availability', async () => {
		const before = structuredClone(stored());

		await did('setAvailability', { isAvailable: true });

		expect(stored()).toEqual({ ...before, is_available: true });
		expect(written().map(({ body }) => body)).toEqual(['IsAvailable=true']);
	});

	it.each([
		[true, true],
		[false, false],
	])('is written only when it differs: asked for %s, changed %s', async (isAvailable, changed) => {
		expect(await did('setAvailability', { isAvailable, onlyIfChanged: true })).toMatchObject([
			{ sid: anna.frontlineUser, is_available: isAvailable, changed },
		]);
		expect(written()).toHaveLength(changed ? 1 : 0);
	});

	it('gets only the fields that differ', async () => {
		const items = await did('update', {
			updateFields: { friendlyName: anna.name, state: 'deactivated', isAvailable: false },
			onlyIfChanged: true,
		});

		expect(items).toMatchObject([{ state: 'deactivated', changed: true }]);
		expect(written().map(({ body }) => body)).toEqual(['State=deactivated']);
	});

	it('is put out with the picture only if that was set', async () => {
		const avatar = 'https://example.com/anna.png';

		expect(await did('update', { updateFields: { avatar } })).toMatchObject([{ avatar }]);
		expect((await did('update', { updateFields: { isAvailable: true } }))[0]).not.toHaveProperty('avatar');
	});
});
