import { objection, rooms, vendorFolder } from './architecture/arrows';
import { circlesIn } from './architecture/circles';
import { ambiguousNames } from './architecture/names';
import { importsOf, loadedWith, read, sourcesIn, wordsOf } from './architecture/imports';

const shipped = sourcesIn('nodes', 'credentials');

describe('imports go one way', () => {
	it.each(shipped)('%s', (file) => {
		const forbidden = importsOf(file)
			.flatMap((found) => objection(found) ?? [])
			.map((reason) => `${file}: ${reason}`);
		expect(forbidden).toEqual([]);
	});
});

describe('the house', () => {
	const isOwn = (to: string): boolean => /^(nodes|credentials)\//.test(to);

	it('has no circle at any level, types included', () => {
		expect(circlesIn(shipped.flatMap((file) => importsOf(file)).filter(({ to }) => isOwn(to)))).toEqual([]);
	});

	it('would show a circle of two files, of two folders, and one that a type alone makes', () => {
		const circle = (...pairs: Array<[string, string]>) => circlesIn(pairs.map(([from, to]) => ({ from, to })));
		expect(circle(['a/b.ts', 'a/c'], ['a/c.ts', 'a/b'])).toEqual([['a/b', 'a/c']]);
		expect(circle(['a/x/1.ts', 'a/y/1'], ['a/y/2.ts', 'a/x/2'])).toEqual([['a/x', 'a/y']]);
		expect(circle(['a/x/1.ts', 'a/y/1'], ['a/y/2.ts', 'a/z/2'])).toEqual([]);
		expect(importsOf('a/b.ts', "import type { C } from './c';")).toEqual([{ from: 'a/b.ts', to: 'a/c' }]);
	});

	it('has no name that stands for two things at the top level of its files', () => {
		expect(ambiguousNames(shipped)).toEqual([]);
	});

	it('would show such a name, and lets vendors say the same thing with the same word', () => {
		const names = (...files: string[]) => ambiguousNames(files, () => ['read']);
		expect(names('nodes/shared/a.ts', 'nodes/shared/b.ts')).toHaveLength(1);
		expect(names('nodes/shared/adapter.ts', 'nodes/Conpeek/adapter.ts')).toHaveLength(1);
		expect(names('nodes/Conpeek/adapter.ts', 'nodes/VoipNow/vendor.ts')).toHaveLength(1);
		expect(names('nodes/Conpeek/adapter.ts', 'nodes/VoipNow/adapter.ts')).toEqual([]);
	});

	it('has no variable that all runs of a process would share', () => {
		const variables = (text: string): string[] => text.match(/^(?:export )?(?:let|var) \w+/gm) ?? [];
		expect(shipped.filter((file) => variables(read(file)).length > 0)).toEqual([]);
		expect(variables('let last = 0;\nfunction f() {\n\tlet own = 1;\n}')).toEqual(['let last']);
	});

	it.each(Object.keys(rooms))('has the room %s', (room) => {
		expect(shipped.some((file) => file === `${room}.ts` || file.startsWith(`${room}/`))).toBe(true);
	});
});

describe('what n8n loads before anyone has run a node', () => {
	const loaded = new Set<string>();
	const load = (file: string): void => {
		if (loaded.has(file)) return;
		loaded.add(file);
		for (const other of loadedWith(file).map((to) => `${to}.ts`)) if (shipped.includes(other)) load(other);
	};
	shipped.filter((file) => /\.(?:node|credentials)\.ts$/.test(file)).forEach(load);

	it.each([
		...['nodes/shared/http/client.ts', 'nodes/shared/http/limit/', 'nodes/shared/operation/input/'],
		...['nodes/shared/operation/run/run', 'nodes/shared/operation/editor/searchList', 'nodes/shared/state/run/'],
		...['nodes/shared/state/read/', 'nodes/AgentState/trigger/pollStates', 'nodes/ShiftSchedule/picture/'],
		...[
			'nodes/ShiftSchedule/model/answers/',
			'nodes/ShiftSchedule/model/ics/',
			'nodes/ShiftSchedule/model/schedule/',
		],
		...[
			'nodes/ShiftSchedule/node/operations/',
			'nodes/ShiftSchedule/node/source/',
			'nodes/ScheduleAdherence/model/rows/',
		],
		...['nodes/ScheduleAdherence/picture/', 'nodes/ScheduleAdherence/node/operations/'],
		...['nodes/Twilio/TaskRouter/trigger/activation', 'nodes/Twilio/TaskRouter/trigger/delivery'],
	])('is nothing of %s', (place) => {
		expect(shipped.some((file) => file.startsWith(place))).toBe(true);
		expect([...loaded].filter((file) => file.startsWith(place))).toEqual([]);
	});

	it('is less than half of the files, and a third of the text', () => {
		const sizeOf = (files: Iterable<string>) => [...files].reduce((sum, file) => sum + read(file).length, 0);
		expect(loaded.size).toBeGreaterThan(100);
		expect(loaded.size).toBeLessThan(shipped.length / 2);
		expect(sizeOf(loaded)).toBeLessThan(sizeOf(shipped) / 3);
	});

	it('would show what is imported at once, and lets what runs be imported where it runs', () => {
		expect(loadedWith('a/b.ts', "import { c } from './c';\nexport * from './d';")).toEqual(['a/c', 'a/d']);
		expect(loadedWith('a/b.ts', "import './c';\nimport { type D, e } from './e';")).toEqual(['a/c', 'a/e']);
		expect(
			loadedWith(
				'a/b.ts',
				"import type { C } from './c';\nimport { type D } from './d';\nconst e = async () => await import('./e');",
			),
		).toEqual([]);
	});
});

