import { supplemental as cldr } from 'cldr-core/supplemental/windowsZones.json';
import { windowsZones } from '../../../../../nodes/ShiftSchedule/model/calendar/windowsZones';
import { windowsLabels } from '../../../../../nodes/ShiftSchedule/model/calendar/windowsLabels';
import { createZoneClock } from '../../../../../nodes/ShiftSchedule/model/calendar/zone';

describe("Windows' zone names", () => {
	// The platform's own name of a zone: Asia/Kolkata and Asia/Calcutta are one. It throws for a name that it does not know.
	const own = (zone: string): string => new Intl.DateTimeFormat('en', { timeZone: zone }).resolvedOptions().timeZone;

	it('stand for the places that CLDR gives them, all of them', () => {
		const places = cldr.windowsZones.mapTimezones
			.map(({ mapZone }) => mapZone)
			.filter(({ _territory: territory }) => territory === '001')
			.map(({ _other: windows, _type: zone }) => `${windows.toLowerCase()} ${own(zone)}`);
		expect([...windowsZones].map(([windows, zone]) => `${windows} ${own(zone)}`).sort()).toEqual(places.sort());
	});

	// By Windows' own labels. Almaty, which older tables name, left Central Asia's +06:00 in 2024.
	it.each([
		['Central Asia Standard Time', 360],
		['Central European Standard Time', 60],
		['Pacific SA Standard Time', -180],
		['Samoa Standard Time', 780],
		['US Mountain Standard Time', -420],
	])('%s is %i minutes from UTC in January', (windows, minutes) => {
		const clock = createZoneClock(windowsZones.get(windows.toLowerCase()) ?? '');
		expect(clock.offsetAt(Date.UTC(2026, 0, 5))).toBe(minutes);
	});
});

it("Windows' labels stand for zones that there are", () => {
	expect([...windowsLabels].filter(([, windows]) => !windowsZones.has(windows))).toEqual([]);
});
