/**
 * The wait a `Retry-After` header asks for.
 *
 * @param header the header's value: whole seconds or an HTTP date (RFC 9110, 10.2.3)
 * @param now milliseconds since the epoch
 * @returns milliseconds from `now`, never negative; `undefined` when the header is absent or is neither form
 */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
	const text = header?.trim();
	if (!text) return undefined;
	if (/^\d+$/.test(text)) return Number(text) * 1000;
	// Date.parse alone also takes "-5", "1.5" or "Wait 5" for a year: only text with a weekday is an HTTP date.
	if (!/^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]*,? /.test(text)) return undefined;
	// All forms of an HTTP date are in GMT; the one of C's asctime does not say so.
	const at = Date.parse(text.endsWith('GMT') ? text : `${text} GMT`);
	return Number.isNaN(at) ? undefined : Math.max(0, at - now);
}
