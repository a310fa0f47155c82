import { Bench } from '../bench/bench';

/** n8n's engine, and the simulator that the running test has started. */
export interface SimulatorStage<Simulator, Seed> {
	bench: Bench;
	simulator: Simulator;
	/** Every test that runs a node calls this first. */
	start: (seed?: Seed) => Promise<void>;
}

/** For the tests of one file: n8n's engine opened once, and for each test the simulator that it starts. */
export function useSimulator<Simulator extends { close(): Promise<void> }, Seed>(
	open: (options: { seed?: Seed }) => Promise<Simulator>,
): SimulatorStage<Simulator, Seed> {
	const stage = {
		async start(seed) {
			stage.simulator = await open({ ...(seed && { seed }) });
		},
	} as SimulatorStage<Simulator, Seed>;
	beforeAll(async () => {
		stage.bench = await Bench.open();
	});
	afterEach(async () => await stage.simulator.close());
	afterAll(async () => await stage.bench.close());
	return stage;
}
