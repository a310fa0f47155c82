import type { Legend, Meaning } from '../legend';
import { cellReader, timedParts, type CellPart, type GridCell } from './cell';
import { Complaints } from './complaints';
import type { GridDays } from './dayHeadings';
import {
	openRows,
	partRows,
	refusedRow,
	type AgentCells,
	type CellSays,
	type GridEntry,
	type GridPlace,
} from './entries';

/** What an empty cell means: a day off, or that nothing is known about that day. */
export type EmptyCells = 'off' | 'unknown';

/** One reading of a grid, which collects the rows of a roster as it goes from cell to cell. */
export class GridReading {
	readonly entries: GridEntry[] = [];
	readonly complaints = new Complaints();
	/** The codes and words that were read, with what they mean. */
	readonly words = new Map<string, Meaning>();
	readonly read: (cell: unknown) => GridCell;

	constructor(
		legend: Legend,
		private readonly emptyCells: EmptyCells,
	) {
		this.read = cellReader(legend);
	}

	/** What a cell says about an agent on a day. Parts without a time of their own are taken by `partsOf`. */
	addCell(cell: unknown, days: GridDays, agent: AgentCells, place: GridPlace): void {
		const found = this.read(cell);
		if (found.kind === 'empty') return this.addEmpty(days, agent, place);
		if (found.kind !== 'parts') return this.refuse(found, agent, place);
		const parts = timedParts(found.parts);
		if (parts.kind === 'problem') return this.refuse(parts, agent, place);
		this.note(found.meanings);
		for (const part of parts.value) this.addPart(part, days, agent, place);
	}

	addPart(part: CellPart, days: GridDays, agent: AgentCells, place: GridPlace): void {
		for (const json of partRows(part, days)) this.push({ ...agent, ...json }, place, 'entry');
	}

	addEmpty(days: GridDays, agent: AgentCells, place: GridPlace): void {
		const isOff = this.emptyCells === 'off';
		for (const json of openRows(days)) {
			const shift = isOff ? { shift: 'empty cell' } : {};
			this.push({ ...agent, ...json, ...shift }, place, isOff ? 'entry' : 'nothing');
		}
	}

	/** Complains of a cell, and leaves its agents in doubt. */
	refuse(cell: Exclude<GridCell, { kind: 'empty' | 'parts' }>, agent: AgentCells, place: GridPlace): void {
		if (cell.kind === 'unknown') for (const code of cell.codes) this.complaints.addCode(place, code);
		else this.complaints.add(place, cell.problem);
		this.push(refusedRow(agent), place, 'refused');
	}

	note(meanings: Meaning[]): void {
		for (const meaning of meanings) this.words.set(meaning.code, meaning);
	}

	push(json: Record<string, unknown>, place: GridPlace, says: CellSays): void {
		this.entries.push({ json, place, says });
	}
}
