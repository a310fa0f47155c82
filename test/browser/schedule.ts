import { START_WORKFLOW } from '../../demo/n8n/examples';
import type { Stage } from './everything';

/** Smaller type than this cannot be read: a picture that is 904 pixels wide has letters of 10 pixels. */
const NARROWEST = 904;

/** The picture of a schedule is viewed as a person does, in n8n's panel. */
export async function checkSchedule({ editor, checks }: Stage): Promise<void> {
	await editor.openWorkflow(START_WORKFLOW.id);
	await editor.openNode('Who works now');
	await editor.choose('operation', 'Preview Timeline');
	await editor.runStep();
	await editor.showOutput('Timeline');
	const columns = await editor.columnsOnScreen();
	checks.check('the timeline is a table that begins with the agent', [
		columns[0] !== 'agent' && `on the screen are ${columns.join(', ')}: ${await editor.problem()}`,
	]);
	await editor.showOutput('Picture');
	const { width, height, top, bottom } = await editor.viewFile();
	const screen = editor.page.viewportSize()?.height ?? 0;
	checks.check('the picture is shown beside the form', [
		width < NARROWEST && `it is ${width} x ${height}`,
		(top < 0 || top > screen) && `it begins at ${top} of ${screen}`,
		bottom > screen && `it ends at ${Math.round(bottom)} of ${screen}`,
	]);
}
