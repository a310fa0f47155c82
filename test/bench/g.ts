import { createRequire } from 'node:module';
import { join } from 'node:path';
import ICAL from 'ical.js';
import nodeIcal from 'node-ical';

import { atMost, median, medianRatio } from './bench';
import type { Bench, Figure } from './bench';
import { gridFigures } from './gridBench';
import { rosterFigures } from './rosterBench';

type Model = typeof import('../../nodes/ShiftSchedule/model/ics/import');

const EVENTS = 5000;
const MOST_MS = 120;
const HALF_OF_THE_FASTER = 0.5;
const NOW = Date.parse('2026-10-08T11:10:00Z');
const ZONE = 'Europe/Warsaw';

/** What reading a calendar, a grid and a big roster costs: no n8n is in it. The peers read the same calendar. */
export async function run(bench: Bench): Promise<Figure[]> {
	const { root, pairs, quick, progress } = bench;
	const require = createRequire(__filename);
	// As it ships: what a loader adds to the sources costs as much as some of what is measured.
	const model = require(join(root, 'dist/nodes/ShiftSchedule/model/ics/import')) as Model;
	const events = quick ? EVENTS / 10 : EVENTS;
	const text = calendarOf(events);
	const sides = {
		ours: () => expectEvents(readByUs(model, text), events),
		'ical.js': () => expectEvents(readByIcalJs(text), events),
		'node-ical': () => expectEvents(readByNodeIcal(text), events),
	};
	const found: Record<keyof typeof sides, number[]> = { ours: [], 'ical.js': [], 'node-ical': [] };
	await progress.step(`G: a calendar of ${events} events in a zone, by three readers`, async () => {
		// The first runs of any code are slow, which is nobody's calendar.
		for (const read of Object.values(sides)) for (let warm = 0; warm < 2; warm++) timed(read);
		for (let pair = 0; pair < pairs; pair++) {
			for (const name of Object.keys(sides) as Array<keyof typeof sides>) found[name].push(timed(sides[name]));
		}
		await Promise.resolve();
	});
	const faster = found['ical.js'].map((ms, pair) => Math.min(ms, found['node-ical'][pair] ?? ms));
	const ours = median(found.ours);
	return [
		...(['ical.js', 'node-ical'] as const).map((name) => ({
			benchmark: 'G',
			what: `a calendar of ${events} events in a zone, ${name}`,
			value: `${median(found[name]).toFixed(0)} ms`,
		})),
		{
			benchmark: 'G',
			what: `a calendar of ${events} events in a zone`,
			value: `${ours.toFixed(0)} ms`,
			target: { words: `≤ ${MOST_MS} ms`, held: ours <= MOST_MS },
		},
		atMost(
			'G',
			'the same ÷ the faster of the two',
			medianRatio(found.ours, faster, (ms) => ms),
			HALF_OF_THE_FASTER,
		),
		...(await gridFigures(bench)),
		...(await rosterFigures(bench)),
	];
}

/** Shifts of 400 agents, as an export writes them, with the VTIMEZONE that the peers need. */
function calendarOf(events: number): string {
	const two = (part: number): string => String(part).padStart(2, '0');
	const shifts = Array.from({ length: events }, (_, at) => {
		const date = `2026${two(1 + (at % 12))}${two(1 + (at % 28))}`;
		return [
			...['BEGIN:VEVENT', `UID:shift-${at}@example.com`, 'DTSTAMP:20260101T000000Z', `SUMMARY:Shift ${at}`],
			`ATTENDEE;CN="Agent ${at % 400}":mailto:agent${at % 400}@example.com`,
			...[`DTSTART;TZID=${ZONE}:${date}T090000`, `DTEND;TZID=${ZONE}:${date}T170000`, 'END:VEVENT'],
		].join('\r\n');
	});
	const zone = [
		...['BEGIN:VTIMEZONE', `TZID:${ZONE}`, 'BEGIN:STANDARD', 'DTSTART:19961027T030000', 'TZOFFSETFROM:+0200'],
		...['TZOFFSETTO:+0100', 'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10', 'END:STANDARD', 'BEGIN:DAYLIGHT'],
		...['DTSTART:19810329T020000', 'TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200'],
		...['RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3', 'END:DAYLIGHT', 'END:VTIMEZONE'],
	];
	return ['BEGIN:VCALENDAR', 'VERSION:2.0', ...zone, ...shifts, 'END:VCALENDAR', ''].join('\r\n');
}

function readByUs({ importCalendar }: Model, text: string): number {
	const { schedule, problems } = importCalendar(text, {
		...{ zone: 'UTC', dst: 'keepEnd', asked: { start: NOW, end: NOW }, as: 'shift' },
		...{ agent: { kind: 'property', name: 'ATTENDEE' }, state: { kind: 'fixed', state: 'available' } },
	});
	if (problems[0]) throw new Error(JSON.stringify(problems[0]));
	return schedule.rules.length;
}

/** Its events are parsed when they are asked: for what ours has read, their agents, starts and ends. */
function readByIcalJs(text: string): number {
	const events = new ICAL.Component(ICAL.parse(text) as never[]).getAllSubcomponents('vevent');
	return events.filter((component) => {
		const { attendees, startDate, endDate } = new ICAL.Event(component);
		return attendees.length > 0 && startDate.compare(endDate) < 0;
	}).length;
}

function readByNodeIcal(text: string): number {
	const events = Object.values(nodeIcal.sync.parseICS(text)).filter((one) => one?.type === 'VEVENT');
	return events.length;
}

/** @returns milliseconds */
function timed(work: () => unknown): number {
	const begun = performance.now();
	work();
	return performance.now() - begun;
}

/** A comparison means nothing when one side does less. */
function expectEvents(found: number, wanted: number): void {
	if (found !== wanted) throw new Error(`${found} of ${wanted} events were read`);
}
