/** A credential as a user would fill it in. */
export interface DemoCredential {
	/** the name that n8n gives a first credential of this type */
	name: string;
	type: string;
	data: Record<string, unknown>;
}

/** The state of one agent in one place, as the vendor has it on record. */
export interface RecordedState {
	agent: string;
	/** internal name of the node that sets it, such as `voipNow` */
	node: string;
	/** where the agent has this state; in VoipNow each queue is a place of its own */
	place: string;
	/** in the vendor's own words, `none` where it has none */
	state: string;
}

/** What the demo has to know about a vendor. Each simulator's folder has it in `demo.ts`, where the demo finds it. */
export interface VendorDemo {
	/** @param url of the vendor's simulator */
	credential(url: string): DemoCredential;
	/** Everyone's states, always in the same order. @param url of the vendor's simulator */
	readStates(url: string): Promise<RecordedState[]>;
	/** Pictures of the node's form for the documents: file name in docs/images, without ending, by the node's internal name. */
	pictures: Record<string, string>;
}
