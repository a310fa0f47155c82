/** Text or a number from a cell or a field, without blanks around it; nothing else means anything here. */
export const textOf = (given: unknown): string =>
	typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean' ? `${given}`.trim() : '';

/** A name as it is compared: without blanks around it, whatever its case and the form of its accents (NFC). */
export const fold = (name: string): string => name.trim().normalize('NFC').toLowerCase();
