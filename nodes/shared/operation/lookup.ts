import { problem, value, type Problem, type Result } from '../values/result';
import type { Pagination } from '../http/pagination';
import { leavesOutAccents, withoutAccents } from '../values/accents';
import { closestNames } from '../values/closestNames';
import { fold, listedNames } from '../values/text';

/** Where the things that a locator chooses from are listed, for the editor's dropdown and for names. */
export interface Lookup {
	/** The name of the editor's search method, such as `searchWorkers`. */
	method: string;
	/** For messages: "worker", "workers". */
	singular: string;
	plural: string;
	/** The list's path; its places are filled with the fields of the operation. */
	path: string;
	paging: Pagination;
	/** The query by which the vendor finds those of that exact name; it may miss some, and never all is told by it. */
	find?: (name: string) => Record<string, string>;
	/** The query by which the vendor finds those whose name holds a text; a filter by whole names is not a search. */
	search?: (text: string) => Record<string, string>;
	/** The entry's property that is sent, or what makes it of the entry. */
	id: string | ((record: Record<string, unknown>) => unknown);
	/** The property that people know. */
	label: string;
	/** Where people know an entry by more than that: what is shown, and every word that means it. */
	called?: (record: Record<string, unknown>) => Called;
	/** A second property that helps to tell entries apart in the dropdown. */
	remark?: string;
	/** Words for the values of that property. */
	remarks?: Record<string, string>;
}

/** What an entry is called. */
export interface Called {
	label: string;
	/** Each of them whole; whatever the case. The label is one of them. */
	names: string[];
}

export interface LookupEntry extends Called {
	id: string;
	remark: string | undefined;
}

/** The entries of a list that can be chosen; one without id or name cannot. */
export function entriesOf(lookup: Lookup, records: unknown[]): LookupEntry[] {
	return records.flatMap((one) => {
		const record = one as Record<string, unknown>;
		const remark = record[lookup.remark ?? ''];
		const id = typeof lookup.id === 'string' ? record[lookup.id] : lookup.id(record);
		if (typeof id !== 'string' && typeof id !== 'number') return [];
		const words = lookup.remarks?.[String(remark)] ?? remark;
		return [
			{
				...knownAs(lookup, record, `${id}`),
				id: `${id}`,
				remark: typeof words === 'string' && words !== '' ? words : undefined,
			},
		];
	});
}

function knownAs({ called, label: property }: Lookup, record: Record<string, unknown>, id: string): Called {
	const { [property]: known } = record;
	const label = typeof known === 'string' && known !== '' ? known : id;
	const found = called?.(record) ?? { label, names: [label] };
	return found.label === '' ? { label: id, names: [id] } : found;
}

/** Whether a name means an entry: whole, upper and lower case alike as TaskRouter compares them. */
export function isCalled(name: string): (entry: Called) => boolean {
	const wanted = fold(name);
	return ({ names }) => names.some((one) => fold(one) === wanted);
}

/** How many names an error lists. */
const SHOWN = 10;

/** The one entry of that name among all that there are, or why there is none. */
export const chooseByName = (lookup: Lookup, entries: LookupEntry[], name: string): Result<string> =>
	chooseAmong(lookup, entriesByName(entries)(name)) ?? noSuchEntry(lookup, entries, name);

/**
 * The one entry of those that have a name.
 *
 * @returns `undefined` where there is none
 */
export function chooseAmong(lookup: Lookup, found: LookupEntry[]): Result<string> | undefined {
	const [only] = found;
	if (only && found.length === 1) return value(only.id);
	if (only)
		return problem(`means ${found.length} ${lookup.plural}: ${candidates(found)}. Choose one of them by its ID`);
	return undefined;
}

/**
 * By the names of all entries that there are, as {@link isCalled} compares them: three thousand items may ask for three
 * thousand names. Where nothing has a name as it is, those that differ from it in accents which one of both leaves out.
 */
export function entriesByName(entries: LookupEntry[]): (name: string) => LookupEntry[] {
	const byName = indexed(entries, fold);
	let byPlainName: Map<string, LookupEntry[]> | undefined;
	return (name) => {
		const exact = byName.get(fold(name));
		if (exact) return exact;
		byPlainName ??= indexed(entries, withoutAccents);
		const alike = byPlainName.get(withoutAccents(name)) ?? [];
		return alike.filter(({ names }) => names.some((one) => leavesOutAccents(name, one)));
	};
}

function indexed(entries: LookupEntry[], keyOf: (name: string) => string): Map<string, LookupEntry[]> {
	const found = new Map<string, LookupEntry[]>();
	for (const entry of entries) {
		for (const name of new Set(entry.names.map(keyOf))) {
			const before = found.get(name);
			if (before) before.push(entry);
			else found.set(name, [entry]);
		}
	}
	return found;
}

/** That nothing has this name, and what else there is. */
export function noSuchEntry(lookup: Lookup, entries: LookupEntry[], name: string): Problem {
	if (entries.length === 0) return problem(`finds nothing: there are no ${lookup.plural} here`);
	const near = closest(entries, name);
	const more = entries.length > near.length ? ` and ${entries.length - near.length} more` : '';
	return problem(`matches no ${lookup.singular}. There are: ${listedNames(near)}${more}`);
}

/** Those that one name means: their ids, with the labels where these tell them apart. */
export function candidates(found: ReadonlyArray<{ id: string; label: string }>): string {
	const differ = new Set(found.map(({ label }) => fold(label))).size > 1;
	return listedNames(found.map(({ id, label }) => (differ && label !== id ? `${label}: ${id}` : id)));
}

/** The labels of the entries that were likely meant. */
function closest(entries: LookupEntry[], name: string): string[] {
	const labels = new Map(entries.flatMap(({ label, names }) => [...names, label].map((one) => [one, label])));
	const near = closestNames(name, [...labels.keys()], SHOWN * 4).map((one) => labels.get(one) ?? one);
	return [...new Set(near)].slice(0, SHOWN);
}
