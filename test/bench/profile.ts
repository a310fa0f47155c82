import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';

import { formatTable } from '../../demo/observe/formatTable';
import type { Bench } from './bench';
import { whereTimeGoes } from './places';
import { unlimited } from './side';
import type { Setup } from './vendor';
import type { Side } from './workflows';

const TOP = 25;

const shape = z.object({
	/** microseconds of the clock of `process.hrtime` */
	startTime: z.number(),
	nodes: z.array(
		z.object({
			id: z.number(),
			callFrame: z.object({ functionName: z.string(), url: z.string(), lineNumber: z.number() }),
		}),
	),
	samples: z.array(z.number()),
	timeDeltas: z.array(z.number()),
});
export type Profile = z.infer<typeof shape>;

/** Runs one side under V8's sampling profiler and tells where n8n's main thread spent its time. */
export async function profile(bench: Bench, side: Side, folder: string): Promise<string> {
	const setup = unlimited(bench.quick ? 1000 : 10_000);
	return describe((await sample(bench, `Profile ${side.name}`, side, setup, folder)).profile);
}

/** The same against a service that takes so many at once: where the time above the shortest possible goes. */
export async function profilePlaces(bench: Bench, side: Side, setup: Setup, folder: string): Promise<string> {
	const taken = await sample(bench, `Profile places, ${side.name}`, side, setup, folder);
	const { spanMs } = await bench.vendor.counts();
	const { limit, rows } = whereTimeGoes(taken.profile, await bench.vendor.trace(), setup);
	return formatTable([
		[`while ${limit} at once are taken`, 's'],
		...rows,
		['before the first change and after the last', ((taken.nodeMs - spanMs) / 1000).toFixed(2)],
	]);
}

async function sample({ n8n, vendor, progress }: Bench, label: string, side: Side, setup: Setup, folder: string) {
	const { nodeMs } = await progress.step(`${label}, ${setup.agents} agents`, async () => {
		await vendor.reset(setup);
		return await n8n.execute(side, ['--cpu-prof', `--cpu-prof-dir=${folder}`]);
	});
	const files = (await readdir(folder)).filter((name) => name.endsWith('.cpuprofile'));
	const profiles = await Promise.all(
		files.map(async (name) => shape.parse(JSON.parse(await readFile(join(folder, name), 'utf8')))),
	);
	// n8n's worker threads leave profiles too; the main thread's has by far the most to tell.
	const [longest] = profiles.sort((one, other) => busyTime(other) - busyTime(one));
	if (!longest) throw new Error('No profile was written.');
	return { profile: longest, nodeMs };
}

function describe(of: Profile): string {
	const total = busyTime(of);
	const part = (rows: Array<[string, number]>, heading: string) =>
		formatTable([
			[heading, 's', '%'],
			...rows.slice(0, TOP).map(([name, us]) => [name, (us / 1e6).toFixed(2), ((us / total) * 100).toFixed(1)]),
		]);
	const packages = part(selfTimes(of, packageOf), 'package');
	const functions = part(
		selfTimes(of, (frame) => `${frame.functionName || '(anonymous)'}  ${placeOf(frame)}`),
		'function, self time',
	);
	return `${packages}\n\n${functions}`;
}

type Frame = Profile['nodes'][number]['callFrame'];

function selfTimes({ nodes, samples, timeDeltas }: Profile, keyOf: (frame: Frame) => string): Array<[string, number]> {
	const keys = new Map(nodes.map(({ id, callFrame }) => [id, isIdle(callFrame) ? undefined : keyOf(callFrame)]));
	const times = new Map<string, number>();
	for (const [index, id] of samples.entries()) {
		const key = keys.get(id);
		if (key !== undefined) times.set(key, (times.get(key) ?? 0) + (timeDeltas[index] ?? 0));
	}
	return [...times].sort(([, one], [, other]) => other - one);
}

const isIdle = ({ functionName }: Frame) => functionName === '(idle)';
const busyTime = (of: Profile) => selfTimes(of, () => '').reduce((sum, [, us]) => sum + us, 0);

/** The package a frame belongs to; `node:` for Node itself, V8's own words for what is not code at all. */
function packageOf({ url, functionName }: Frame): string {
	const [found] = [...url.matchAll(/node_modules\/((?:@[^/]+\/)?[^/]+)/g)].slice(-1);
	if (found?.[1] !== undefined && !found[1].startsWith('.')) return found[1];
	if (url.startsWith('node:')) return 'Node';
	// V8 calls a pattern by its source, which may be as long as it likes.
	return url === '' ? functionName.replace(/^RegExp: .*/, 'RegExp') || '(native)' : url;
}

function placeOf(frame: Frame): string {
	const file = frame.url.split('/').slice(-2).join('/');
	return file === '' ? '' : `${packageOf(frame)} ${file}:${frame.lineNumber + 1}`;
}
