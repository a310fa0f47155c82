import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { resolve } from 'node:path';

import { simulatedServices } from '../../simulators';
import { request } from '../../simulators/request';

it('serve prints the addresses of every simulator on disk, and ends on SIGTERM', async () => {
	const child = spawn(process.execPath, ['--import', 'tsx', resolve(__dirname, '../../simulators/serve.ts')], {
		stdio: ['ignore', 'pipe', 'inherit'],
	});
	try {
		const [line] = (await once(createInterface(child.stdout), 'line')) as [string];
		const urls = JSON.parse(line) as Record<string, string>;

		expect(Object.keys(urls)).toEqual(simulatedServices().map(({ id }) => id));
		for (const url of Object.values(urls))
			expect((await request({ url: `${url}/__control/state` })).status).toBe(200);
	} finally {
		child.kill('SIGTERM');
	}
	// Windows has no signals: there a process is ended from outside.
	expect(await once(child, 'exit')).toEqual(process.platform === 'win32' ? [null, 'SIGTERM'] : [0, null]);
});
