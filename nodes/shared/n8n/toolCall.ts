import type { IExecuteFunctions } from 'n8n-workflow';

/** Whether the node runs as a tool of an AI agent: the name of its type then ends in Tool, in n8n's forms and runs alike. */
export const isToolCall = (context: Pick<IExecuteFunctions, 'getNode'>): boolean =>
	context.getNode().type.endsWith('Tool');

/** The name of the field that limits how many agents a model may change. */
export const AT_MOST_AGENTS = 'atMostAgents';

/** What it is called on the screen. */
export const AT_MOST_AGENTS_LABEL = 'At Most N Agents';

/** Unless the user sets another number. */
export const USUAL_CAP = 25;

/**
 * Why a tool may not change what this call asks for, if it may not. n8n makes one call for each agent that a model names,
 * so the calls of this tool that came before in the same execution count, too.
 */
export function overCap(context: IExecuteFunctions): string | undefined {
	if (!isToolCall(context)) return undefined;
	const cap = Math.floor(Number(context.getNodeParameter(AT_MOST_AGENTS, 0, USUAL_CAP)));
	if (!(cap >= 1)) return `'${AT_MOST_AGENTS_LABEL}' must be a number of at least 1. Nothing was sent.`;
	const asked = context.getInputData().length;
	const before = Number(context.getWorkflowDataProxy(0).$runIndex);
	if (before + asked <= cap) return undefined;
	const calls = before === 1 ? 'was 1 call' : `were ${before} calls`;
	const earlier = before > 0 ? `, and there ${calls} of this tool before` : '';
	const agents = asked === 1 ? '1 agent' : `${asked} agents`;
	return `This call is for ${agents}${earlier}. Nothing was sent: '${AT_MOST_AGENTS_LABEL}' of this tool allows ${cap} in one execution. Do not call it again; tell the user, who can raise the number or run the workflow again.`;
}
