import fastify from 'fastify';
import { z } from 'zod';

const message = z.object({ role: z.string(), content: z.unknown() });
const request = z.object({
	messages: z.array(message),
	tools: z
		.array(
			z.object({
				function: z.object({
					name: z.string(),
					description: z.string(),
					parameters: z.object({
						properties: z.record(z.string(), z.object({ description: z.string().optional() })),
					}),
				}),
			}),
		)
		.default([]),
});

/** What a tool is to a model: exactly what n8n sent. */
export type ToolOfModel = z.infer<typeof request>['tools'][number]['function'];

/** What the model sends to the first tool that it has. */
export type ToolInput = Record<string, string>;

/** A model that says what the test says, behind the interface of OpenAI's chat completions. */
export interface ScriptedModel {
	/** For n8n's credential. */
	url: string;
	/** Its tools, as n8n told it last. */
	tools: ToolOfModel[];
	/** What the tools answered, in the order of the calls. */
	answers: string[];
	/** What it sends next: one call for each in the first round, in which it sees no answer yet. */
	script: ToolInput[];
	close(): Promise<void>;
}

export async function startScriptedModel(): Promise<ScriptedModel> {
	const server = fastify();
	const model: ScriptedModel = {
		url: '',
		tools: [],
		answers: [],
		script: [],
		close: async () => await server.close(),
	};
	server.post('/v1/chat/completions', (asked, reply) => {
		const { messages, tools } = request.parse(asked.body);
		model.tools = tools.map((tool) => tool.function);
		model.answers = messages.filter(({ role }) => role === 'tool').map(({ content }) => textOf(content));
		const isFirst = model.answers.length === 0;
		const name = model.tools[0]?.name ?? '';
		const said = isFirst
			? {
					content: null,
					tool_calls: model.script.map((input, at) => ({
						id: `call_${at}`,
						type: 'function',
						function: { name, arguments: JSON.stringify(input) },
					})),
				}
			: { content: 'Done.' };
		void reply.send({
			id: 'chatcmpl-1',
			object: 'chat.completion',
			created: 0,
			model: 'scripted',
			choices: [
				{
					index: 0,
					message: { role: 'assistant', ...said },
					finish_reason: isFirst ? 'tool_calls' : 'stop',
				},
			],
			usage: { prompt_tokens: 1, completion_tokens: 1, total_tokens: 2 },
		});
	});
	model.url = `${await server.listen({ port: 0, host: '127.0.0.1' })}/v1`;
	return model;
}

/** A text, or the parts of one. */
function textOf(content: unknown): string {
	return typeof content === 'string' ? content : JSON.stringify(content);
}
