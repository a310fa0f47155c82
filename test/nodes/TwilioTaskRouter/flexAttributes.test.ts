import type { INodeParameters } from 'n8n-workflow';
import { contactUri, PEOPLE, WORKSPACE_SID } from '../../../simulators';
import { useTwilio } from '../../support/pack/useTwilio';
import { bySid, twilioCredential } from '../../support/pack/vendors';

const { anna } = PEOPLE;
const stage = useTwilio();
const uri = contactUri(anna.identity);

const update = async (updateFields: INodeParameters) =>
	await stage.bench.run({
		node: 'twilioTaskRouter',
		parameters: {
			resource: 'worker',
			operation: 'update',
			workspace: bySid(WORKSPACE_SID),
			worker: bySid(anna.worker),
			updateFields,
		},
		credentials: twilioCredential(stage.twilio.url),
	});
const warningsAfter = async (attributes: object) => {
	const { error, hints } = await update({ attributes: JSON.stringify(attributes) });
	expect(error).toBeUndefined();
	return hints.map(({ message }) => message).join(' ');
};

describe('an update of attributes that Flex relies on', () => {
	it('warns that contact_uri is left out, and says what it was', async () => {
		const told = await warningsAfter({ skills: [] });

		expect(told).toContain(`The new attributes of ${anna.name} leave out 'contact_uri' (now "${uri}")`);
		expect(told).toContain('Merge Attributes');
	});

	it('warns that contact_uri is changed', async () => {
		expect(await warningsAfter({ contact_uri: 'client:anna' })).toContain(
			`change 'contact_uri' from "${uri}" to "client:anna"`,
		);
	});

	it("names team_sid as Flex's", async () => {
		Object.assign(stage.twilio.state.workers[anna.worker] ?? {}, {
			attributes: JSON.stringify({ contact_uri: uri, team_sid: 'QO1' }),
		});

		expect(await warningsAfter({ contact_uri: uri, team_sid: 'QO2' })).toMatch(/'team_sid'.*reserved for Flex/);
	});

	it('does not warn where both stay as they are, or where there were none', async () => {
		expect(await warningsAfter({ contact_uri: uri, skills: ['a'] })).toBe('');
		Object.assign(stage.twilio.state.workers[anna.worker] ?? {}, { attributes: '{}' });
		expect(await warningsAfter({ skills: [] })).toBe('');
	});

	it('reads the worker only where attributes are sent', async () => {
		await update({ friendlyName: 'Anna' });

		expect(stage.twilio.seen.map(({ method }) => method)).toEqual(['POST']);
	});
});
