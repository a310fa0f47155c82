import { z } from 'zod';
import { startOffice } from '../../simulators/index';
import type { OfficeSimulator } from '../../simulators/index';
import { request } from '../../simulators/request';

let office: OfficeSimulator;

beforeEach(async () => {
	office = await startOffice();
});

afterEach(async () => await office.close());

describe('the office', () => {
	it('hands out its calendar, and no other file', async () => {
		const { status, headers, data } = await request({ url: `${office.url}/support-team.ics` });
		expect(status).toBe(200);
		expect(headers['content-type']).toBe('text/calendar; charset=utf-8');
		expect(data).toMatch(/^BEGIN:VCALENDAR\r\n/);
		expect((await request({ url: `${office.url}/constructor` })).status).toBe(404);
	});

	it("hands out the planners' roster as an Excel file", async () => {
		const { status, headers } = await request({ url: `${office.url}/roster.xlsx` });
		expect([status, headers['content-type']]).toEqual([200, expect.stringContaining('spreadsheetml')]);
	});

	it.each([
		['/calendar/v3/calendars/support-team%40example.com/events', 'items', 7],
		['/v1.0/teams/1/schedule/shifts', 'value', 5],
		['/v1.0/teams/1/members', 'value', 4],
	])('plays the calendar and the shifts of a team: %s', async (path, list, count) => {
		const { status, data } = await request({ url: `${office.url}${path}` });
		expect(status).toBe(200);
		expect(z.record(z.string(), z.unknown()).parse(data)[list]).toHaveLength(count);
	});

	it('keeps what is posted: texts, and of pictures the size', async () => {
		const png = Buffer.from('89504e470d0a1a0a00ff', 'hex');
		const post = async (channel: string, data: unknown, type: string) =>
			await request({ method: 'POST', url: `${office.url}/${channel}`, data, headers: { 'content-type': type } });
		await post('team-leads', { message: 'Zażółć' }, 'application/json');
		await post('planning', png, 'image/png');
		expect(office.state.messages).toEqual([
			expect.objectContaining({ channel: 'team-leads', text: '{"message":"Zażółć"}', isPng: false }),
			{ channel: 'planning', type: 'image/png', text: '', bytes: 10, isPng: true },
		]);
	});
});
