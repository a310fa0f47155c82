// Made from disk by `npm run build`.
import type { Adapter } from '../shared/state/adapter';
import { adapter as conpeek } from '../Conpeek/adapter';
import { adapter as conversations } from '../Twilio/Conversations/adapter';
import { adapter as frontline } from '../Twilio/Frontline/adapter';
import { adapter as taskRouter } from '../Twilio/TaskRouter/adapter';
import { adapter as voipNow } from '../VoipNow/adapter';

export const adapters: Adapter[] = [conpeek, conversations, frontline, taskRouter, voipNow];
