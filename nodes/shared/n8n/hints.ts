import type { IExecuteFunctions, NodeExecutionHint } from 'n8n-workflow';

/** Shows lines above the output, each once: what happened is easily overlooked among thousands of rows. */
export function showHints(context: IExecuteFunctions, type: 'info' | 'warning', messages: readonly string[]): void {
	for (const message of new Set(messages)) {
		const hint: NodeExecutionHint = { message, type, location: 'outputPane' };
		context.addExecutionHints(hint);
	}
}
