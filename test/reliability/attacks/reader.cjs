'use strict';

const { parentPort, workerData } = require('node:worker_threads');
const path = require('node:path');

/** A file of the built model. */
const model = (name) => require(path.join(workerData.dist, 'nodes/ShiftSchedule/model', name));
const { importCalendar } = model('ics/import');
const { readGrid } = model('roster/grid/grid');
const { rosterOf } = model('roster/roster');
const { rosterOfServiceItems } = model('items/itemsRoster');
const { itemServices } = model('items/services');
const { openEvaluation } = model('schedule/evaluation');
const { stateAt } = model('answers/stateAt');
const { timelineOf } = model('answers/timeline');
const { createZoneClock, dayAt, isoOf } = model('calendar/zone');
const { reliableAgents } = require(path.join(workerData.dist, 'nodes/ShiftSchedule/node/source/loadedRoster'));

const built = (name) => require(path.join(workerData.dist, 'nodes', name));
const { isSigned, FORM } = built('shared/trigger/signature');
const { bodyProblem } = built('shared/trigger/webhook');
const { eventsIn } = built('Twilio/TaskRouter/events');

const ZONE = 'Europe/Warsaw';
const NOW = Date.parse('2026-11-03T11:00:00Z');
const WINDOW = { start: NOW - 86_400_000, end: NOW + 7 * 86_400_000 };
const usual = { zone: ZONE, dst: 'keepEnd' };

/** How each kind of input is read: a schedule, problems, notes, and the agents who are in doubt. */
const readers = {
	rows: (rows) => rosterOf(rows, usual),
	grid(rows) {
		const clock = createZoneClock(ZONE);
		const shared = { clock, today: dayAt(clock, NOW), columns: {}, roster: usual, leaveOut: [], legend: [] };
		const read = readGrid(rows, { ...shared, emptyCells: 'unknown', cellsHold: 'any' });
		return read.kind === 'problem' ? { problems: [read], notes: [], doubted: 'all' } : read.value;
	},
	calendar: (text) =>
		importCalendar(text, {
			...{ ...usual, asked: WINDOW, as: 'shift' },
			agent: { kind: 'property', name: 'ATTENDEE' },
			state: { kind: 'fixed', state: 'available' },
		}),
	items({ service, items }) {
		const found = itemServices.find(({ id }) => id === service);
		const options = { ...usual, agentIs: 'email', eventOwner: 'attendees', eventsAre: 'work', words: new Map() };
		return rosterOfServiceItems(items, found, options);
	},
};

const adherence = (name) => require(path.join(workerData.dist, 'nodes/ScheduleAdherence/model', name));
const { readRecords } = adherence('rows/records');
const { readScheduledRows } = adherence('rows/scheduledRows');
const { readActualRows } = adherence('rows/actualRows');
const { namesOfPerson } = adherence('rows/person');
const { findingsOf, stillToCome } = adherence('answers/findings');
const { remarksOn } = adherence('answers/remarks');
const { standingNow } = adherence('answers/outNow');
const { createStateComparer } = adherence('comparison/stateRules');
const { exceptionKinds } = adherence('comparison/kinds');

/** The parts of the scheduled time. */
const PARTS = ['inAdherence', 'exceptions', 'tolerated', 'excused', 'neutral', 'unknown'];

/** Compares both sides; tells problems, notes, and what was lost without a word: rows, and scheduled time. */
function compareSides({ scheduled, actual, excused }) {
	const clock = createZoneClock(ZONE);
	const options = { clock, now: NOW, teamColumn: 'team', columns: {} };
	const { records, problems, notes } = readRecords({ scheduled, actual, excused }, options);
	const comparer = createStateComparer({ groups: [], neutral: ['training'], work: ['available', 'busy'] });
	const tolerances = Object.fromEntries(exceptionKinds.map((kind) => [kind, 300_000]));
	const lost = lostRows({ scheduled, actual }, { records, problems }, options);
	const starts = records.flatMap(({ record }) => record.scheduled.map(({ start }) => start));
	const [first, last] = [Math.min(NOW, ...starts.slice(0, 50_000)), Math.max(NOW, ...starts.slice(0, 50_000))];
	const findings = records.map(({ record }) => {
		const range = { first: dayAt(record.clock, first), last: dayAt(record.clock, last) + 20_000 };
		const found = findingsOf(record, range, { comparer, tolerances, until: NOW });
		let counted = stillToCome(record, range, NOW);
		for (const totals of found.days.values()) {
			counted += totals.scheduled;
			const parts = PARTS.reduce((sum, part) => sum + totals[part], 0);
			if (parts !== totals.scheduled) lost.push(`${totals.scheduled - parts} ms of the parts of ${record.name}`);
		}
		const planned = record.scheduled.reduce((sum, { start, end }) => sum + end - start, 0);
		if (planned !== counted) lost.push(`${planned - counted} ms of ${record.name}`);
		standingNow(record, comparer, NOW);
		return found;
	});
	const remarks = remarksOn(records, findings, { comparer, clock, until: NOW, starts: { start: first, end: last } });
	return {
		messages: [...problems, ...notes, ...remarks].map(({ message }) => message),
		lost,
		agents: records.length,
	};
}

