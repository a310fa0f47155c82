import { normalizedHeading } from '../../../../../nodes/shared/values/headings';
import {
	columnCloseTo,
	isDateHeading,
	isEdgeHeading,
	isNameHeading,
	meaningOfHeading,
} from '../../../../../nodes/ShiftSchedule/model/roster/headings';
import { rosterColumns, type RosterColumn } from '../../../../../nodes/ShiftSchedule/model/roster/columns';

/** As they stand at the head of tables, by our column: the sources are in docs/decisions/0049. */
const headings: Partial<Record<RosterColumn, string[]>> = {
	start: [
		'Start Time, Shift Start, Shift Start Time, Start Shift, Begin, Begins, Begin Time, Starts, Starts At, From Time',
		'Time From, Start Hour, Start DateTime, Start Date and Time, Shift Start Date and Time, DTSTART',
		'Shift Start DateTime, Start Timestamp, Start At, Time, Times, Shift Time, Shift Times, Shift Hours',
		'Beginn, Schichtbeginn, Dienstbeginn, Arbeitsbeginn, Startzeit, Anfang, Uhrzeit, Zeit',
		'Początek, Rozpoczęcie, Godzina rozpoczęcia, Godzina od, Od godziny',
		'Inicio, Hora inicio, Entrada, Hora entrada, Hora de inicio',
		'Début, Heure début, Heure de début, Inizio, Ora inizio, Begintijd, Aanvang',
	],
	end: [
		'End Time, Shift End, Shift End Time, End Shift, Ends, Ends At, Finish, Finishes, Finish Time, Shift Finish',
		'To Time, Time To, End Hour, Stop, Stop Time, End DateTime, End Date and Time, DTEND',
		'Shift End Date and Time, Shift End DateTime, End Timestamp, End At',
		'Ende, Schichtende, Dienstende, Arbeitsende, Endzeit, Koniec, Zakończenie, Godzina zakończenia',
		'Godzina do, Do godziny, Fin, Hora fin, Hora de fin, Salida, Hora salida, Heure fin, Heure de fin',
		'Fine, Ora fine, Eindtijd, Einde, Fim, Hora fim, Término',
	],
	from: [
		'Date, Shift Date, Work Date, Schedule Date, Start Date, From Date, Date From, First Day, Start Day, Begin Date',
		'Datum, Von Datum, Von, Ab, Data, Data od, Od, Fecha, Fecha inicio, Desde, Date début, Data inizio, Startdatum',
		'Data início',
	],
	until: [
		'To, End Date, To Date, Date To, Last Day, End Day, Finish Date, Till, Until Date, Thru, Through',
		'Bis, Bis Datum, Enddatum, Data do, Do, Fecha fin, Hasta, Date fin, Data fine, Einddatum, Data fim',
	],
	days: ['Days of Week, Day of Week, Weekday, Weekdays, Wochentag, Wochentage, Dzień tygodnia, Dni, Días, Jours'],
	length: [
		'Duration, Shift Length, Shift Duration, Length Minutes, Duration Minutes, Length hours, Duration hours',
		'Length in minutes, Duration in minutes, Length in hours, Duration in hours',
		'Dauer, Czas trwania, Duración, Durée, Durata',
	],
	shift: ['Shift Name, Schicht, Zmiana, Turno, Dienst'],
	zone: [
		'Time Zone, TZ, Local Time Zone, Zeitzone, Strefa czasowa, Zona horaria, Fuseau horaire, Tijdzone',
		'IANA Time Zone',
	],
	breakStart: [
		'Break Start, Break From, Break Begin, Break Start Time, Lunch Start, Lunch From, Meal Start, Meal Break Start',
		'Lunch Break Start, Pause Start, Pause von, Pausenbeginn, Początek przerwy, Inicio descanso, Début pause',
	],
	breakEnd: [
		'Break End, Break To, Break Until, Break Finish, Break End Time, Lunch End, Lunch To, Meal End, Meal Break End',
		'Lunch Break End, Pause Ende, Pause bis, Pausenende, Koniec przerwy, Fin descanso, Fin pause',
	],
	breakLength: [
		'Break, Breaks, Break Duration, Break Minutes, Break Mins, Break Min, Break Time, Meal Break, Meal, Lunch',
		'Break Length, Lunch Break, Lunch Time, Unpaid Break, Pause, Przerwa, Descanso, Pausa',
	],
};

/** The likeliest first: of several in one table, the first is the agent. */
const agents = [
	'Agent ID',
	'Agent Email, Employee Email, Staff Email, User Email, Worker Email, Work Email, Email Address, E-Mail, Mail, Email ID',
	'Username, User ID, User, Login, Login ID',
	[
		'Employee, Agent Name, Employee Name, Staff, Staff Name, Staff Member, Team Member, Worker, Worker Name, Person',
		'Associate, Rep, Advisor, Full Name, Mitarbeiter, Mitarbeiterin, Mitarbeitername, Pracownik, Agente, Empleado',
		'Empleada, Nombre, Trabajador, Employé, Salarié, Collaborateur, Nom, Dipendente, Operatore, Medewerker',
		'Funcionário, Colaborador, Nome, Naam, Imię i nazwisko',
	].join(', '),
	'Name',
	'Employee ID, Employee Number, Staff ID, Staff Number, Badge, Badge Number, Personnel Number, Personalnummer',
];

