import { problem, value, type Result } from '../../../../shared/values/result';
import { inQuotes, listedNames } from '../../../../shared/values/text';
import type { ColumnNames, RosterColumn } from '../columns';
import { keptBySystems, normalizedHeading } from '../../../../shared/values/headings';

/** A row of a grid. */
export interface GridLine {
	json: Record<string, unknown>;
	/** As people count it. */
	row: number;
	/** The index of the input item. */
	item: number;
}

/** A grid as it came: its rows without blank ones, and its columns without those that nobody wants read. */
export interface GridTable {
	lines: GridLine[];
	names: string[];
	/** Which heading stands for which column of a roster. */
	own: Map<RosterColumn, string>;
}

/** What agents are called in the headings of rotas. Sources: the templates in docs/decisions/0051. */
const agentHeadings = new Set(
	[
		'agent agentname agentid agents employee employeename employeeid staff staffname staffmember name fullname',
		'teammember associate worker person user username email resource operator mitarbeiter mitarbeiterin',
		'mitarbeiter/in pracownik empleado empleada empleado/a trabajador nombre employé employé(e) salarié nom',
		'collaborateur dipendente nome medewerker naam funcionário colaborador konsultant imięinazwisko nazwisko rep csr',
		'consultant advisor',
	].flatMap((line) => line.split(' ').map(normalizedHeading)),
);

/** Columns that say nothing about when someone works. */
const harmlessHeadings = new Set(
	[
		'hours totalhours total totals sum hrs stunden summe gesamt godziny suma razem horas heures ore totale department',
		'dept abteilung dział departamento département reparto team group role position jobtitle title skill skills',
		'language site location office phone phonenumber telefon mobile extension manager supervisor teamlead lead notes',
		'note comment comments remarks bemerkung uwagi rate cost contract fte # no nr id index week weekno kw month year',
		'overtime workdays daysworked shifts',
	].flatMap((line) => line.split(' ').map(normalizedHeading)),
);

const plainHeading = (name: string): string => normalizedHeading(name).replace(/[.:]$/, '');

export const isHarmless = (name: string): boolean => harmlessHeadings.has(plainHeading(name));

/**
 * @param notLines the indexes of items that are not lines, such as those of the legend
 * @param leaveOut headings that the user does not want read
 * @returns a problem where a column that the user names is not there
 */
export function gridTable(
	items: Array<Record<string, unknown>>,
	notLines: Set<number>,
	columns: ColumnNames,
	leaveOut: string[],
): Result<GridTable> {
	const lines = items
		.map((json, item) => ({ json, item, row: rowOf(json, item) }))
		.filter(({ json, item }) => !notLines.has(item) && !isBlank(json));
	const left = new Set(leaveOut.map(normalizedHeading));
	const all = [...new Set(lines.flatMap(({ json }) => Object.keys(json)))];
	const own = new Map<RosterColumn, string>();
	for (const [column, wanted] of Object.entries(columns) as Array<[RosterColumn, string]>) {
		const found = all.find((name) => normalizedHeading(name) === normalizedHeading(wanted));
		if (found === undefined) {
			return problem(
				`No row has the column ${inQuotes(wanted)}, which 'Columns With Other Names' asks for. The columns are: ${listedNames(all)}`,
			);
		}
		own.set(column, found);
	}
	for (const column of ['agent', 'name', 'service', 'zone', 'from', 'days'] as const) {
		const found = all.find((name) => normalizedHeading(name) === column && !left.has(column));
		if (found !== undefined && !own.has(column)) own.set(column, found);
	}
	const named = new Set(own.values());
	const isWanted = (heading: string): boolean => !keptBySystems.has(heading) && !left.has(heading);
	const names = all.filter((name) => named.has(name) || isWanted(normalizedHeading(name)));
	return value({ lines, names, own });
}

const rowOf = ({ row_number: own }: Record<string, unknown>, item: number): number =>
	typeof own === 'number' ? own : item + 1;

const isBlank = (json: Record<string, unknown>): boolean =>
	Object.entries(json).every(([name, cell]) => keptBySystems.has(normalizedHeading(name)) || isUnfilled(cell));

export const isUnfilled = (cell: unknown): boolean =>
	cell === null || cell === undefined || (typeof cell === 'string' && cell.trim() === '');

/**
 * The column with the agents: the one that the user names, that is called so, or the only one that can be it.
 *
 * @param others the columns that are neither days nor times
 */
export function columnOfAgents({ own, lines }: GridTable, others: string[]): Result<string> {
	const named = own.get('agent');
	if (named !== undefined) return value(named);
	const called = calledAgents({ own }, others);
	const possible = called.length > 0 ? called : others.filter((name) => !isHarmless(name) && isFilled(lines, name));
	const [only, another] = possible;
	if (only !== undefined && another === undefined) return value(only);
	const listed = possible.length > 0 ? possible : others;
	return problem(
		only === undefined
			? `No column is known to hold the agents. Name it in 'Columns With Other Names', 'Agent Column'. The columns are: ${listedNames(listed) || 'only days'}`
			: `More than one column may hold the agents: ${listedNames(listed)}. Name the right one in 'Columns With Other Names', 'Agent Column'`,
	);
}

export const isAgentHeading = (name: string): boolean => agentHeadings.has(plainHeading(name));

/** The columns that are called as agents are. */
export function calledAgents({ own }: Pick<GridTable, 'own'>, others: string[]): string[] {
	const named = own.get('name');
	const all = [...new Set([...others, ...(named === undefined ? [] : [named])])].filter((name) =>
		isAgentHeading(name),
	);
	// Beside an address or a number, the name is for people to read.
	return all.length > 1 ? all.filter((name) => name !== named) : all;
}

const isFilled = (lines: GridLine[], name: string): boolean => lines.every(({ json }) => !isUnfilled(json[name]));
