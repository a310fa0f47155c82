import { PEOPLE as conpeekPeople, type ConpeekPerson } from './conpeek/cast';
import { peopleWith, type PersonKey } from './cast';
import { PEOPLE as twilioPeople, type TwilioPerson } from './twilio/cast';
import { PEOPLE as voipNowPeople, type VoipNowPerson } from './voipNow/cast';

export * from './conpeek/cast';
export * from './twilio/cast';
export * from './voipNow/cast';
export { start as startConpeek } from './conpeek/server';
export type { ConpeekSimulator } from './conpeek/server';
export type { Break, BreakType, ConpeekState, TenantUser, WorkState } from './conpeek/state';
export type { Fault, FaultMatch, Faults } from './faults';
export { start as startOffice } from './office/server';
export type { Message, OfficeSimulator, OfficeState } from './office/server';
export type { Seen, Simulator } from './server';
export type { Deliveries, Delivery, DeliverySettings } from './twilio/delivery/deliveries';
export type { EventType, Sink, SubscribedEvent, Subscription } from './twilio/eventStreams/eventStreamsState';
export { makeConversationUser } from './twilio/seedState';
export { bySid, makeReservation, makeWorker, makeWorkerChannels } from './twilio/taskRouterRecords';
export { start as startTwilio } from './twilio/server';
export type { TwilioSimulator } from './twilio/server';
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
export { start as startVoipNow } from './voipNow/server';
export type { VoipNowSimulator } from './voipNow/server';
export type { AgentStatus, Extension, Queue, UpdateAnswer, VoipNowState } from './voipNow/state';

/** A person with the ids at several vendors, for what speaks with them all at once: the demo and the tests of Agent State. */
export type Person = TwilioPerson & VoipNowPerson & ConpeekPerson;

export const PEOPLE: Record<PersonKey, Person> = peopleWith((_person, key) => ({
	...twilioPeople[key],
	...voipNowPeople[key],
	...conpeekPeople[key],
}));
