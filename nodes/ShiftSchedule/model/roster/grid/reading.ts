import type { Legend, Meaning } from '../legend';
import { cellReader, timedParts, type CellPart, type GridCell } from './cell';
import { Complaints } from './complaints';
import type { GridDays } from './dayHeadings';
import { rulesOfEmpty, rulesOfPart, type AgentCells, type GridEntry, type GridPlace } from './entries';

/** What an empty cell means: a day off, or that nothing is known about that day. */
export type EmptyCells = 'off' | 'unknown';

/** One reading of a grid, which collects what it says as it goes from cell to cell. */
export class GridReading {
	readonly entries: GridEntry[] = [];
	readonly complaints = new Complaints();
	/** The agents of cells that cannot be read, with the first of these. */
	readonly doubted = new Map<AgentCells, GridPlace>();
	/** The codes and words that were read, with what they mean. */
	readonly words = new Map<string, Meaning>();
	readonly read: (cell: unknown) => GridCell;

	private readonly named = new Map<unknown, AgentCells>();

	constructor(
		legend: Legend,
		private readonly emptyCells: EmptyCells,
	) {
		this.read = cellReader(legend);
	}

	/** What a cell says about an agent on a day. */
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
		for (const rule of rulesOfPart(part, days)) this.entries.push({ agent, place, says: 'entry', rule });
	}

	addEmpty(days: GridDays, agent: AgentCells, place: GridPlace): void {
		const isOff = this.emptyCells === 'off';
		for (const rule of rulesOfEmpty(days, isOff ? 'empty cell' : 'nothing known')) {
			this.entries.push({ agent, place, says: isOff ? 'entry' : 'nothing', rule });
		}
	}

	/** The agents of a cell with names: the same record for the same text. */
	agentNamed(cell: unknown): AgentCells {
		const before = this.named.get(cell);
		if (before !== undefined) return before;
		const agent = { agent: cell };
		this.named.set(cell, agent);
		return agent;
	}

	/** Complains of a cell, and leaves its agents in doubt. */
	refuse(cell: Exclude<GridCell, { kind: 'empty' | 'parts' }>, agent: AgentCells, place: GridPlace): void {
		if (cell.kind === 'unknown') for (const code of cell.codes) this.complaints.addCode(place, code);
		else this.complaints.add(place, cell.problem);
		if (!this.doubted.has(agent)) this.doubted.set(agent, place);
	}

	note(meanings: Meaning[]): void {
		for (const meaning of meanings) this.words.set(meaning.code, meaning);
	}
}
