// Loaded into n8n with --import: tells at every SIGUSR2 what the process has taken so far.
import { renameSync, writeFileSync } from 'node:fs';

process.on('SIGUSR2', () => {
	const { userCPUTime, systemCPUTime } = process.resourceUsage();
	const file = process.env.BENCH_USAGE_FILE;
	// Whoever waits for the file must find it whole.
	writeFileSync(`${file}.new`, JSON.stringify({ cpuMs: (userCPUTime + systemCPUTime) / 1000 }));
	renameSync(`${file}.new`, file);
});
