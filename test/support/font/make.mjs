// Makes nodes/ShiftSchedule/picture/raster/font.ts: node test/support/font/make.mjs
//
// Needs Chromium (CHROMIUM names it) and the DejaVu Sans Condensed fonts, version 2.37, installed on the machine. The letters are
// drawn by the browser, one by one, with the hinting that makes them crisp at these sizes.
import { writeFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { chromium } from 'playwright-core';

import { drawGlyphs } from './drawGlyphs.mjs';
import { ALL, COMMON, sourceOf } from './source.mjs';

const FACES = [
	{ name: 'normal', css: '21px "DejaVu Sans Condensed"', ranges: ALL },
	{ name: 'bold', css: 'bold 21px "DejaVu Sans Condensed"', ranges: COMMON },
];

const browser = await chromium.launch({
	executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
	args: [
		'--no-sandbox',
		'--disable-gpu',
		'--disable-quic',
		'--no-first-run',
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-sync',
		'--font-render-hinting=full',
	],
});
const page = await browser.newPage();
const drawn = new Map();
for (const face of FACES) {
	drawn.set(face, await page.evaluate(drawGlyphs, face));
}
await browser.close();

const file = resolve(import.meta.dirname, '../../../nodes/ShiftSchedule/picture/raster/font.ts');
const source = sourceOf(drawn);
await writeFile(file, source);
console.log(`${source.length} characters`);
