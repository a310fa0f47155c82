/**
 * What people call each item: the number that a sheet gives its row, or how many items there are up to it. Rows of several
 * sheets that came together are counted.
 */
export function rowNumbersOf(items: ReadonlyArray<Record<string, unknown>>): (item: number) => number {
	const numbers = givenNumbers(items);
	return (item) => numbers?.[item] ?? item + 1;
}

/** The numbers that a sheet gives its rows, where each has one of its own. */
export function givenNumbers(items: ReadonlyArray<Record<string, unknown>>): number[] | undefined {
	const numbers = items.map((json) => json.row_number).filter((row) => typeof row === 'number');
	return numbers.length === items.length && new Set(numbers).size === items.length ? numbers : undefined;
}
