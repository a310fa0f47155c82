import { importCalendar } from '../../../../../nodes/ShiftSchedule/model/ics/import';
import type { IcsOptions } from '../../../../../nodes/ShiftSchedule/model/ics/options';
import { ofAnna } from '../make';

const DAY = 86_400_000;
const NOW = Date.parse('2026-11-03T12:00+01:00');
const options: IcsOptions = { ...ofAnna, asked: { start: NOW, end: NOW + DAY } };
const byAttendee: IcsOptions = { ...options, agent: { kind: 'property', name: 'ATTENDEE' } };

const calendarOf = (...events: string[][]): string =>
	[
		'BEGIN:VCALENDAR',
		...events.flatMap((lines, index) => ['BEGIN:VEVENT', `UID:${index}`, ...lines, 'END:VEVENT']),
		'END:VCALENDAR',
	].join('\r\n');
const good = ['SUMMARY:Shift', 'ATTENDEE:mailto:anna', 'DTSTART:20261103T080000Z', 'DTEND:20261103T160000Z'];

const read = (events: string[][], more: IcsOptions = byAttendee) => {
	const { schedule, problems, notes, doubted } = importCalendar(calendarOf(...events), more);
	return {
		rules: schedule.rules.map(({ row }) => row),
		problems: problems.map(({ row, column }) => `${row} ${column}`),
		notes: notes.map(({ kind, level, row }) => [level, kind, row].join(' ')),
		messages: notes.map(({ message }) => message),
		doubted: doubted === 'all' ? 'all' : [...doubted],
	};
};

const bad = ['ATTENDEE:mailto:eve', 'SUMMARY:Odd'];