const split = (line: string): string[] => line.split(', ');

describe('a heading', () => {
	it.each(
		Object.entries(headings).flatMap(([column, lines]) =>
			lines.flatMap(split).map((heading) => [heading, column] as const),
		),
	)('%s is the column %s', (heading, column) => {
		expect(meaningOfHeading(normalizedHeading(heading))).toMatchObject({ kind: 'column', column });
	});

	it.each(rosterColumns.filter((column) => column !== 'name'))('%s is our own', (column) => {
		expect(meaningOfHeading(normalizedHeading(column))).toEqual({ kind: 'column', column, isOwn: true });
	});

	it('of another table is not our own', () => {
		expect(meaningOfHeading(normalizedHeading('Start Time'))).toEqual({
			...{ kind: 'column', column: 'start', isOwn: false },
		});
	});

	it.each(agents.flatMap((line, rank) => split(line).map((heading) => [heading, rank] as const)))(
		'%s is the agent, in place %i',
		(heading, rank) => {
			expect(meaningOfHeading(normalizedHeading(heading))).toEqual({ kind: 'agent', rank });
			// Beside an address or a login, these are what the agent is called.
			expect(isNameHeading(normalizedHeading(heading))).toBe(rank === 3 || rank === 4);
		},
	);

	it.each(['Day', 'Tag', 'Dzień', 'Día', 'Jour', 'Giorno', 'Dag'])('%s is a date or a weekday', (heading) => {
		expect(meaningOfHeading(normalizedHeading(heading)).kind).toBe('day');
		expect(isDateHeading(normalizedHeading(heading))).toBe(true);
	});

	it.each(['Date', 'Shift Date', 'Work Date', 'Schedule Date', 'Datum', 'Data', 'Fecha'])(
		'%s is a date, beside which From and To are times',
		(heading) => {
			expect(isDateHeading(normalizedHeading(heading))).toBe(true);
		},
	);

	it.each(['Start Date', 'From', 'Start', 'Agent'])('%s is not a date of a day', (heading) => {
		expect(isDateHeading(normalizedHeading(heading))).toBe(false);
	});

	it.each(['From', 'To', 'Until', 'Till', 'Von', 'Bis', 'Od', 'Do', 'Desde', 'Hasta'])(
		'%s may be a time beside a date',
		(heading) => {
			expect(isEdgeHeading(normalizedHeading(heading))).toBe(true);
		},
	);

	it.each(['Start', 'End', 'Date', 'Through'])('%s is what it is, whatever stands beside it', (heading) => {
		expect(isEdgeHeading(normalizedHeading(heading))).toBe(false);
	});

	it.each(['row_number', 'id', 'createdAt', 'updatedAt'])('%s is one that systems add', (heading) => {
		expect(meaningOfHeading(normalizedHeading(heading)).kind).toBe('system');
	});

	it.each([
		['untill', 'until', 'a doubled letter'],
		['reazon', 'reason', 'a wrong letter'],
		['resaon', 'reason', 'two letters swapped'],
		['reson', 'reason', 'a missing letter'],
		['rotaton', 'rotation', 'a missing letter'],
		['sstart', 'start', 'a letter more at the beginning'],
		['shiift', 'shift', 'a letter more'],
		['agnet', 'agent', 'two letters swapped'],
		['agenta', 'agent', 'a letter more at the end'],
		['agent1', 'agent', 'a digit more'],
		['sevice', 'service', 'a missing letter'],
		['zonee', 'zone', 'a letter more'],
		['prioroty', 'priority', 'a wrong letter'],
	])('%s was likely meant to be %s: %s', (heading, column) => {
		expect(columnCloseTo(heading)).toBe(column);
	});

	it.each([
		['season', 'is a word of its own'],
		['stage', 'is a word of its own'],
		['estate', 'is a word of its own'],
		['shirt', 'is a word of its own'],
		['skill', 'is a word of its own'],
		['stars', 'is a word of its own'],
		['shifts', 'is more than one shift'],
		['agents', 'is more than one agent'],
		['sone', 'is too short to tell'],
		['stra', 'is too short to tell'],
		['reoasn', 'has two letters in the wrong place'],
		['unntill', 'has two letters more'],
		['untl2', 'is two letters away'],
		['priority', 'is the column itself'],
		['location', 'is near none'],
	])('%s %s', (heading) => {
		expect(columnCloseTo(heading)).toBeUndefined();
	});
});
