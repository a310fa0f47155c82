import { isAll, splitAgentIds } from '../roster/commas';
import type { ScheduleRule } from '../schedule/types';
import { propertiesNamed, type IcsOptions } from './options';
import { unescaped, type Component, type Property } from './text';
import { agentsInTitle } from './title';

/**
 * Whom an event is about.
 *
 * - `nobody`: of those whom it names, nobody works then
 * - `unnamed`: it names no agent at all
 * - `damaged`: it names one, in letters that are lost
 */
export type Who =
	| { kind: 'agents'; agents: ScheduleRule['agents']; withoutAddress: string[] }
	| { kind: 'nobody' }
	| { kind: 'unnamed' }
	| { kind: 'damaged'; property: Property };

/** What stands for bytes that are not letters in the encoding of a text. */
const LOST_LETTER = '\uFFFD';

/** @param id `*` for all, or ids with commas */
export const fixedAgents = (id: string): ScheduleRule['agents'] => (isAll(id) ? 'all' : splitAgentIds(id));

/** @param spell the one spelling of an agent */
export function whoIs(event: Component, { agent }: IcsOptions, spell: (id: string) => string): Who {
	if (agent.kind === 'fixed') {
		const agents = fixedAgents(agent.id);
		return { kind: 'agents', agents: agents === 'all' ? 'all' : agents.map(spell), withoutAddress: [] };
	}
	const named = propertiesNamed(event, agent.name).filter(({ value }) => value.trim() !== '');
	const taking = named.filter(takesPart);
	const damaged = taking.find((property) => property.value.includes(LOST_LETTER));
	if (damaged !== undefined) return { kind: 'damaged', property: damaged };
	const find = agent.kind === 'title' ? agent.find : undefined;
	const ids = taking.flatMap((property) =>
		find === undefined ? addressOf(property) : agentsInTitle(unescaped(property.value), find),
	);
	const withoutAddress = find === undefined ? taking.filter((one) => addressOf(one).length === 0).map(shownName) : [];
	if (ids.length > 0) return { kind: 'agents', agents: [...new Set(ids.map(spell))], withoutAddress };
	const isForOthers = find?.kind === 'known' || (named.length > 0 && taking.length === 0);
	return { kind: isForOthers ? 'nobody' : 'unnamed' };
}

/** Rooms, things and lists of people do no work; who declined, passed it on or gets a copy does none either. */
function takesPart({ params }: Property): boolean {
	const [kind, role, answer] = [params.CUTYPE, params.ROLE, params.PARTSTAT].map((text) => text?.toUpperCase() ?? '');
	return (
		!['ROOM', 'RESOURCE', 'GROUP'].includes(kind ?? '') &&
		role !== 'NON-PARTICIPANT' &&
		!['DECLINED', 'DELEGATED'].includes(answer ?? '')
	);
}

/** The email address or whatever else the value is; Apple writes a path or a URN, with the address beside it. */
function addressOf({ value, params }: Property): string[] {
	const text = unescaped(value);
	const address = text.replace(/^mailto:/i, '').trim();
	if (address !== text) return address === '' ? [] : [address];
	if (params.EMAIL !== undefined && params.EMAIL.trim() !== '') return [params.EMAIL.trim()];
	const isNoAddress = /^(\/|(urn|invalid|https?|ldaps?|sip|tel|xmpp|data):)/i.test(text);
	return text === '' || isNoAddress ? [] : [text];
}

const shownName = ({ value, params }: Property): string => params.CN ?? value;
