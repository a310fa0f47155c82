export { startConpeek } from './conpeek/start';
export type { ConpeekSimulator } from './conpeek/start';
export type { Break, BreakType, ConpeekState, TenantUser, WorkState } from './conpeek/state';
export type { Fault, FaultMatch, Faults } from './faults';
export { startOffice } from './office/start';
export type { Message, OfficeSimulator, OfficeState } from './office/start';
export * from './seed';
export type { Seen, Simulator } from './server';
export { makeConversationUser } from './twilio/seedState';
export { bySid, makeReservation, makeWorker, makeWorkerChannels } from './twilio/taskRouterRecords';
export { startTwilio } from './twilio/start';
export type { TwilioSimulator } from './twilio/start';
export type { ChatService, ConversationUser, FrontlineUser, Role, TwilioState } from './twilio/state';
export type {
	Activity,
	Reservation,
	ReservationStatus,
	TaskChannel,
	TaskQueue,
	TaskRouterEvent,
	Worker,
	WorkerChannel,
	Workspace,
} from './twilio/taskRouterState';
export { startVoipNow } from './voipnow/start';
export type { VoipNowSimulator } from './voipnow/start';
export type { AgentStatus, Extension, Queue, UpdateAnswer, VoipNowState } from './voipnow/state';
