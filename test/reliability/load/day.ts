/**
 * A day of a schedule that runs every five minutes, compressed: one node run after the other, in a process of its own so that
 * its memory is the nodes' alone. `node --expose-gc --import tsx day.ts <subject> <ticks> <size>` prints a {@link Day}.
 */
import { Bench } from '../../support/bench/bench';
import { subjects } from './subjects';

/** What is left of a day. */
export interface Day {
	ticks: number;
	/** The heap after each hour, with all that nobody uses any more collected, in bytes. */
	heapByHour: number[];
	/** n8n's static data of the workflow after the last run, in bytes of JSON. */
	staticData: number;
	/** Rows by their outcome, over all runs. */
	outcomes: Record<string, number>;
	/** What keeps a process awake, after the last run and beyond what was there before the first: timers, sockets, listeners. */
	left: string[];
}

const TICKS_PER_HOUR = 12;
/** A connection that was closed just now is gone after this. */
const AFTERWARDS_MS = 2_000;

async function main([name = '', ticks = '', size = '']: string[]): Promise<void> {
	const open = subjects[name];
	if (!open || !global.gc) throw new Error(`No subject ${name}, or no --expose-gc`);
	const bench = await Bench.open();
	const subject = await open(bench, Number(size));
	const day: Day = { ticks: Number(ticks), heapByHour: [], staticData: 0, outcomes: {}, left: [] };
	const before = process.getActiveResourcesInfo();
	for (let tick = 1; tick <= day.ticks; tick++) {
		for (const outcome of await subject.tick(tick)) day.outcomes[outcome] = (day.outcomes[outcome] ?? 0) + 1;
		if (tick % TICKS_PER_HOUR > 0 && tick < day.ticks) continue;
		global.gc();
		day.heapByHour.push(process.memoryUsage().heapUsed);
	}
	day.staticData = JSON.stringify(subject.staticData).length;
	await new Promise((resolve) => setTimeout(resolve, AFTERWARDS_MS));
	const known = [...before];
	day.left = process.getActiveResourcesInfo().filter((resource) => {
		const at = known.indexOf(resource);
		if (at >= 0) known.splice(at, 1);
		return at < 0;
	});
	await subject.close();
	await bench.close();
	process.stdout.write(`${JSON.stringify(day)}\n`);
}

main(process.argv.slice(2)).catch((reason: unknown) => {
	console.error(reason);
	process.exit(1);
});