describe('an event that cannot be read', () => {
	it.each([
		['in 2019', ['DTSTART;TZID=Mars:20190103T080000', 'DURATION:PT1H']],
		['that ended in 2018', ['DTSTART:20150103T080000Z', 'DURATION:PT1H', 'RRULE:FREQ=HOURLY;UNTIL=20180103']],
		['of a length that cannot be', ['DTSTART:20190103T080000Z', 'DURATION:-PT1H']],
		['of a length that cannot be, behind a blank', ['DTSTART:20190103T080000Z', 'DURATION: -PT1H']],
		['that ends before it starts', ['DTSTART:20190103T080000Z', 'DTEND:20190102T080000Z']],
		['with an odd date more', ['DTSTART:20190103T080000Z', 'DURATION:PT1H', 'RDATE:20190104T250000Z']],
	])('%s is told, and holds back nobody', (_, lines) => {
		const found = read([good, [...bad, ...lines]]);
		expect(found).toMatchObject({ rules: [2], problems: [], doubted: [] });
		expect(found.notes).toEqual(['info eventSkipped 9']);
		expect(found.messages[0]).toMatch(
			/^Line \d+ of the calendar, [A-Z-]+: .*\. The event "Odd" was skipped, because it was over before the time asked for\.$/,
		);
	});

	it('is told by its line and what is wrong, and by its title if it has one', () => {
		const { messages } = read([
			good,
			['ATTENDEE:mailto:eve', 'DTSTART;TZID=Mars:20190103T080000', 'DURATION:PT1H'],
		]);
		expect(messages).toEqual([
			'Line 12 of the calendar, DTSTART: "Mars" is not a time zone: write a place, such as Europe/Warsaw. This event was skipped, because it was over before the time asked for.',
		]);
	});

	it('that begins later is told as a warning', () => {
		const found = read([good, [...bad, 'DTSTART;TZID=Mars:20261203T080000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY']]);
		expect(found).toMatchObject({ problems: [], doubted: [], notes: ['warning eventSkipped 9'] });
		expect(found.messages[0]).toContain('because it begins after the time asked for');
	});

	it.each([
		['today', ['DTSTART;TZID=Mars:20261103T080000', 'DURATION:PT1H']],
		['since 2019', ['DTSTART:20190103T080000Z', 'DURATION:PT1H', 'RRULE:FREQ=HOURLY']],
		['with a count', ['DTSTART:20190103T080000Z', 'DURATION:PT1H', 'RRULE:FREQ=HOURLY;COUNT=3']],
		['of a long length', ['DTSTART;TZID=Mars:20261001T080000', 'DURATION:P60D']],
		['with an end that is still to come', ['DTSTART;TZID=Mars:20261001T080000', 'DTEND:20261120T080000Z']],
		[
			'repeated until today',
			['DTSTART;TZID=Mars:20190103T080000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;UNTIL=20261103T080000Z'],
		],
		['with a date more', ['DTSTART;TZID=Mars:20190103T080000', 'DURATION:PT1H', 'RDATE:20261103T080000Z']],
		[
			'with several dates more',
			['DTSTART;TZID=Mars:20190103T080000', 'DURATION:PT1H', 'RDATE:20190104T080000Z,20261103T080000Z'],
		],
		[
			'for a date of today',
			['RECURRENCE-ID:20261103T080000Z', 'DTSTART;TZID=Mars:20261203T080000', 'DURATION:PT1H'],
		],
		[
			'from an old date on',
			[
				'RECURRENCE-ID;RANGE=THISANDFUTURE:20190103T080000Z',
				'DTSTART;TZID=Mars:20190103T080000',
				'DURATION:PT1H',
			],
		],
		['without a start', ['DURATION:PT1H']],
		['with a start that is not a date', ['DTSTART:someday', 'DURATION:PT1H']],
		['of a length that nobody can tell', ['DTSTART:20190103T080000Z', 'DURATION:long']],
	])('%s is a problem, and holds back its own agents alone', (_, lines) => {
		const found = read([good, [...bad, ...lines]]);
		expect(found).toMatchObject({ rules: [2], doubted: ['eve'], notes: [] });
		expect(found.problems).not.toEqual([]);
	});

	it('holds back everyone where the letters of its agent are lost, and nobody where it names none', () => {
		const today = ['DTSTART:20261103T080000Z', 'DURATION:PT1H'];
		expect(read([good, ['ATTENDEE:mailto:zo\uFFFD', ...today]])).toMatchObject({
			...{ rules: [2], problems: ['11 ATTENDEE'], doubted: 'all', notes: ['warning textDamaged 11'] },
		});
		expect(read([good, today])).toMatchObject({ rules: [2], problems: ['9 ATTENDEE'], doubted: [] });
		expect(importCalendar(calendarOf(['ATTENDEE:zo\uFFFD', ...today]), byAttendee).problems[0]?.problem).toBe(
			'names an agent with letters that are lost: save the calendar as UTF-8',
		);
	});

	it('does not touch the changes of others', () => {
		const text = calendarOf(
			['UID:s', 'ATTENDEE:mailto:anna', 'DTSTART:20261001T080000Z', 'DURATION:PT8H', 'RRULE:FREQ=DAILY'],
			[
				'UID:s',
				'RECURRENCE-ID:20261020T080000Z',
				'ATTENDEE:mailto:anna',
				'DTSTART:20261020T250000Z',
				'DURATION:PT1H',
			],
		).replace(/UID:\d\r\n/g, '');
		const { schedule, problems, notes } = importCalendar(text, byAttendee);
		expect(problems).toEqual([]);
		expect(schedule.rules).toHaveLength(1);
		expect(notes).toMatchObject([{ kind: 'eventSkipped', level: 'info' }]);
	});

	it('that changes a date nobody knows leaves the series in doubt', () => {
		const text = calendarOf(
			['UID:s', 'ATTENDEE:mailto:anna', 'DTSTART:20261001T080000Z', 'DURATION:PT8H', 'RRULE:FREQ=DAILY'],
			['UID:s', 'RECURRENCE-ID:soon', 'ATTENDEE:mailto:ben', 'DTSTART:20191101T080000Z', 'DURATION:PT1H'],
		).replace(/UID:\d\r\n/g, '');
		const { schedule, doubted } = importCalendar(text, byAttendee);
		expect(schedule.rules).toEqual([]);
		expect(doubted).toEqual(new Set(['anna']));
	});
});

