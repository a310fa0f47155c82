/** Why a cell of agents cannot be read, and whom it may mean. */
interface LostDigits {
	problem: string;
	mayBe: string[];
}

/**
 * Finds numbers that lost their last digits: a sheet keeps 15 of them, a JavaScript number 16, and what is left is the
 * number of someone else.
 *
 * @param ids the agents of the table, one of whom may be meant
 */
export function digitsLost(ids: string[]): (cell: unknown) => LostDigits | undefined {
	const find = (cell: unknown): LostDigits | undefined => {
		if (Array.isArray(cell)) return cell.map(find).find((lost) => lost !== undefined);
		const isLost =
			typeof cell === 'number' ? Math.abs(cell) > Number.MAX_SAFE_INTEGER : isScientific(String(cell).trim());
		if (!isLost) return undefined;
		const problem = `${String(cell)} is a long number that has lost its last digits on the way. Format the column as text in the sheet`;
		return { problem, mayBe: ids.filter((id) => /^\d{12}\d*$/.test(id) && isNear(Number(id), Number(cell))) };
	};
	return (cell) => (typeof cell === 'number' || typeof cell === 'object' || isLong(cell) ? find(cell) : undefined);
}

/** `1.23457E+14`, as sheets show long numbers. */
const isScientific = (text: string): boolean => /^\d(?:[.,]\d+)?e\+\d+$/i.test(text);

const isLong = (cell: unknown): boolean => typeof cell === 'string' && /e\+\d/i.test(cell);

/** As far as the digits that are left say so. */
const isNear = (id: number, rounded: number): boolean => Math.abs(id - rounded) <= Math.abs(rounded) * 1e-3;
