import { zoneOf, type Evaluation } from '../../model/schedule/evaluation';
import type { Agent } from '../../model/schedule/types';
import { boxOf, fitted, widthOf } from '../raster/text';
import { colours } from './colours';
import type { DrawnShape } from './part';
import { MARGIN, ROW } from './sizes';

/** Between a name and its zone, in pixels. */
const ZONE_GAP = 10;

/** The least and the greatest width of the names, in pixels. */
const [NARROWEST, WIDEST] = [110, 220];

/** The width of the longest name with its zone, within limits. */
export function namesWidth(evaluation: Evaluation, agents: Agent[]): number {
	const widths = agents.map((agent) => {
		const zone = ownZone(evaluation, agent);
		return widthOf('normal', nameIn(agent)) + (zone === '' ? 0 : ZONE_GAP + widthOf('normal', zone));
	});
	return Math.min(WIDEST, Math.max(NARROWEST, ...widths));
}

const nameIn = ({ id, name }: Agent): string => (name.trim() === '' ? id : name);

/** The name of the city alone, since there is no room for more; empty if the zone is the schedule's. */
const ownZone = (evaluation: Evaluation, agent: Agent): string => {
	const zone = zoneOf(evaluation, agent);
	return zone === evaluation.schedule.zone ? '' : zone.slice(zone.lastIndexOf('/') + 1).replaceAll('_', ' ');
};

/** The name at the left and, if it is not the schedule's, the zone at the right. */
export function nameOf(evaluation: Evaluation, agent: Agent, width: number, y: number): DrawnShape[] {
	const middle = y + ROW / 2;
	const left = width - ZONE_GAP - widthOf('normal', nameIn(agent));
	const zone = fitted('normal', ownZone(evaluation, agent), Math.max(left, Math.floor(width / 2)));
	const zoneWidth = widthOf('normal', zone);
	const text = fitted('normal', nameIn(agent), width - (zone === '' ? 0 : zoneWidth + ZONE_GAP));
	const name: DrawnShape = {
		...boxOf('normal', text, MARGIN, middle),
		...{ kind: 'text', part: 'name', text, face: 'normal', colour: colours.ink, agent: agent.id },
	};
	if (zone === '') return [name];
	const place = boxOf('normal', zone, MARGIN + width - zoneWidth, middle);
	const small = { kind: 'text', part: 'zone', text: zone, face: 'normal', colour: colours.muted } as const;
	return [name, { ...place, ...small, agent: agent.id }];
}