describe('what says nothing about anyone', () => {
	it.each([
		['no end', ['DTSTART:20261103T080000Z']],
		['an end at its start', ['DTSTART:20261103T080000Z', 'DTEND:20261103T080000Z']],
		['an end at its start to the second', ['DTSTART:20261103T080030Z', 'DTEND:20261103T080030Z']],
		['no duration', ['DTSTART:20261103T080000Z', 'DURATION:PT0S']],
		['no duration within a minute', ['DTSTART:20261103T080030Z', 'DURATION:PT0S']],
	])('an event with %s is told', (_, lines) => {
		const found = read([good, [...bad, ...lines]]);
		expect(found).toMatchObject({ rules: [2], problems: [], doubted: [], notes: ['info eventSkipped 9'] });
		expect(found.messages).toEqual(['Line 9 of the calendar: The event "Odd" has no length, so it was skipped.']);
	});

	it('an event of less than a minute has that minute', () => {
		expect(read([['ATTENDEE:anna', 'DTSTART:20261103T080010Z', 'DTEND:20261103T080030Z']]).rules).toEqual([2]);
	});

	const free = [...good, 'TRANSP: transparent '];

	it('free time is not a shift, and is told: as a warning where nothing else is left', () => {
		expect(read([good, free])).toMatchObject({ rules: [2], notes: ['info leftOut '] });
		expect(read([free])).toMatchObject({ rules: [], notes: ['warning leftOut '] });
		expect(read([good, free]).messages).toEqual([
			'One event is marked as free time (TRANSP:TRANSPARENT) and left out, such as line 9 of the calendar.',
		]);
		expect(read([free, free]).messages).toEqual([
			'2 events are marked as free time (TRANSP:TRANSPARENT) and left out, such as line 2 of the calendar.',
		]);
		expect(read([[...good, 'TRANSP:OPAQUE']]).notes).toEqual([]);
	});

	it.each([
		['holidays', { ...byAttendee, as: 'holiday' } as const],
		['leave', { ...byAttendee, as: 'leave' } as const],
		[
			'events whose state is read from it',
			{ ...byAttendee, state: { kind: 'words', property: 'transp', words: { transparent: 'busy' } } } as const,
		],
	])('free time counts of %s', (_, more) => {
		expect(read([free], more)).toMatchObject({ rules: [2], notes: [] });
	});

	it.each(['X-TRANSP', 'TRANSPORT'])('free time is none where the state is read from %s', (property) => {
		const state = { kind: 'words', property, words: {}, otherwise: 'busy' } as const;
		expect(read([free], { ...byAttendee, state })).toMatchObject({ rules: [], notes: ['warning leftOut '] });
	});

	it('an event of nobody is told, and several are counted', () => {
		const room = ['ATTENDEE;CUTYPE=ROOM:mailto:room', 'DTSTART:20261103T080000Z', 'DURATION:PT1H'];
		const end =
			'not about anyone in particular and left out, such as line 9 of the calendar: it names no agent who takes part.';
		expect(read([good, room]).messages).toEqual([`One event is ${end}`]);
		expect(read([good, room, room]).messages).toEqual([`2 events are ${end}`]);
	});

	it('attendees without an address are told by what they are called', () => {
		const today = ['DTSTART:20261103T080000Z', 'DURATION:PT1H'];
		const { notes } = importCalendar(
			calendarOf([
				'ATTENDEE;CN=Eve:invalid:nomail',
				'ATTENDEE:urn:uuid:6f3c',
				'ATTENDEE: ',
				'ATTENDEE:ben',
				...today,
			]),
			byAttendee,
		);
		expect(notes).toEqual([
			{
				...{ kind: 'leftOut', level: 'warning', row: 2 },
				message: 'Line 2 of the calendar: Eve, urn:uuid:6f3c has no email address and was left out.',
			},
		]);
	});

	it.each([
		'ATTENDEE;CUTYPE=ROOM:mailto:room@example.com',
		'ATTENDEE;CUTYPE=resource:mailto:beamer@example.com',
		'ATTENDEE;CUTYPE=GROUP:mailto:queue@example.com',
		'ATTENDEE;ROLE=NON-PARTICIPANT:mailto:lead@example.com',
		'ATTENDEE;PARTSTAT=DECLINED:mailto:ben@example.com',
		'ATTENDEE;PARTSTAT=DELEGATED:mailto:ben@example.com',
	])('%s does no work', (line) => {
		const today = ['DTSTART:20261103T080000Z', 'DURATION:PT1H'];
		const { schedule } = importCalendar(calendarOf([line, 'ATTENDEE:mailto:anna', ...today]), byAttendee);
		expect(schedule.agents.map(({ id }) => id)).toEqual(['anna']);
		expect(read([good, [line, ...today]])).toMatchObject({ rules: [2], problems: [], notes: ['info leftOut '] });
	});

	it.each([
		['ATTENDEE;EMAIL="anna@example.com":/aMjAx/principal/', 'anna@example.com'],
		['ATTENDEE;EMAIL=anna@example.com:urn:uuid:6f3c', 'anna@example.com'],
		['ATTENDEE;EMAIL=anna@example.com:invalid:nomail', 'anna@example.com'],
		['ATTENDEE;EMAIL=other@example.com:mailto:anna@example.com', 'anna@example.com'],
		['ATTENDEE:anna@example.com', 'anna@example.com'],
		['ATTENDEE:1001', '1001'],
		['ATTENDEE:team/anna', 'team/anna'],
		['ATTENDEE:mailto: anna@example.com', 'anna@example.com'],
		['ATTENDEE;EMAIL=" anna@example.com ":urn:uuid:6f3c', 'anna@example.com'],
		['ATTENDEE;EMAIL=" ":urn:uuid:6f3c', undefined],
		['ATTENDEE:http://example.com/anna', undefined],
		['ATTENDEE:LDAP://example.com/anna', undefined],
		['ATTENDEE:sip:anna@example.com', undefined],
		['ATTENDEE:/1001', undefined],
		['ATTENDEE;CN=Eve:invalid:nomail', undefined],
		['ATTENDEE;EMAIL=:urn:uuid:6f3c', undefined],
		['ATTENDEE:mailto:', undefined],
	])('of %s the address is %s', (line, expected) => {
		const found = importCalendar(
			calendarOf([line, 'ATTENDEE:ben', 'DTSTART:20261103T080000Z', 'DURATION:PT1H']),
			byAttendee,
		);
		expect(found.schedule.agents.map(({ id }) => id)).toEqual([
			...(expected === undefined ? [] : [expected]),
			'ben',
		]);
		expect(found.notes).toHaveLength(expected === undefined ? 1 : 0);
		if (expected === undefined) expect(found.notes[0]?.message).toContain('has no email address and was left out');
	});

	it('tasks, notes and the like beside events are told', () => {
		const text = calendarOf(good).replace(
			'END:VCALENDAR',
			[
				'BEGIN:VTODO',
				'END:VTODO',
				'BEGIN:VFREEBUSY',
				'END:VFREEBUSY',
				'BEGIN:VTIMEZONE',
				'END:VTIMEZONE',
				'BEGIN:X-OWN',
				'END:X-OWN',
				'END:VCALENDAR',
			].join('\n'),
		);
		const found = importCalendar(text, byAttendee);
		expect(found.problems).toEqual([]);
		expect(found.notes).toEqual([
			{
				...{ kind: 'eventSkipped', level: 'info', row: 9 },
				message: 'Only events (VEVENT) of the calendar are read. Skipped: VTODO, VFREEBUSY, such as line 9.',
			},
		]);
		const only = importCalendar('BEGIN:VCALENDAR\nBEGIN:VTODO\nEND:VTODO\nEND:VCALENDAR', byAttendee);
		expect(only.notes).toMatchObject([
			{ level: 'warning', message: 'The calendar has no events (VEVENT), only VTODO.' },
		]);
	});

	it('titles without a known agent are left out, others are a problem', () => {
		const today = ['DTSTART:20261103T080000Z', 'DURATION:PT1H'];
		const by = (find: Extract<IcsOptions['agent'], { kind: 'title' }>['find']): IcsOptions => ({
			...options,
			agent: { kind: 'title', name: 'SUMMARY', find },
		});
		const events = [
			['SUMMARY:Anna - Early', ...today],
			['SUMMARY:Party', ...today],
		];
		expect(read(events, by({ kind: 'known', names: ['Anna'] }))).toMatchObject({
			...{ rules: [2], problems: [], notes: ['info leftOut '] },
		});
		const path = [['SUMMARY:/Anna - Early', ...today]];
		expect(read(path, by({ kind: 'before', separator: ' - ' }))).toMatchObject({ rules: [2], notes: [] });
		expect(read(events, by({ kind: 'before', separator: ' - ' }))).toMatchObject({
			...{ rules: [2], problems: ['8 SUMMARY'], doubted: [] },
		});
	});
});

