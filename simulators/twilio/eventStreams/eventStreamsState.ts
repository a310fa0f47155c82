import type { Dated } from '../taskRouterState';

export interface SinkConfiguration {
	destination: string;
	method: 'POST';
	/** As sent; absent where it was not. */
	batch_events?: boolean;
}

export interface Sink extends Dated {
	description: string;
	sink_type: 'webhook';
	sink_configuration: SinkConfiguration;
	status: 'initialized' | 'validating' | 'active' | 'failed';
}

export interface Subscription extends Dated {
	description: string;
	sink_sid: string;
}

/** A type of event that a subscription has. Its `sid` is of the simulator's own making. */
export interface SubscribedEvent {
	sid: string;
	subscription_sid: string;
	type: string;
	schema_version: number;
}

export interface EventType extends Omit<Dated, 'sid'> {
	/** The type's name, such as `com.twilio.taskrouter.worker.created`. */
	sid: string;
	schema_id: string;
	status: 'available' | 'deprecated' | 'discontinued' | 'restricted';
	description: string;
}

export interface EventSchema {
	/** The schema's id, such as `TaskRouter.WDSEvent`. */
	sid: string;
	/** The first one first. */
	versions: SchemaVersion[];
}

export interface SchemaVersion {
	/** The version's number. */
	sid: string;
	id: string;
	date_created: string;
}
