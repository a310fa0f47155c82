import { objection, vendorFolder } from './architecture/arrows';
import { importsOf, sourcesIn, wordsOf } from './architecture/imports';

const shipped = sourcesIn('nodes', 'credentials');

describe('imports go one way', () => {
	it.each(shipped)('%s', (file) => {
		const forbidden = importsOf(file)
			.flatMap((found) => objection(found) ?? [])
			.map((reason) => `${file}: ${reason}`);
		expect(forbidden).toEqual([]);
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
		['nodes/ShiftSchedule/model/zone.ts', "import { DateTime } from 'luxon';"],
		['nodes/shared/trigger/signature.ts', "import { createHmac } from 'node:crypto';"],
		['nodes/Conpeek/vendor.ts', "// import 'axios';"],
		['nodes/Conpeek/service.ts', "import { set } from './resources/workState/set';"],
	])('%s may contain %s', (from, statement) => {
		expect(verdict(from, statement).filter((reason) => reason !== undefined)).toEqual([]);
	});

	it.each([
		['nodes/Conpeek/vendor.ts', "import { x } from '../VoipNow/vendor';", 'stands alone'],
		['nodes/Conpeek/vendor.ts', "import { x } from '../AgentState/adapters';", 'stands alone'],
		['nodes/Conpeek/vendor.ts', "import { x } from '../../credentials/ConpeekApi.credentials';", 'stands alone'],
		['nodes/Twilio/TaskRouter/vendor.ts', "import { x } from '../Frontline/vendor';", 'products of one family'],
		['nodes/Twilio/twilio.ts', "import { x } from './Frontline/vendor';", 'none of its products'],
		['nodes/shared/http/client.ts', "import type { X } from '../../Conpeek/vendor';", 'knows no vendor'],
		['nodes/shared/http/client.ts', "type X = import('../../AgentState/rows').Row;", 'knows no vendor'],
		['nodes/ShiftSchedule/model/zone.ts', "import { sleep } from 'n8n-workflow';", 'luxon only'],
		['nodes/ShiftSchedule/model/zone.ts', "import { x } from '../../shared/state/state';", 'luxon only'],
		['nodes/ShiftSchedule/ShiftSchedule.node.ts', "import { x } from '../Conpeek/adapter';", 'knows no vendor'],
		['nodes/Conpeek/vendor.ts', "const axios = require('axios');", 'what ships'],
		['nodes/Conpeek/vendor.ts', "const f = async () => await import('fastify');", 'what ships'],
		['nodes/Conpeek/vendor.ts', 'const f = async (name: string) => await import(name);', 'what ships'],
		['nodes/Conpeek/vendor.ts', "import { x } from '../../test/simulators/conpeek';", 'what ships'],
		['credentials/ConpeekApi.credentials.ts', "import { x } from '../nodes/Conpeek/vendor';", 'a credential'],
	])('%s must not contain %s', (from, statement, reason) => {
		expect(verdict(from, statement)).toEqual([expect.stringContaining(reason)]);
	});

	it('finds vendor folders to judge', () => {
		expect(shipped.filter((file) => vendorFolder(file) !== undefined)).not.toEqual([]);
	});
});
