/** Characters that nobody sees and that come with text from web pages, chats and files: zero-width ones, marks, soft hyphens. */
const invisible = /[\u00AD\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF]/g;

/**
 * The text of a cell as people see it: without invisible characters, with plain blanks, digits and signs for the kinds
 * that look the same, and without blanks around it.
 */
export const visibleText = (cell: unknown): string =>
	String(cell).replace(invisible, '').normalize('NFKC').replace(/\s+/g, ' ').trim();

/**
 * The same in lower case and without accents: people leave them out. Unicode takes the strokes of Polish and Danish letters
 * for parts of the letter; people do not.
 */
export const foldedText = (text: string): string =>
	visibleText(text)
		.toLowerCase()
		.normalize('NFD')
		.replace(/\p{M}/gu, '')
		.replace(/[łø]/g, (letter) => (letter === 'ł' ? 'l' : 'o'));