describe('the text of a calendar', () => {
	it('may have line breaks in a description', () => {
		const raw = ['DESCRIPTION:Bring the headset', 'and the badge, please', '', ...good];
		expect(read([raw])).toMatchObject({ rules: [2], problems: [] });
	});

	it.each([
		[['DESCRIPTION:Bring', 'DTSTART20261103'], '5 DTSTART20261103'],
		[['SUMMARY:Early', 'and more'], '5 and more'],
	])('with a bad line elsewhere, %j, is a problem of that event', (lines, problem) => {
		expect(read([[...lines, ...good], [...good]])).toMatchObject({ problems: [problem], doubted: ['anna'] });
	});

	it('may have bad lines in what is not read', () => {
		const alarm = ['BEGIN:VALARM', 'oops', 'END:VALARM'];
		expect(read([[...good, ...alarm]])).toMatchObject({ rules: [2], problems: [] });
	});

	it('with lost letters in a title is told', () => {
		expect(read([['SUMMARY:Fr\uFFFDh', ...good.slice(1)]])).toMatchObject({
			...{ rules: [2], problems: [], notes: ['warning textDamaged 4'] },
			messages: ['Letters of the calendar are lost, such as in line 4. Save it as UTF-8.'],
		});
	});
});

describe('agents', () => {
	it('are one whatever the case of their address', () => {
		const two = [
			['ATTENDEE:mailto:Anna.Nowak@Example.com', 'DTSTART:20261103T080000Z', 'DURATION:PT1H'],
			['ATTENDEE:MAILTO:anna.nowak@example.com', 'DTSTART:20261103T090000Z', 'DURATION:PT1H'],
		];
		expect(importCalendar(calendarOf(...two), byAttendee).schedule.agents.map(({ id }) => id)).toEqual([
			'Anna.Nowak@Example.com',
		]);
	});
});

