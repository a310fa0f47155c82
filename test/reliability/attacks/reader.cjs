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
