import { simplify } from '../../../../shared/operation/fields';
import type { Operation } from '../../../../shared/operation/operation';
import { passThrough } from '../../../../shared/operation/run/passThrough';
import { value } from '../../../../shared/values/result';
import { workerLocator, workspaceLocator } from '../locators';
import { simpleWorker } from '../../simple';

export const get: Operation = {
	kind: 'send',
	option: { name: 'Get', value: 'get', action: 'Get a worker', description: 'Read one worker' },
	request: { method: 'GET', path: '/v1/Workspaces/{workspace}/Workers/{worker}', idempotent: true },
	subject: 'worker',
	fields: [
		workspaceLocator,
		workerLocator,
		simplify,
		{
			displayName: 'Include Version',
			name: 'includeVersion',
			type: 'boolean',
			default: false,
			description:
				"Whether to add the version of the worker as 'etag', for 'If-Match (Version)' in other operations",
		},
	],
	read(response, { includeVersion }) {
		const worker = passThrough(response);
		if (worker.kind === 'problem' || includeVersion !== true) return worker;
		const etag = response.headers.etag ?? null;
		return value(worker.value.map((record) => ({ ...record, etag })));
	},
	simple: simpleWorker,
};
