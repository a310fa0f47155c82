import { TWILIO_ACCOUNT_SID, TWILIO_AUTH_TOKEN } from '../../../simulators';
import { useAttributes } from '../../support/pack/useAttributes';

const { give, run, attributes, writes } = useAttributes();
const SENT = Buffer.from(`${TWILIO_ACCOUNT_SID}:${TWILIO_AUTH_TOKEN}`).toString('base64');

describe('a record that holds the key', () => {
	beforeEach(() =>
		give({ note: `key ${TWILIO_AUTH_TOKEN}`, header: Buffer.from(`Basic ${SENT}`).toString('base64') }),
	);

	it('is put out without it', async () => {
		const { out } = await run('get', { simplify: false });
		expect(out).toHaveLength(1);
		const { note, header } = JSON.parse(out[0]?.json.attributes as string) as Record<string, string>;
		expect(note).toBe('key ***');
		expect(header).toMatch(/^QmFza.{0,6}\*\*\*.{0,4}$/);
	});

	it('is not merged: what was taken out would be lost', async () => {
		const before = attributes();
		const { out } = await run(
			'mergeAttributes',
			{ attributes: '{"team":"a"}' },
			{ onError: 'continueRegularOutput' },
		);
		expect(out[0]?.json.error).toContain('the record holds a key of the credential');
		expect(writes()).toEqual([]);
		expect(attributes()).toEqual(before);
	});

	it('is written where the whole of it is given', async () => {
		await run('update', { updateFields: { attributes: '{"team":"a"}' }, onlyIfChanged: true });
		expect(attributes()).toEqual({ team: 'a' });
	});
});
