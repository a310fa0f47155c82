import { headingsOfAgents, keptBySystems, normalizedHeading } from '../../../shared/values/headings';
import { rosterColumns, type RosterColumn } from './columns';

/**
 * What other tables call our columns, each with one meaning; normalized. Sources: public rosters and the import files of
 * WFM systems (NICE, Deputy, Connecteam, When I Work, Teams Shifts, Genesys), listed in docs/decisions/0049.
 */
const synonyms: Partial<Record<RosterColumn, readonly string[]>> = {
	start: [
		...[
			'starttime',
			'shiftstart',
			'shiftstarttime',
			'startshift',
			'begin',
			'begins',
			'begintime',
			'starts',
			'startsat',
		],
		...[
			'fromtime',
			'timefrom',
			'starthour',
			'startdatetime',
			'startdateandtime',
			'shiftstartdateandtime',
			'dtstart',
		],
		...[
			'shiftstartdatetime',
			'starttimestamp',
			'startat',
			'time',
			'times',
			'shifttime',
			'shifttimes',
			'shifthours',
		],
		...['beginn', 'schichtbeginn', 'dienstbeginn', 'arbeitsbeginn', 'startzeit', 'anfang', 'uhrzeit', 'zeit'],
		...[
			'poczatek',
			'rozpoczecie',
			'godzinarozpoczecia',
			'godzinaod',
			'odgodziny',
			'inicio',
			'horainicio',
			'entrada',
		],
		...[
			'horaentrada',
			'horadeinicio',
			'debut',
			'heuredebut',
			'heurededebut',
			'inizio',
			'orainizio',
			'begintijd',
			'aanvang',
		],
	],
	end: [
		...['endtime', 'shiftend', 'shiftendtime', 'endshift', 'ends', 'endsat', 'finish', 'finishes', 'finishtime'],
		...['shiftfinish', 'totime', 'timeto', 'endhour', 'stop', 'stoptime', 'enddatetime', 'enddateandtime', 'dtend'],
		...['shiftenddateandtime', 'shiftenddatetime', 'endtimestamp', 'endat'],
		...[
			'ende',
			'schichtende',
			'dienstende',
			'arbeitsende',
			'endzeit',
			'koniec',
			'zakonczenie',
			'godzinazakonczenia',
		],
		...['godzinado', 'dogodziny', 'fin', 'horafin', 'horadefin', 'salida', 'horasalida', 'heurefin', 'heuredefin'],
		...['fine', 'orafine', 'eindtijd', 'einde', 'fim', 'horafim', 'termino'],
	],
	from: [
		...[
			'date',
			'shiftdate',
			'workdate',
			'scheduledate',
			'startdate',
			'fromdate',
			'datefrom',
			'firstday',
			'startday',
		],
		...['begindate', 'datum', 'vondatum', 'von', 'ab', 'data', 'dataod', 'od', 'fecha', 'fechainicio', 'desde'],
		...['datedebut', 'datainizio', 'startdatum', 'datainicio'],
	],
	until: [
		...[
			'to',
			'enddate',
			'todate',
			'dateto',
			'lastday',
			'endday',
			'finishdate',
			'till',
			'untildate',
			'thru',
			'through',
		],
		...[
			'bis',
			'bisdatum',
			'enddatum',
			'datado',
			'do',
			'fechafin',
			'hasta',
			'datefin',
			'datafine',
			'einddatum',
			'datafim',
		],
	],
	days: [
		'daysofweek',
		'dayofweek',
		'weekday',
		'weekdays',
		'wochentag',
		'wochentage',
		'dzientygodnia',
		'dni',
		'dias',
		'jours',
	],
	length: [
		...[
			'duration',
			'shiftlength',
			'shiftduration',
			'lengthminutes',
			'durationminutes',
			'lengthhours',
			'durationhours',
		],
		...[
			'lengthinminutes',
			'durationinminutes',
			'lengthinhours',
			'durationinhours',
			'dauer',
			'czastrwania',
			'duracion',
			'duree',
			'durata',
		],
	],
	shift: ['shiftname', 'schicht', 'zmiana', 'turno', 'dienst'],
	zone: [
		'timezone',
		'tz',
		'localtimezone',
		'zeitzone',
		'strefaczasowa',
		'zonahoraria',
		'fuseauhoraire',
		'tijdzone',
		'ianatimezone',
	],
	breakStart: [
		...['breakfrom', 'breakbegin', 'breakstarttime', 'lunchstart', 'lunchfrom', 'mealstart', 'mealbreakstart'],
		...[
			'lunchbreakstart',
			'pausestart',
			'pausevon',
			'pausenbeginn',
			'poczatekprzerwy',
			'iniciodescanso',
			'debutpause',
		],
	],
	breakEnd: [
		...['breakto', 'breakuntil', 'breakfinish', 'breakendtime', 'lunchend', 'lunchto', 'mealend', 'mealbreakend'],
		...['lunchbreakend', 'pauseende', 'pausebis', 'pausenende', 'koniecprzerwy', 'findescanso', 'finpause'],
	],
	breakLength: [
		...[
			'break',
			'breaks',
			'breakduration',
			'breakminutes',
			'breakmins',
			'breakmin',
			'breaktime',
			'mealbreak',
			'meal',
			'lunch',
		],
		...['lunchbreak', 'lunchtime', 'unpaidbreak', 'pause', 'przerwa', 'descanso', 'pausa'],
	],
};