/** Rows that are neither an agent's who is compared, nor told as a problem, nor of an agent who is left out for one. */
function lostRows({ scheduled, actual }, { records, problems }, options) {
	if (problems.some(({ agent }) => agent === '')) return [];
	const known = new Set(records.flatMap(({ record }) => namesOfPerson(record)));
	const told = new Set(problems.map(({ side, row }) => `${side} ${row}`));
	const leftOut = new Set(problems.flatMap(({ agent }) => namesOfPerson({ id: agent, name: agent })));
	const sides = [
		['Scheduled', scheduled, (row) => readScheduledRows([row], options).agents.flatMap(namesOfPerson)],
		['Actual', actual, (row) => readActualRows([row], options).agents.flatMap(namesOfPerson)],
	];
	const named = sides.flatMap(([side, rows, namesOf]) =>
		rows.map((row, index) => ({
			at: `${side} ${index + 1}`,
			isEmpty: Object.keys(row).length === 0,
			names: namesOf(row),
		})),
	);
	// Who is left out under one name is left out under the others, too.
	for (const { names } of [...named, ...named]) {
		if (names.some((name) => leftOut.has(name))) names.forEach((name) => leftOut.add(name));
	}
	return named
		.filter(({ at, isEmpty, names }) => {
			return !isEmpty && !told.has(at) && !names.some((name) => known.has(name) || leftOut.has(name));
		})
		.map(({ at }) => at);
}

/** What the trigger does with a body that is not signed, and what it would do if it were. */
function readDelivery({ way, body }) {
	const mediaType = way === 'workspaceCallback' ? FORM : 'application/json';
	const rawBody = Buffer.from(body);
	const wrong = bodyProblem({ mediaType, rawBody });
	if (wrong !== undefined) return [wrong];
	const request = { url: 'https://n8n.example.com/webhook', signature: 'x'.repeat(28), mediaType, rawBody };
	if (isSigned(request, 'key')) return ['signed'];
	const heard = eventsIn(mediaType, rawBody);
	return heard.kind === 'problem' ? [heard.problem] : [];
}

/** How many agents are asked about: the cost of the others is the same. */
const MOST_AGENTS = 20;

function statesIn({ schedule, doubted }) {
	if (schedule === undefined) return [];
	const evaluation = openEvaluation(schedule);
	return reliableAgents({ schedule, doubted })
		.slice(0, MOST_AGENTS)
		.map((agent) => {
			try {
				const rows = [stateAt(evaluation, agent, NOW), ...timelineOf(evaluation, agent, WINDOW)];
				return { agent: agent.id, name: agent.name, rows: rows.map((row) => shown(evaluation, row)) };
			} catch (error) {
				// The model's own refusal: the agent has more entries than can be worked out.
				if (error.constructor.name !== 'TooManyAssignments') throw error;
				return { agent: agent.id, name: agent.name, rows: [] };
			}
		});
}

/** A row with its times as they are put out. */
function shown(evaluation, { zone, since, until, start, end, minutes, desiredState, reason, source, dstNote }) {
	const clock = evaluation.clock(zone);
	const times = [since, until, start, end].map((at) => (at === undefined ? null : isoOf(clock, at)));
	return {
		desiredState,
		reason,
		rule: source.rule,
		dstNote,
		zone,
		times,
		minutes: minutes === undefined ? 0 : minutes,
	};
}

parentPort.on('message', ({ kind, input: given, json }) => {
	const before = process.cpuUsage();
	const answer = { states: [], messages: [] };
	try {
		const input = json === undefined ? given : JSON.parse(json);
		if (kind === 'delivery') answer.messages = readDelivery(input);
		else if (kind === 'adherence') Object.assign(answer, compareSides(input));
		else {
			const read = readers[kind](input);
			answer.states = statesIn(read);
			answer.messages = [
				...read.problems.map(({ problem }) => problem),
				...read.notes.map(({ message }) => message),
			];
		}
	} catch (error) {
		answer.thrown = String(error.stack);
	}
	const { user, system } = process.cpuUsage(before);
	answer.milliseconds = (user + system) / 1000;
	answer.polluted = Object.keys(Object.prototype);
	parentPort.postMessage(answer);
});
