import { textOfBytes } from '../../../../../nodes/ShiftSchedule/model/ics/bytes';
import { componentsIn } from '../../../../../nodes/ShiftSchedule/model/ics/text';

const name = 'Zoë 🙂 Łucja 漢';
const lines = (title: string) => ['BEGIN:VEVENT', `SUMMARY:${title}`, 'LOCATION:here', 'END:VEVENT', ''].join('\r\n');

describe('the text of the bytes of a calendar', () => {
	it('is whole wherever a line is folded, within the bytes of a letter, too', () => {
		const whole = Buffer.from(`SUMMARY:${name}`);
		for (let at = 9; at < whole.length; at++) {
			for (const fold of ['\r\n ', '\n\t']) {
				const folded = Buffer.concat([
					...[Buffer.from('BEGIN:VEVENT\n'), whole.subarray(0, at), Buffer.from(fold), whole.subarray(at)],
					Buffer.from('\nLOCATION:here\nEND:VEVENT\n'),
				]);
				const [event] = componentsIn(textOfBytes(folded)).components;
				expect(event?.properties).toMatchObject([
					{ name: 'SUMMARY', value: name, line: 2 },
					{ name: 'LOCATION', line: 4 },
				]);
			}
		}
	});

	it.each([
		['UTF-8', Buffer.from(lines(name))],
		['UTF-8 with its mark', Buffer.from(`\uFEFF${lines(name)}`)],
		['UTF-8 behind an empty line', Buffer.from(`\n${lines(name)}`)],
		['UTF-16 with its mark', Buffer.from(`\uFEFF${lines(name)}`, 'utf16le')],
		['UTF-16 without it', Buffer.from(lines(name), 'utf16le')],
		['UTF-16 behind an empty line', Buffer.from(`\n${lines(name)}`, 'utf16le')],
		['UTF-16, the high byte first', Buffer.from(`\uFEFF${lines(name)}`, 'utf16le').swap16()],
		['UTF-16, the high byte first, without its mark', Buffer.from(lines(name), 'utf16le').swap16()],
	])('is read from %s', (_, bytes) => {
		const [event] = componentsIn(textOfBytes(bytes)).components;
		expect(event?.properties[0]?.value).toBe(name);
	});

	it('is empty where there are no bytes, and keeps what is not a letter as lost', () => {
		expect(textOfBytes(Buffer.alloc(0))).toBe('');
		expect(textOfBytes(Buffer.from('Zoë', 'latin1'))).toBe('Zo\uFFFD');
	});
});
