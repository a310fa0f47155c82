import { Faults } from '../faults';
import { createServer } from '../server';
import type { Simulator } from '../server';
import { CALENDAR_EVENTS } from './calendarEvents';
import { FILES } from './files';
import { TEAM_MEMBERS, TEAMS_SHIFTS } from './teamsShifts';

/** What someone posted. */
export interface Message {
	channel: string;
	/** Its Content-Type. */
	type: string;
	/** As text; of a picture its size alone is kept. */
	text: string;
	bytes: number;
	isPng: boolean;
}

export interface OfficeState {
	messages: Message[];
}

export interface OfficeSimulator extends Simulator {
	state: OfficeState;
}

const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/**
 * What a contact centre has beside its services: files such as a calendar to subscribe to (`GET /support-team.ics`), events
 * of Google Calendar, shifts of Microsoft Teams, and a chat that takes messages and pictures (`POST /any-channel`).
 */
export async function start(options: { port?: number } = {}): Promise<OfficeSimulator> {
	const state: OfficeState = { messages: [] };
	const faultBody = (status: number) => ({ error: `Status ${status}` });
	const { app, listen } = createServer({ state, faults: new Faults(), faultBody });
	app.removeAllContentTypeParsers();
	app.addContentTypeParser('*', { parseAs: 'buffer' }, (_request, body, done) => done(null, body));

	app.get<{ Params: { file: string } }>('/:file', async ({ params: { file } }, reply) => {
		const found = Object.hasOwn(FILES, file) ? FILES[file] : undefined;
		if (found === undefined) return await reply.code(404).send(faultBody(404));
		return await reply.type(found.type).send(found.content);
	});
	app.get('/calendar/v3/calendars/:calendar/events', () => CALENDAR_EVENTS);
	app.get('/v1.0/teams/:team/schedule/shifts', () => TEAMS_SHIFTS);
	app.get('/v1.0/teams/:team/members', () => TEAM_MEMBERS);
	app.post<{ Params: { channel: string } }>('/:channel', async ({ params: { channel }, headers, body }) => {
		const data = Buffer.isBuffer(body) ? body : Buffer.alloc(0);
		const type = headers['content-type'] ?? '';
		const text = /^(image|application\/octet-stream)/.test(type) ? '' : data.toString('utf8');
		state.messages.push({ channel, type, text, bytes: data.length, isPng: data.subarray(0, 8).equals(PNG) });
		return { ok: true };
	});
	return Object.assign(await listen(options.port), { state });
}
