import { NodeOperationError, type IDataObject, type INodeExecutionData, type IPollFunctions } from 'n8n-workflow';
import { withoutFormulas } from '../../shared/n8n/items';
import type { Native } from '../../shared/state/adapter';
import { fingerprintOf, nativeIn, plain } from '../../shared/state/native';
import type { State } from '../../shared/state/state';
import { ownKeyOf } from '../../shared/state/read/scope';
import { markOwn } from '../../shared/trigger/ownChanges';
import { ownMemory } from '../../shared/trigger/ownMemory';
import { pollDifference, type Snapshot, type StateDifference } from '../../shared/trigger/poll';
import { parseSnapshots, writeSnapshots } from '../../shared/trigger/snapshotText';
import { itemOf, type TriggerEvent } from './items';
import { readScopes, type ReadScope } from './readScopes';
import type { ReadableAdapter } from './services';
import { placeOf, triggerSettings, type TriggerSettings } from './settings';

/** Agents whom a test run shows. */
const SAMPLES = 10;

/** The body of `poll` of Agent State Trigger. */
export async function pollStates(
	context: IPollFunctions,
	services: readonly ReadableAdapter[],
): Promise<INodeExecutionData[][] | null> {
	const settings = triggerSettings(context, services);
	const readAt = Date.now();
	const read = await readScopes(context, settings);
	const now = Date.now();
	const told =
		context.getMode() === 'manual'
			? samplesOf(context, read)
			: changesSince(context, context.getWorkflowStaticData('node'), { settings, read, readAt, now });
	return told.length > 0 ? [withoutFormulas(told.map((one) => ({ json: itemOf(one, now) })))] : null;
}

/** Real agents in the shape of the items to come, so that the steps after the trigger can be made. */
function samplesOf(context: IPollFunctions, read: readonly ReadScope[]): TriggerEvent[] {
	refuseUnknown(context, read);
	const current = read.flatMap(currentStates).slice(0, SAMPLES);
	if (current.length === 0) throw new NodeOperationError(context.getNode(), 'There are no agents here yet.');
	return current;
}

const currentStates = ({ scope, agents }: ReadScope): TriggerEvent[] =>
	agents.map((observed) => ({
		...{ event: 'currentState', scope, agentId: observed.id, observed, before: null, byUs: null },
	}));

interface Poll {
	settings: TriggerSettings;
	read: readonly ReadScope[];
	/** When the reading began and ended, in milliseconds since the epoch. */
	readAt: number;
	now: number;
}

/**
 * Compares with the last poll and keeps what the next one needs. Without a step that waits, so that two polls at the
 * same time never compare with the same.
 *
 * @param data the node's static data, which n8n saves whenever the trigger starts the workflow
 */
function changesSince(
	context: IPollFunctions,
	data: IDataObject,
	{ settings, read, readAt, now }: Poll,
): TriggerEvent[] {
	const lastAt = Number(data.readAt ?? 0);
	const kept = parseSnapshots(data.snapshots, lastAt);
	const isTooOld = now - lastAt > settings.startAnewMs;
	const natives = new Map(kept.states);
	const scopes = new Map<string, Snapshot>();
	const told: TriggerEvent[] = [];
	for (const one of read) {
		const known = kept.scopes.get(one.scope.key);
		const before = isTooOld ? undefined : known;
		// Who is not there at first was misspelt; who goes later has left.
		if (!known) refuseUnknown(context, [one]);
		const states = new Map(one.agents.map(({ id, native }) => [id, native ? fingerprintOf(native) : '']));
		for (const { native } of one.agents) if (native) natives.set(fingerprintOf(native), plain(native));
		const polled = pollDifference(before, { readAt, states }, now);
		if (!polled) return [];
		scopes.set(one.scope.key, polled.snapshot);
		if (before)
			told.push(
				...eventsOf(one, polled.differences, natives, { from: before.readAt, seenFrom: readAt, until: now }),
			);
		else if (settings.tellsAllAtFirst && !known) told.push(...currentStates(one));
	}
	data.readAt = readAt;
	const snapshots = writeSnapshots({ scopes, states: natives });
	if (data.snapshots !== snapshots) data.snapshots = snapshots;
	return told.filter((one) => isWanted(one, settings));
}

/** @param time within which the differences came about, in milliseconds since the epoch */
function eventsOf(
	{ scope, agents }: ReadScope,
	differences: readonly StateDifference[],
	natives: ReadonlyMap<string, unknown>,
	time: { from: number; seenFrom: number; until: number },
): TriggerEvent[] {
	const observed = new Map(agents.map((agent) => [agent.id, agent]));
	const nativeOf = (state: string): Native | null => nativeIn(natives.get(state));
	const heard = differences.map((difference) => ({
		difference,
		key: ownKeyOf(scope, difference.agentId),
		state: 'to' in difference ? difference.to : '',
		...time,
	}));
	return markOwn(heard, ownMemory.changes).map(({ difference, byUs }) => ({
		event: difference.kind,
		scope,
		agentId: difference.agentId,
		observed: observed.get(difference.agentId),
		before: 'from' in difference ? nativeOf(difference.from) : null,
		byUs: difference.kind === 'stateChanged' ? byUs : null,
	}));
}

function isWanted(told: TriggerEvent, { from, to, alsoTell, ignoreOwnChanges }: TriggerSettings): boolean {
	const { event, scope, observed, before, byUs } = told;
	if ((event === 'agentAdded' || event === 'agentRemoved') && !alsoTell.includes(event)) return false;
	if (ignoreOwnChanges && byUs === true) return false;
	// One state of the service may stand for several, such as busy and break.
	const fits = (states: readonly State[], native: Native | null) =>
		states.length === 0 || states.some((state) => (scope.mapping.stateOf(native, state) ?? 'unknown') === state);
	const hasBefore = event === 'stateChanged' || event === 'agentRemoved';
	return (!hasBefore || fits(from, before)) && (observed === undefined || fits(to, observed.native));
}

/** @throws {NodeOperationError} that names them */
function refuseUnknown(context: IPollFunctions, read: readonly ReadScope[]): void {
	for (const { scope, unknown } of read) {
		if (unknown.length === 0) continue;
		const place = placeOf(scope.session.adapter, scope.name);
		throw new NodeOperationError(context.getNode(), `'Agents' (${place}): ${unknown.slice(0, 5).join('; ')}`);
	}
}
