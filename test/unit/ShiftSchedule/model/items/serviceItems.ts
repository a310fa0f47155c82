/** Items of other services as their documentation shows them, with what a test adds or changes. */

export const unix = (time: string): number => Date.parse(`2026-11-03T${time}:00Z`) / 1000;
export const iso = (time: string): string => `2026-11-03T${time}:00Z`;

export const teams = (more: object) => ({
	...{ id: 'SHFT_1', userId: 'u1', schedulingGroupId: 'TAG_1', draftShift: null },
	sharedShift: {
		...{ displayName: 'Day shift', startDateTime: iso('08:00'), endDateTime: iso('16:00') },
		activities: [
			{ isPaid: false, startDateTime: iso('12:00'), endDateTime: iso('12:30'), code: '', displayName: 'Lunch' },
			{ isPaid: true, startDateTime: iso('14:00'), endDateTime: iso('15:00'), code: '', displayName: 'Training' },
			{ isPaid: true, startDateTime: iso('15:00'), endDateTime: iso('16:00'), code: '', displayName: 'Phones' },
		],
	},
	...more,
});

export const deputy = (more: object) => ({
	...{
		Id: 1,
		Date: '2026-11-03',
		StartTime: unix('08:00'),
		EndTime: unix('16:00'),
		Employee: 12,
		OperationalUnit: 3,
	},
	...{ Mealbreak: '2026-11-03T00:30:00+01:00', Published: true, Open: false },
	Slots: [{ strType: 'B', intStart: 14400, intEnd: 16200, strTypeName: 'Meal Break' }],
	_DPMetaData: {
		EmployeeInfo: { Id: 12, DisplayName: 'Anna Kowalska' },
		OperationalUnitInfo: { OperationalUnitName: 'Phones' },
	},
	...more,
});

export const connecteam = (more: object) => ({
	...{ id: 's1', title: 'Early', startTime: unix('08:00'), endTime: unix('16:00'), timezone: 'Europe/Warsaw' },
	...{ assignedUserIds: [7], isOpenShift: false, isPublished: true },
	// By the clock of the shift: 13:00 in Warsaw.
	breaks: [{ name: 'Lunch', type: 'unpaid', startTime: 780, duration: 30 }],
	...more,
});

export const whenIWork = (more: object) => ({
	...{ id: 1, account_id: 2, user_id: 101, location_id: 3, position_id: 4, published: true, is_open: false },
	...{ start_time: 'Tue, 03 Nov 2026 09:00:00 +0100', end_time: 'Tue, 03 Nov 2026 17:00:00 +0100' },
	...more,
});

export const genesys = (more: object, shift: object = {}) => ({
	user: { id: 'u9', name: 'Ewa' },
	shifts: [
		{
			...{ id: 's', startDate: '2026-11-03T08:00:00.000Z', lengthMinutes: 480 },
			activities: [
				{ startDate: iso('08:00'), lengthMinutes: 240, activityCategory: 'OnQueueWork' },
				{ startDate: iso('12:00'), lengthMinutes: 30, activityCategory: 'Meal' },
				{ startDate: iso('12:30'), lengthMinutes: 210, activityCategory: 'OnQueueWork' },
			],
			...shift,
		},
	],
	fullDayTimeOffMarkers: [],
	...more,
});

export const google = (more: object) => ({
	...{ kind: 'calendar#event', id: 'x', status: 'confirmed', summary: 'Early shift', eventType: 'default' },
	start: { dateTime: '2026-11-03T09:00:00+01:00', timeZone: 'Europe/Warsaw' },
	end: { dateTime: '2026-11-03T17:00:00+01:00', timeZone: 'Europe/Warsaw' },
	organizer: { email: 'lead@example.com' },
	attendees: [{ email: 'anna@example.com', displayName: 'Anna', responseStatus: 'accepted' }],
	...more,
});

export const outlook = (more: object) => ({
	...{
		id: 'AAMk',
		subject: 'Early shift',
		isCancelled: false,
		isAllDay: false,
		showAs: 'busy',
		type: 'singleInstance',
	},
	start: { dateTime: '2026-11-03T08:00:00.0000000', timeZone: 'UTC' },
	end: { dateTime: '2026-11-03T16:00:00.0000000', timeZone: 'UTC' },
	organizer: { emailAddress: { name: 'Lead', address: 'lead@example.com' } },
	attendees: [
		{
			type: 'required',
			status: { response: 'accepted' },
			emailAddress: { name: 'Anna', address: 'anna@example.com' },
		},
		{ type: 'resource', emailAddress: { name: 'Room', address: 'room@example.com' } },
	],
	...more,
});

export const anna = { id: 'PANNA', type: 'user_reference', summary: 'Anna Kowalska', self: '', html_url: '' };
export const entry = (start: unknown, end: unknown, user: unknown = anna) => ({ start, end, user });
export const week = ['2026-11-02T09:00:00+01:00', '2026-11-09T09:00:00+01:00'] as const;

/** Opsgenie's answer about a schedule. */
export const timeline = {
	data: {
		_parent: { name: 'Support' },
		finalTimeline: {
			rotations: [
				{
					...{ id: 'r', name: 'Days', order: 1 },
					periods: [
						{
							...{ startDate: '2026-11-02T08:00:00Z', endDate: '2026-11-09T08:00:00Z' },
							...{
								type: 'override',
								recipient: { id: 'o1', type: 'user', name: 'anna@example.com' },
							},
						},
					],
				},
			],
		},
	},
};

/** A final shift of Grafana OnCall. */
export const finalShift = {
	...{ user_pk: 'U1', user_email: 'anna@example.com', user_username: 'anna' },
	...{ shift_start: '2026-11-02T08:00:00Z', shift_end: '2026-11-09T08:00:00Z' },
};
