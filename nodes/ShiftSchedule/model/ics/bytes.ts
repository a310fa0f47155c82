/** A line break with the blank that continues a line, within the bytes of one letter (each byte as a character). */
const foldInLetter = /([\xC2-\xF4][\x80-\xBF]{0,2})(\r\n|\n|\r)([ \t])([\x80-\xBF]+)/g;

/**
 * The text of a calendar's file. RFC 5545, 3.1, lets programs break a line within the bytes of a letter, so such a break is
 * moved behind the letter first: lines keep their numbers. Outlook saves UTF-16 with a byte order mark.
 */
export function textOfBytes(bytes: Uint8Array): string {
	const [first, second] = bytes;
	// No text in UTF-8 has such a byte in these places, and every calendar begins with letters of ASCII.
	const isBigEndian = first === 0xfe || first === 0;
	const isLittleEndian = first === 0xff || second === 0;
	if (isBigEndian || isLittleEndian) return new TextDecoder(isBigEndian ? 'utf-16be' : 'utf-16le').decode(bytes);
	const raw = Buffer.from(bytes).toString('latin1');
	const whole = raw.replace(foldInLetter, '$1$4$2$3');
	return Buffer.from(whole, 'latin1').toString('utf8');
}
