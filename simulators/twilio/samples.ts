import type { NodeSamples } from '../samples';
import { conversations } from './samples/conversations';
import { frontline } from './samples/frontline';
import { taskRouter } from './samples/taskRouter';
import type { TwilioSimulator } from './server';

export const samples: Record<string, NodeSamples<TwilioSimulator>> = {
	twilioTaskRouter: taskRouter,
	twilioFrontline: frontline,
	twilioConversations: conversations,
};
