import type { Interval } from '../../model/calendar/interval';
import type { Evaluation } from '../../model/schedule/evaluation';
import { boxOf, fitted, widthOf } from '../raster/text';
import { colours } from './colours';
import { windowText } from './dateText';
import type { PicturePage } from './page';
import type { DrawnShape } from './part';
import { MARGIN, WIDTH } from './sizes';

/** Its height in pixels. */
export const HEADLINE = 68;

/** The title, and below it the period, the zone and the number of agents. */
export function headlineOf(
	evaluation: Evaluation,
	window: Interval,
	page: PicturePage,
	title: string | undefined,
): DrawnShape[] {
	const zone = evaluation.schedule.zone;
	const about = `${windowText(evaluation.clock(zone), window)}, ${zone} · ${countOf(page)}`;
	return titleLines(title ?? 'Shift schedule', about, page);
}

/** A title, and below it a line about the picture; at the right the number of the page where there are several. */
export function titleLines(title: string, about: string, page: Pick<PicturePage, 'number' | 'of'>): DrawnShape[] {
	const room = WIDTH - 2 * MARGIN;
	const of = page.of > 1 ? `page ${page.number} of ${page.of}` : '';
	const text = fitted('bold', title, room - widthOf('normal', of) - 30);
	const [first, second] = [MARGIN + 14, MARGIN + 44];
	const titleBox = boxOf('bold', text, MARGIN, first);
	return [
		{ ...titleBox, kind: 'text', part: 'title', text, face: 'bold', colour: colours.ink },
		...line(fitted('normal', about, room), MARGIN, second),
		...(of === '' ? [] : line(of, WIDTH - MARGIN - widthOf('normal', of), first)),
	];
}

const line = (text: string, x: number, middle: number): DrawnShape[] => [
	{
		...boxOf('normal', text, x, middle),
		kind: 'text',
		part: 'subtitle',
		text,
		face: 'normal',
		colour: colours.muted,
	},
];

function countOf({ agents, before, all, of }: PicturePage): string {
	if (of > 1) return `agents ${before + 1}–${before + agents.length} of ${all}`;
	return all === 1 ? '1 agent' : `${all} agents`;
}
