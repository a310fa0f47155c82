/** How many milliseconds of the processors some work takes: by the clock it would take longer on a busy machine. */
export function cpuTimeOf(work: () => void): number {
	const before = process.cpuUsage();
	work();
	const { user, system } = process.cpuUsage(before);
	return (user + system) / 1000;
}
