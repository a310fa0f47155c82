export { startConpeek } from './conpeek/start';
export type { ConpeekSimulator } from './conpeek/start';
export type { Break, BreakType, ConpeekState, TenantUser, WorkState } from './conpeek/state';
export type { Fault, FaultMatch, Faults } from './faults';
export * from './seed';
export type { Seen, Simulator } from './server';
export { bySid, makeConversationUser, makeWorker } from './twilio/seedState';
export { startTwilio } from './twilio/start';
export type { TwilioSimulator } from './twilio/start';
export type {
	Activity,
	ChatService,
	ConversationUser,
	FrontlineUser,
	Role,
	TwilioState,
	Worker,
	Workspace,
} from './twilio/state';
export { startVoipNow } from './voipnow/start';
export type { VoipNowSimulator } from './voipnow/start';
export type { AgentStatus, Extension, Queue, UpdateAnswer, VoipNowState } from './voipnow/state';