describe('whole days of Exchange', () => {
	const midnights = [
		...[
			'DTSTART;TZID=W. Europe Standard Time:20261102T000000',
			'DTEND;TZID=W. Europe Standard Time:20261105T000000',
		],
	];

	it.each([
		['marked as such', [...midnights, 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE'], 'days'],
		['not marked', midnights, 'clock'],
		['marked in small letters', [...midnights, 'X-MICROSOFT-CDO-ALLDAYEVENT: true '], 'days'],
		['marked as none', [...midnights, 'X-MICROSOFT-CDO-ALLDAYEVENT:FALSE'], 'clock'],
		[
			'marked, but over at noon',
			[...midnights.map((line) => line.replace('05T00', '05T12')), 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE'],
			'clock',
		],
		[
			'marked, but not at midnight',
			[...midnights.map((line) => line.replace('T00', 'T01')), 'X-MICROSOFT-CDO-ALLDAYEVENT:TRUE'],
			'clock',
		],
	])('%s are of kind %s', (_, lines, kind) => {
		const { schedule } = importCalendar(calendarOf(lines), {
			...options,
			as: 'leave',
			state: { kind: 'fixed', state: 'offline' },
		});
		expect(schedule.rules[0]?.time.kind).toBe(kind);
		expect(schedule.rules[0]?.zone).toBe('Europe/Berlin');
	});

	it('until the year 9999 never ends as far as anyone asks', () => {
		const { schedule } = importCalendar(
			calendarOf(['DTSTART;VALUE=DATE:20261102', 'DTEND;VALUE=DATE:99991231']),
			options,
		);
		expect(schedule.rules[0]?.time).toMatchObject({ minutes: 52_596_000 });
	});
});