describe('shared code', () => {
	const names = [...new Set(shipped.flatMap((file) => vendorFolder(file) ?? []))].map((name) => name.toLowerCase());
	const namesVendor = (word: string): boolean => names.some((name) => word.toLowerCase().includes(name));

	it.each(sourcesIn('nodes/shared'))('%s names no vendor', (file) => {
		expect(wordsOf(file).filter(namesVendor)).toEqual([]);
	});

	it.each([
		"const twilioHost = 'api';",
		"const header = 'Twilio-Concurrent-Requests';",
		'const url = (id: string) => `https://${id}.twilio.com/`;',
		'const body = /twilio/;',
	])('would be caught with %s', (source) => {
		expect(wordsOf('nodes/shared/x.ts', source).filter((word) => /twilio/i.test(word))).toHaveLength(1);
	});

	it('may cite a vendor in a comment', () => {
		expect(wordsOf('nodes/shared/x.ts', '/** As twilio.com says. */ const a = 1; // Twilio')).toEqual(['a', '1']);
	});
});

describe('the rule itself', () => {
	const verdict = (from: string, statement: string): (string | undefined)[] =>
		importsOf(from, statement).map((found) => objection(found));

	it.each([
		['nodes/Conpeek/vendor.ts', "import { client } from '../shared/http/client';"],
		['nodes/Twilio/TaskRouter/vendor.ts', "import { hosts } from '../twilio';"],
		['nodes/AgentState/adapters.ts', "export * from '../Conpeek/adapter';"],
		['nodes/ShiftSchedule/model/calendar/zone.ts', "import { DateTime } from 'luxon';"],
		['nodes/shared/trigger/signature.ts', "import { createHmac } from 'node:crypto';"],
		['nodes/Conpeek/vendor.ts', "// import 'axios';"],
		['nodes/Conpeek/definition.ts', "import { set } from './resources/workState/set';"],
	])('%s may contain %s', (from, statement) => {
		expect(verdict(from, statement).filter((reason) => reason !== undefined)).toEqual([]);
	});

	it.each([
		['nodes/Conpeek/vendor.ts', "import { x } from '../VoipNow/vendor';", 'stands alone'],
		['nodes/Conpeek/vendor.ts', "import { x } from '../AgentState/adapters';", 'stands alone'],
		['nodes/Conpeek/vendor.ts', "import { x } from '../../credentials/ConpeekApi.credentials';", 'stands alone'],
		['nodes/Twilio/TaskRouter/vendor.ts', "import { x } from '../Frontline/vendor';", 'products of one family'],
		['nodes/Twilio/twilio.ts', "import { x } from './Frontline/vendor';", 'none of its products'],
		['nodes/shared/http/client.ts', "import type { X } from '../../Conpeek/vendor';", 'and not nodes/Conpeek'],
		['nodes/shared/http/client.ts', "type X = import('../../AgentState/rows').Row;", 'and not nodes/AgentState'],
		[
			'nodes/shared/http/client.ts',
			"import type { Field } from '../operation/operation';",
			'and not nodes/shared/operation',
		],
		['nodes/shared/http/limit/limiter.ts', "import { send } from '../client';", 'and not nodes/shared/http'],
		['nodes/shared/values/text.ts', "import { sleep } from 'n8n-workflow';", 'may import nothing'],
		[
			'nodes/shared/operation/input/parse.ts',
			"import { send } from '../run/send';",
			'and not nodes/shared/operation/run',
		],
		[
			'nodes/shared/operation/editor/search.ts',
			"import { send } from '../run/send';",
			'and not nodes/shared/operation/run',
		],
		[
			'nodes/shared/state/read/agents.ts',
			"import type { Task } from '../run/task';",
			'and not nodes/shared/state/run',
		],
		['nodes/ShiftSchedule/model/calendar/zone.ts', "import { sleep } from 'n8n-workflow';", 'and not n8n-workflow'],
		[
			'nodes/ShiftSchedule/model/calendar/zone.ts',
			"import { x } from '../../../shared/state/state';",
			'and not nodes/shared/state',
		],
		[
			'nodes/ShiftSchedule/model/roster/cells.ts',
			"import { x } from '../ics/text';",
			'and not nodes/ShiftSchedule/model/ics',
		],
		['nodes/ShiftSchedule/picture/raster/text.ts', "import { x } from '../layout/axis';", 'may import nothing'],
		[
			'nodes/ShiftSchedule/ShiftSchedule.node.ts',
			"import { x } from '../Conpeek/adapter';",
			'and not nodes/Conpeek',
		],
		['nodes/Conpeek/vendor.ts', "const axios = require('axios');", 'what ships'],
		['nodes/Conpeek/vendor.ts', "const f = async () => await import('fastify');", 'what ships'],
		['nodes/Conpeek/vendor.ts', 'const f = async (name: string) => await import(name);', 'what ships'],
		['nodes/Conpeek/vendor.ts', "import { x } from '../../simulators/conpeek';", 'what ships'],
		[
			'credentials/ConpeekApi.credentials.ts',
			"import { x } from '../nodes/Conpeek/vendor';",
			'and not nodes/Conpeek',
		],
	])('%s must not contain %s', (from, statement, reason) => {
		expect(verdict(from, statement)).toEqual([expect.stringContaining(reason)]);
	});

	it('finds vendor folders to judge', () => {
		expect(shipped.filter((file) => vendorFolder(file) !== undefined)).not.toEqual([]);
	});
});
