import { Bench } from '../../support/bench/bench';
import expected from './realRosters/expected.json';
import { keyOf, readCases, runProbe } from './realRosters/cases';

const cases = readCases();

if (cases.length === 0) {
	it.skip('rosters and calendars as people have them (missing: ../shared/cases/rosters)', () => undefined);
} else {
	let bench: Bench;
	beforeAll(async () => {
		bench = await Bench.open();
	});
	afterAll(async () => await bench.close());

	const all = cases.flatMap((one) => one.probes.map((probe, at) => ({ key: keyOf(one, probe, at), one, probe })));

	it.each(all)('$key: $probe.expect', async ({ key, one, probe }) => {
		expect(await runProbe(bench, one, probe)).toEqual((expected as Record<string, string[]>)[key]);
	});

	it('has an expectation for each probe, and no other', () => {
		expect(Object.keys(expected).sort()).toEqual(all.map(({ key }) => key).sort());
	});
}
