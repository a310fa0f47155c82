import type { INodeParameters } from 'n8n-workflow';
import { PEOPLE, WORKSPACE_SID } from '../../../simulators';
import { useTwilio } from '../../support/pack/useTwilio';
import { bySid, twilioCredential } from '../../support/pack/vendors';

const { anna } = PEOPLE;
const stage = useTwilio();

const read = async (parameters: INodeParameters) => {
	const { out, error } = await stage.bench.run({
		node: 'twilioTaskRouter',
		parameters: {
			resource: 'worker',
			operation: 'get',
			workspace: bySid(WORKSPACE_SID),
			worker: bySid(anna.worker),
			...parameters,
		},
		credentials: twilioCredential(stage.twilio.url),
	});
	if (error) throw error;
	return out.map(({ json }) => json);
};
const setAttributes = (attributes: string) =>
	Object.assign(stage.twilio.state.workers[anna.worker] ?? {}, { attributes });

describe('a worker, simplified', () => {
	it('has its attributes as an object, one by one and in a list', async () => {
		for (const parameters of [{}, { operation: 'getAll' }]) {
			const [worker] = await read(parameters);
			expect(worker).toMatchObject({
				friendly_name: anna.name,
				activity_name: 'Offline',
				attributes: { email: anna.identity, skills: anna.skills },
			});
			expect(worker).not.toHaveProperty('links');
		}
	});

	it('keeps the version that was asked for', async () => {
		expect(await read({ includeVersion: true })).toMatchObject([{ etag: '"0"', attributes: {} }]);
	});

	it.each(['not JSON', '[1]', '{"customer":12345678901234567890}', '{"share":0.12345678901234567}'])(
		'keeps attributes as text that cannot be read exactly: %s',
		async (attributes) => {
			setAttributes(attributes);
			expect(await read({})).toMatchObject([{ attributes }]);
		},
	);

	it('comes as Twilio sent it where it is off', async () => {
		const [worker] = await read({ simplify: false });

		expect(worker).toMatchObject({ attributes: expect.stringContaining('"email"') as string, links: {} });
	});
});
