import type { INodeParameters } from 'n8n-workflow';
import { ACTIVITY, PEOPLE, WORKSPACE_SID } from '../../../simulators';
import { useTwilio } from '../../support/pack/useTwilio';
import { bySid, twilioCredential } from '../../support/pack/vendors';

const { anna } = PEOPLE;
const stage = useTwilio();

const run = async (parameters: INodeParameters) => {
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
			const [worker] = await run(parameters);
			expect(worker).toMatchObject({
				friendly_name: anna.name,
				activity_name: 'Offline',
				attributes: { email: anna.identity, skills: anna.skills },
			});
			expect(worker).not.toHaveProperty('links');
		}
	});

	it('keeps the version that was asked for', async () => {
		expect(await run({ includeVersion: true })).toMatchObject([{ etag: '"0"', attributes: {} }]);
	});

	it.each(['not JSON', '[1]', '{"customer":12345678901234567890}', '{"share":0.12345678901234567}'])(
		'keeps attributes as text that cannot be read exactly: %s',
		async (attributes) => {
			setAttributes(attributes);
			expect(await run({})).toMatchObject([{ attributes }]);
		},
	);

	it('comes as Twilio sent it where it is off', async () => {
		const [worker] = await run({ simplify: false });

		expect(worker).toMatchObject({ attributes: expect.stringContaining('"email"') as string, links: {} });
	});
});

describe('a change of a worker, simplified', () => {
	const onBreak = { activity: bySid(ACTIVITY.break) };
	const state = ['activity_name', 'available', 'date_status_changed'];
	const ids = ['activity_sid', 'sid', 'date_updated'];

	it.each<[string, INodeParameters, string[]]>([
		['setActivity', onBreak, ['friendly_name', ...state, ...ids]],
		['setActivity', { ...onBreak, onlyIfChanged: true }, ['friendly_name', 'changed', ...state, ...ids]],
		['update', { updateFields: onBreak }, ['friendly_name', ...state, ...ids]],
		['update', { updateFields: { attributes: '{}' } }, ['friendly_name', ...state, 'attributes', ...ids]],
		['update', { updateFields: { concurrency: 2 } }, ['friendly_name', ...state, ...ids, 'configured_concurrency']],
		['create', { friendlyName: 'Grace' }, ['friendly_name', ...state, ...ids]],
		[
			'create',
			{ friendlyName: 'Grace', additionalFields: { attributes: '{}' } },
			['friendly_name', ...state, 'attributes', ...ids],
		],
		['mergeAttributes', { attributes: '{"a":1}' }, ['friendly_name', 'changed', ...state, 'attributes', ...ids]],
		['addSkills', { skills: 'billing' }, ['friendly_name', 'changed', ...state, 'attributes', ...ids]],
		['removeSkills', { skills: 'billing' }, ['friendly_name', 'changed', ...state, 'attributes', ...ids]],
	])(
		'says who, what became of it and the state, and shows attributes where it is about them: %s %j',
		async (operation, parameters, columns) => {
			const [row] = await run({ operation, ...parameters });

			expect(Object.keys(row ?? {})).toEqual(columns);
			expect(typeof (row?.attributes ?? {})).toBe('object');
		},
	);
});
