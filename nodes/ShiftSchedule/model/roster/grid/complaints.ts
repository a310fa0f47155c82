import { inQuotes } from '../../../../shared/values/text';
import type { GridPlace } from './entries';

/** Something in a grid that cannot be read. */
export interface GridProblem {
	place: GridPlace;
	/** As in `RosterProblem`. */
	problem: string;
}

/** Collects what is wrong in a grid. What is wrong in the same way in many cells is told once. */
export class Complaints {
	private readonly byText = new Map<string, { place: GridPlace; cells: number }>();
	private readonly byCode = new Map<string, { place: GridPlace; cells: number }>();

	add(place: GridPlace, problem: string): void {
		count(this.byText, problem, place);
	}

	/** A code that neither the legend nor the usual words explain. */
	addCode(place: GridPlace, code: string): void {
		count(this.byCode, code, place);
	}

	list(): GridProblem[] {
		const codes = [...this.byCode.keys()];
		const all = codes.length > 1 ? ` Codes without a meaning: ${firstCodes(codes)}` : '';
		const ofCodes = [...this.byCode].map(([code, { place, cells }], index) => ({
			place,
			problem: `${inQuotes(code)} has no meaning${often(cells)}: add ${code} to 'Legend'.${index === 0 ? all : ''}`,
		}));
		const ofTexts = [...this.byText].map(([problem, { place, cells }]) => ({
			place,
			problem: `${problem}${often(cells)}`,
		}));
		return [...ofCodes, ...ofTexts];
	}
}

/** More codes are counted: each of them has a complaint of its own. */
const MOST_CODES = 20;

const firstCodes = (codes: string[]): string =>
	codes.length > MOST_CODES
		? `${codes.slice(0, MOST_CODES).join(', ')} and ${codes.length - MOST_CODES} more`
		: codes.join(', ');

function count(map: Map<string, { place: GridPlace; cells: number }>, key: string, place: GridPlace): void {
	const before = map.get(key);
	if (before) before.cells += 1;
	else map.set(key, { place, cells: 1 });
}

const often = (cells: number): string => (cells === 1 ? '' : ` (in ${cells} cells)`);
