import { createZoneClock } from '../../../../../nodes/ShiftSchedule/model/calendar/zone';
import { zoneNamed } from '../../../../../nodes/ShiftSchedule/model/calendar/zoneName';

/** What letters and words say, in hours from Greenwich: once for each place that is to be offered for them. */
const offsets: Array<[letters: string, ...hours: number[]]> = [
	['ACDT', 10.5],
	['ACST', 9.5, 9.5],
	['ADT', -3],
	['AEDT', 11],
	['AEST', 10, 10],
	['AET', 10],
	['AKDT', -8],
	['AKST', -9],
	['ART', -3],
	['AST', -4, -4, 3],
	['AWST', 8],
	['BRT', -3],
	['BST', 1],
	['CDT', -5],
	['CEST', 2, 2, 2],
	['CLST', -3],
	['CLT', -4],
	['COT', -5],
	['CST', -6, 8, -5],
	['CT', -6],
	['ECT', -5],
	['EDT', -4],
	['EEST', 3, 3, 3],
	['ET', -5],
	['GST', 4],
	['HDT', -10],
	['HKT', 8],
	['ICT', 7],
	['IDT', 3],
	['IST', 5.5, 2, 1],
	['KST', 9],
	['MDT', -6],
	['MESZ', 2],
	['MEZ', 1],
	['MSK', 3],
	['MT', -7],
	['MYT', 8],
	['NDT', -2.5],
	['NST', -3.5],
	['NZDT', 13],
	['NZST', 12],
	['NZT', 12],
	['PDT', -7],
	['PET', -5],
	['PHT', 8],
	['PKT', 5],
	['PST', -8, 8],
	['PT', -8],
	['SAST', 2],
	['SGT', 8],
	['SST', -11, 8],
	['TRT', 3],
	['UYT', -3],
	['WAT', 1],
	['WEST', 1],
	['WIB', 7],
	['British Summer Time', 1],
	['British Time', 0],
	['Central Daylight Time', -5],
	['Central European Summer Time', 2, 2, 2],
	['Central European Time', 1, 1, 1],
	['Central Time', -6],
	['Eastern Daylight Time', -4],
	['Eastern European Time', 2, 2, 2],
	['Eastern Time', -5],
	['Greenwich Mean Time', 0, 0],
	['Indian Standard Time', 5.5],
	['Irish Standard Time', 1],
	['Mountain Daylight Time', -6],
	['Mountain Time', -7],
	['Pacific Daylight Time', -7],
	['Pacific Time', -8],
	['EST', -5],
	['HST', -10],
	['MST', -7],
];

const placesIn = (message: string): string[] => message.match(/[A-Z][A-Za-z]+\/[A-Za-z_/]+|UTC/g) ?? [];

function hoursOf(zone: string): number[] {
	const clock = createZoneClock(zone);
	return [0, 6].map((month) => clock.offsetAt(Date.UTC(2026, month, 1)) / 60);
}

describe('letters for a zone', () => {
	it.each(offsets)('%s are refused, with places that have such clocks', (letters, ...hours) => {
		const read = zoneNamed(letters);
		const places = placesIn(read.kind === 'problem' ? read.problem : '');
		expect(places).toHaveLength(hours.length);
		for (const [index, place] of places.entries()) expect(hoursOf(place)).toContain(hours[index]);
	});

	it.each([
		['BST', '"BST" is not the name of a place: write Europe/London'],
		['est', '"est" has no summer time: write a place, such as America/New_York'],
		['GMT', '"GMT" has no summer time: write a place, such as Europe/London (or UTC, which never changes)'],
		['pst', '"pst" is used in several places: write America/Los_Angeles or Asia/Manila'],
		['IST', '"IST" is used in several places: write Asia/Kolkata, Asia/Jerusalem or Europe/Dublin'],
		['Pacific  time', '"Pacific  time" is not the name of a place: write America/Los_Angeles'],
	])('%j says why', (letters, problem) => {
		expect(zoneNamed(letters)).toEqual({ kind: 'problem', problem });
	});

	it.each([
		['CAT', 'Africa/Maputo', 2],
		['EAT', 'Africa/Nairobi', 3],
		['jst', 'Asia/Tokyo', 9],
	])('%s have one meaning: %s', (letters, place, hours) => {
		expect(zoneNamed(letters)).toEqual({ kind: 'value', value: place });
		expect(hoursOf(place)).toEqual([hours, hours]);
	});

	// Words of the tz database that follow the clocks of a place.
	it.each([
		['CET', 1],
		['EET', 2],
		['MET', 1],
		['WET', 0],
		['CST6CDT', -6],
		['EST5EDT', -5],
		['MST7MDT', -7],
		['PST8PDT', -8],
		['UTC', 0],
		['Zulu', 0],
		['Universal', 0],
		['Cuba', -5],
		['Egypt', 2],
		['Eire', 0],
		['GB', 0],
		['GB-Eire', 0],
		['Hongkong', 8],
		['Iceland', 0],
		['Iran', 3.5],
		['Israel', 2],
		['Jamaica', -5],
		['Japan', 9],
		['Kwajalein', 12],
		['Libya', 2],
		['Navajo', -7],
		['NZ', 13],
		['NZ-CHAT', 13.75],
		['Poland', 1],
		['Portugal', 0],
		['PRC', 8],
		['ROC', 8],
		['ROK', 9],
		['Singapore', 8],
		['Turkey', 3],
		['W-SU', 3],
	])('%s is a place of the tz database, %f hours from Greenwich in January', (word, hours) => {
		const read = zoneNamed(word);
		expect(read.kind === 'value' && hoursOf(read.value)[0]).toBe(hours);
	});
});
