// Loaded into n8n with --import: tells what the whole process took, which only the process itself knows to the end.
import { writeFileSync } from 'node:fs';

process.on('exit', () => {
	const { userCPUTime, systemCPUTime, maxRSS } = process.resourceUsage();
	const usage = { cpuMs: (userCPUTime + systemCPUTime) / 1000, maxRssBytes: maxRSS * 1024 };
	writeFileSync(process.env.BENCH_USAGE_FILE, JSON.stringify(usage));
});
