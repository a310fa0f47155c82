import { startTwilio, type TwilioSimulator } from '../../../simulators';
import { Bench } from '../bench/bench';

/** For the tests of one file: n8n's engine opened once, and a fresh Twilio for each test. */
export function useTwilio(): { bench: Bench; twilio: TwilioSimulator } {
	const stage = {} as { bench: Bench; twilio: TwilioSimulator };
	beforeAll(async () => {
		stage.bench = await Bench.open();
	});
	beforeEach(async () => {
		stage.twilio = await startTwilio();
	});
	afterEach(async () => {
		jest.restoreAllMocks();
		await stage.twilio.close();
	});
	afterAll(async () => await stage.bench.close());
	return stage;
}
