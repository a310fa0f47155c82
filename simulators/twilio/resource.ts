import type { Answer, Call } from './call';
import { paginate, Positions } from './paging';
import type { Limit } from './rateLimit';
import { notFound, Refusal } from './refusal';

/** Answers whether a record passes a list's filter. */
export type Filter<R> = (raw: string, call: Call) => (record: R) => boolean;

/** One REST resource of Twilio as data; `endpoints` turns it into the requests it answers. */
export interface Resource<R extends { sid: string }> {
	/** Names the array in a list's envelope. */
	key: string;
	/** Path of the list with `{placeholders}`; one record is `/{Sid}` below it. */
	path: string;
	/** Largest PageSize; without it there is no list. */
	maxPageSize?: number;
	/** The records under the parent that the path names; throws a refusal when there is no such parent. */
	all(call: Call): R[];
	find(id: string | undefined, call: Call): R | undefined;
	/** What a missing record is refused with, where it is not the common 20404. */
	missing?(call: Call): Refusal;
	/** `one` is false in a list, where some fields are not answered. */
	render(record: R, call: Call, one: boolean): object;
	headers?(record: R, call: Call): Record<string, string>;
	filters?: Record<string, Filter<R>>;
	/** What a list keeps even when no filter is sent, such as a period with a default. */
	always?(call: Call): (record: R) => boolean;
	/** What a list is ordered by when the request asks for it; otherwise it is in order of creation. */
	order?(call: Call): ((record: R) => number) | undefined;
	/** The limit of a list that has one of its own. */
	listLimit?(call: Call): Limit | undefined;
	/** Filters of the vendor that this simulator cannot apply: refused with 501 rather than ignored. */
	unsupportedFilters?: string[];
	create?(call: Call): R;
	update?(record: R, call: Call): void;
	remove?(record: R, call: Call): void;
}

export interface Endpoint {
	method: 'GET' | 'POST' | 'DELETE';
	path: string;
	answer(call: Call): Answer;
	/** Where the request has a limit of its own. */
	limit?(call: Call): Limit | undefined;
}

export function endpoints<R extends { sid: string }>(resource: Resource<R>): Endpoint[] {
	const { path, create, update, remove } = resource;
	const single = `${path}/{Sid}`;
	const positions = new Positions();
	const one = (status: number, record: R, call: Call): Answer => ({
		status,
		body: resource.render(record, call, true),
		headers: resource.headers?.(record, call),
	});
	const found: Endpoint[] = [
		{ method: 'GET', path: single, answer: (call) => one(200, mustFind(resource, call), call) },
	];

	if (resource.maxPageSize) {
		found.push({
			method: 'GET',
			path,
			answer: (call) => list(resource, call, positions),
			limit: (call) => resource.listLimit?.(call),
		});
	}
	if (create) found.push({ method: 'POST', path, answer: (call) => one(201, create(call), call) });
	if (update) {
		found.push({
			method: 'POST',
			path: single,
			answer: (call) => {
				const record = mustFind(resource, call);
				update(record, call);
				return one(200, record, call);
			},
		});
	}
	if (remove) {
		found.push({
			method: 'DELETE',
			path: single,
			answer: (call) => {
				remove(mustFind(resource, call), call);
				return { status: 204 };
			},
		});
	}
	return found;
}

function mustFind<R extends { sid: string }>(resource: Resource<R>, call: Call): R {
	const record = resource.find(call.params.Sid, call);
	if (!record) throw resource.missing?.(call) ?? notFound(call.path);
	return record;
}

function list<R extends { sid: string }>(resource: Resource<R>, call: Call, positions: Positions): Answer {
	for (const name of resource.unsupportedFilters ?? []) {
		if (call.query.has(name)) throw new Refusal(501, 20001, `This simulator does not support the filter ${name}`);
	}
	const kept = Object.entries(resource.filters ?? {}).flatMap(([name, filter]) => {
		const raw = call.query.get(name);
		return raw === null ? [] : [filter(raw, call)];
	});
	const always = resource.always?.(call);
	if (always) kept.push(always);
	const keep = (record: R) => kept.every((passes) => passes(record));
	const { records, meta } = paginate(
		resource.all(call),
		keep,
		resource.key,
		resource.maxPageSize ?? 50,
		call,
		positions,
		resource.order?.(call),
	);
	return {
		status: 200,
		body: { [resource.key]: records.map((record) => resource.render(record, call, false)), meta },
	};
}
