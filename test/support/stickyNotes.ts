/** Where something stands on n8n's canvas, in pixels. */
export interface Box {
	left: number;
	top: number;
	width: number;
	height: number;
}

/** A sticky note that has no size of its own is as large as n8n makes it. */
const USUAL_SIZE = { width: 240, height: 160 };

/** A node without its name, which stands below it. */
const NODE = { width: 96, height: 96 };

/** What the tests read of a node. */
export interface PlacedNode {
	name: string;
	type: string;
	position: [x: number, y: number];
	parameters: { content?: string; width?: number; height?: number };
}

export const isStickyNote = ({ type }: Pick<PlacedNode, 'type'>): boolean => type === 'n8n-nodes-base.stickyNote';

export function boxOf({ type, position: [left, top], parameters }: PlacedNode): Box {
	const { width = USUAL_SIZE.width, height = USUAL_SIZE.height } = parameters;
	return { left, top, ...(isStickyNote({ type }) ? { width, height } : NODE) };
}

export const overlap = (a: Box, b: Box): boolean =>
	a.left < b.left + b.width && b.left < a.left + a.width && a.top < b.top + b.height && b.top < a.top + a.height;

export const holds = (outer: Box, inner: Box): boolean =>
	outer.left <= inner.left &&
	outer.top <= inner.top &&
	inner.left + inner.width <= outer.left + outer.width &&
	inner.top + inner.height <= outer.top + outer.height;

/** In pixels, measured in n8n 2.40 with some room to spare. */
const TEXT = { padding: 20, letter: 6.4, line: 20, gap: 8, heading: { letter: 8.5, line: 28 } };

/** About how high the text of a sticky note is, in pixels. */
export function textHeight(content: string, width: number): number {
	return content.split('\n').reduce((height, line) => {
		if (line === '') return height + TEXT.gap;
		const { letter, line: lineHeight } = line.startsWith('#') ? TEXT.heading : TEXT;
		const indent = /^(?:\d\.|-) /.test(line) ? 24 : 0;
		const letters = line.replace(/[*`#]/g, '').length;
		return height + lineHeight * Math.ceil((letters * letter) / (width - 2 * TEXT.padding - indent));
	}, TEXT.padding);
}
