import type { ScheduledState } from '../schedule/types';

/** What a code or a word stands for: a state, or a reason why an agent is not at work. */
export const meaningNames = ['available', 'busy', 'break', 'offline', 'off', 'leave', 'holiday'] as const;

export type MeaningName = (typeof meaningNames)[number];

/** The state that a meaning puts an agent into. */
export const stateMeant = (name: MeaningName): ScheduledState =>
	name === 'off' || name === 'leave' || name === 'holiday' ? 'offline' : name;

/**
 * Words that mean the same in every roster, by language. Letters that are one thing here and another there (E, N, H, CL, ML)
 * are not among them, nor is "free": an agent who is free takes calls.
 *
 * Sources: the legends of public rota templates (spotsaas, chandoo.org thread 501, zeiterfassungsgesetz.de, manageroster.com)
 * and the activities of NICE IEX and Assembled exports.
 */
const usualWords: Record<MeaningName, readonly string[]> = {
	off: [
		'off, day off, days off, off day, off duty, rest day, rdo, rostered day off, ado, wo, week off, weekly off',
		'w/o, comp off, toil, not working, not scheduled, non working day, -, –, —, frei, dienstfrei, freier tag',
		'ruhetag, wolne, dzień wolny, wolny, libre, día libre, descanso, folga, repos, jour de repos, riposo, vrij',
		'ledig, fri, vapaa, volno, szabadnap, выходной, 休み, 公休, 休息',
	],
	leave: [
		'al, a/l, annual leave, pto, paid time off, time off, vacation, vacations, vacation day, leave, on leave',
		'holiday, holidays, sick, sick leave, sick day, sickness, off sick, ill, casual leave, privilege leave',
		'paid leave, unpaid leave, maternity, maternity leave, paternity, paternity leave, parental leave',
		'family leave, medical leave, compassionate leave, bereavement, bereavement leave, jury duty, loa',
		'leave of absence, fmla, ooo, out of office, absent, absence, study leave, special leave, urlaub, krank',
		'krankheit, krankmeldung, elternzeit, mutterschutz, sonderurlaub, abwesend, urlop, urlop wypoczynkowy',
		'chorobowe, zwolnienie lekarskie, l4, choroba, nieobecność, nieobecny, nieobecna, chory, chora, vacaciones',
		'vacación, baja, baja médica, enfermo, enferma, enfermedad, ausente, férias, doente, congé, congés',
		'congés payés, vacances, maladie, arrêt maladie, rtt, malade, absente, malattia, ferie, assente, vakantie',
		'verlof, ziek, semester, sjuk, sygdom, syg, sykdom, loma, sairas, dovolená, nemoc, dovolenka, szabadság',
		'beteg, concediu, отпуск, больничный, відпустка, 有休, 有給, 年休, 病欠, 年假, 病假, 휴가',
	],
	holiday: [
		'public holiday, bank holiday, national holiday, statutory holiday, stat holiday, ph, feiertag, święto',
		'festivo, feriado, férié, jour férié, feestdag, helgdag, праздник, 祝日',
	],
	break: [
		'break, lunch, lunch break, meal, meal break, mealbreak, coffee, coffee break, tea break, rest break, pause',
		'mittagspause, mittag, przerwa, almuerzo, pausa, déjeuner, pauze',
	],
	busy: [
		'busy, meeting, team meeting, training, coaching, 1:1, one-on-one, one on one, side by side, besprechung',
		'schulung, spotkanie, szkolenie, reunión, formación, réunion, formation, riunione',
	],
	available: [
		'available, phone, phones, on phone, on the phone, calls, inbound, inbound calls, inbound phone, on queue',
		'on-queue, chat, chats, live chat, telefon, telefonie, teléfono, téléphone',
	],
	offline: ['offline'],
};

const meaningsByWord = new Map(
	meaningNames.flatMap((name) =>
		usualWords[name].flatMap((line) => line.split(', ')).map((word) => [foldedWord(word), name] as const),
	),
);

/** A word as it is compared: letter case, blanks and a full stop at its end make no difference. */
export function foldedWord(text: string): string {
	return text.normalize('NFC').replace(/\s+/g, ' ').trim().replace(/\.$/, '').toLowerCase();
}

/** What a word means in every roster; `undefined` for all others. */
export const usualMeaning = (text: string): MeaningName | undefined => meaningsByWord.get(foldedWord(text));

/** How a meaning is called in a sentence: "AL" means leave. */
export const meaningText: Record<MeaningName, string> = {
	available: 'available',
	busy: 'busy',
	break: 'break',
	offline: 'offline',
	off: 'a day off',
	leave: 'leave',
	holiday: 'a holiday',
};
