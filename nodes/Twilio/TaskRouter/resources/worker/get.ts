import type { Operation } from '../../../../shared/operation/operation';
import { passThrough } from '../../../../shared/operation/run/passThrough';
import { workerLocator, workspaceLocator } from '../locators';

export const get: Operation = {
	option: { name: 'Get', value: 'get', action: 'Get a worker', description: 'Read one worker' },
	request: { method: 'GET', path: '/v1/Workspaces/{workspace}/Workers/{worker}', idempotent: true },
	subject: 'worker',
	fields: [
		workspaceLocator,
		workerLocator,
		{
			displayName: 'Include Version',
			name: 'includeVersion',
			type: 'boolean',
			default: false,
			description:
				"Whether to add the version of the worker as 'etag', for 'If-Match (Version)' in other operations",
		},
	],
	read(answer, { includeVersion }) {
		const reading = passThrough(answer);
		if (reading.kind === 'problem' || includeVersion !== true) return reading;
		const etag = answer.headers.etag ?? null;
		return { kind: 'items', items: reading.items.map((worker) => ({ ...worker, etag })) };
	},
};
