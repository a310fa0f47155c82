import { problem, value, type Result } from '../../../shared/values/result';
import { inQuotes } from '../../../shared/values/text';

/**
 * The places that people mean by letters or words, the usual one first. Which clock they stand for in summer, or on which continent,
 * the letters do not say, and platforms take some of them for another place: V8 reads BST as Asia/Dhaka.
 */
const meant: Record<string, readonly string[]> = {
	ACDT: ['Australia/Adelaide'],
	ACST: ['Australia/Adelaide', 'Australia/Darwin'],
	ADT: ['America/Halifax'],
	AEDT: ['Australia/Sydney'],
	AEST: ['Australia/Sydney', 'Australia/Brisbane'],
	AET: ['Australia/Sydney'],
	AKDT: ['America/Anchorage'],
	AKST: ['America/Anchorage'],
	ART: ['America/Argentina/Buenos_Aires'],
	AST: ['America/Halifax', 'America/Puerto_Rico', 'Asia/Riyadh'],
	AWST: ['Australia/Perth'],
	BRT: ['America/Sao_Paulo'],
	BST: ['Europe/London'],
	CDT: ['America/Chicago'],
	CEST: ['Europe/Berlin', 'Europe/Paris', 'Europe/Warsaw'],
	CLST: ['America/Santiago'],
	CLT: ['America/Santiago'],
	COT: ['America/Bogota'],
	CST: ['America/Chicago', 'Asia/Shanghai', 'America/Havana'],
	CT: ['America/Chicago'],
	ECT: ['America/Guayaquil'],
	EDT: ['America/New_York'],
	EEST: ['Europe/Athens', 'Europe/Bucharest', 'Europe/Helsinki'],
	ET: ['America/New_York'],
	GST: ['Asia/Dubai'],
	HDT: ['Pacific/Honolulu'],
	HKT: ['Asia/Hong_Kong'],
	ICT: ['Asia/Bangkok'],
	IDT: ['Asia/Jerusalem'],
	IST: ['Asia/Kolkata', 'Asia/Jerusalem', 'Europe/Dublin'],
	KST: ['Asia/Seoul'],
	MDT: ['America/Denver'],
	MESZ: ['Europe/Berlin'],
	MEZ: ['Europe/Berlin'],
	MSK: ['Europe/Moscow'],
	MT: ['America/Denver'],
	MYT: ['Asia/Kuala_Lumpur'],
	NDT: ['America/St_Johns'],
	NST: ['America/St_Johns'],
	NZDT: ['Pacific/Auckland'],
	NZST: ['Pacific/Auckland'],
	NZT: ['Pacific/Auckland'],
	PDT: ['America/Los_Angeles'],
	PET: ['America/Lima'],
	PHT: ['Asia/Manila'],
	PKT: ['Asia/Karachi'],
	PST: ['America/Los_Angeles', 'Asia/Manila'],
	PT: ['America/Los_Angeles'],
	SAST: ['Africa/Johannesburg'],
	SGT: ['Asia/Singapore'],
	SST: ['Pacific/Pago_Pago', 'Asia/Singapore'],
	TRT: ['Europe/Istanbul'],
	UYT: ['America/Montevideo'],
	WAT: ['Africa/Lagos'],
	WEST: ['Europe/Lisbon'],
	WIB: ['Asia/Jakarta'],
	'BRITISH SUMMER TIME': ['Europe/London'],
	'BRITISH TIME': ['Europe/London'],
	'CENTRAL DAYLIGHT TIME': ['America/Chicago'],
	'CENTRAL EUROPEAN SUMMER TIME': ['Europe/Berlin', 'Europe/Paris', 'Europe/Warsaw'],
	'CENTRAL EUROPEAN TIME': ['Europe/Berlin', 'Europe/Paris', 'Europe/Warsaw'],
	'CENTRAL TIME': ['America/Chicago'],
	'EASTERN DAYLIGHT TIME': ['America/New_York'],
	'EASTERN EUROPEAN TIME': ['Europe/Athens', 'Europe/Bucharest', 'Europe/Helsinki'],
	'EASTERN TIME': ['America/New_York'],
	'GREENWICH MEAN TIME': ['Europe/London', 'UTC'],
	'INDIAN STANDARD TIME': ['Asia/Kolkata'],
	'IRISH STANDARD TIME': ['Europe/Dublin'],
	'MOUNTAIN DAYLIGHT TIME': ['America/Denver'],
	'MOUNTAIN TIME': ['America/Denver'],
	'PACIFIC DAYLIGHT TIME': ['America/Los_Angeles'],
	'PACIFIC TIME': ['America/Los_Angeles'],
};

/** Zones of the tz database without summer time, which people use for the time at their place. */
const withoutSummerTime: Record<string, string> = {
	EST: 'America/New_York',
	GMT: 'Europe/London (or UTC, which never changes)',
	HST: 'Pacific/Honolulu',
	MST: 'America/Denver',
};

/** Letters with one meaning all over the world, and no summer time. */
const certain: Record<string, string> = { CAT: 'Africa/Maputo', EAT: 'Africa/Nairobi', JST: 'Asia/Tokyo' };

/**
 * What letters such as `BST` stand for. Most are refused with the place to write instead.
 *
 * @returns `undefined` when the text is none of them
 */
export function zoneOfLetters(text: string): Result<string> | undefined {
	const letters = text.toUpperCase().replace(/\s+/g, ' ');
	const place = certain[letters];
	if (place !== undefined) return value(place);
	const winter = withoutSummerTime[letters];
	if (winter !== undefined) return problem(`${inQuotes(text)} has no summer time: write a place, such as ${winter}`);
	const places = meant[letters];
	if (places === undefined) return undefined;
	const last = places.at(-1) ?? '';
	return places.length === 1
		? problem(`${inQuotes(text)} is not the name of a place: write ${last}`)
		: problem(`${inQuotes(text)} is used in several places: write ${places.slice(0, -1).join(', ')} or ${last}`);
}
