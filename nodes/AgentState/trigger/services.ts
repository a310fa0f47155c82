import type { Adapter } from '../../shared/state/adapter';

/** A service that tells the states of its agents. */
export interface ReadableAdapter extends Adapter {
	reading: NonNullable<Adapter['reading']>;
}

/** Of all services those that a trigger can watch. */
export const readableAmong = (adapters: readonly Adapter[]): ReadableAdapter[] =>
	adapters.flatMap((adapter) => (adapter.reading ? [{ ...adapter, reading: adapter.reading }] : []));
