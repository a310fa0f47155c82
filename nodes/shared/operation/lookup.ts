import { problem, value, type Problem, type Result } from '../values/result';
import type { Pagination } from '../http/pagination';
import { closestNames } from '../values/closestNames';
import { fold } from '../values/text';

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
	/** The query parameter by which the vendor finds one by its exact name. */
	filter?: string;
	/** The query by which the vendor finds those whose name holds a text; a filter by whole names is no search. */
	search?: (text: string) => Record<string, string>;
	/** The entry's property that is sent, or what makes it of the entry. */
	id: string | ((entry: Record<string, unknown>) => unknown);
	/** The same for the name that people know. */
	label: string | ((entry: Record<string, unknown>) => unknown);
	/** A second property that helps to tell entries apart in the dropdown. */
	remark?: string;
	/** Words for the values of that property. */
	remarks?: Record<string, string>;
}

export interface LookupEntry {
	id: string;
	label: string;
	remark: string | undefined;
}

/** The entries of a list that can be chosen; one without id or name cannot. */
export function entriesOf(lookup: Lookup, records: unknown[]): LookupEntry[] {
	return records.flatMap((record) => {
		const entry = record as Record<string, unknown>;
		const [id, label] = [lookup.id, lookup.label].map((which) =>
			typeof which === 'string' ? entry[which] : which(entry),
		);
		const remark = entry[lookup.remark ?? ''];
		if (typeof id !== 'string' && typeof id !== 'number') return [];
		const words = lookup.remarks?.[String(remark)] ?? remark;
		const name = typeof label === 'string' && label !== '' ? label : `${id}`;
		return [{ id: `${id}`, label: name, remark: typeof words === 'string' && words !== '' ? words : undefined }];
	});
}

/** How many names an error lists. */
const SHOWN = 10;

/** The one entry of that name, upper and lower case alike as TaskRouter compares them, or why there is none. */
export function chooseByName(lookup: Lookup, entries: LookupEntry[], name: string): Result<string> {
	const wanted = fold(name);
	const found = entries.filter(({ label }) => fold(label) === wanted);
	const [only] = found;
	if (only && found.length === 1) return value(only.id);
	if (only) {
		const ids = found.map(({ id }) => id).join(', ');
		return problem(`means ${found.length} ${lookup.plural}: ${ids}. Choose one of them by its ID`);
	}
	return noSuchEntry(lookup, entries, name);
}

/** That nothing has this name, and what else there is. */
export function noSuchEntry(lookup: Lookup, entries: LookupEntry[], name: string): Problem {
	if (entries.length === 0) return problem(`finds nothing: there are no ${lookup.plural} here`);
	const near = closestNames(
		name,
		entries.map(({ label }) => label),
		SHOWN,
	);
	const more = entries.length > near.length ? ` and ${entries.length - near.length} more` : '';
	return problem(`matches no ${lookup.singular}. There are: ${near.join(', ')}${more}`);
}
