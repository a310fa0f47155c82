import path from 'node:path';

import { packNodesIn, readWorkflows } from '../demo/n8n/workflows';

/** n8n 2.40 saves no static data of a workflow with a longer id (`isWorkflowIdValid`), and says nothing about it. */
const LONGEST_ID = 21;

/** Nodes that remember something from one execution to the next. */
const remembers = /^agentState$|Trigger$/;

it('ready-made workflows that remember something have ids whose memory n8n saves', async () => {
	const workflows = await readWorkflows(path.resolve(__dirname, '../workflows'));
	const remembering = workflows.filter((workflow) => packNodesIn(workflow).some(({ type }) => remembers.test(type)));

	expect(remembering.length).toBeGreaterThan(5);
	expect(remembering.filter(({ id }) => id.length > LONGEST_ID).map(({ id }) => id)).toEqual([]);
});
