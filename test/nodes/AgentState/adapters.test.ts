import { readdirSync } from 'node:fs';
import path from 'node:path';
import { adapters } from '../../../nodes/AgentState/adapters';
import type { Adapter } from '../../../nodes/shared/state/adapter';
import { settable } from '../../../nodes/shared/state/state';
import { CASTS } from '../../support/pack/stage';

const nodes = path.resolve(__dirname, '../../../nodes');
const onDisk = readdirSync(nodes, { recursive: true, encoding: 'utf8' })
	.map((file) => file.replaceAll('\\', '/'))
	.filter((file) => file.endsWith('/adapter.ts') && !file.startsWith('shared/'));

it('Agent State knows the adapter of every folder that has one', async () => {
	const found = await Promise.all(
		onDisk.map(async (file) => ((await import(path.join(nodes, file))) as { adapter: Adapter }).adapter),
	);

	expect(found.length).toBeGreaterThan(0);
	expect(new Set(adapters)).toEqual(new Set(found));
	expect(adapters).toHaveLength(found.length);
});

it('every adapter is named as its node is, and every one is tried in these tests', () => {
	expect(adapters.map(({ id }) => id).sort()).toEqual(CASTS.map(({ id }) => id).sort());
});

it.each(adapters.map((adapter) => [adapter.id, adapter] as const))(
	'a state of %s is sent in the fields that a row may bring back',
	(_id, adapter) => {
		const values = { attributeName: 'agentState', keptIn: 'attribute' };
		const options = adapter.stateOptions(values);
		const known = adapter.nativeFields(values);

		if (options.kind === 'listed') {
			expect(known).toHaveLength(1);
			return;
		}
		for (const { fields } of options.options) expect(known).toEqual(expect.arrayContaining(Object.keys(fields)));
		const keys = options.options.map(({ key }) => key);
		for (const state of settable) expect(keys).toContain(options.usual[state]);
	},
);
