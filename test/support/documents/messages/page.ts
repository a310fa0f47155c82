import { textOf } from '../reference';
import { troubles } from './troubles';

/** A row of the table: messages with the same cause. */
export interface Trouble {
	/** As they are found in the sources, with `…` for what is put in at run time. */
	messages: readonly string[];
	cause: string;
	remedy?: string;
}

export const TROUBLESHOOTING = 'docs/troubleshooting.md';

/** From here on the page is made from the messages in the sources and from what is said about them. */
const MARK = '<!-- Made from the messages in the sources by `npm run docs` -->';

/** The page's text with its tables renewed; what people wrote above the mark is kept. */
export function renewedTroubleshooting(): string {
	const written = textOf(TROUBLESHOOTING).split(MARK)[0]?.trimEnd() ?? '';
	const tables = Object.entries(troubles).map(([title, rows]) =>
		[`## ${title}`, '', '| Message | Why | What to do |', '|---|---|---|', ...rows.map(rowOf), ''].join('\n'),
	);
	return `${written}\n\n${MARK}\n\n${tables.join('\n')}`;
}

const rowOf = ({ messages, cause, remedy = 'What the message says.' }: Trouble): string =>
	`| ${messages.map(asText).join('<br>')} | ${cause} | ${remedy} |`;

/** So that Markdown shows each sign of a message as it is. */
const asText = (message: string): string =>
	message.trim().replace(/[\\`*_{}[\]<>|]/g, (sign) => (sign === '<' ? '&lt;' : `\\${sign}`));
