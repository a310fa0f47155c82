/** The services whose items are read as they are, by their ids. The form lists them without loading what reads them. */
export const serviceNames = {
	connecteam: 'Connecteam',
	deputy: 'Deputy',
	genesys: 'Genesys Cloud WFM',
	googleCalendar: 'Google Calendar',
	grafanaOnCall: 'Grafana OnCall',
	outlook: 'Microsoft Outlook',
	teamsShifts: 'Microsoft Teams Shifts',
	opsgenie: 'Opsgenie',
	pagerDuty: 'PagerDuty',
	whenIWork: 'When I Work',
} as const;

export type ServiceId = keyof typeof serviceNames;
