/** Text or a number from a cell or a field, without blanks around it; nothing else means anything here. */
export const textOf = (given: unknown): string =>
	typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean' ? `${given}`.trim() : '';

/** Texts one after the other, with one full stop between two that are sentences. */
export const sentences = (texts: ReadonlyArray<string | undefined>): string =>
	texts
		.filter((text) => text !== undefined && text !== '')
		.reduce<string>(
			(before, text = '') => (before === '' ? text : `${before}${/[.!?…]$/.test(before) ? '' : '.'} ${text}`),
			'',
		);

/** A name as it is compared: without blanks around it, whatever its case and the form of its accents (NFC). */
export const fold = (name: string): string => name.trim().normalize('NFC').toLowerCase();
