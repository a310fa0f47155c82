import type { IDataObject, INodeParameters } from 'n8n-workflow';
import { Bench, type Job, type Outcome } from '../bench/bench';
import { startRecorder, type Recorder } from './recorder';
import { parametersOf, playVendor, subjectOf } from './vendors';

/** n8n's engine and a server that records what it is sent and answers as the vendors do. */
export interface VendorStage {
	bench: Bench;
	recorder: Recorder;
	/**
	 * Runs one operation of a vendor's node. What the recorder has seen afterwards is of this run alone.
	 *
	 * @param name such as `worker.update`
	 * @param parameters besides those that the operation requires
	 */
	run: (
		node: string,
		name: string,
		parameters: INodeParameters,
		items?: IDataObject[],
		more?: Partial<Job>,
	) => Promise<Outcome>;
}

/** For the tests of one file: opened once, closed at the end. */
export function useVendor(): VendorStage {
	const stage = {
		async run(node, name, parameters, items = [{}], more = {}) {
			playVendor(stage.recorder, node);
			return await stage.bench.run({
				node,
				parameters: { ...parametersOf(node, name), ...parameters },
				items,
				credentials: subjectOf(node).credentials(stage.recorder.url),
				...more,
			});
		},
	} as VendorStage;
	beforeAll(async () => {
		stage.bench = await Bench.open();
		stage.recorder = await startRecorder(() => ({}));
	});
	afterAll(async () => {
		await stage.recorder.close();
		await stage.bench.close();
	});
	return stage;
}
