import { plainFailure } from '../../http/failure';
import { agentKey, endWith, failWith, groupsOf, stateIn, type Task } from './task';
import type { LastSet } from '../read/lastSet';
import { isSame, named, plain } from '../native';
import { readAgents } from '../read/agents';
import { reconcile } from './reconcile';
import type { Settings } from '../input/settings';

/** Finds the service's own state for what a case asks for. */
export function resolveTarget(one: Task): void {
	const { want } = one.desired;
	const { mapping, session, values } = one.scope;
	if (want.kind === 'restore') {
		const known = session.adapter.nativeFields(values);
		const other = Object.keys(want.native.fields).find((field) => !known.includes(field));
		if (other === undefined) one.wanted = named(mapping, want.native) ?? want.native;
		else failWith(one, plainFailure(`the row keeps the state in ${other}, this node in ${known.join(', ')}`));
	}
	if (want.kind !== 'state') return;
	const target = mapping.target(want.state, want.reason.cause);
	if (target.kind === 'problem') return failWith(one, plainFailure(target.problem));
	const native = session.adapter.writing.target?.(target.offer, want.reason, values) ?? plain(target.offer);
	if ('problem' in native) failWith(one, plainFailure(native.problem));
	else one.wanted = native;
}

/** Reads the agents of one place, or recalls them where the service does not tell. */
export async function observe(cases: Task[], { skipUnknown }: Settings, memory: LastSet): Promise<void> {
	const open = cases.filter(({ row }) => !row);
	const [first] = open;
	if (!first) return;
	const { session, values, mapping } = first.scope;
	const texts = [...new Set(open.map(({ desired }) => desired.agent))];
	const people = await readAgents(
		session.client,
		session.run.signal,
		session.maxConcurrency,
		session.adapter,
		values,
		texts,
	);
	for (const one of open) {
		const found = people.get(one.desired.agent);
		if (!found) one.previous = memory.recall(agentKey(one))?.native ?? null;
		else if (found.kind === 'failed') failWith(one, found.failure);
		else if (found.kind === 'unknown') {
			if (skipUnknown) endWith(one, { outcome: 'skipped', reason: `no such agent: ${found.problem}` });
			else failWith(one, plainFailure(found.problem));
		} else if (found.kind === 'observed') {
			one.observed = found.observed;
			one.previous = named(mapping, found.observed.native);
		}
	}
}

/** An agent that several items name is written once; if they disagree, nobody can say who is right. */
export function mergeDuplicates(cases: Task[]): void {
	for (const [first, ...others] of groupsOf(cases, agentKey)) {
		if (!first?.wanted || others.length === 0) continue;
		const wishes = new Set([first, ...others].map(({ wanted }) => wanted?.label));
		if (others.every((other) => isSame(other.wanted ?? null, first.wanted ?? null))) {
			for (const other of others) other.sameAs = first;
			continue;
		}
		const items = [first, ...others].map(({ desired }) => desired.item).join(' and ');
		const problem = `items ${items} ask for different states of the same agent (${[...wishes].join(', ')})`;
		for (const one of [first, ...others]) failWith(one, plainFailure(problem, 'Leave one of them.'));
	}
}

/** Decides what follows from what is wanted and what is. Ends the cases that need no change. */
export function plan(one: Task, { protection, trustMs, restoreAnyway }: Settings, memory: LastSet, now: number): void {
	const { observed, wanted, desired, previous, scope } = one;
	if (!wanted) return;
	const remembered = memory.recall(agentKey(one));
	const isTrusted = remembered !== undefined && now - remembered.at < trustMs;
	const recalled = isTrusted ? { native: remembered.native, since: null } : null;
	const verdict = reconcile(
		{
			observed: scope.session.adapter.reading ? (observed ?? null) : recalled,
			state: stateIn(one, previous),
			wanted,
			...(desired.want.kind === 'restore' &&
				!restoreAnyway && {
					onlyFrom: {
						fingerprint: desired.want.from,
						label:
							scope.mapping.labelOf(desired.want.from) ?? desired.want.fromState ?? 'the state of then',
					},
				}),
			isOurs: remembered !== undefined && isSame(remembered.native, previous),
			now,
		},
		protection,
	);
	if (verdict.kind === 'unchanged') endWith(one, { outcome: 'unchanged', current: previous });
	if (verdict.kind === 'skip') endWith(one, { outcome: 'skipped', current: previous, reason: verdict.why });
}
