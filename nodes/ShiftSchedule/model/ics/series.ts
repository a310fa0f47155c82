import { propertiesNamed } from './options';
import type { Component } from './text';

/** An event, and the calendar of the file that it stands in. */
export interface FileEvent {
	component: Component;
	calendar: Component;
}

/** The events of one UID, and the changes to dates of them. */
export interface Series {
	mains: FileEvent[];
	changes: FileEvent[];
}

/** Whether one version is for everyone that another one is for. */
export type IsForAllOf = (one: FileEvent, other: FileEvent) => boolean;

/**
 * Groups events by their UID. Several may share one, as some programs give it to all dates of a show: each stands for itself.
 * Of versions of one event (SEQUENCE) the newest holds, and what is there twice counts once.
 */
export function seriesIn(events: FileEvent[], isForAllOf: IsForAllOf): Series[] {
	const byUid = new Map<string, FileEvent[]>();
	for (const event of events) {
		// An event without a UID, which RFC 5545 wants, stands for itself.
		const uid = textOfProperty(event, 'UID') || `line ${event.component.line}`;
		const group = byUid.get(uid);
		if (group) group.push(event);
		else byUid.set(uid, [event]);
	}
	return [...byUid.values()].map((group) => {
		const [first, ...more] = group;
		if (first === undefined || more.length === 0) return { mains: group, changes: [] };
		const isChange = (event: FileEvent): boolean => propertiesNamed(event.component, 'RECURRENCE-ID').length > 0;
		const changes = new Map<string, FileEvent[]>();
		for (const event of group.filter(isChange)) {
			const date = propertiesNamed(event.component, 'RECURRENCE-ID')
				.map(({ params, value }) => `${params.TZID ?? ''} ${value}`)
				.join();
			const versions = changes.get(date);
			if (versions) versions.push(event);
			else changes.set(date, [event]);
		}
		return {
			mains: newestOf(
				group.filter((event) => !isChange(event)),
				isForAllOf,
			),
			changes: [...changes.values()].flatMap((versions) => newestOf(versions, isForAllOf)),
		};
	});
}

function newestOf(versions: FileEvent[], isForAllOf: IsForAllOf): FileEvent[] {
	if (versions.length < 2) return versions;
	const newest = new Map<FileEvent['calendar'], number>();
	for (const event of versions) {
		newest.set(event.calendar, Math.max(newest.get(event.calendar) ?? 0, sequenceOf(event)));
	}
	const isReplaced = (event: FileEvent): boolean => {
		const sequence = sequenceOf(event);
		if (sequence < (newest.get(event.calendar) ?? 0)) return true;
		if (newest.size === 1) return false;
		return versions.some(
			(other) => other.calendar !== event.calendar && sequenceOf(other) > sequence && isForAllOf(other, event),
		);
	};
	const different = new Map(versions.filter((event) => !isReplaced(event)).map((event) => [contentOf(event), event]));
	return [...different.values()];
}

const sequenceOf = (event: FileEvent): number => Number.parseInt(textOfProperty(event, 'SEQUENCE'), 10) || 0;

const textOfProperty = ({ component }: FileEvent, name: string): string =>
	component.properties.find((property) => property.name === name)?.value.trim() ?? '';

/** All that an event says, but when it was written and which version it is. */
const contentOf = ({ component }: FileEvent): string =>
	JSON.stringify(
		component.properties
			.filter(({ name }) => !['DTSTAMP', 'CREATED', 'LAST-MODIFIED', 'SEQUENCE'].includes(name))
			.map(({ name, params, value }) => [name, params, value]),
	);
