import type { IExecuteFunctions } from 'n8n-workflow';
import type { Weekday } from '../../model/calendar/day';
import { dateOrders, type DateOrder } from '../../model/roster/dateText';
import { FOUND_OUT } from '../fields/writing';
import { readOption } from '../../../shared/n8n/parameters';

/** What the form says about the writing of dates and days; nothing where they are found out or refused. */
export interface SaidWriting {
	order?: DateOrder;
	firstDay?: Weekday;
}

const firstDays = { monday: 1, saturday: 6, sunday: 7 } as const;

/** @throws Error when an expression gave something that the list of a field does not offer */
export function readWriting(context: IExecuteFunctions): SaidWriting {
	const names = ['', 'monday', 'saturday', 'sunday'] as const;
	const first = readOption(context, { name: 'weekStartsOn', label: 'Week Starts On', options: names });
	return {
		...readOrder(context),
		...(first !== '' && { firstDay: firstDays[first] }),
	};
}

export function readOrder(context: IExecuteFunctions): Pick<SaidWriting, 'order'> {
	const order = readOption(context, { name: 'datesAre', label: 'Dates Are', options: [FOUND_OUT, ...dateOrders] });
	return order === FOUND_OUT ? {} : { order };
}
