import { adherenceTable, overallRow } from '../../../../nodes/ScheduleAdherence/model/answers/adherenceTable';
import type { Formula } from '../../../../nodes/ScheduleAdherence/model/comparison/formulas';
import { compared, recordOf, wholeDay } from './make';

/** Adherence and conformance of one day, in percent, to two digits. */
function figures(scheduled: string[], actual: string[], formula: Formula, neutral: string[] = []) {
	const [row] = adherenceTable([compared(recordOf(scheduled, actual), { rules: { neutral } })], 'agentDay', formula);
	const round = (percent: number | undefined) => percent && Math.round(percent * 100) / 100;
	return [round(row?.adherence), round(row?.conformance)];
}

const genesys = (countsOutside: boolean): Formula => ({ name: 'genesys', countsOutside });
const share: Formula = { name: 'share', countsOutside: false };

describe("the examples of the systems' own pages", () => {
	// help.genesys.cloud, how-genesys-cloud-calculates-adherence-and-conformance
	it('Genesys: an hour scheduled, 10 minutes late and 10 beyond the end, is 71.4 % where time outside counts', () => {
		expect(figures(['09:00-10:00 available'], wholeDay('09:10-10:10 available'), genesys(true))).toEqual([
			71.43, 100,
		]);
	});

	it('Genesys: and 83.3 % where it does not count', () => {
		expect(figures(['09:00-10:00 available'], wholeDay('09:10-10:10 available'), genesys(false))).toEqual([
			83.33, 100,
		]);
	});

	it('NICE: 9 to 17 worked as 9:30 to 17:30 is 100 % conformance and 93.75 % adherence', () => {
		expect(figures(['09:00-17:00 available'], wholeDay('09:30-17:30 available'), share)).toEqual([93.75, 100]);
	});

	it('Calabrio: 3 hours in, 1 out and 2 neutral are 75 %', () => {
		const scheduled = ['09:00-13:00 available', '13:00-15:00 busy Training'];
		const actual = wholeDay('09:00-12:00 available', '13:00-15:00 available');
		const formula: Formula = { name: 'neutral', countsOutside: false };
		expect(figures(scheduled, actual, formula, ['Training'])[0]).toBe(75);
	});

	it('Amazon Connect: 384 of 480 minutes are 80 %', () => {
		expect(figures(['09:00-17:00 available'], wholeDay('09:00-15:24 available'), share)[0]).toBe(80);
	});

	it('late by 10 of 60 minutes, where nothing is known of the rest, is 0 % of the known time', () => {
		expect(figures(['09:00-10:00 available'], ['09:00-09:10 offline'], share)).toEqual([0, 0]);
	});
});

it('is undefined, and neither 0 nor 100, where nothing is scheduled', () => {
	for (const formula of [genesys(true), genesys(false), share]) {
		expect(figures([], ['09:00-10:00 available'], formula)).toEqual([undefined, undefined]);
	}
});

it('is undefined where nothing of what is scheduled is known', () => {
	expect(figures(['09:00-10:00 available'], [], share)).toEqual([undefined, undefined]);
});

it('overall is that of all the time together, and no average', () => {
	const long = recordOf(['09:00-18:00 available'], ['09:00-18:00 available']);
	const short = recordOf(['09:00-10:00 available'], ['09:00-10:00 offline'], { id: 'ben' });
	const all = overallRow([compared(long), compared(short)], share);
	expect([all.agents, all.adherence, all.conformance]).toEqual([2, 90, 90]);
});
