import type { ICredentialDataDecryptedObject, IDataObject, INodeParameters } from 'n8n-workflow';
import { Bench } from '../support/bench/bench';
import { startRecorder, type Recorder, type Wired } from '../support/pack/recorder';

interface Stage {
	bench: Bench;
	recorder: Recorder;
	/** Runs one item with Simplify off: it must lead to one change and one item. What a node reads besides is not part of the page. */
	sendOne(
		node: string,
		parameters: INodeParameters,
		credentials: Record<string, ICredentialDataDecryptedObject>,
	): Promise<{ request: Wired; item: IDataObject | undefined }>;
}

/** For the tests of one vendor's pages: n8n's engine, and a server that keeps what it is sent. */
export function useVendorPage(): Stage {
	const stage = {
		async sendOne(node, parameters, credentials) {
			const whole = { ...parameters, simplify: false };
			const { out, error } = await stage.bench.run({ node, parameters: whole, credentials });
			if (error) throw error;
			const changes = stage.recorder.seen.filter(({ method }) => method !== 'GET');
			expect(changes).toHaveLength(1);
			expect(out).toHaveLength(1);
			return { request: changes[0] as Wired, item: out[0]?.json };
		},
	} as Stage;
	beforeAll(async () => {
		stage.bench = await Bench.open();
		stage.recorder = await startRecorder(() => ({}));
	});
	beforeEach(() => {
		stage.recorder.reset();
	});
	afterAll(async () => {
		await stage.recorder.close();
		await stage.bench.close();
	});
	return stage;
}
