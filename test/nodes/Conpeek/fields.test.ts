import { NodeHelpers, type INode, type INodeParameters, type INodeProperties } from 'n8n-workflow';
import { Bench } from '../../support/bench/bench';
import { observeRun } from '../../support/pack/observe';
import { contextOf, loadPack, membersOf, type Pack } from '../../support/pack/pack';
import { startRecorder, type Recorder } from '../../support/pack/recorder';
import { parametersOf } from '../../support/pack/vendors';

let bench: Bench;
let recorder: Recorder;
let pack: Pack;

beforeAll(async () => {
	bench = await Bench.open();
	recorder = await startRecorder(() => ({}));
	pack = await loadPack();
});

afterAll(async () => {
	await recorder.close();
	await bench.close();
});

const observe = async (node: string, parameters: INodeParameters, items = [{}]) =>
	await observeRun(bench, recorder, node, parameters, { items });

describe('a Conpeek field that does not belong to the chosen state', () => {
	const stale = {
		breakType: 'BUSINESS',
		breakCause: 'Szkolenie',
		additionalFields: { breakNote: 'old', onlineModeId: 98 },
	};
	const belonging: Record<string, { shown: string[]; sent: object }> = {
		ONLINE: {
			shown: ['additionalFields', 'additionalFields.onlineModeId'],
			sent: { work_state: 'ONLINE', online_mode_id: 98 },
		},
		OFFLINE: { shown: [], sent: { work_state: 'OFFLINE' } },
		ONBREAK: {
			shown: ['additionalFields', 'additionalFields.breakNote', 'breakCause', 'breakType'],
			sent: { work_state: 'ONBREAK', break_type: 'BUSINESS', break_cause: 'Szkolenie', break_note: 'old' },
		},
	};
	const states = Object.keys(belonging);

	it.each(states)('is not shown: %s', (state) => {
		const node = pack.nodes.find(({ name }) => name === 'conpeek') ?? null;
		const parameters: INodeParameters = { ...parametersOf('conpeek', 'user.update'), ...stale, workState: state };
		const placed = { typeVersion: 1, parameters } as INode;
		const isShown = (values: INodeParameters, property: INodeProperties) =>
			NodeHelpers.displayParameter(values, property, placed, node, parameters);
		const conditional = pack.operations
			.filter(({ node: of, name }) => of === 'conpeek' && name === 'user.update')
			.flatMap(({ properties }) => properties)
			.filter((property) => Object.keys(contextOf(property)).length > 0);
		const shown = conditional
			.filter((property) => isShown(parameters, property))
			.flatMap((property) => [
				property.name,
				...membersOf(property)
					.filter((member) => isShown(stale.additionalFields, member))
					.map((member) => `${property.name}.${member.name}`),
			]);

		expect(shown.sort()).toEqual(belonging[state]?.shown);
	});

	it.each(states)('is not sent, though it was filled in before: %s', async (state) => {
		const parameters = { ...parametersOf('conpeek', 'user.update'), ...stale, workState: state };

		const { requests } = await observe('conpeek', parameters);

		expect(requests.map(({ body }) => body)).toEqual([belonging[state]?.sent]);
	});

	it('is not sent when the state comes from an expression, which makes n8n show every field', async () => {
		const parameters = {
			...parametersOf('conpeek', 'user.update'),
			...stale,
			workState: '={{ $json.state }}',
			options: { parallelLimit: 1 },
		};

		const { requests } = await observe(
			'conpeek',
			parameters,
			states.map((state) => ({ state })),
		);

		expect(requests.map(({ body }) => body)).toEqual(states.map((state) => belonging[state]?.sent));
	});
});