/** A column of one day may hold a date or the name of a weekday. */
const namesOfOneDay = ['day', 'tag', 'dzien', 'dia', 'jour', 'giorno', 'dag'];

/** Headings of whole days: beside them, From and To are times. */
const namesOfDates = ['date', 'shiftdate', 'workdate', 'scheduledate', 'datum', 'data', 'fecha', ...namesOfOneDay];

const columnOfHeading = new Map<string, RosterColumn>([
	...Object.entries(synonyms).flatMap(([column, names]) =>
		names.map((name) => [name, column as RosterColumn] as const),
	),
	...rosterColumns.map((column) => [normalizedHeading(column), column] as const),
]);

/** What a heading means by itself, whatever else the table has. */
export type HeadingMeaning =
	| { kind: 'column'; column: RosterColumn; isOwn: boolean }
	/** `rank` from 0: the lower is read. */
	| { kind: 'agent'; rank: number }
	| { kind: 'day' | 'system' | 'unknown' };

export function meaningOfHeading(heading: string): HeadingMeaning {
	if (keptBySystems.has(heading)) return { kind: 'system' };
	const rank = headingsOfAgents.findIndex((names) => names.includes(heading));
	// The column `name` is ours, too: beside a column of agents it is what they are called.
	if (rank >= 0) return { kind: 'agent', rank };
	const column = columnOfHeading.get(heading);
	if (column) return { kind: 'column', column, isOwn: normalizedHeading(column) === heading };
	return { kind: namesOfOneDay.includes(heading) ? 'day' : 'unknown' };
}

/** Whether a column of agents holds their names: where another one is read as the agent, it is what they are called. */
export const isNameHeading = (heading: string): boolean =>
	headingsOfAgents.slice(3, 5).some((names) => names.includes(heading));

export const isDateHeading = (heading: string): boolean => namesOfDates.includes(heading);

/** Headings that stand for times where a column of dates stands beside them: From, To. */
export const isEdgeHeading = (heading: string): boolean =>
	['from', 'to', 'until', 'till', 'von', 'bis', 'od', 'do', 'desde', 'hasta'].includes(heading);

/** In letters: shorter headings are close to too many words. */
const MIN_CLOSE_LENGTH = 5;

/** Words that are one letter from a column of ours and mean something else. */
const otherWords = new Set(['season', 'stage', 'estate', 'shirt', 'skill', 'stars']);

/** The column that a heading was likely meant to be, by one wrong, missing, doubled or swapped letter: `untill`. */
export function columnCloseTo(heading: string): RosterColumn | undefined {
	if (heading.length < MIN_CLOSE_LENGTH || otherWords.has(heading)) return undefined;
	return rosterColumns.find((column) => {
		const own = normalizedHeading(column);
		return heading !== `${own}s` && isMisspelt(heading, own);
	});
}

function isMisspelt(a: string, b: string): boolean {
	if (Math.abs(a.length - b.length) > 1 || a === b) return false;
	let first = 0;
	while (first < a.length && a[first] === b[first]) first++;
	const [restA, restB] = [a.slice(first), b.slice(first)];
	const isSwapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
	return isSwapped || restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}
