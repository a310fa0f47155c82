import { isRecord } from '../../../shared/values/record';
import type { Entry, ItemService } from './found';
import { connecteam } from './readers/connecteam';
import { deputy } from './readers/deputy';
import { genesys, userSchedulesIn } from './readers/genesys';
import { googleCalendar } from './readers/googleCalendar';
import { grafanaOnCall, opsgenie, pagerDuty } from './readers/onCall';
import { outlook } from './readers/outlook';
import { teamsShifts } from './readers/teamsShifts';
import { whenIWork } from './readers/whenIWork';
import type { ServiceId } from './serviceNames';
import { valueAt } from './values';

const readers: Record<ServiceId, ItemService> = {
	connecteam,
	deputy,
	genesys,
	googleCalendar,
	grafanaOnCall,
	outlook,
	teamsShifts,
	opsgenie,
	pagerDuty,
	whenIWork,
};

export const itemServices: readonly ItemService[] = Object.values(readers);

/**
 * The entries of a service in an item: the item itself, or those of a list in it. An empty item has none: n8n hands it on
 * where a step found nothing.
 *
 * @returns `undefined` when the item is certainly not of this service
 */
export function entriesIn(service: ItemService, item: Entry): Entry[] | undefined {
	if (Object.keys(item).length === 0) return [];
	if (service.isEntry(item)) return [item];
	for (const path of service.lists) {
		const found = valueAt(item, path);
		const list = isRecord(found) && path.endsWith('userSchedules') ? userSchedulesIn(found) : found;
		if (Array.isArray(list) && list.every((one) => isRecord(one) && service.isEntry(one))) return list as Entry[];
	}
	return undefined;
}

/** The service whose form all items have: only one that is certain, and with at least one entry. */
export function serviceOfItems(items: Entry[]): ItemService | undefined {
	const fitting = itemServices.filter((service) => {
		const found = items.map((item) => entriesIn(service, item));
		return found.every((entries) => entries !== undefined) && found.some((entries) => (entries?.length ?? 0) > 0);
	});
	return fitting.length === 1 ? fitting[0] : undefined;
}
