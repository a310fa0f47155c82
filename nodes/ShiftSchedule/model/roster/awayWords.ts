import { foldedText } from '../../../shared/values/visibleText';

/**
 * Words by which sheets say that a shift is not worked, folded, in the languages that our sources are in. They are sought in
 * columns that nobody named, so they must be certain there: short ones such as AL, WO, Fri or a dash, which `usualWords`
 * reads in a cell for a shift, are not among them, and Cancelled or Draft are, which are not codes of a shift.
 */
const awayWords = new Set([
	...['leave', 'annual leave', 'sick leave', 'parental leave', 'maternity leave', 'unpaid leave', 'on leave', 'loa'],
	...[
		'sick',
		'sickness',
		'ill',
		'absent',
		'absence',
		'no show',
		'holiday',
		'holidays',
		'bank holiday',
		'public holiday',
	],
	...[
		'vacation',
		'vacations',
		'pto',
		'toil',
		'time off',
		'day off',
		'off',
		'rest day',
		'rdo',
		'week off',
		'weekly off',
	],
	...['off duty', 'not working', 'away', 'out of office', 'ooo', 'cancelled', 'canceled', 'declined', 'deleted'],
	...['rejected', 'withdrawn', 'void', 'draft', 'unassigned', 'swapped', 'dropped'],
	...['urlaub', 'krank', 'feiertag', 'frei', 'abwesend', 'storniert', 'abgesagt', 'ausgefallen', 'entfallt'],
	...['urlop', 'chory', 'chora', 'chorobowe', 'wolne', 'nieobecny', 'nieobecna', 'odwolany', 'anulowany', 'swieto'],
	...['vacaciones', 'enfermo', 'baja', 'festivo', 'libre', 'ausente', 'cancelado', 'anulado', 'permiso'],
	...['conge', 'conges', 'malade', 'ferie', 'absente', 'annule', 'repos'],
	...[
		'malattia',
		'assente',
		'annullato',
		'riposo',
		'ferias',
		'doente',
		'folga',
		'feriado',
		'vakantie',
		'ziek',
		'verlof',
	],
]);

/** Words for what is not work though it is in the shift: in a column of activities, a row of them is not a shift. */
const breakWords = new Set([
	...['break', 'lunch', 'lunch break', 'meal', 'meal break', 'rest break', 'tea break', 'coffee break'],
	...[
		'pause',
		'mittagspause',
		'przerwa',
		'descanso',
		'almuerzo',
		'comida',
		'pausa',
		'pranzo',
		'dejeuner',
		'lunchpauze',
	],
]);

/** Whether a cell says that it is a break. */
export const isBreakWord = (cell: unknown): boolean => isIn(breakWords, cell);

/** Whether a cell says, in a word or two, that nobody works: Leave, Sick, Day Off, Cancelled. */
export const isAwayWord = (cell: unknown): boolean => isIn(awayWords, cell);

/** In characters: a longer cell is not a word, and is not worth folding. */
const MAX_LENGTH = 40;

/** Most cells are not words, or plain ones: only what has accents or signs in it is folded. */
function isIn(words: ReadonlySet<string>, cell: unknown): boolean {
	if (typeof cell !== 'string' || cell.length > MAX_LENGTH || /\d/.test(cell)) return false;
	if (words.has(cell.trim().toLowerCase())) return true;
	return !/^[a-z ]*$/i.test(cell) && words.has(foldedText(cell).replace(/[\s_-]+/g, ' '));
}
